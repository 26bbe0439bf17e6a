package io.synthlab.persistence.migrations.mover.report;

/**
 * Hears how far a run has come: at the end of each table of each phase, and about every thousand rows before. Called on the
 * threads that work, one call at a time, so it has to be quick. Tables may be worked on side by side.
 */
@FunctionalInterface
public interface ProgressListener {
    /** Hears nothing. */
    ProgressListener NONE = progress -> {};

    /**
     * Hears of a pass over all tables before it begins.
     *
     * @param phase what will be done
     * @param rows rows of all tables, or of those that are in the source
     */
    default void begins(Progress.Phase phase, long rows) {}

    /**
     * Takes note.
     *
     * @param progress where the run is
     */
    void progress(Progress progress);
}
