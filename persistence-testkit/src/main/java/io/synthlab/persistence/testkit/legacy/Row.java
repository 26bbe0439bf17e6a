package io.synthlab.persistence.testkit.legacy;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The values of one row by column; a column that is not set is NULL. */
final class Row {
    private final Map<String, @Nullable Object> values = new LinkedHashMap<>();

    /**
     * Sets a column.
     *
     * @param value a String, Long, Integer, Double, byte[] (stored as blob), {@link RawText} or {@code null}
     */
    Row set(String column, @Nullable Object value) {
        values.put(column, value);
        return this;
    }

    @Nullable
    Object get(String column) {
        return values.get(column);
    }

    /** Bytes to be stored as text although they may not be UTF-8. */
    record RawText(byte[] bytes) {}
}
