package io.synthlab.persistence.migrations.mover.report;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One thing that keeps a move from being complete and equal. Never holds a stored value other than the row's key.
 *
 * @param table table it was found in, or {@code null} if it is about the whole file
 * @param key key of the row, for example {@code id=exp_1a2b3c4d}, or {@code null} if it is about no single row
 * @param rowid SQLite's hidden row number, or {@code null} if it is about no single row
 * @param column column, or {@code null} if it is about no single column
 * @param rule why it cannot move
 * @param reason what is wrong, in words
 */
public record Problem(
        @Nullable String table,
        @Nullable String key,
        @Nullable Long rowid,
        @Nullable String column,
        Rule rule,
        String reason) {

    /** Checks that rule and reason are there. */
    public Problem {
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(reason, "reason");
    }

    /**
     * Describes a problem of the file as a whole.
     *
     * @param rule why it cannot move
     * @param reason what is wrong
     * @return the problem
     */
    public static Problem ofFile(Rule rule, String reason) {
        return new Problem(null, null, null, null, rule, reason);
    }

    /**
     * Describes a problem of a table as a whole, or of one of its columns.
     *
     * @param table the table
     * @param column the column, or {@code null}
     * @param rule why it cannot move
     * @param reason what is wrong
     * @return the problem
     */
    public static Problem ofTable(String table, @Nullable String column, Rule rule, String reason) {
        return new Problem(table, null, null, column, rule, reason);
    }

    /** Returns the problem in one line: place, rule, reason. */
    @Override
    public String toString() {
        StringBuilder line = new StringBuilder(table == null ? "source" : table);
        if (key != null) {
            line.append('[').append(key).append(']');
        }
        if (rowid != null) {
            line.append(" (rowid ").append(rowid).append(')');
        }
        if (column != null) {
            line.append(", column ").append(column);
        }
        return line.append(": ").append(reason).append(" [").append(rule).append(']').toString();
    }
}
