package io.synthlab.persistence.jdbc.statement;

import org.jspecify.annotations.Nullable;

/**
 * What a statement is about, for the error if it fails.
 *
 * @param table table
 * @param key key of the row, for example {@code id=exp_1a2b3c4d}, or {@code null} if many rows or none
 */
public record Target(String table, @Nullable String key) {
    /**
     * Names a table.
     *
     * @param table table
     * @return the target
     */
    public static Target table(String table) {
        return new Target(table, null);
    }

    /**
     * Names a row.
     *
     * @param table table
     * @param column key column
     * @param value its value
     * @return the target
     */
    public static Target row(String table, String column, String value) {
        return new Target(table, column + "=" + value);
    }
}
