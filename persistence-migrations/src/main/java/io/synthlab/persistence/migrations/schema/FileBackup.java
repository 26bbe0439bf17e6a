package io.synthlab.persistence.migrations.schema;

import io.synthlab.persistence.DatabaseUrl;
import io.synthlab.persistence.error.ConfigurationException;
import io.synthlab.persistence.error.DatabaseException;
import io.synthlab.persistence.migrations.query.Names;
import io.synthlab.persistence.migrations.query.Rows;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConnection;

/** Copies a SQLite file with SQLite's backup API, {@code -wal} included, and proves the copy. */
final class FileBackup {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final String TABLES = "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name";
    private static final int NAMES_TRIED = 100;

    private FileBackup() {}

    /**
     * Copies a file. The caller holds its write lock, so that the copy is what the caller changes afterwards.
     *
     * @param target the file
     * @param directory where the copy goes
     * @return path of the copy
     * @throws ConfigurationException if the directory does not exist or cannot be written
     * @throws DatabaseException if the copy cannot be made or is not equal; it is deleted then
     */
    static Path write(Target target, Path directory) {
        Path copy = reserve(target, directory);
        try (SchemaConnection source = SchemaConnection.toRead(target)) {
            copy(source.jdbc(), copy);
            verify(source.jdbc(), copy);
            return copy;
        } catch (SQLException e) {
            DatabaseException error = new DatabaseException(
                    null,
                    null,
                    "backup " + copy + " could not be made (code " + e.getErrorCode()
                            + "); check the space of its directory; nothing was changed",
                    null);
            throw delete(copy, error);
        } catch (DatabaseException e) {
            throw delete(copy, e);
        }
    }

    /** Takes a name nobody has; two backups within a second get a number each. */
    private static Path reserve(Target target, Path directory) {
        if (!Files.isDirectory(directory)) {
            throw new ConfigurationException("directory " + directory + " of the backup does not exist; create it");
        }
        String name = target.requireFile().getFileName() + ".before-baseline-"
                + STAMP.format(target.config().clock().instant());
        for (int number = 1; number <= NAMES_TRIED; number++) {
            Path copy = directory.resolve(name + (number == 1 ? "" : "-" + number) + ".db");
            try {
                return Files.createFile(copy);
            } catch (FileAlreadyExistsException e) {
                continue;
            } catch (IOException e) {
                throw new ConfigurationException("backup cannot be written to " + directory + "; check its rights", e);
            }
        }
        throw new ConfigurationException(
                "directory " + directory + " holds too many backups " + name + "; remove some");
    }

    private static void copy(Connection source, Path copy) throws SQLException {
        int result = source.unwrap(SQLiteConnection.class).getDatabase().backup("main", copy.toString(), null);
        if (result != 0) {
            throw new SQLException("backup ended early", null, result);
        }
    }

    private static void verify(Connection source, Path copy) throws SQLException {
        try (Connection connection = DriverManager.getConnection(DatabaseUrl.SQLITE_PREFIX + copy)) {
            requireIntegrity(connection);
            if (!rowCounts(connection).equals(rowCounts(source))) {
                throw new DatabaseException(
                        null, null, "backup has other row counts than the file; nothing was changed, try again", null);
            }
        }
    }

    private static void requireIntegrity(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            // Rows that break a check are old data, not damage.
            statement.execute("PRAGMA ignore_check_constraints = 1");
        }
        List<String> findings = Rows.list(connection, "PRAGMA integrity_check(3)", row -> row.getString(1));
        if (!findings.equals(List.of("ok"))) {
            throw new DatabaseException(
                    null,
                    null,
                    "the file is damaged, integrity_check of its copy says: " + String.join(", ", findings)
                            + "; nothing was changed; restore the file from an older backup",
                    null);
        }
    }

    private static Map<String, @Nullable Long> rowCounts(Connection connection) throws SQLException {
        Map<String, @Nullable Long> counts = new TreeMap<>();
        for (String table : Rows.list(connection, TABLES, row -> row.getString(1))) {
            String sql = "SELECT count(*) FROM " + Names.quoted(table);
            counts.put(table, Rows.list(connection, sql, row -> row.getLong(1)).get(0));
        }
        return counts;
    }

    private static DatabaseException delete(Path copy, DatabaseException error) {
        try {
            Files.deleteIfExists(copy);
        } catch (IOException e) {
            error.addSuppressed(e);
        }
        return error;
    }
}
