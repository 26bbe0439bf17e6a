package io.synthlab.persistence.migrations.mover.report;

/** What is changed in one value so that its row can arrive. */
public enum Adjustment {
    /** U+0000 becomes U+2400. */
    NUL_ESCAPED,
    /** A reference to a row that does not exist becomes NULL. */
    REFERENCE_DROPPED
}
