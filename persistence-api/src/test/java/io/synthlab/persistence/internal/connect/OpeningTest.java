package io.synthlab.persistence.internal.connect;

import static io.synthlab.persistence.fixture.Guides.guide;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.synthlab.persistence.PersistenceConfig;
import io.synthlab.persistence.RepositoryFactory;
import io.synthlab.persistence.error.ConfigurationException;
import io.synthlab.persistence.error.ConnectionLostException;
import io.synthlab.persistence.error.DatabaseException;
import io.synthlab.persistence.error.TransactionException;
import io.synthlab.persistence.fixture.Probe;
import io.synthlab.persistence.fixture.TestDatabase;
import io.synthlab.persistence.transaction.TransactionOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;

/** What can go wrong when a database is opened, and how connections are set up when nothing does. */
class OpeningTest {
    @TempDir
    private Path directory;

    private static PersistenceConfig.Builder config(Path file) {
        return PersistenceConfig.builder().databaseUrl("jdbc:sqlite:" + file);
    }

    private static ConnectionLostException refusal(PersistenceConfig config) {
        ConnectionLostException e = assertThrows(
                ConnectionLostException.class,
                () -> RepositoryFactory.open(config).close());
        if (config.dataSource().isEmpty()) {
            ConnectionLostException alone = assertThrows(
                    ConnectionLostException.class,
                    () -> DriverConnections.open(config, false).close());
            assertEquals(e.getMessage(), alone.getMessage(), "the same whether by a pool or alone");
        }
        return e;
    }

    @Test
    void aMissingFileIsNotCreated() {
        Path file = directory.resolve("missing.db");
        assertEquals(
                "SQLite file " + file
                        + " does not exist; correct the path or create it with: synthlab-db schema migrate"
                        + " --database jdbc:sqlite:" + file,
                refusal(config(file).build()).getMessage());
        assertFalse(Files.exists(file));
    }

    @Test
    void aMissingFileIsCreatedForAMigrator() throws SQLException {
        Path file = directory.resolve("new.db");
        try (Connection connection = DriverConnections.open(config(file).build(), true)) {
            assertTrue(connection.getAutoCommit());
            Probe.execute(connection, "CREATE TABLE t (id TEXT)");
        }
        assertTrue(Files.exists(file));
    }

    @Test
    void aDirectoryIsNoFile() {
        assertEquals(
                "SQLite file " + directory + " is no regular file; name the database file",
                refusal(config(directory).build()).getMessage());
    }

    @Test
    void aFileOfSomethingElseIsNoDatabase() throws IOException {
        Path file = directory.resolve("letter.txt");
        byte[] letter = "planted: Dear Sir or Madam".getBytes(StandardCharsets.UTF_8);
        Files.write(file, letter);
        assertEquals(
                "file " + file + " is not a SQLite database; name the database file",
                refusal(config(file).build()).getMessage());
        Files.write(file, new byte[] {'S', 'Q'});
        assertEquals(
                "file " + file + " is not a SQLite database; name the database file",
                refusal(config(file).build()).getMessage());
        Files.write(file, letter);
        assertArrayEquals(letter, Files.readAllBytes(file));
    }

    @Test
    void aDamagedDatabaseIsAClearError() throws IOException {
        Path file = directory.resolve("damaged.db");
        byte[] damaged = new byte[4_096];
        byte[] magic = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(magic, 0, damaged, 0, magic.length);
        Files.write(file, damaged);
        String message = refusal(config(file).build()).getMessage();
        assertTrue(message.startsWith("cannot connect to jdbc:sqlite:" + file), message);
    }

    @Test
    void anUnreadableFileIsAClearError() {
        Path unreadable = Path.of("/proc/self/mem"); // for everybody, root included: nothing is mapped at its start
        assumeTrue(Files.isRegularFile(unreadable), "only where there is /proc");
        ConnectionLostException e = refusal(config(unreadable).build());
        assertEquals("SQLite file /proc/self/mem cannot be read; check its permissions", e.getMessage());
        assertInstanceOf(IOException.class, e.getCause());
    }

