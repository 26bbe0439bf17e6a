package io.synthlab.persistence.migrations;

import java.util.List;
import java.util.Objects;

/**
 * What a rollback does, or has done.
 *
 * @param versions the versions it undoes, newest first; empty if there is nothing to undo
 * @param losses the rows it destroys, by table; empty if none
 * @param statements the SQL of the undo scripts, in the order in which it runs
 */
public record RollbackPlan(List<SchemaVersion> versions, List<Loss> losses, List<String> statements) {
    /**
     * Rows that are destroyed.
     *
     * @param what table, or table and column as {@code table.column}
     * @param rows how many rows, or how many that have a value in that column
     */
    public record Loss(String what, long rows) {
        /** Checks that every part is there. */
        public Loss {
            Objects.requireNonNull(what, "what");
        }
    }

    /** Copies the lists. */
    public RollbackPlan {
        versions = List.copyOf(versions);
        losses = List.copyOf(losses);
        statements = List.copyOf(statements);
    }
}
