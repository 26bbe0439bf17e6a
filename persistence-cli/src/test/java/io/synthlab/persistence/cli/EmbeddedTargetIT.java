package io.synthlab.persistence.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.synthlab.persistence.DatabaseUrl;
import io.synthlab.persistence.PersistenceConfig;
import io.synthlab.persistence.RepositoryFactory;
import io.synthlab.persistence.error.ConnectionLostException;
import io.synthlab.persistence.testkit.postgres.EmbeddedOptions;
import io.synthlab.persistence.testkit.postgres.EmbeddedServer;
import io.synthlab.persistence.testkit.postgres.PostgresServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Servers that the command line starts itself, and a server that asks for passwords. */
class EmbeddedTargetIT {
    private static final String RIGHT = "richtig";
    private static final String WRONG = "geheim";

    @TempDir
    Path directory;

    @RegisterExtension
    final SystemProperties settings = new SystemProperties();

    @Test
    void refuses_a_server_that_forgets() {
        for (String command : List.of("copy", "verify")) {
            Cli.Run run = Cli.line("data " + command + " --to embedded --from", "jdbc:sqlite:legacy.db")
                    .endsWith(ExitCode.USAGE);
            assertEquals(
                    List.of("synthlab-db: --to embedded would throw the rows away at the end of this run;"
                            + " use embedded:DIR to keep them in a directory"),
                    run.errors());
        }
    }

    @Test
    void copies_in_one_run_and_verifies_in_the_next_whatever_the_environment_says() {
        // None of these is about the embedded server.
        settings.set("synthlab.database-url", "postgresql://other:secret@nowhere.invalid/y");
        settings.set("synthlab.database-user", "somebody");
        settings.set("synthlab.database-password", "secret");
        settings.set("synthlab.tls-mode", "verify-full");
        Path source = directory.resolve("legacy.db");
        MoveFixture.createLegacy(source);
        Path kept = directory.resolve("kept");
        String[] sides = {"--from", MoveFixture.url(source), "--to", "embedded:" + kept};

        Cli.line("data copy", sides).endsWith(ExitCode.DONE);
        assertStopped(kept);
        Cli.Run verify = Cli.line("data verify", sides).endsWith(ExitCode.DONE);
        assertTrue(verify.out().contains("every value is equal"), verify::out);
        assertStopped(kept);
        Cli.line("schema status --database", "embedded:" + kept).endsWith(ExitCode.DONE);
        assertStopped(kept);
    }

    @Test
    void leaves_no_process_behind_when_the_copy_is_refused() {
        Path source = directory.resolve("legacy.db");
        MoveFixture.createLegacy(source);
        MoveFixture.execute(source, "ALTER TABLE synths RENAME COLUMN nome TO name");
        Path kept = directory.resolve("kept");
        Cli.line("data copy", "--from", MoveFixture.url(source), "--to", "embedded:" + kept)
                .endsWith(ExitCode.FAILED);
        assertStopped(kept);
    }

    @Test
    void refuses_a_directory_that_holds_something_else() throws IOException {
        Files.writeString(directory.resolve("letter.txt"), "Dear all");
        Cli.Run run =
                Cli.line("schema status --database", "embedded:" + directory).endsWith(ExitCode.USAGE);
        assertEquals(1, run.errors().size(), run::err);
        assertTrue(run.err().contains("name an empty or a new directory"), run::err);
    }

    private static void assertStopped(Path kept) {
        assertTrue(Files.isRegularFile(kept.resolve("complete")));
        assertFalse(Files.exists(kept.resolve("data/postmaster.pid")));
        assertEquals(
                List.of(),
                ProcessHandle.allProcesses()
                        .filter(process ->
                                process.info().commandLine().orElse("").contains(kept.toString()))
                        .toList());
    }

    /** The embedded server trusts everybody; this one asks its user {@code app} for a password. */
    @Test
    void tells_why_it_cannot_connect_and_shows_no_password() throws Exception {
        Path kept = directory.resolve("kept");
        try (PostgresServer server = EmbeddedServer.start(EmbeddedOptions.keptIn(kept))) {
            askForPasswords(server, kept.resolve("data/pg_hba.conf"));
            String place = place(server);
            Cli.line("schema status --database", url(RIGHT, place, "app")).endsWith(ExitCode.NOT_EQUAL);
            String password = "user or password is wrong, or the server's access rules refuse this user";
            String database = "there is no such database on the server";
            assertAll(
                    () -> assertUnreachable(url(WRONG, place, "app"), password),
                    () -> assertUnreachable(url(RIGHT, place, "nosuch"), database),
                    () -> assertUnreachable(
                            url(WRONG, "localhost:" + closedPort(), "app"),
                            "no server answers at that host and port; start it or correct host and port"),
                    () -> assertUnreachable(
                            url(WRONG, "nowhere.invalid:5432", "app"),
                            "the host name is unknown; correct it or mend name resolution"));
        }
    }

    private static String url(String password, String place, String database) {
        return "postgresql://app:" + password + "@" + place + "/" + database;
    }

    private void assertUnreachable(String url, String reason) {
        String message = "cannot connect to " + DatabaseUrl.parse(url) + ": " + reason;
        Path source = directory.resolve("legacy.db");
        if (!Files.exists(source)) {
            MoveFixture.createLegacy(source);
        }
        assertTold(message, Cli.line("schema status --database", url, "--debug"));
        assertTold(message, Cli.line("data copy", "--from", MoveFixture.url(source), "--to", url, "--debug"));
        PersistenceConfig config = PersistenceConfig.builder().databaseUrl(url).build();
        ConnectionLostException error =
                assertThrows(ConnectionLostException.class, () -> RepositoryFactory.open(config));
        assertEquals(message, error.getMessage());
    }

    private static void assertTold(String message, Cli.Run run) {
        run.endsWith(ExitCode.FAILED);
        assertEquals("synthlab-db: " + message, run.errors().get(0));
        assertFalse(run.err().contains(WRONG), run::err);
        assertFalse(run.err().contains(RIGHT), run::err);
    }

    private static void askForPasswords(PostgresServer server, Path rules) throws IOException, SQLException {
        String ask = "host all app 127.0.0.1/32 scram-sha-256\nhost all app ::1/128 scram-sha-256\n";
        Files.writeString(rules, ask + Files.readString(rules));
        server.createDatabase("app");
        try (Connection connection = server.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE ROLE app LOGIN PASSWORD '" + RIGHT + "'");
            statement.execute("SELECT pg_reload_conf()");
        }
    }

    private static String place(PostgresServer server) {
        Matcher url = Pattern.compile("jdbc:postgresql://([^/]+)/.*")
                .matcher(server.url("app").jdbcUrl());
        assertTrue(url.matches());
        return url.group(1);
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