    @Test
    void aPathThatThePlatformDoesNotHaveIsAClearError() {
        ConfigurationException e = assertThrows(ConfigurationException.class, () -> SqliteFile.path("a\0b"));
        assertEquals("SQLite URL holds no valid path on this platform", e.getMessage());
    }

    @Test
    void anEmptyFileIsAnEmptyDatabase() throws IOException {
        Path file = Files.createFile(directory.resolve("empty.db"));
        DatabaseException e = assertThrows(
                DatabaseException.class,
                () -> RepositoryFactory.open(config(file).build()).close());
        assertTrue(e.getMessage().contains("found: no tables of this library"), e::getMessage);
    }

    @Test
    void aServerThatDoesNotAnswerIsSaidAtOnceAndWithoutThePassword() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        ConnectionLostException e = refusal(PersistenceConfig.builder()
                .databaseUrl("postgresql://alice:planted@127.0.0.1:" + port + "/db")
                .build());
        assertEquals(
                "cannot connect to jdbc:postgresql://127.0.0.1:" + port + "/db (user alice): no server answers at that"
                        + " host and port; start it or correct host and port",
                e.getMessage());
        assertFalse(String.valueOf(e.getCause()).contains("planted"));
    }

    @Test
    void sqliteConnectionsAreSetUpForOneWriterAndSomeReaders() throws Exception {
        TestDatabase database = TestDatabase.in(directory);
        try (RepositoryFactory repositories = database.open()) {
            for (String pragma :
                    new String[] {"foreign_keys=1", "journal_mode=wal", "synchronous=1", "busy_timeout=250"}) {
                String name = pragma.substring(0, pragma.indexOf('='));
                assertEquals(
                        pragma, name + "=" + Probe.read(repositories, (unit, p) -> pragma(unit.connection(), name)));
                assertEquals(
                        pragma, name + "=" + Probe.write(repositories, (unit, p) -> pragma(unit.connection(), name)));
            }
            assertEquals("1", Probe.read(repositories, (unit, p) -> pragma(unit.connection(), "query_only")));
            assertEquals("0", Probe.write(repositories, (unit, p) -> pragma(unit.connection(), "query_only")));
        }
    }

    private static String pragma(Connection connection, String name) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("PRAGMA " + name)) {
            return rows.getString(1);
        }
    }

    @Test
    void postgresqlConnectionsRepeatNoValuesInErrors() {
        Properties properties = ConnectionProperties.postgresql(PersistenceConfig.builder()
                .databaseUrl("postgresql://h/db")
                .set("synthlab.tls-mode", "verify-full")
                .set("synthlab.tls-root-certificate", "/c/root.pem")
                .build());
        assertEquals("false", properties.getProperty("logServerErrorDetail"));
        assertEquals("verify-full", properties.getProperty("sslmode"));
        assertEquals("/c/root.pem", properties.getProperty("sslrootcert"));
        assertFalse(properties.containsKey("sslkey"));
        assertFalse(properties.containsKey("password"));
    }

    @Test
    void aHostsDataSourceIsUsedAndLeftOpen() throws Exception {
        TestDatabase database = TestDatabase.in(directory);
        SQLiteDataSource host = new SQLiteDataSource();
        host.setUrl("jdbc:sqlite:" + database.file());
        PersistenceConfig config =
                PersistenceConfig.builder().dataSource(host).provider("plain").build();
        try (RepositoryFactory repositories = RepositoryFactory.open(config)) {
            assertEquals("SQLite", repositories.databaseKind().displayName());
            repositories.useTransaction(tx -> tx.interviewGuides().create(guide("a")));
            assertTrue(repositories.interviewGuides().exists("a"));
            assertThrows(
                    TransactionException.class,
                    () -> repositories.useTransaction(
                            TransactionOptions.READ_ONLY,
                            tx -> tx.interviewGuides().create(guide("b"))));
        }
        try (Connection connection = DriverConnections.open(config, false)) {
            assertTrue(connection.getAutoCommit());
        }
        assertEquals(1, database.guides());
    }

    @Test
    void aHostsDataSourceThatFailsIsAnError() {
        SQLiteDataSource host = new SQLiteDataSource();
        host.setUrl("jdbc:sqlite:" + directory.resolve("no/such/directory/x.db"));
        refusal(PersistenceConfig.builder().dataSource(host).build());
    }
}
