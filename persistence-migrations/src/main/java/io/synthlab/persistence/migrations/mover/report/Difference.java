package io.synthlab.persistence.migrations.mover.report;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One place where source and target are not equal.
 *
 * @param table table of the row
 * @param key key of the row, for example {@code id=exp_1a2b3c4d}
 * @param column column whose values differ, or {@code null} if the row is on one side only
 * @param kind what is different
 * @param source value of the source in words, or {@code null} if values were not asked for or there is none
 * @param target value of the target in words, or {@code null} if values were not asked for or there is none
 */
public record Difference(
        String table,
        String key,
        @Nullable String column,
        Kind kind,
        @Nullable String source,
        @Nullable String target) {

    /** In which way both sides are not equal. */
    public enum Kind {
        /** The row is in the source only. */
        MISSING_IN_TARGET("is missing in the target"),
        /** The row is in the target only. */
        ADDITIONAL_IN_TARGET("is only in the target"),
        /** The row is on both sides, with different values in a column. */
        DIFFERENT("differs");

        private final String description;

        Kind(String description) {
            this.description = description;
        }
    }

    /** Checks that the required parts are there. */
    public Difference {
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(kind, "kind");
    }

    /** Returns the difference in one line. */
    @Override
    public String toString() {
        String place = table + "[" + key + "]" + (column == null ? "" : ", column " + column) + " " + kind.description;
        return source == null && target == null ? place : place + ": " + source + " in the source, " + target
                + " in the target";
    }
}
