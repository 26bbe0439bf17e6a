package io.synthlab.persistence.migrations.mover.report;

import java.util.List;

/**
 * How the rows of one table compare.
 *
 * @param table name of the table
 * @param sourceRows rows of the source that should arrive
 * @param quarantined rows of the source that stand in quarantine
 * @param targetRows rows of the target
 * @param missing rows that are in the source only
 * @param additional rows that are in the target only
 * @param different values that differ, in rows that are on both sides
 * @param first the first differences, in the order of the keys
 */
public record VerifiedTable(
        String table,
        long sourceRows,
        long quarantined,
        long targetRows,
        long missing,
        long additional,
        long different,
        List<Difference> first) {
    /** Copies the list. */
    public VerifiedTable {
        first = List.copyOf(first);
    }

    /** Returns how many differences there are, kept or not. */
    public long differences() {
        return missing + additional + different;
    }
}
