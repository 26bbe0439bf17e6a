package io.synthlab.persistence.internal.transaction;

import io.synthlab.persistence.transaction.TransactionOptions;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * SQLite. Begin and commit are sent as SQL on a connection in autocommit mode: the driver's own {@code commit()} begins
 * the next transaction at once, which would hold the write lock while the connection is idle.
 */
final class SqliteControl implements TransactionControl {
    private final Watchdog watchdog = new Watchdog();

    @Override
    public void begin(Connection connection, TransactionOptions options) throws SQLException {
        if (!connection.getAutoCommit()) {
            connection.setAutoCommit(true);
        }
        // A writer takes the lock now: one that reads first and writes later can fail although it waits.
        TransactionControl.execute(connection, options.readOnly() ? "BEGIN" : "BEGIN IMMEDIATE");
    }

    @Override
    public Limit limit(Connection connection, Deadline deadline) throws SQLException {
        return watchdog.watch(connection, deadline);
    }

    @Override
    public void commit(Connection connection) throws SQLException {
        TransactionControl.execute(connection, "COMMIT");
    }

    @Override
    public void rollback(Connection connection) throws SQLException {
        try {
            TransactionControl.execute(connection, "ROLLBACK");
        } catch (SQLException e) {
            // SQLite has rolled back by itself, as it does when the disk is full or a writing statement was cancelled.
            if (!String.valueOf(e.getMessage()).contains("no transaction is active")) {
                throw e;
            }
        }
    }

    @Override
    public void close() {
        watchdog.close();
    }
}
