package io.synthlab.persistence.testkit.postgres;

import io.synthlab.persistence.DatabaseKind;
import io.synthlab.persistence.DatabaseUrl;
import io.synthlab.persistence.error.DatabaseException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL server that runs and accepts a user who may create databases. Safe for use by many threads.
 *
 * <p>Got from {@link TestServers#postgres(int)}, which shares one server per JVM and version, or from
 * {@link EmbeddedServer#start(EmbeddedOptions)}, whose caller closes it.
 */
public final class PostgresServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PostgresServer.class);
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");
    private static final String IN_USE = "55006";

    private static final String OPEN_TRANSACTIONS = """
            SELECT count(*)
              FROM pg_stat_activity
             WHERE datname = ? AND backend_type = 'client backend' AND state <> 'idle'
            """;

    private final DatabaseUrl maintenance;
    private final MaintenanceConnection kept;
    private final String origin;
    private final int majorVersion;
    private final Runnable stop;
    private final @Nullable Runnable crash;
    private final Set<String> created = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean closed = new AtomicBoolean();

    private PostgresServer(
            DatabaseUrl maintenance, String origin, int majorVersion, Runnable stop, @Nullable Runnable crash) {
        this.maintenance = maintenance;
        this.kept = new MaintenanceConnection(() -> connect(maintenance));
        this.origin = origin;
        this.majorVersion = majorVersion;
        this.stop = stop;
        this.crash = crash;
    }

    /**
     * Takes hold of a running server and asks for its version.
     *
     * @param maintenance a database that exists, for statements about other databases
     * @param origin where the server comes from, for messages
     * @param stop what {@link #close()} does
     * @param crash what {@link #crash()} does, {@code null} if that is not possible
     * @throws DatabaseException if the server cannot be reached
     */
    static PostgresServer running(DatabaseUrl maintenance, String origin, Runnable stop, @Nullable Runnable crash) {
        try (Connection connection = connect(maintenance)) {
            int version = connection.getMetaData().getDatabaseMajorVersion();
            return new PostgresServer(maintenance, origin, version, stop, crash);
        } catch (SQLException e) {
            throw new DatabaseException(
                    null, null, "PostgreSQL (" + origin + ") at " + maintenance.display() + " does not answer", e);
        }
    }

    /** Returns the major version the server runs, for example 18. */
    public int majorVersion() {
        return majorVersion;
    }

    /** Returns where the server comes from, in words; never a password. */
    public String origin() {
        return origin;
    }

    /**
     * Returns how to reach a database of this server.
     *
     * @param database name of the database; it need not exist
     * @return URL with user and, where the server asks for one, password
     */
    public DatabaseUrl url(String database) {
        String base = maintenance.jdbcUrl();
        int query = base.indexOf('?');
        int end = query < 0 ? base.length() : query;
        String jdbcUrl = base.substring(0, base.lastIndexOf('/', end) + 1) + checked(database) + base.substring(end);
        return new DatabaseUrl(DatabaseKind.POSTGRESQL, jdbcUrl, maintenance.user(), maintenance.password());
    }

    /**
     * Opens a connection to the database from which others are created and dropped.
     *
     * @return an open connection with autocommit, which the caller closes
     * @throws DatabaseException if the server cannot be reached
     */
    public Connection connect() {
        return opened(maintenance);
    }

    /**
     * Opens a connection to a database of this server.
     *
     * @param database name of the database
     * @return an open connection with autocommit, which the caller closes
     * @throws DatabaseException if the database cannot be reached
     */
    public Connection connect(String database) {
        return opened(url(database));
    }

    /**
     * Creates an empty database.
     *
     * @param name small letters, digits and underscores, at most 63
     * @throws DatabaseException if it exists or cannot be created
     */
    public void createDatabase(String name) {
        execute("CREATE DATABASE " + checked(name));
        created.add(name);
    }

    /**
     * Creates a copy of a database.
     *
     * @param name small letters, digits and underscores, at most 63
     * @param template the database to copy; nobody may be connected to it
     * @throws DatabaseException if it exists or cannot be created
     */
    public void createDatabase(String name, String template) {
        // Copying files beats copying through the log for small databases; version 14 knows no other way.
        String strategy = majorVersion < 15 ? "" : " STRATEGY file_copy";
        execute("CREATE DATABASE " + checked(name) + " TEMPLATE " + checked(template) + strategy);
        created.add(name);
    }

    /**
     * Removes a database and ends every connection to it. Does nothing if there is none.
     *
     * @param name name of the database
     * @throws DatabaseException if it cannot be removed
     */
    public void dropDatabase(String name) {
        execute("DROP DATABASE IF EXISTS " + checked(name) + " WITH (FORCE)");
        created.remove(name);
    }

    /**
     * Removes a database that nobody should be connected to any more; waits a few seconds for those who are leaving.
     *
     * @param name name of the database
     * @return whether nobody was connected; if somebody was, the connections were ended
     * @throws DatabaseException if it cannot be removed
     */
    public boolean dropUnusedDatabase(String name) {
        try {
            run("DROP DATABASE IF EXISTS " + checked(name));
            created.remove(name);
            return true;
        } catch (SQLException e) {
            dropDatabase(name);
            if (IN_USE.equals(e.getSQLState())) {
                return false;
            }
            throw new DatabaseException(null, null, this + " refused to drop database " + name, e);
        }
    }

    /**
     * Counts who is at work in a database.
     *
     * @param name name of the database
     * @return connections with a statement running or a transaction open
     * @throws DatabaseException if the server cannot be asked
     */
    public long openTransactions(String name) {
        try {
            return kept.use(connection -> {
                try (PreparedStatement statement = connection.prepareStatement(OPEN_TRANSACTIONS)) {
                    statement.setString(1, name);
                    try (ResultSet row = statement.executeQuery()) {
                        row.next();
                        return row.getLong(1);
                    }
                }
            });
        } catch (SQLException e) {
            throw new DatabaseException(null, null, "cannot look for open transactions on " + this, e);
        }
    }

    /** Removes every database that was created here and is still there. */
    void dropCreated() {
        created.forEach(this::dropDatabase);
    }

    /**
     * Kills every process of the server at once, as a crash of its machine would. To start it again: close this, and
     * start a server with {@link EmbeddedOptions#keptIn} the same directory, {@link EmbeddedOptions#withPort at the same
     * port}.
     *
     * @throws UnsupportedOperationException if the server was not started from binaries by this JVM
     */
    public void crash() {
        if (crash == null) {
            throw new UnsupportedOperationException(this + " was not started from binaries here");
        }
        crash.run();
    }

    /**
     * Stops a server that was started here; leaves one that was found running. May be called more than once.
     */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            disconnect();
            stop.run();
        }
    }

    /** A server that does not answer any more is stopped all the same. */
    private void disconnect() {
        try {
            kept.close();
        } catch (SQLException e) {
            LOG.debug("closing the connection to {} failed", this, e);
        }
    }

    @Override
    public String toString() {
        return "PostgreSQL " + majorVersion + " (" + origin + ")";
    }

    private void execute(String sql) {
        try {
            run(sql);
        } catch (SQLException e) {
            throw new DatabaseException(null, null, this + " refused: " + sql, e);
        }
    }

    private void run(String sql) throws SQLException {
        kept.use(connection -> {
            try (Statement statement = connection.createStatement()) {
                return statement.execute(sql);
            }
        });
    }

    private static Connection opened(DatabaseUrl url) {
        try {
            return connect(url);
        } catch (SQLException e) {
            throw new DatabaseException(null, null, "cannot connect to " + url.display(), e);
        }
    }

    private static Connection connect(DatabaseUrl url) throws SQLException {
        Properties properties = new Properties();
        if (url.user() != null) {
            properties.setProperty("user", url.user());
        }
        if (url.password() != null) {
            properties.setProperty("password", url.password());
        }
        return DriverManager.getConnection(url.jdbcUrl(), properties);
    }

    private static String checked(String name) {
        if (!NAME.matcher(Objects.requireNonNull(name, "name")).matches()) {
            throw new IllegalArgumentException(
                    "a database name is made of small letters, digits and _, at most 63, and begins with a letter");
        }
        return name;
    }
}
