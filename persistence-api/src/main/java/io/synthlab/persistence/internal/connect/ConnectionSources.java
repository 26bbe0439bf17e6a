package io.synthlab.persistence.internal.connect;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import io.synthlab.persistence.DatabaseKind;
import io.synthlab.persistence.DatabaseUrl;
import io.synthlab.persistence.PersistenceConfig;
import io.synthlab.persistence.observe.PoolFigures;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** Builds pools. SQLite gets one writing connection and a few reading ones, PostgreSQL one pool. */
public final class ConnectionSources {
    private static final AtomicInteger SERIAL = new AtomicInteger();
    private static final String QUERY_ONLY = "PRAGMA query_only=1";
    private static final Duration IDLE = Duration.ofSeconds(30);

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
        boolean sqlite = url.kind() == DatabaseKind.SQLITE;
        HikariDataSource comparing = comparing(config, url);
        return sqlite ? sqlite(config, url, comparing) : postgresql(config, url, comparing);
    }

    private static ConnectionSource postgresql(PersistenceConfig config, DatabaseUrl url, HikariDataSource comparing) {
        HikariConfig settings = settings(config, url, "postgresql", config.poolSize(), config.poolTimeout());
        return new PoolSource(start(settings, url), comparing);
    }

    private static ConnectionSource sqlite(PersistenceConfig config, DatabaseUrl url, HikariDataSource comparing) {
        HikariDataSource writer = start(settings(config, url, "sqlite-writer", 1, config.sqliteBusyTimeout()), url);
        try {
            HikariConfig readers =
                    settings(config, url, "sqlite-readers", config.sqliteReaders(), config.poolTimeout());
            readers.setConnectionInitSql(QUERY_ONLY);
            return new SqliteSource(writer, start(readers, url), comparing);
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

    private static HikariConfig settings(
            PersistenceConfig config, DatabaseUrl url, String role, int size, Duration wait) {
        HikariConfig settings = new HikariConfig();
        settings.setPoolName("synthlab-" + role + "-" + SERIAL.incrementAndGet());
        settings.setJdbcUrl(url.jdbcUrl());
        settings.setDataSourceProperties(DriverConnections.properties(config, url, false));
        settings.setMaximumPoolSize(size);
        settings.setMinimumIdle(1);
        settings.setConnectionTimeout(wait.toMillis());
        settings.setAutoCommit(url.kind() == DatabaseKind.SQLITE);
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

    /**
     * A pool beside the others, so that no caller waits for a comparison. It starts when it is first asked, and keeps
     * no connection when there is nothing to compare.
     */
    private static HikariDataSource comparing(PersistenceConfig config, DatabaseUrl url) {
        HikariConfig settings = settings(
                config,
                url,
                "comparing",
                config.comparing().threads(),
                config.comparing().timeout());
        settings.setMinimumIdle(0);
        settings.setIdleTimeout(IDLE.toMillis());
        if (url.kind() == DatabaseKind.SQLITE) {
            settings.setConnectionInitSql(QUERY_ONLY);
        }
        HikariDataSource pool = new HikariDataSource();
        settings.copyStateTo(pool);
        return pool;
    }

    private static PoolFigures figures(String name, HikariDataSource pool) {
        HikariPoolMXBean state = pool.getHikariPoolMXBean();
        int limit = pool.getMaximumPoolSize();
        return state == null // not started
                ? new PoolFigures(name, 0, 0, 0, limit)
                : new PoolFigures(
                        name,
                        state.getActiveConnections(),
                        state.getIdleConnections(),
                        state.getThreadsAwaitingConnection(),
                        limit);
    }

    /** To its own pool: another one would mark a broken connection as gone without closing it. */
    private static void giveBack(Connection connection, HikariDataSource pool, boolean broken) throws SQLException {
        if (broken) {
            pool.evictConnection(connection);
        }
        connection.close();
    }

    /** One pool for everything that hosts do. */
    private record PoolSource(HikariDataSource pool, HikariDataSource comparing) implements ConnectionSource {
        private HikariDataSource pool(Purpose purpose) {
            return purpose == Purpose.COMPARE ? comparing : pool;
        }

        @Override
        public Connection take(Purpose purpose) throws SQLException {
            return pool(purpose).getConnection();
        }

        @Override
        public void giveBack(Connection connection, Purpose purpose, boolean broken) throws SQLException {
            ConnectionSources.giveBack(connection, pool(purpose), broken);
        }

        @Override
        public List<PoolFigures> figures() {
            return List.of(
                    ConnectionSources.figures("postgresql", pool), ConnectionSources.figures("comparing", comparing));
        }

        @Override
        public void close() {
            comparing.close();
            pool.close();
        }
    }

    /** SQLite allows one writer at a time, so that waiting happens in front of the file, in order. */
    private static final class SqliteSource implements ConnectionSource {
        private final HikariDataSource writer;
        private final HikariDataSource readers;
        private final HikariDataSource comparing;
        private final WriterHolder holder = new WriterHolder();

        SqliteSource(HikariDataSource writer, HikariDataSource readers, HikariDataSource comparing) {
            this.writer = writer;
            this.readers = readers;
            this.comparing = comparing;
        }

        private HikariDataSource pool(Purpose purpose) {
            return switch (purpose) {
                case WRITE -> writer;
                case READ -> readers;
                case COMPARE -> comparing;
            };
        }

        @Override
        public Connection take(Purpose purpose) throws SQLException {
            if (purpose != Purpose.WRITE) {
                return pool(purpose).getConnection();
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
        public void giveBack(Connection connection, Purpose purpose, boolean broken) throws SQLException {
            if (purpose == Purpose.WRITE) {
                holder.givenBack();
            }
            ConnectionSources.giveBack(connection, pool(purpose), broken);
        }

        @Override
        public List<PoolFigures> figures() {
            return List.of(
                    ConnectionSources.figures("sqlite-writer", writer),
                    ConnectionSources.figures("sqlite-readers", readers),
                    ConnectionSources.figures("comparing", comparing));
        }

        @Override
        public void close() {
            comparing.close();
            readers.close();
            writer.close();
        }
    }

    /** The host's own data source: used as it is, never closed. */
    private record HostSource(DataSource dataSource) implements ConnectionSource {
        @Override
        public Connection take(Purpose purpose) throws SQLException {
            return dataSource.getConnection();
        }

        @Override
        public void giveBack(Connection connection, Purpose purpose, boolean broken) throws SQLException {
            connection.close(); // a broken one, too: the host's pool sees the same errors and decides
        }

        @Override
        public void close() {
            // The host's to close.
        }
    }
}
