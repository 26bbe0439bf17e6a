package io.synthlab.persistence.migrations.mover.target;

import io.synthlab.persistence.DatabaseKind;
import io.synthlab.persistence.PersistenceConfig;
import io.synthlab.persistence.error.ConfigurationException;
import io.synthlab.persistence.error.DatabaseException;
import io.synthlab.persistence.internal.connect.DriverConnections;
import io.synthlab.persistence.internal.error.ErrorTranslator;
import io.synthlab.persistence.migrations.query.Rows;
import io.synthlab.persistence.migrations.query.Statements;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One connection to the target, and transactions on it. Used by one thread. */
public final class TargetSession implements AutoCloseable {
    private final Connection connection;

    private TargetSession(Connection connection) {
        this.connection = connection;
    }

    /**
     * Connects.
     *
     * @param config which database
     * @return the session, which the caller closes; it commits each statement by itself
     * @throws DatabaseException if it cannot be reached
     * @throws ConfigurationException if it is no PostgreSQL
     */
    public static TargetSession open(PersistenceConfig config) {
        TargetSession session = new TargetSession(DriverConnections.open(config, false));
        try {
            String product = session.connection.getMetaData().getDatabaseProductName();
            if (!product.equals(DatabaseKind.POSTGRESQL.displayName())) {
                throw new ConfigurationException("the target must be PostgreSQL but is " + product);
            }
            session.connection.setAutoCommit(true);
            // A move takes as long as it takes, whatever the database sets for its users.
            session.execute(
                    "SET statement_timeout = 0",
                    "SET idle_in_transaction_session_timeout = 0",
                    "SET idle_session_timeout = 0");
            return session;
        } catch (SQLException e) {
            throw session.closing(session.failed(e));
        } catch (RuntimeException e) {
            throw session.closing(e);
        }
    }

    /** Work that fails with SQL errors. */
    @FunctionalInterface
    public interface Work {
        /** Does it. */
        void run() throws SQLException;
    }

    /**
     * Does work in one transaction: all of it is kept, or nothing.
     *
     * @param work the work
     * @throws DatabaseException if the server fails
     */
    public void inTransaction(Work work) {
        inTransaction("SET TRANSACTION ISOLATION LEVEL READ COMMITTED, READ WRITE", work);
    }

    void inTransaction(String mode, Work work) {
        try {
            connection.setAutoCommit(false);
            execute(mode);
            work.run();
            connection.commit();
        } catch (SQLException e) {
            throw undone(failed(e));
        } catch (RuntimeException e) {
            throw undone(e);
        } catch (Error e) {
            throw undone(e);
        } finally {
            autoCommit();
        }
    }

    private <E extends Throwable> E undone(E failure) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            failure.addSuppressed(failed(e));
        }
        return failure;
    }

    private void autoCommit() {
        try {
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            // A connection that is broken has told so before.
            return;
        }
    }

    /**
     * Returns whether a table is there.
     *
     * @param name its name, with its schema
     * @return whether it is
     */
    public boolean hasTable(String name) {
        return holds("SELECT to_regclass(?) IS NOT NULL", name);
    }

    Connection jdbc() {
        return connection;
    }

    void execute(String... commands) {
        try {
            Statements.run(connection, List.of(commands));
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    int update(String sql, @Nullable Object... parameters) {
        try (PreparedStatement statement = Rows.prepare(connection, sql, parameters)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    <T> List<T> list(String sql, Rows.Reader<T> reader, @Nullable Object... parameters) {
        try {
            return Rows.list(connection, sql, reader, parameters);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    boolean holds(String question, @Nullable Object... parameters) {
        return list(question, row -> row.getBoolean(1), parameters).get(0);
    }

    DatabaseException failed(SQLException e) {
        return ErrorTranslator.translate(e, DatabaseKind.POSTGRESQL, null, null);
    }

    RuntimeException closing(RuntimeException failure) {
        try {
            connection.close();
        } catch (SQLException e) {
            failure.addSuppressed(failed(e));
        }
        return failure;
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw failed(e);
        }
    }
}
