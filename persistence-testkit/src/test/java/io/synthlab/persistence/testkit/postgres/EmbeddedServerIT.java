package io.synthlab.persistence.testkit.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.synthlab.persistence.error.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddedServerIT {
    @ParameterizedTest
    @ValueSource(ints = {14, 18})
    void given_a_version_when_started_then_it_runs_and_leaves_nothing(int major) throws SQLException {
        Path data;
        try (PostgresServer server =
                EmbeddedServer.start(EmbeddedOptions.forTests().withMajorVersion(major))) {
            assertEquals(major, server.majorVersion());
            data = Path.of(ask(server, "postgres", "SHOW data_directory"));
            assertTrue(Files.isDirectory(data));
            assertEquals("America/Sao_Paulo", sessionZone(server));
            assertEquals("off", ask(server, "postgres", "SHOW fsync"));
            assertEquals("off", ask(server, "postgres", "SHOW full_page_writes"));
        }
        assertFalse(Files.exists(data.getParent()), "the temporary directory is gone");
    }

    @Test
    void given_no_version_when_started_then_the_newest_binaries_run() {
        try (PostgresServer server = EmbeddedServer.start(EmbeddedOptions.temporary())) {
            assertEquals(18, server.majorVersion());
        }
    }

    @Test
    void given_a_template_when_cloned_and_dropped_then_the_copy_comes_and_goes() throws SQLException {
        try (PostgresServer server =
                EmbeddedServer.start(EmbeddedOptions.forTests().withMajorVersion(14))) {
            server.createDatabase("origin");
            run(server, "origin", "CREATE TABLE kept AS SELECT 7 AS n");
            server.createDatabase("copy", "origin");
            try (Connection open = server.connect("copy")) {
                assertEquals("7", ask(server, "copy", "SELECT n FROM kept"));
                server.dropDatabase("copy");
                assertFalse(open.isValid(1), "dropping ends connections");
            }
            assertEquals("0", ask(server, "postgres", "SELECT count(*) FROM pg_database WHERE datname = 'copy'"));
        }
    }

    @Test
    void given_a_kept_directory_when_started_again_then_data_is_there(@TempDir Path temp) throws SQLException {
        EmbeddedOptions kept = EmbeddedOptions.keptIn(temp.resolve("deep/server"));
        try (PostgresServer first = EmbeddedServer.start(kept.withMajorVersion(14))) {
            run(first, "postgres", "CREATE TABLE kept AS SELECT 42 AS n");
            assertEquals("on", ask(first, "postgres", "SHOW fsync"));
            assertEquals("on", ask(first, "postgres", "SHOW synchronous_commit"));
        }
        assertFalse(Files.exists(temp.resolve("deep/server/data/postmaster.pid")), "stopped cleanly");
        try (PostgresServer second = EmbeddedServer.start(kept)) {
            assertEquals(14, second.majorVersion(), "the version the data was made with, not the newest");
            assertEquals("42", ask(second, "postgres", "SELECT n FROM kept"));
        }
    }

    @Test
    void given_a_running_server_when_its_directory_is_used_again_then_refused(@TempDir Path temp) {
        EmbeddedOptions kept = EmbeddedOptions.keptIn(temp);
        try (PostgresServer first = EmbeddedServer.start(kept)) {
            String message = refused(kept);
            assertTrue(message.contains("another server uses " + temp), message);
            assertEquals(18, first.majorVersion());
        }
        String message = refused(kept.withMajorVersion(14));
        assertTrue(message.contains("holds data of PostgreSQL 18, not of 14"), message);
    }

    @Test
    void given_a_half_initialised_directory_when_started_then_it_is_made_anew(@TempDir Path temp)
            throws IOException, SQLException {
        Files.createFile(temp.resolve("server.lock"));
        Files.createDirectory(temp.resolve("data"));
        Files.writeString(temp.resolve("data/PG_VERSION"), "14");
        try (PostgresServer server = EmbeddedServer.start(EmbeddedOptions.keptIn(temp))) {
            assertEquals("1", ask(server, "postgres", "SELECT 1"));
        }
    }

    private static String refused(EmbeddedOptions options) {
        return assertThrows(
                        ConfigurationException.class,
                        () -> EmbeddedServer.start(options).close())
                .getMessage();
    }

    private static String sessionZone(PostgresServer server) throws SQLException {
        // The driver announces the JVM's zone; the server's own setting is what other clients get.
        return ask(server, "postgres", "SELECT reset_val FROM pg_settings WHERE name = 'TimeZone'");
    }

    private static void run(PostgresServer server, String database, String sql) throws SQLException {
        try (Connection connection = server.connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String ask(PostgresServer server, String database, String sql) throws SQLException {
        try (Connection connection = server.connect(database);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            assertTrue(row.next());
            return row.getString(1);
        }
    }
}
