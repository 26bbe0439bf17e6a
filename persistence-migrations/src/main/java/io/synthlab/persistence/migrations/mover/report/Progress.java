package io.synthlab.persistence.migrations.mover.report;

/**
 * How far one table has come in one phase.
 *
 * @param phase what is being done
 * @param table which table
 * @param rowsDone rows of this table that are done
 * @param rowsTotal rows this table has
 * @param bytesDone bytes of values read from this table in this phase
 */
public record Progress(Phase phase, String table, long rowsDone, long rowsTotal, long bytesDone) {
    /** The passes over the tables. */
    public enum Phase {
        /** Every value of the source is looked at. */
        SCREEN,
        /** Rows are written to the target. */
        COPY,
        /** Indexes and foreign keys of the target are built; they count as rows. */
        INDEX,
        /** Rows of both sides are compared. */
        VERIFY
    }

    /** Returns whether this is the table's last report of the phase. */
    public boolean finished() {
        return rowsDone == rowsTotal;
    }
}
