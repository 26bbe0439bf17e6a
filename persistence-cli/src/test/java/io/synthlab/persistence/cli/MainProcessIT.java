package io.synthlab.persistence.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.synthlab.persistence.testkit.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line as a process of its own: exit codes, environment, and an end from outside. */
class MainProcessIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int TERMINATED = 128 + 15;
    private static final int KEY = 20_250_102;

    @TempDir
    Path directory;

    private TestDatabase target;

    @BeforeEach
    void createTarget() {
        target = MoveFixture.emptyPostgres();
    }

    @AfterEach
    void dropTarget() {
        target.close();
    }

    private Process start(Map<String, String> environment, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(out().toFile())
                .redirectError(directory.resolve("err.txt").toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("SYNTHLAB_") || name.equals("DATABASE_URL"));
        builder.environment().putAll(environment);
        return builder.start();
    }

    private Path out() {
        return directory.resolve("out.txt");
    }

    private String printed() throws IOException {
        return Files.readString(out()) + Files.readString(directory.resolve("err.txt"));
    }

    private void assertEnds(int code, Process process) throws IOException, InterruptedException {
        assertTrue(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS), "the process did not end");
        assertEquals(code, process.exitValue(), printed());
    }

    @Test
    void takes_the_database_from_the_environment_unless_one_is_named() throws Exception {
        Map<String, String> environment = Map.of("DATABASE_URL", MoveFixture.url(target.url()));
        String file = MoveFixture.url(directory.resolve("named.db"));
        assertEnds(ExitCode.DONE, start(environment, "schema", "migrate", "--database", file));
        assertEquals(0, target.queryLong("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"));

        assertEnds(ExitCode.NOT_EQUAL, start(environment, "schema", "status"));
        assertTrue(Files.readString(out()).startsWith(target.url() + ": none of the tables is there"), printed());
        assertEnds(ExitCode.USAGE, start(Map.of(), "schema", "status"));
        assertTrue(printed().startsWith("synthlab-db: no database is configured; set DATABASE_URL"), printed());
    }

    @Test
    void a_copy_that_is_ended_from_outside_stops_between_two_chunks_and_goes_on() throws Exception {
        Path source = directory.resolve("legacy.db");
        MoveFixture.createLegacy(source);
        Path work = Files.createDirectory(directory.resolve("work"));
        Cli.line("schema migrate --database", MoveFixture.url(target.url())).endsWith(ExitCode.DONE);
        stopAtTheLastTable();
        String[] copy = {
            "data",
            "copy",
            "--from",
            MoveFixture.url(source),
            "--to",
            MoveFixture.url(target.url()),
            "--work-directory",
            work.toString()
        };
        Process process;
        try (Connection holder = target.connect();
                Statement statement = holder.createStatement()) {
            statement.execute("SELECT pg_advisory_lock(" + KEY + ")");
            process = start(Map.of(), copy);
            await("the copy to reach the last table", process, this::copyWaits);
            assertEquals(1, children(work));
            process.destroy();
        } // the last chunk can end now
        assertEnds(TERMINATED, process);
        assertTrue(printed().contains("the same call with --resume goes on"), printed());
        assertEquals(1, children(work), "the private copy stays");
        assertTrue(MoveFixture.rows(target) > 0);
        target.execute("DROP TRIGGER stop ON assumption_log");

        Cli.run(copy).endsWith(ExitCode.FAILED);
        Cli.run(Stream.concat(Stream.of(copy), Stream.of("--resume")).toArray(String[]::new))
                .endsWith(ExitCode.DONE);

        assertEquals(0, children(work));
        copy[1] = "verify";
        Cli.run(copy).endsWith(ExitCode.DONE);
    }

    /** The row that is written last waits for a lock that the test holds. */
    private void stopAtTheLastTable() {
        target.execute("CREATE FUNCTION stop() RETURNS trigger LANGUAGE plpgsql AS"
                + " 'BEGIN PERFORM pg_advisory_xact_lock(" + KEY + "); RETURN NEW; END'");
        target.execute("CREATE TRIGGER stop BEFORE INSERT ON assumption_log FOR EACH ROW EXECUTE FUNCTION stop()");
    }

    private boolean copyWaits() {
        return target.queryLong("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted"
                        + " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())")
                > 0;
    }

    private boolean nobodyIsConnected() {
        return target.queryLong("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
                        + " AND pid <> pg_backend_pid()")
                == 0;
    }

    private void await(String what, @Nullable Process process, BooleanSupplier condition) throws IOException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertTrue(process == null || process.isAlive(), () -> "ended before " + what);
            assertTrue(System.nanoTime() < deadline, "waited in vain for " + what + ": " + printed());
        }
    }

    private static long children(Path work) throws IOException {
        try (Stream<Path> children = Files.list(work)) {
            return children.count();
        }
    }
}
