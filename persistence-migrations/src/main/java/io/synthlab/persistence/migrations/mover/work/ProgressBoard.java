package io.synthlab.persistence.migrations.mover.work;

import io.synthlab.persistence.migrations.mover.report.Progress;
import io.synthlab.persistence.migrations.mover.report.ProgressListener;
import java.util.LinkedHashMap;
import java.util.Map;

/** Adds up what several threads have done in one phase, and tells a listener, one call at a time. */
public final class ProgressBoard {
    private final ProgressListener listener;
    private final Progress.Phase phase;
    private final Map<String, Long> totals;
    private final Map<String, long[]> done = new LinkedHashMap<>();
    private final RateLimit limit;

    /**
     * Creates it and tells of the beginning.
     *
     * @param listener who hears of it
     * @param phase what is being done
     * @param totals rows of each table, or of whatever is counted
     * @param limit how fast it may go
     */
    public ProgressBoard(ProgressListener listener, Progress.Phase phase, Map<String, Long> totals, RateLimit limit) {
        this.listener = listener;
        this.phase = phase;
        this.totals = new LinkedHashMap<>(totals);
        this.limit = limit;
        listener.begins(
                phase, totals.values().stream().mapToLong(Long::longValue).sum());
        totals.forEach((table, rows) -> {
            done.put(table, new long[2]);
            if (rows == 0) {
                report(table);
            }
        });
    }

    /**
     * Takes note of rows that are done, and waits if that was too fast.
     *
     * @param table their table
     * @param rows how many
     * @param bytes bytes of their values
     */
    public void add(String table, long rows, long bytes) {
        synchronized (this) {
            long[] sums = done.get(table);
            sums[0] += rows;
            sums[1] += bytes;
            report(table);
        }
        limit.pass(bytes);
    }

    /** Returns how many bytes of a table are done. */
    public synchronized long bytes(String table) {
        return done.get(table)[1];
    }

    private void report(String table) {
        long[] sums = done.get(table);
        listener.progress(new Progress(phase, table, sums[0], totals.get(table), sums[1]));
    }

    /** Counts rows of one thread and passes them on now and then. */
    public Meter meter(String table) {
        return new Meter(table);
    }

    /** Counts the rows of one piece of work. */
    public final class Meter {
        private static final int STEP = 1024;

        private final String table;
        private long rows;
        private long bytes;
        private long passedRows;
        private long passedBytes;

        private Meter(String table) {
            this.table = table;
        }

        /** Counts a row and its bytes. */
        public void row(long size) {
            rows++;
            bytes += size;
            if (rows % STEP == 0) {
                pass();
            }
        }

        /** Passes on what is left. */
        public void end() {
            if (rows > passedRows) {
                pass();
            }
        }

        /** Returns how many rows were counted. */
        public long rows() {
            return rows;
        }

        /** Returns how many bytes were counted. */
        public long bytes() {
            return bytes;
        }

        private void pass() {
            add(table, rows - passedRows, bytes - passedBytes);
            passedRows = rows;
            passedBytes = bytes;
        }
    }
}
