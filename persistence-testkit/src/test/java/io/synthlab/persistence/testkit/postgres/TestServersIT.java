package io.synthlab.persistence.testkit.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.synthlab.persistence.DatabaseUrl;
import io.synthlab.persistence.error.ConfigurationException;
import io.synthlab.persistence.error.DatabaseException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TestServersIT {
    private static final int NOBODY_ASKS_FOR = 15;

    @AfterEach
    void forget() {
        System.clearProperty(TestServers.URL_PROPERTY);
    }

    @Test
    void given_a_version_when_asked_twice_then_the_same_server() {
        assertSame(TestServers.postgres(18), TestServers.postgres(18));
    }

    @Test
    void given_a_url_when_asked_then_that_server_whatever_its_version() throws SQLException {
        try (PostgresServer found = EmbeddedServer.start(EmbeddedOptions.forTests())) {
            DatabaseUrl url = found.url("postgres");
            System.setProperty(
                    TestServers.URL_PROPERTY,
                    url.jdbcUrl().replace("jdbc:postgresql://", "postgresql://postgres:secret@")
                            + "?ApplicationName=tests");
            PostgresServer server = TestServers.postgres(NOBODY_ASKS_FOR);
            assertEquals(found.majorVersion(), server.majorVersion());
            assertNotEquals(NOBODY_ASKS_FOR, server.majorVersion());
            assertEquals("PostgreSQL 18 (named by URL)", server.toString());
            assertTrue(server.url("other").jdbcUrl().endsWith("/other?ApplicationName=tests"));
            assertDropsWhatItCreated(server);
        }
    }

    private static void assertDropsWhatItCreated(PostgresServer server) throws SQLException {
        server.createDatabase("mine");
        server.dropCreated();
        try (Connection connection = server.connect();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("SELECT 1 FROM pg_database WHERE datname = 'mine'")) {
            assertTrue(connection.getMetaData().getURL().contains("/postgres?"), "a database that exists");
            assertEquals(false, found.next());
        }
    }

    @Test
    void given_a_url_of_another_database_when_asked_then_the_error_names_the_setting() {
        System.setProperty(TestServers.URL_PROPERTY, "sqlite:///some.db");
        String message = assertThrows(ConfigurationException.class, () -> TestServers.postgres(16))
                .getMessage();
        assertEquals(
                "synthlab.test.postgres.url must have the form postgresql://user:password@host:port/database", message);
    }

    @Test
    void given_a_url_nobody_answers_at_when_asked_then_the_error_has_no_password() {
        // Port 1 is reserved, and nobody listens there.
        System.setProperty(TestServers.URL_PROPERTY, "postgresql://someone:secret@localhost:1/some_database");
        DatabaseException error = assertThrows(DatabaseException.class, () -> TestServers.postgres(16));
        assertEquals(
                "PostgreSQL (named by URL) at jdbc:postgresql://localhost:1/some_database (user someone) does not"
                        + " answer",
                error.getMessage());
    }
}
