package io.synthlab.persistence.internal.row;

import io.synthlab.persistence.error.UnreadableRowException;
import io.synthlab.persistence.error.ValidationException;
import io.synthlab.persistence.internal.time.Timestamps;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Turns what a row holds into Java values; whatever cannot be read is an error that names table, key and field. */
public final class StoredRow {
    private final String table;
    private final String key;

    /**
     * Names a row.
     *
     * @param table its table
     * @param key its key, for example {@code id=exp_1a2b3c4d}
     */
    public StoredRow(String table, String key) {
        this.table = table;
        this.key = key;
    }

    /**
     * Reads something of the row.
     *
     * @param <T> what is read
     * @param read reads it; its validation errors become errors of the row
     * @return what was read
     * @throws UnreadableRowException if it cannot be read
     */
    public <T> T read(Supplier<T> read) {
        try {
            return read.get();
        } catch (ValidationException e) {
            throw unreadable(String.valueOf(e.getMessage()));
        }
    }

    /**
     * Reads a timestamp.
     *
     * @param column its column, for the message
     * @param text stored text, or {@code null}
     * @param naiveZone zone of values that carry none
     * @return the moment, or {@code null} for {@code null}
     * @throws UnreadableRowException if the text is in none of the forms
     */
    public @Nullable Instant instant(String column, @Nullable String text, ZoneId naiveZone) {
        if (text == null) {
            return null;
        }
        try {
            return Timestamps.parse(text, naiveZone);
        } catch (DateTimeException e) {
            throw unreadable(column + " is no timestamp of a known form");
        }
    }

    /**
     * Reads a timestamp that must be there.
     *
     * @param column its column, for the message
     * @param text stored text
     * @param naiveZone zone of values that carry none
     * @return the moment
     * @throws UnreadableRowException if the text is in none of the forms or missing
     */
    public Instant requiredInstant(String column, @Nullable String text, ZoneId naiveZone) {
        Instant instant = instant(column, text, naiveZone);
        if (instant == null) {
            throw unreadable(column + " is missing");
        }
        return instant;
    }

    private UnreadableRowException unreadable(String reason) {
        return new UnreadableRowException(
                table, key, "the stored row cannot be read: " + reason + "; correct it in the database", null);
    }
}
