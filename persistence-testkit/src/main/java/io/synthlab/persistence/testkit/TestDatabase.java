package io.synthlab.persistence.testkit;

import io.synthlab.persistence.DatabaseKind;
import io.synthlab.persistence.DatabaseUrl;
import io.synthlab.persistence.PersistenceConfig;
import io.synthlab.persistence.error.DatabaseException;
import io.synthlab.persistence.internal.connect.DriverConnections;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * A database that one test has for itself. Safe for use by many threads.
 *
 * <p>Injected by {@link SynthLabDatabase}, which closes it; or made by {@link #migrated(DatabaseKind)} where a test
 * needs more than one, and closed by the test.
 */
public final class TestDatabase implements AutoCloseable {
    private final DatabaseSource source;
    private final DatabaseUrl url;
    private final String provider;
    private final TestClock clock;
    private final List<Connection> connections = new CopyOnWriteArrayList<>();
    private final AtomicBoolean closed = new AtomicBoolean();

    private TestDatabase(DatabaseSource source, DatabaseUrl url, String provider, TestClock clock) {
        this.source = source;
        this.url = url;
        this.provider = provider;
        this.clock = clock;
    }

    /** Makes the database an annotation asks for. */
    static TestDatabase of(SynthLabDatabase wanted, TestClock clock) {
        DatabaseSource source = DatabaseSource.of(wanted.kind(), wanted.postgres());
        return new TestDatabase(source, source.create(wanted.migrated()), wanted.provider(), clock);
    }

    /**
     * Makes a database at the newest schema version, on PostgreSQL {@value SynthLabDatabase#NEWEST_POSTGRES} or SQLite.
     *
     * @param kind which
     * @return the database, which the caller closes
     */
    public static TestDatabase migrated(DatabaseKind kind) {
        return create(kind, SynthLabDatabase.NEWEST_POSTGRES, true);
    }

    /**
     * Makes an empty database, on PostgreSQL {@value SynthLabDatabase#NEWEST_POSTGRES} or SQLite.
     *
     * @param kind which
     * @return the database, which the caller closes; a SQLite file does not exist yet
     */
    public static TestDatabase empty(DatabaseKind kind) {
        return empty(kind, SynthLabDatabase.NEWEST_POSTGRES);
    }

    /**
     * Makes an empty database on a certain version of PostgreSQL, or on SQLite.
     *
     * @param kind which
     * @param postgres major version of PostgreSQL, for example 14; without meaning for SQLite
     * @return the database, which the caller closes; a SQLite file does not exist yet
     */
    public static TestDatabase empty(DatabaseKind kind, int postgres) {
        return create(kind, postgres, false);
    }

    private static TestDatabase create(DatabaseKind kind, int postgres, boolean migrated) {
        DatabaseSource source = DatabaseSource.of(kind, postgres);
        return new TestDatabase(source, source.create(migrated), "", new TestClock());
    }

    /** Returns which database it is. */
    public DatabaseKind kind() {
        return url.kind();
    }

    /** Returns where it is, with the password in it if it has one. */
    public DatabaseUrl url() {
        return url;
    }

    /** Returns the clock of {@link #config()}. */
    public TestClock clock() {
        return clock;
    }

    /** Returns a new configuration that leads here, with this test's implementation and clock. */
    public PersistenceConfig.Builder config() {
        PersistenceConfig.Builder config = DatabaseSource.config(url).clock(clock);
        return provider.isEmpty() ? config : config.provider(provider);
    }

    /**
     * Opens a connection that no pool knows, with the driver settings of the library and autocommit.
     *
     * @return the connection, which the test closes; a test that does not fails
     * @throws DatabaseException if the database cannot be reached
     */
    public Connection connect() {
        Connection connection =
                DriverConnections.open(DatabaseSource.config(url).build(), true);
        connections.add(connection);
        return connection;
    }

    /**
     * Runs one statement and commits.
     *
     * @param sql statement, parameters as {@code ?}
     * @param args values of the parameters
     * @return how many rows it changed; 0 if it changes none by nature
     * @throws DatabaseException if it fails; the cause is the driver's own exception
     */
    public int execute(String sql, @Nullable Object... args) {
        return run(sql, args, statement -> {
            statement.execute();
            return Math.max(0, statement.getUpdateCount());
        });
    }

    /**
     * Reads rows.
     *
     * @param sql query, parameters as {@code ?}
     * @param args values of the parameters
     * @return each row as column name to value, both as the driver gives them, columns in order
     * @throws DatabaseException if it fails; the cause is the driver's own exception
     */
    public List<Map<String, @Nullable Object>> query(String sql, @Nullable Object... args) {
        return run(sql, args, statement -> {
            try (ResultSet result = statement.executeQuery()) {
                return rows(result);
            }
        });
    }

    /**
     * Reads the only column of the only row.
     *
     * @param sql query, parameters as {@code ?}
     * @param args values of the parameters
     * @return the value as the driver gives it, which may be {@code null}
     * @throws DatabaseException if it fails; the cause is the driver's own exception
     * @throws IllegalStateException if there is not exactly one row of one column
     */
    public @Nullable Object queryOne(String sql, @Nullable Object... args) {
        List<Map<String, @Nullable Object>> rows = query(sql, args);
        if (rows.size() != 1 || rows.get(0).size() != 1) {
            throw new IllegalStateException("expected one row of one column, got " + rows.size() + " rows: " + sql);
        }
        return rows.get(0).values().iterator().next();
    }

    /**
     * Reads the only column of the only row as a whole number.
     *
     * @param sql query, parameters as {@code ?}
     * @param args values of the parameters
     * @return the number
     * @throws DatabaseException if it fails; the cause is the driver's own exception
     * @throws IllegalStateException if there is not exactly one row of one column, or no number in it
     */
    public long queryLong(String sql, @Nullable Object... args) {
        if (queryOne(sql, args) instanceof Number number) {
            return number.longValue();
        }
        throw new IllegalStateException("expected a number: " + sql);
    }

    /** Returns whether no transaction is open, and waits a moment for those that are ending. */
    boolean isQuiet() {
        return source.isQuiet(url);
    }

    /**
     * Removes the database. May be called more than once.
     *
     * @throws IllegalStateException if the test left a connection open; the database is gone all the same
     */
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        long raw = connections.stream().filter(TestDatabase::closeIfOpen).count();
        boolean unused = source.drop(url);
        if (raw > 0) {
            throw new IllegalStateException(raw + " connections of TestDatabase.connect() were left open");
        }
        if (!unused) {
            throw new IllegalStateException("connections to " + url.display()
                    + " were left open; close every RepositoryFactory and connection a test opens");
        }
    }

    @Override
    public String toString() {
        return "TestDatabase[" + url.display() + "]";
    }

    private <T> T run(String sql, @Nullable Object[] args, Work<T> work) {
        try (Connection connection =
                        DriverConnections.open(DatabaseSource.config(url).build(), true);
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < args.length; i++) {
                statement.setObject(i + 1, args[i]);
            }
            return work.run(statement);
        } catch (SQLException e) {
            throw new DatabaseException(null, null, "a test's own statement failed: " + sql, e);
        }
    }

    private static List<Map<String, @Nullable Object>> rows(ResultSet result) throws SQLException {
        ResultSetMetaData columns = result.getMetaData();
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        while (result.next()) {
            Map<String, @Nullable Object> row = new LinkedHashMap<>();
            for (int i = 1; i <= columns.getColumnCount(); i++) {
                row.put(columns.getColumnLabel(i), result.getObject(i));
            }
            rows.add(Collections.unmodifiableMap(row));
        }
        return rows;
    }

    private static boolean closeIfOpen(Connection connection) {
        try {
            boolean open = !connection.isClosed();
            connection.close();
            return open;
        } catch (SQLException e) {
            return false; // broken by the test: nothing is left open
        }
    }

    private interface Work<T> {
        T run(PreparedStatement statement) throws SQLException;
    }
}
