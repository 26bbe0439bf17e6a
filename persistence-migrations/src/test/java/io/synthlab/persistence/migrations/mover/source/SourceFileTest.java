package io.synthlab.persistence.migrations.mover.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.synthlab.persistence.error.DatabaseException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceFileTest {
    @TempDir
    Path directory;

    @TempDir
    Path workDirectory;

    private Path file;

    @BeforeEach
    void name() {
        file = directory.resolve("live #1 %20.db");
    }

    @AfterEach
    void no_copy_is_left() throws IOException {
        assertEquals(Map.of(), files(workDirectory));
    }

    private Connection write(String... statements) throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
        return connection;
    }

    private List<String> read(boolean frozen) {
        try (WorkPlace place = WorkPlace.create(workDirectory);
                SourceDatabase source = SourceDatabase.open(SourceFile.take(file, frozen, place), true)) {
            return source.texts("SELECT a FROM t ORDER BY a");
        }
    }

    /** Returns the content of every file of a directory. */
    private static Map<String, String> files(Path directory) throws IOException {
        Map<String, String> content = new TreeMap<>();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path each : files.filter(Files::isRegularFile).toList()) {
                content.put(each.getFileName().toString(), Arrays.toString(Files.readAllBytes(each)));
            }
        }
        return content;
    }

    @ParameterizedTest
    @ValueSource(strings = {"WAL", "DELETE"})
    void leaves_nothing_beside_a_file_that_nobody_has_open(String journalMode) throws SQLException, IOException {
        write("PRAGMA journal_mode = " + journalMode, "CREATE TABLE t (a)", "INSERT INTO t VALUES ('x')")
                .close();
        Map<String, String> before = files(directory);
        assertEquals(1, before.size());
        assertEquals(List.of("x"), read(false));
        assertEquals(List.of("x"), read(true));
        assertEquals(before, files(directory));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void reads_a_wal_that_was_left_behind_without_touching_it(boolean frozen) throws SQLException, IOException {
        Path crashed = directory.resolve("crashed");
        Files.createDirectory(crashed);
        try (Connection writer =
                write("PRAGMA journal_mode = WAL", "CREATE TABLE t (a)", "INSERT INTO t VALUES ('x')")) {
            assertFalse(writer.isClosed()); // closing would fold the WAL in
            for (String ending : List.of("", "-wal")) {
                Path part = file.resolveSibling(file.getFileName() + ending);
                Files.copy(part, crashed.resolve(part.getFileName()));
            }
        }
        file = crashed.resolve(file.getFileName());
        Map<String, String> before = files(crashed);
        assertEquals(2, before.size());
        assertEquals(List.of("x"), read(frozen));
        assertEquals(before, files(crashed));
    }

    @Test
    void reads_one_state_while_a_writer_is_at_work() throws SQLException {
        write("PRAGMA journal_mode = WAL", "CREATE TABLE t (a)", "INSERT INTO t VALUES ('x')")
                .close();
        try (Connection writer = write("BEGIN IMMEDIATE", "INSERT INTO t VALUES ('not yet')");
                WorkPlace place = WorkPlace.create(workDirectory);
                SourceDatabase source = SourceDatabase.open(SourceFile.take(file, false, place), true);
                Statement statement = writer.createStatement()) {
            statement.execute("COMMIT");
            assertEquals(List.of("x"), source.texts("SELECT a FROM t"));
            assertEquals(List.of("not yet", "x"), read(false));
        }
    }

    @Test
    void says_where_a_copy_cannot_be_made() throws SQLException {
        write("CREATE TABLE t (a)").close();
        Path missing = workDirectory.resolve("missing");
        DatabaseException failure = assertThrows(DatabaseException.class, () -> WorkPlace.create(missing));
        assertTrue(failure.getMessage().contains(missing.toString()), failure.getMessage());
    }
}
