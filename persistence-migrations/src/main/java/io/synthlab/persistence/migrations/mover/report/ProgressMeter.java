package io.synthlab.persistence.migrations.mover.report;

/** Counts the rows of one table in one phase, reports now and then, and heeds interrupts. */
public final class ProgressMeter {
    private static final int STEP = 1024;

    private final ProgressListener listener;
    private final Progress.Phase phase;
    private final String table;
    private final long total;
    private long rows;
    private long bytes;

    /**
     * Starts counting, and reports the start.
     *
     * @param listener who hears of it
     * @param phase what is being done
     * @param table which table
     * @param total rows the table has
     */
    public ProgressMeter(ProgressListener listener, Progress.Phase phase, String table, long total) {
        this.listener = listener;
        this.phase = phase;
        this.table = table;
        this.total = total;
        if (total > 0) {
            report();
        }
    }

    /**
     * Counts a row.
     *
     * @param size bytes of its values
     * @throws MoveCancelledException if the thread was interrupted
     */
    public void row(long size) {
        rows++;
        bytes += size;
        if (rows % STEP == 0) {
            MoveCancelledException.throwIfInterrupted();
            if (rows < total) {
                report();
            }
        }
    }

    /** Reports the end. */
    public void end() {
        MoveCancelledException.throwIfInterrupted();
        report();
    }

    /** Returns how many rows were counted. */
    public long rows() {
        return rows;
    }

    /** Returns how many bytes of values were counted. */
    public long bytes() {
        return bytes;
    }

    private void report() {
        listener.progress(new Progress(phase, table, rows, total, bytes));
    }
}
