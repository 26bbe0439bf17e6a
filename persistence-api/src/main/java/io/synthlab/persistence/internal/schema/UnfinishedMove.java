package io.synthlab.persistence.internal.schema;

/**
 * The sign that rows are being moved into a schema of PostgreSQL: an empty table beside the others, which is there from the
 * first change until the last. Everybody can see it, whatever they may read.
 */
public final class UnfinishedMove {
    /** Name of the table. */
    public static final String TABLE = "synthlab_unfinished_move";

    private UnfinishedMove() {}
}
