package io.synthlab.persistence.internal.transaction;

import io.synthlab.persistence.internal.transaction.TransactionControl.Limit;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Cancels what runs on a SQLite connection when its unit's time is over; the driver has no timeout that works. */
final class Watchdog implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Watchdog.class);
    private static final long REPEAT_MILLIS = 50;

    private @Nullable ScheduledThreadPoolExecutor executor;

    /**
     * Watches a connection until the limit is closed.
     *
     * @param connection connection of one unit
     * @param deadline when to cancel
     * @return the limit
     * @throws SQLException if the connection is of no use
     */
    Limit watch(Connection connection, Deadline deadline) throws SQLException {
        Statement canceller = connection.createStatement();
        Watch watch = new Watch(canceller);
        long left = Math.max(0, deadline.left().toMillis());
        // Again and again: a statement that begins after the first time has to end, too.
        watch.future = executor().scheduleWithFixedDelay(watch::cancel, left, REPEAT_MILLIS, TimeUnit.MILLISECONDS);
        return watch;
    }

    private synchronized ScheduledThreadPoolExecutor executor() {
        if (executor == null) {
            executor = new ScheduledThreadPoolExecutor(1, task -> {
                Thread thread = new Thread(task, "synthlab-watchdog");
                thread.setDaemon(true);
                return thread;
            });
            executor.setRemoveOnCancelPolicy(true);
        }
        return executor;
    }

    @Override
    public synchronized void close() {
        if (executor != null) {
            executor.shutdownNow();
        }
    }

    private static final class Watch implements Limit {
        private final Statement canceller;
        private @Nullable Future<?> future;
        private boolean over;

        Watch(Statement canceller) {
            this.canceller = canceller;
        }

        /** Under the lock of {@link #close}, so that it can never hit the connection's next user. */
        private synchronized void cancel() {
            if (over) {
                return;
            }
            try {
                canceller.cancel();
            } catch (SQLException e) {
                LOG.warn("a statement on SQLite could not be cancelled after its time; it runs on", e);
            }
        }

        @Override
        public synchronized void close() {
            over = true;
            if (future != null) {
                future.cancel(false);
            }
            try {
                canceller.close();
            } catch (SQLException e) {
                LOG.debug("closing a statement failed", e);
            }
        }
    }
}
