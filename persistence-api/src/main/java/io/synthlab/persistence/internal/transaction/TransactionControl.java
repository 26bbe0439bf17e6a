package io.synthlab.persistence.internal.transaction;

import io.synthlab.persistence.DatabaseKind;
import io.synthlab.persistence.transaction.TransactionOptions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** How a transaction is begun, ended and limited in time on one kind of database. */
interface TransactionControl extends AutoCloseable {
    /** Keeps a running unit within its time. */
    interface Limit extends AutoCloseable {
        /** No limit. */
        Limit NONE = new Limit() {};

        /**
         * Called before each repository call.
         *
         * @throws SQLException if the limit cannot be set
         */
        default void beforeCall() throws SQLException {}

        /** Called once, when the unit ends. */
        @Override
        default void close() {}
    }

    /** Begins a transaction. */
    void begin(Connection connection, TransactionOptions options) throws SQLException;

    /** Keeps every statement until the unit's end within its time. */
    Limit limit(Connection connection, Deadline deadline) throws SQLException;

    /** Ends a transaction and keeps what it wrote. */
    void commit(Connection connection) throws SQLException;

    /** Ends a transaction and undoes what it wrote. */
    void rollback(Connection connection) throws SQLException;

    /** Frees threads, if there are any. */
    @Override
    default void close() {}

    static TransactionControl of(DatabaseKind kind) {
        return kind == DatabaseKind.SQLITE ? new SqliteControl() : new PostgresControl();
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
