package io.synthlab.persistence.benchmarks;

import io.synthlab.persistence.DatabaseKind;
import io.synthlab.persistence.PersistenceConfig;
import io.synthlab.persistence.internal.connect.ConnectionSource;
import io.synthlab.persistence.internal.connect.ConnectionSource.Purpose;
import io.synthlab.persistence.internal.connect.ConnectionSources;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.ZoneId;

/**
 * Units of work as a host would write them by hand: the library's pools and driver settings, and transactions begun and
 * ended with the same commands, but no front, no switch, no bookkeeping and no translation of errors.
 */
final class DirectJdbc implements AutoCloseable {
    private final DatabaseKind kind;
    private final ConnectionSource connections;
    private final Clock clock;
    private final ZoneId naiveZone;

    /**
     * Work on a connection.
     *
     * @param <T> what it returns
     */
    @FunctionalInterface
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    DirectJdbc(DatabaseKind kind, PersistenceConfig config) {
        this.kind = kind;
        this.connections = ConnectionSources.open(config);
        this.clock = config.clock();
        this.naiveZone = config.naiveZone();
    }

    DatabaseKind kind() {
        return kind;
    }

    Clock clock() {
        return clock;
    }

    ZoneId naiveZone() {
        return naiveZone;
    }

    <T> T read(Work<T> work) throws SQLException {
        return run(true, work);
    }

    <T> T write(Work<T> work) throws SQLException {
        return run(false, work);
    }

    private <T> T run(boolean readOnly, Work<T> work) throws SQLException {
        try (Connection connection = connections.take(readOnly ? Purpose.READ : Purpose.WRITE)) {
            begin(connection, readOnly);
            T result;
            try {
                result = work.on(connection);
            } catch (SQLException | RuntimeException e) {
                end(connection, false);
                throw e;
            }
            end(connection, true);
            return result;
        }
    }

    /** On SQLite as SQL on a connection in autocommit mode, as the library does. */
    private void begin(Connection connection, boolean readOnly) throws SQLException {
        if (kind == DatabaseKind.SQLITE) {
            execute(connection, readOnly ? "BEGIN" : "BEGIN IMMEDIATE");
        } else {
            connection.setReadOnly(readOnly);
        }
    }

    private void end(Connection connection, boolean keep) throws SQLException {
        if (kind == DatabaseKind.SQLITE) {
            execute(connection, keep ? "COMMIT" : "ROLLBACK");
        } else if (keep) {
            connection.commit();
        } else {
            connection.rollback();
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() {
        connections.close();
    }
}
