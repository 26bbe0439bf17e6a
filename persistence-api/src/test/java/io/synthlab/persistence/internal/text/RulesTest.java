package io.synthlab.persistence.internal.text;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.synthlab.persistence.error.ValidationException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RulesTest {
    private static String message(Runnable check) {
        return String.valueOf(
                assertThrows(ValidationException.class, check::run).getMessage());
    }

    @Test
    void countsCodePoints() {
        assertDoesNotThrow(() -> Rules.text("😀".repeat(3), "t.c", 3));
        assertEquals(
                "t.c must have at most 3 characters but has 4", message(() -> Rules.text("😀".repeat(4), "t.c", 3)));
        assertDoesNotThrow(() -> Rules.text("", "t.c", 0));
        assertDoesNotThrow(() -> Rules.text(null, "t.c", 0));
    }

    @Test
    void refusesTextThatCannotBeStoredBeforeCounting() {
        assertEquals(
                "t.c holds the character U+0000 at position 0, which cannot be stored; remove it",
                message(() -> Rules.text("\0aaaa", "t.c", 3)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "   ",
                "\u00a0",
                "\t\r\n\f\u000b",
                "\u2003\u202f\u3000",
                "\u0085",
                "\u2028\u2029",
                "\u001c\u001f"
            })
    void takesUnicodeWhiteSpaceForBlank(String text) {
        assertEquals("t.c must not be blank", message(() -> Rules.notBlank(text, "t.c", 10)));
    }

    @ParameterizedTest
    @ValueSource(strings = {" x ", "\u200b", "\ufeff", "0"})
    void takesEverythingElseForText(String text) {
        assertDoesNotThrow(() -> Rules.notBlank(text, "t.c", 3));
    }

    @Test
    void matchesIdsAsAWhole() {
        Pattern pattern = Pattern.compile("exp_[a-f0-9]{8}");
        assertDoesNotThrow(() -> Rules.id("exp_0123abcd", "t.id", pattern));
        for (String id : new String[] {"exp_0123abcd\n", " exp_0123abcd", "exp_0123ABCD", "exp_0123abcde", ""}) {
            assertEquals("t.id must match exp_[a-f0-9]{8}", message(() -> Rules.id(id, "t.id", pattern)));
        }
    }

    @Test
    void sharesAreZeroToOne() {
        for (double share : new double[] {0, -0.0, 0.5, 1}) {
            assertDoesNotThrow(() -> Rules.share(share, "t.c"));
        }
        for (double share : new double[] {-0.01, 1.01, Double.NaN, Double.POSITIVE_INFINITY, -Double.MIN_VALUE}) {
            assertEquals("t.c must be 0-1", message(() -> Rules.share(share, "t.c")));
        }
    }
}
