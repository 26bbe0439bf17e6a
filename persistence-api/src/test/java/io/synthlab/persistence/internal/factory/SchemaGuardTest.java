package io.synthlab.persistence.internal.factory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.synthlab.persistence.PersistenceConfig;
import io.synthlab.persistence.RepositoryFactory;
import io.synthlab.persistence.error.ConfigurationException;
import io.synthlab.persistence.error.SchemaMismatchException;
import io.synthlab.persistence.fixture.TestDatabase;
import io.synthlab.persistence.internal.connect.ConnectionSource;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaGuardTest {
    @TempDir
    private Path directory;

    private static SchemaMismatchException refusal(PersistenceConfig config) {
        return assertThrows(SchemaMismatchException.class, () -> RepositoryFactory.open(config));
    }

    private static void assertRefused(TestDatabase database, String found, String command) {
        assertEquals(
                "the schema is not at version 2 (found: " + found + "); run: synthlab-db schema " + command
                        + " --database jdbc:sqlite:" + database.file(),
                refusal(database.config().build()).getMessage());
    }

    @Test
    void sendsAnEmptyDatabaseToMigrate() {
        TestDatabase database = TestDatabase.empty(directory);
        database.execute("CREATE TABLE notes (id TEXT)");
        assertRefused(database, "no tables of this library", "migrate");
    }

    @Test
    void sendsTheOriginalsTablesToBaseline() {
        TestDatabase database = TestDatabase.empty(directory);
        database.execute("CREATE TABLE experiments (id TEXT PRIMARY KEY)");
        assertRefused(database, "tables of the original application, but no history", "baseline");
    }

    @ParameterizedTest
    @CsvSource({
        "'3', 1, version 3, status",
        "0.5, 1, version 0.5, migrate",
        "10, 1, version 10, status",
        "0, 1, version 0, migrate"
    })
    void namesAnotherVersion(String version, int success, String found, String command) {
        TestDatabase database = TestDatabase.in(directory);
        database.execute("UPDATE synthlab_schema_history SET version = '" + version + "', success = " + success);
        assertRefused(database, found, command);
    }

    @Test
    void countsTheLatestVersionThatSucceeded() {
        TestDatabase database = TestDatabase.in(directory);
        database.execute(
                "INSERT INTO synthlab_schema_history VALUES (2, '3', 0)",
                "INSERT INTO synthlab_schema_history VALUES (3, NULL, 1)");
        database.open().close();
        database.execute("INSERT INTO synthlab_schema_history VALUES (4, '3', 1)");
        assertRefused(database, "version 3", "status");
        database.execute("UPDATE synthlab_schema_history SET success = 0");
        assertRefused(database, "tables of the original application, but no history", "baseline");
    }

    @Test
    void repeatsNoParametersOfTheUrl() {
        PersistenceConfig config = PersistenceConfig.builder()
                .databaseUrl("postgresql://alice:planted@host/db?sslpassword=planted")
                .build();
        TestDatabase database = TestDatabase.empty(directory);
        database.execute("CREATE TABLE notes (id TEXT)");
        SchemaMismatchException e = assertThrows(
                SchemaMismatchException.class, () -> SchemaGuard.check(new OneConnection(database), config));
        assertTrue(
                e.getMessage().endsWith("run: synthlab-db schema migrate --database jdbc:postgresql://host/db"),
                e::getMessage);
    }

    /** Leads to a file, whatever the configuration says. */
    private record OneConnection(TestDatabase database) implements ConnectionSource {
        @Override
        public Connection take(Purpose purpose) throws SQLException {
            return database.connect();
        }

        @Override
        public void giveBack(Connection connection, Purpose purpose, boolean broken) throws SQLException {
            connection.close();
        }

        @Override
        public void close() {
            throw new AssertionError("not the guard's to close");
        }
    }

    @Test
    void makesSureThatTheDefaultGroupExistsAndLeavesItAlone() throws SQLException {
        TestDatabase database = TestDatabase.in(directory);
        Clock clock = Clock.fixed(Instant.parse("2025-01-02T03:04:05.123456789Z"), ZoneOffset.UTC);
        RepositoryFactory.open(database.config().clock(clock).build()).close();
        assertEquals(List.of("Default|2025-01-02T03:04:05.123456+00:00"), groups(database));
        database.execute("UPDATE synth_groups SET name = 'Renamed'");
        database.open().close();
        assertEquals(List.of("Renamed|2025-01-02T03:04:05.123456+00:00"), groups(database));
    }

    private static List<String> groups(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT group_concat(name || '|' || created_at) FROM synth_groups WHERE id = 'grp_00000001'")) {
            return List.of(rows.getString(1));
        }
    }

    @Test
    void aHistoryWithoutTheTablesIsAnotherSchema() {
        TestDatabase database = TestDatabase.in(directory);
        database.execute("DROP TABLE synth_groups");
        SchemaMismatchException e = refusal(database.config().build());
        assertTrue(e.getMessage().contains("a table or column is missing"), e::getMessage);
    }

    @Test
    void refusesOtherDatabasesOfAHost() {
        DatabaseMetaData other = (DatabaseMetaData) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {DatabaseMetaData.class},
                (proxy, method, arguments) -> "H2");
        Connection connection = (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> method.getName().equals("getMetaData") ? other : null);
        DataSource host = (DataSource) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {DataSource.class},
                (proxy, method, arguments) -> connection);
        assertEquals(
                "the data source leads to H2; only SQLite and PostgreSQL are supported",
                refusal(PersistenceConfig.builder().dataSource(host).build()).getMessage());
    }

    @Test
    void unknownProvidersAreFoundAtTheOpening() {
        TestDatabase database = TestDatabase.in(directory);
        ConfigurationException e = assertThrows(
                ConfigurationException.class,
                () -> RepositoryFactory.open(database.config().provider("jap").build()));
        assertTrue(e.getMessage().startsWith("no provider \"jap\". Found: [other, plain]"), e::getMessage);
    }
}
