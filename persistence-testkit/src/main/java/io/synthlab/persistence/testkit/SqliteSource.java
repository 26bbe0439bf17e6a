package io.synthlab.persistence.testkit;

import io.synthlab.persistence.DatabaseUrl;
import io.synthlab.persistence.PersistenceConfig;
import io.synthlab.persistence.internal.schema.SchemaMigrators;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;

/** SQLite files, each in a temporary directory of its own. */
final class SqliteSource extends DatabaseSource {
    private static final String FILE = "synthlab.db";

    private byte @Nullable [] template;

    @Override
    DatabaseUrl create(boolean migrated) {
        try {
            Path file = newDirectory().resolve(FILE);
            if (migrated) {
                Files.write(file, template());
            }
            return DatabaseUrl.sqlite(file.toString());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make a SQLite file for a test", e);
        }
    }

    @Override
    boolean drop(DatabaseUrl database) {
        Path file = file(database);
        boolean unused = !Files.exists(file) || changeMode(database, "DELETE");
        deleteWithFiles(file.getParent());
        return unused;
    }

    /** Moves the whole log into the file, which SQLite cannot while somebody reads from the log or writes to it. */
    @Override
    boolean isQuiet(DatabaseUrl database) {
        if (!Files.exists(file(database))) {
            return true;
        }
        try (Connection connection = DriverManager.getConnection(database.jdbcUrl());
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA busy_timeout = " + PATIENCE.toMillis());
            try (ResultSet row = statement.executeQuery("PRAGMA wal_checkpoint(TRUNCATE)")) {
                return !row.next() || row.getInt("busy") == 0;
            }
        } catch (SQLException e) {
            return !isBusy(e);
        }
    }

    private static Path file(DatabaseUrl database) {
        return Path.of(database.jdbcUrl().substring(DatabaseUrl.SQLITE_PREFIX.length()));
    }

    private synchronized byte[] template() throws IOException {
        byte[] bytes = template;
        if (bytes == null) {
            bytes = migrate();
            template = bytes;
        }
        return bytes;
    }

    private byte[] migrate() throws IOException {
        Path directory = newDirectory();
        DatabaseUrl database = DatabaseUrl.sqlite(directory.resolve(FILE).toString());
        try {
            PersistenceConfig config = config(database).build();
            SchemaMigrators.only().migrate(config);
            if (!changeMode(database, "DELETE")) {
                throw new IllegalStateException("the schema migrator left a connection to a SQLite file open");
            }
            changeMode(database, "WAL"); // as the library works, so that copies start in it
            return Files.readAllBytes(directory.resolve(FILE));
        } finally {
            deleteWithFiles(directory);
        }
    }

    /**
     * Changes the journal mode. To leave WAL moves everything into the one file; SQLite refuses it as long as another
     * connection, of any process, has used the file.
     *
     * @return whether SQLite did not refuse
     */
    private static boolean changeMode(DatabaseUrl database, String mode) {
        try (Connection connection = DriverManager.getConnection(database.jdbcUrl());
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA busy_timeout = 0");
            statement.execute("PRAGMA synchronous = OFF");
            statement.execute("PRAGMA journal_mode = " + mode);
            return true;
        } catch (SQLException e) {
            return !isBusy(e);
        }
    }

    /** Any other error says nothing about connections: a test may have put another file there. */
    private static boolean isBusy(SQLException e) {
        int primary = e.getErrorCode() & 0xFF;
        return primary == SQLiteErrorCode.SQLITE_BUSY.code || primary == SQLiteErrorCode.SQLITE_LOCKED.code;
    }

    private static Path newDirectory() throws IOException {
        return Files.createTempDirectory("synthlab-sqlite-");
    }

    private static void deleteWithFiles(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
            Files.delete(directory);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete the directory of a test database " + directory, e);
        }
    }
}
