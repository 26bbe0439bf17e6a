package io.synthlab.persistence.model;

import io.synthlab.persistence.JsonValue;
import io.synthlab.persistence.internal.time.Timestamps;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Values as the text that columns hold.
 *
 * <p>Entities carry timestamps as that text, and so do queries. To read one takes the zone of values that carry none,
 * which belongs to the database that was opened, and the key of the row, for the error if it cannot be read: a Hibernate
 * type knows neither.
 */
public final class ColumnText {
    private ColumnText() {}

    /**
     * Writes an optional timestamp.
     *
     * @param moment the moment, or {@code null}
     * @return its text, or {@code null}
     */
    public static @Nullable String timestamp(@Nullable Instant moment) {
        return moment == null ? null : Timestamps.format(moment);
    }

    /**
     * Writes an optional document.
     *
     * @param document the document, or {@code null}
     * @return its text, or {@code null}
     */
    public static @Nullable String json(@Nullable JsonValue document) {
        return document == null ? null : document.text();
    }

    /**
     * Reads an optional document.
     *
     * @param text stored text, or {@code null}
     * @return the document, or {@code null}
     */
    public static @Nullable JsonValue document(@Nullable String text) {
        return text == null ? null : JsonValue.ofStored(text);
    }
}
