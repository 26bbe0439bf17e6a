package io.synthlab.persistence.transaction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.synthlab.persistence.error.ValidationException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TransactionOptionsTest {
    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT0.000999S", "PT-1S", "PT576H0.001S", "PT2562047788015215H"})
    void limitsHaveARange(String limit) {
        Duration duration = Duration.parse(limit);
        ValidationException e =
                assertThrows(ValidationException.class, () -> TransactionOptions.DEFAULT.withTimeout(duration));
        assertEquals("timeout of a unit of work must be 1 ms to 24 days", e.getMessage());
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 21})
    void replaysHaveARange(int replays) {
        ValidationException e =
                assertThrows(ValidationException.class, () -> TransactionOptions.DEFAULT.withReplays(replays));
        assertEquals("replays must be 0-20 but was " + replays, e.getMessage());
    }

    @Test
    void optionsChangeOnePartAtATime() {
        TransactionOptions options = TransactionOptions.DEFAULT
                .withReplays(20)
                .withIsolation(Isolation.SERIALIZABLE)
                .withTimeout(Duration.ofMillis(1))
                .asReadOnly();
        assertTrue(options.readOnly());
        assertEquals(20, options.replays());
        assertEquals(Isolation.SERIALIZABLE, options.isolation());
        assertEquals(Duration.ofMillis(1), options.timeout().orElseThrow());
        assertThrows(NullPointerException.class, () -> TransactionOptions.DEFAULT.withIsolation(null));
    }
}
