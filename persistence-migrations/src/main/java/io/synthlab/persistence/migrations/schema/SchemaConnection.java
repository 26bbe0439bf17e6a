package io.synthlab.persistence.migrations.schema;

import io.synthlab.persistence.DatabaseKind;
import io.synthlab.persistence.DatabaseUrl;
import io.synthlab.persistence.error.ConfigurationException;
import io.synthlab.persistence.error.ConflictException;
import io.synthlab.persistence.error.DatabaseException;
import io.synthlab.persistence.internal.connect.ConnectionProperties;
import io.synthlab.persistence.internal.connect.DriverConnections;
import io.synthlab.persistence.internal.connect.SqliteFile;
import io.synthlab.persistence.internal.error.ErrorTranslator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection with one transaction for one piece of schema work: all of it happens or none.
 *
 * <p>Whoever changes something holds a lock first, so that several at once work one after another: the write lock of
 * the file on SQLite, an advisory lock on PostgreSQL that ends with the transaction (a pooler in transaction mode may
 * stand between).
 */
final class SchemaConnection implements AutoCloseable {
    /** Key of the advisory lock, arbitrary and never to be changed: the bytes of {@code synthlab}. */
    private static final long ADVISORY_LOCK = 0x73796E74686C6162L;

    private static final Duration WAL_RETRY = Duration.ofMillis(5);
    private static final Logger LOG = LoggerFactory.getLogger(SchemaConnection.class);

    private final Target target;
    private final Connection connection;

    private SchemaConnection(Target target, Connection connection) {
        this.target = target;
        this.connection = connection;
    }

    /** Opens a connection that sees one snapshot and cannot write; a file keeps its journal mode. */
    static SchemaConnection toRead(Target target) {
        if (target.kind() == DatabaseKind.POSTGRESQL) {
            return postgresql(target, "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
        }
        SchemaConnection opened = sqlite(target, sqliteProperties(target, false));
        opened.begin("PRAGMA query_only = 1");
        return opened;
    }

    /** Opens a connection that migrates and holds the lock; a missing file is created. */
    static SchemaConnection toMigrate(Target target) {
        if (target.kind() == DatabaseKind.POSTGRESQL) {
            return lockedPostgresql(target, "");
        }
        return lockedSqlite(target, true);
    }

    /**
     * Opens a connection that finds out what a rollback would do and cannot write. On PostgreSQL it waits for whoever
     * changes the schema: one that counts rows while another drops their tables would be a deadlock.
     */
    static SchemaConnection toPlanRollback(Target target) {
        return target.kind() == DatabaseKind.POSTGRESQL ? lockedPostgresql(target, ", READ ONLY") : toRead(target);
    }

    /** Opens a connection that undoes versions and holds the lock; a missing file is not created. */
    static SchemaConnection toRollBack(Target target) {
        return target.kind() == DatabaseKind.POSTGRESQL ? lockedPostgresql(target, "") : lockedSqlite(target, false);
    }

    /** Opens a connection that takes over an existing SQLite file and holds its write lock. */
    static SchemaConnection toBaseline(Target target) {
        return lockedSqlite(target, false);
    }

    DatabaseKind kind() {
        return target.kind();
    }

    Target target() {
        return target;
    }

    /** Returns the connection; its transaction is ended here only. */
    Connection jdbc() {
        return connection;
    }

    void commit() {
        try {
            connection.commit();
        } catch (SQLException e) {
            throw translate(e);
        }
    }

    DatabaseException translate(SQLException e) {
        return ErrorTranslator.translate(e, kind(), null, null);
    }

    /** Undoes what was not committed. */
    @Override
    public void close() {
        try (connection) {
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            // What was committed is safe, and a failure before has been thrown already.
            LOG.debug("closing the connection of schema work failed: SQLSTATE {}", e.getSQLState());
        }
    }

    private static SchemaConnection postgresql(Target target, String first) {
        SchemaConnection opened = new SchemaConnection(target, DriverConnections.open(target.config(), false));
        try {
            opened.connection.setAutoCommit(false);
            opened.execute(first);
            return opened;
        } catch (SQLException e) {
            throw opened.failed(e);
        }
    }

    private static SchemaConnection lockedPostgresql(Target target, String mode) {
        // Read committed, whatever the default: the snapshot must be younger than the lock.
        SchemaConnection opened = postgresql(target, "SET TRANSACTION ISOLATION LEVEL READ COMMITTED" + mode);
        try {
            opened.execute("SELECT pg_advisory_xact_lock(" + ADVISORY_LOCK + ")");
            return opened;
        } catch (SQLException e) {
            throw opened.failed(e);
        }
    }

    private static SchemaConnection lockedSqlite(Target target, boolean create) {
        Properties properties = sqliteProperties(target, create);
        properties.setProperty("transaction_mode", "IMMEDIATE");
        // Otherwise rebuilding a table would delete the rows that refer to it.
        properties.setProperty("foreign_keys", "false");
        SchemaConnection opened = sqlite(target, properties);
        if (create) {
            opened.useWal();
        }
        opened.begin();
        return opened;
    }

    /** Several that make a new file at once get SQLITE_BUSY here, whatever the busy timeout is: none may wait. */
    private void useWal() {
        long deadline = System.nanoTime() + target.config().sqliteBusyTimeout().toNanos();
        while (true) {
            try {
                execute("PRAGMA journal_mode = WAL");
                return;
            } catch (SQLException e) {
                if (!(translate(e) instanceof ConflictException) || System.nanoTime() > deadline) {
                    throw failed(e);
                }
                LockSupport.parkNanos(WAL_RETRY.toNanos());
            }
        }
    }

    private static Properties sqliteProperties(Target target, boolean create) {
        Path file = target.requireFile();
        if (create && Files.notExists(file)) {
            requireDirectory(file);
        } else {
            SqliteFile.requireDatabase(file.toString());
        }
        Properties properties = ConnectionProperties.sqlite(target.config(), create);
        // Not while opening: a file that turns out not to be ours keeps its mode.
        properties.remove("journal_mode");
        return properties;
    }

    private static SchemaConnection sqlite(Target target, Properties properties) {
        try {
            return new SchemaConnection(
                    target, DriverManager.getConnection(DatabaseUrl.SQLITE_PREFIX + target.requireFile(), properties));
        } catch (SQLException e) {
            throw ErrorTranslator.connecting(target.display(), e);
        }
    }

    private static void requireDirectory(Path file) {
        Path directory = file.toAbsolutePath().getParent();
        if (directory == null || !Files.isDirectory(directory)) {
            throw new ConfigurationException("directory " + directory
                    + " of the SQLite file does not exist; create it or correct the database URL");
        }
    }

    /** The driver sends BEGIN, in the mode of the connection, when autocommit goes off. */
    private void begin(String... before) {
        try {
            for (String statement : before) {
                execute(statement);
            }
            connection.setAutoCommit(false);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private DatabaseException failed(SQLException e) {
        DatabaseException error = translate(e);
        try {
            connection.close();
        } catch (SQLException closing) {
            error.addSuppressed(translate(closing));
        }
        return error;
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
