package io.synthlab.persistence.jpa.session;

import io.synthlab.persistence.internal.text.StorableText;
import org.jspecify.annotations.Nullable;

/**
 * Which row work is about.
 *
 * @param table its table
 * @param text its key as errors name it, for example {@code id=exp_1a2b3c4d}; {@code null} if they must not
 * @param storable whether such a row can exist; a key with U+0000 or a lone surrogate is in no row, and a driver would
 *     refuse or change it
 */
public record RowKey(String table, @Nullable String text, boolean storable) {
    /**
     * Names a row by one column.
     *
     * @param table its table
     * @param column key column
     * @param value its value, of any form
     * @return the key
     */
    public static RowKey of(String table, String column, String value) {
        return new RowKey(table, column + "=" + value, StorableText.firstUnstorable(value) < 0);
    }

    /**
     * Looks for a row by free text, which errors do not repeat.
     *
     * @param table its table
     * @param value the text
     * @return the key
     */
    public static RowKey ofText(String table, String value) {
        return new RowKey(table, null, StorableText.firstUnstorable(value) < 0);
    }
}
