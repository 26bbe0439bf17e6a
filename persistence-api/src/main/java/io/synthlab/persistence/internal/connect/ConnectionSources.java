package io.synthlab.persistence.internal.connect;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.synthlab.persistence.DatabaseKind;
import io.synthlab.persistence.DatabaseUrl;
import io.synthlab.persistence.PersistenceConfig;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** Builds pools. SQLite gets one writing connection and a few reading ones, PostgreSQL one pool. */
public final class ConnectionSources {
    private static final AtomicInteger SERIAL = new AtomicInteger();

    private ConnectionSources() {}

    /**
     * Opens the source a configuration asks for, and makes sure that the database answers.
     *
     * @param config configuration
     * @return the source
     * @throws io.synthlab.persistence.error.DatabaseException if the database cannot be reached
     */
    public static ConnectionSource open(PersistenceConfig config) {
        if (config.dataSource().isPresent()) {
            return new HostSource(config.dataSource().get());
        }
        DatabaseUrl url = config.databaseUrl().orElseThrow();
        requireAnswer(config, url);
        if (url.kind() == DatabaseKind.POSTGRESQL) {
            return new PoolSource(pool(config, url, "postgresql", config.poolSize(), config.poolTimeout(), false));
        }
        HikariDataSource writer = pool(config, url, "sqlite-writer", 1, config.sqliteBusyTimeout(), true);
        try {
            HikariConfig readers =
                    settings(config, url, "sqlite-readers", config.sqliteReaders(), config.poolTimeout(), true);
            readers.setConnectionInitSql("PRAGMA query_only=1");
            return new SqliteSource(writer, start(readers, url));
        } catch (RuntimeException e) {
            writer.close();
            throw e;
        }
    }

    /** By a connection of its own: a pool sleeps for a second before it says that it cannot connect. */
    private static void requireAnswer(PersistenceConfig config, DatabaseUrl url) {
        try {
            DriverConnections.open(config, false).close();
        } catch (SQLException e) {
            throw DriverConnections.failed(url, e);
        }
    }

    private static HikariDataSource pool(
            PersistenceConfig config, DatabaseUrl url, String role, int size, Duration wait, boolean autoCommit) {
        return start(settings(config, url, role, size, wait, autoCommit), url);
    }

    private static HikariConfig settings(
            PersistenceConfig config, DatabaseUrl url, String role, int size, Duration wait, boolean autoCommit) {
        HikariConfig settings = new HikariConfig();
        settings.setPoolName("synthlab-" + role + "-" + SERIAL.incrementAndGet());
        settings.setJdbcUrl(url.jdbcUrl());
        settings.setDataSourceProperties(DriverConnections.properties(config, url, false));
        settings.setMaximumPoolSize(size);
        settings.setMinimumIdle(1);
        settings.setConnectionTimeout(wait.toMillis());
        settings.setAutoCommit(autoCommit);
        // One attempt: a wrong password or host must be said at once, not after the pool's patience.
        settings.setInitializationFailTimeout(1);
        return settings;
    }

    private static HikariDataSource start(HikariConfig settings, DatabaseUrl url) {
        try {
            return new HikariDataSource(settings);
        } catch (RuntimeException e) { // the pool wraps what the driver threw
            if (e.getCause() instanceof SQLException cause) {
                throw DriverConnections.failed(url, cause);
            }
            throw e;
        }
    }

    /** One pool for everything. */
    private record PoolSource(HikariDataSource pool) implements ConnectionSource {
        @Override
        public Connection take(boolean readOnly) throws SQLException {
            return pool.getConnection();
        }

        @Override
        public void discard(Connection connection, boolean readOnly) {
            pool.evictConnection(connection);
        }

        @Override
        public void close() {
            pool.close();
        }
    }

    /** SQLite allows one writer at a time, so that waiting happens in front of the file, in order. */
    private static final class SqliteSource implements ConnectionSource {
        private final HikariDataSource writer;
        private final HikariDataSource readers;
        private final WriterHolder holder = new WriterHolder();

        SqliteSource(HikariDataSource writer, HikariDataSource readers) {
            this.writer = writer;
            this.readers = readers;
        }

        @Override
        public Connection take(boolean readOnly) throws SQLException {
            if (readOnly) {
                return readers.getConnection();
            }
            try {
                Connection connection = writer.getConnection();
                holder.taken();
                return connection;
            } catch (SQLTransientConnectionException e) {
                throw holder.explain(e);
            }
        }

        @Override
        public void discard(Connection connection, boolean readOnly) {
            // Only its own pool: the other one would mark the connection as gone without closing it.
            (readOnly ? readers : writer).evictConnection(connection);
        }

        @Override
        public void close() {
            readers.close();
            writer.close();
        }
    }

    /** The host's own data source: used as it is, never closed. */
    private record HostSource(DataSource dataSource) implements ConnectionSource {
        @Override
        public Connection take(boolean readOnly) throws SQLException {
            return dataSource.getConnection();
        }

        @Override
        public void discard(Connection connection, boolean readOnly) {
            // The host's pool decides about its connections; it sees the same errors.
        }

        @Override
        public void close() {
            // The host's to close.
        }
    }
}
