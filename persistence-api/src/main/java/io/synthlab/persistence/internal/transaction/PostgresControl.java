package io.synthlab.persistence.internal.transaction;

import io.synthlab.persistence.transaction.Isolation;
import io.synthlab.persistence.transaction.TransactionOptions;
import java.sql.Connection;
import java.sql.SQLException;

/** PostgreSQL. Only transaction-local settings, so that poolers in transaction mode work. */
final class PostgresControl implements TransactionControl {
    @Override
    public void begin(Connection connection, TransactionOptions options) throws SQLException {
        if (connection.getAutoCommit()) {
            connection.setAutoCommit(false);
        }
        // The driver turns this into BEGIN READ ONLY, without a round trip of its own.
        connection.setReadOnly(options.readOnly());
        if (options.isolation() != Isolation.READ_COMMITTED) {
            TransactionControl.execute(
                    connection,
                    "SET TRANSACTION ISOLATION LEVEL " + options.isolation().sql());
        }
    }

    @Override
    public Limit limit(Connection connection, Deadline deadline) {
        return new Limit() {
            @Override
            public void beforeCall() throws SQLException {
                long left = Math.max(1, deadline.left().toMillis());
                TransactionControl.execute(connection, "SET LOCAL statement_timeout = " + left);
            }
        };
    }

    @Override
    public void commit(Connection connection) throws SQLException {
        connection.commit();
    }

    @Override
    public void rollback(Connection connection) throws SQLException {
        connection.rollback();
    }
}
