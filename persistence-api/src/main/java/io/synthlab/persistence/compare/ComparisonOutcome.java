package io.synthlab.persistence.compare;

/** What came of a call that the sample chose for comparing. */
public enum ComparisonOutcome {
    /** Both gave the same answer, be it a result or an error. */
    MATCHED,
    /** The answers differ, and differed again when both were asked in one snapshot of the database. */
    DIFFERED,
    /** The answers differed at first and not in one snapshot: the rows were changed between the two calls. */
    CHANGED_MEANWHILE,
    /** Asking took longer than the time limit, the wait for a connection included. */
    TIMED_OUT,
    /** The checked implementation could not be asked: the connection broke, or a conflict was in the way. */
    FAILED,
    /** Skipped: as many comparisons as allowed were waiting already. */
    QUEUE_FULL,
    /** Skipped: the unit of work had written, and nobody else can see what. */
    UNIT_HAD_WRITTEN,
    /** Skipped: the call failed for want of a connection or of time, by a conflict or by its unit, which says nothing. */
    NOT_COMPARABLE
}
