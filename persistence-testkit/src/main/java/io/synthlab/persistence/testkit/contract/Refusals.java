package io.synthlab.persistence.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.synthlab.persistence.error.ConstraintViolationException;
import io.synthlab.persistence.error.UnreadableRowException;
import io.synthlab.persistence.error.ValidationException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.function.Executable;

/** What a refusal looks like: which error, and what it names. */
final class Refusals {
    private Refusals() {}

    /** Asserts that a value breaks a rule and that the message names its field. */
    static void assertInvalid(String field, Executable call) {
        ValidationException refusal = assertThrows(ValidationException.class, call, field);
        assertEquals(ValidationException.CODE, refusal.code());
        assertNames(field, refusal);
    }

    /** Asserts that a constraint of the database is broken, and in which row. */
    static void assertViolation(
            ConstraintViolationException.Kind kind, String table, @Nullable String key, Executable call) {
        ConstraintViolationException refusal = assertThrows(ConstraintViolationException.class, call);
        assertEquals(kind, refusal.kind());
        assertEquals(table, refusal.table());
        assertEquals(key, refusal.key());
    }

    /** Asserts that a stored row cannot be read, which row that is and what of it. */
    static UnreadableRowException assertUnreadable(String table, String key, String field, Executable call) {
        UnreadableRowException refusal = assertThrows(UnreadableRowException.class, call);
        assertEquals(table, refusal.table());
        assertEquals(key, refusal.key());
        assertNames(field, refusal);
        return refusal;
    }

    private static void assertNames(String field, Exception refusal) {
        assertTrue(String.valueOf(refusal.getMessage()).contains(field), refusal::getMessage);
    }
}
