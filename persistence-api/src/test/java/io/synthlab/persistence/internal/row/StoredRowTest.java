package io.synthlab.persistence.internal.row;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.synthlab.persistence.error.UnreadableRowException;
import io.synthlab.persistence.error.ValidationException;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class StoredRowTest {
    private final StoredRow row = new StoredRow("experiments", "id=exp_1a2b3c4d");

    @Test
    void readsWhatCanBeRead() {
        Instant moment = Instant.parse("2025-12-31T18:22:52Z");
        assertEquals("x", row.read(() -> "x"));
        assertEquals(moment, row.instant("updated_at", "2025-12-31 18:22:52", ZoneOffset.ofHours(-3)));
        assertEquals(moment, row.requiredInstant("created_at", "2025-12-31T15:22:52", ZoneOffset.ofHours(-3)));
        assertNull(row.instant("updated_at", null, ZoneOffset.UTC));
    }

    @Test
    void namesTableKeyAndFieldOfWhatCannot() {
        assertUnreadable("created_at is missing", () -> row.requiredInstant("created_at", null, ZoneOffset.UTC));
        assertUnreadable(
                "created_at is no timestamp of a known form",
                () -> row.requiredInstant("created_at", "planted", ZoneOffset.UTC));
        assertUnreadable(
                "field f is bad",
                () -> row.read(() -> {
                    throw new ValidationException("field f is bad");
                }));
    }

    private static void assertUnreadable(String reason, Executable read) {
        UnreadableRowException e = assertThrows(UnreadableRowException.class, read);
        assertEquals(
                "experiments[id=exp_1a2b3c4d]: the stored row cannot be read: " + reason
                        + "; correct it in the database",
                e.getMessage());
        assertEquals("experiments", e.table());
        assertEquals("id=exp_1a2b3c4d", e.key());
        assertFalse(String.valueOf(e.getMessage()).contains("planted"));
    }

    @Test
    void letsOtherErrorsThrough() {
        assertThrows(
                IllegalStateException.class,
                () -> row.read(() -> {
                    throw new IllegalStateException();
                }));
    }
}
