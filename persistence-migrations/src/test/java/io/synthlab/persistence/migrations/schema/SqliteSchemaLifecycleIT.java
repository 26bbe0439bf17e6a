package io.synthlab.persistence.migrations.schema;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.synthlab.persistence.PersistenceConfig;
import io.synthlab.persistence.error.ConfigurationException;
import io.synthlab.persistence.error.ConflictException;
import io.synthlab.persistence.error.ConnectionLostException;
import io.synthlab.persistence.error.DatabaseException;
import io.synthlab.persistence.error.SchemaMismatchException;
import io.synthlab.persistence.migrations.Schema;
import io.synthlab.persistence.migrations.SchemaStatus;
import io.synthlab.persistence.migrations.query.Rows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;

class SqliteSchemaLifecycleIT extends SchemaLifecycleContract {
    @TempDir
    private Path directory;

    @Override
    TestDatabase emptyDatabase() {
        return TestDatabase.sqlite(directory.resolve("lifecycle.db"));
    }

    @Override
    String legacyRemedy() {
        return "synthlab-db schema baseline";
    }

    @Override
    String objects() {
        return "SELECT count(*) FROM sqlite_master WHERE tbl_name <> 'synthlab_schema_history'";
    }

    @Test
    void a_new_file_is_in_wal_mode() throws SQLException {
        schema().migrate();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file())) {
            assertEquals(List.of("wal"), Rows.list(connection, "PRAGMA journal_mode", row -> row.getString(1)));
        }
    }

    @Test
    void looking_at_a_missing_file_says_how_to_make_it_and_makes_none() {
        ConnectionLostException error = assertThrows(ConnectionLostException.class, () -> schema().status());
        assertTrue(error.getMessage().contains("synthlab-db schema migrate"), error.getMessage());
        assertFalse(Files.exists(file()));
    }

    @Test
    void an_empty_file_is_an_empty_database() throws IOException {
        Files.createFile(file());
        assertEquals(SchemaStatus.State.EMPTY, schema().status().state());
        assertEquals(2, schema().migrate().size());
    }

    @Test
    void a_missing_directory_is_named() {
        Schema schema = schemaAt(directory.resolve("none/here.db"));
        ConfigurationException error = assertThrows(ConfigurationException.class, schema::migrate);
        assertTrue(error.getMessage().contains("none of the SQLite file does not exist"), error.getMessage());
    }

    @Test
    void what_is_no_database_is_refused_and_left_alone() throws IOException {
        Files.writeString(file(), "this is a letter, not a database");
        assertThrows(ConnectionLostException.class, () -> schema().migrate());
        assertThrows(ConnectionLostException.class, () -> schemaAt(directory).migrate());
        assertEquals("this is a letter, not a database", Files.readString(file()));
    }

    @Test
    void a_file_of_something_else_is_refused_and_left_alone() throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE orders (id TEXT)");
        }
        byte[] before = Files.readAllBytes(file());

        SchemaMismatchException error = assertThrows(SchemaMismatchException.class, () -> schema().migrate());

        assertTrue(error.getMessage().contains("belongs to something else (orders)"), error.getMessage());
        assertEquals(SchemaStatus.State.FOREIGN, schema().status().state());
        assertArrayEquals(before, Files.readAllBytes(file()));
    }

    @Test
    void a_write_lock_held_elsewhere_is_a_conflict_and_no_matter_once_nothing_is_to_be_done() throws SQLException {
        PersistenceConfig impatient = PersistenceConfig.builder()
                .databaseUrl("jdbc:sqlite:" + file())
                .set("synthlab.sqlite-busy-timeout", "250ms")
                .build();
        Schema schema = Schema.of(impatient);
        schema.migrate();
        database().undoVersions();
        try (Connection holder = database().connect();
                Statement statement = holder.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            assertThrows(ConflictException.class, schema::migrate);
            statement.execute("ROLLBACK");
            schema.migrate();
            statement.execute("BEGIN IMMEDIATE");
            assertEquals(List.of(), schema.migrate());
            assertTrue(schema.status().isCurrent());
            statement.execute("ROLLBACK");
        }
    }

    @Test
    void rows_that_refer_to_nothing_do_not_grow_and_need_not_go() throws SQLException {
        schema().migrate();
        database().undoVersions();
        database()
                .execute(
                        "CREATE TABLE p (id TEXT PRIMARY KEY)",
                        "CREATE TABLE c (p TEXT REFERENCES p (id))",
                        "PRAGMA foreign_keys = OFF",
                        "INSERT INTO c VALUES ('gone')");
        assertEquals(2, schema().migrate().size());
        try (SchemaConnection connection =
                SchemaConnection.toRead(Target.of(database().config(), VersionScripts.LIBRARY))) {
            DanglingReferences now = DanglingReferences.count(connection);
            assertEquals(List.of("1 rows refer to a row that is not there (c -> p)"), now.describe());
            DanglingReferences none = new DanglingReferences(Map.of());
            assertThrows(DatabaseException.class, () -> now.requireNoMoreThan(none));
        }
    }

    @Test
    void a_host_data_source_is_asked_for_the_file_only() throws SQLException {
        SQLiteDataSource source = new SQLiteDataSource();
        source.setUrl("jdbc:sqlite:" + file());
        Schema schema = Schema.of(PersistenceConfig.builder().dataSource(source).build());
        assertEquals(2, schema.migrate().size());
        assertTrue(schema().status().isCurrent());

        source.setUrl("jdbc:sqlite::memory:");
        assertThrows(ConfigurationException.class, schema::status);
    }

    private Path file() {
        return directory.resolve("lifecycle.db");
    }

    private static Schema schemaAt(Path path) {
        return Schema.of(
                PersistenceConfig.builder().databaseUrl("jdbc:sqlite:" + path).build());
    }
}
