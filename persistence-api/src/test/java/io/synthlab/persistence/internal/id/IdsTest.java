package io.synthlab.persistence.internal.id;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.synthlab.persistence.experiment.Experiment;
import io.synthlab.persistence.synth.SynthGroup;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class IdsTest {
    static Stream<Arguments> generators() {
        Supplier<String> experiments = Experiment::newId;
        Supplier<String> groups = SynthGroup::newId;
        Supplier<String> plain = () -> Ids.random("x_");
        return Stream.of(
                Arguments.of("exp_[a-f0-9]{8}", experiments),
                Arguments.of("grp_[a-f0-9]{8}", groups),
                Arguments.of("x_[a-f0-9]{8}", plain));
    }

    /** Contract case 4. */
    @ParameterizedTest
    @MethodSource("generators")
    void idsMatchTheirPatternAndDiffer(String pattern, Supplier<String> generator) {
        Set<String> ids = new HashSet<>();
        for (int round = 0; round < 100; round++) {
            String id = generator.get();
            assertTrue(id.matches(pattern), id);
            ids.add(id);
        }
        assertEquals(100, ids.size());
    }
}
