package io.synthlab.persistence.cli.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.synthlab.persistence.DatabaseUrl;
import io.synthlab.persistence.PersistenceConfig;
import io.synthlab.persistence.cli.ExitCode;
import io.synthlab.persistence.cli.Main;
import io.synthlab.persistence.migrations.Schema;
import io.synthlab.persistence.migrations.mover.DataMover;
import io.synthlab.persistence.migrations.mover.MoveRequest;
import io.synthlab.persistence.migrations.mover.report.ProgressListener;
import io.synthlab.persistence.migrations.mover.report.VerifyReport;
import io.synthlab.persistence.testkit.legacy.LegacyDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The mover, or the server, is killed at random moments of a copy; the copy goes on and every value is there once. */
class KilledMoveIT {
    private static final int FEW = 3;
    private static final int MANY = 50;
    /** Every how many kills it is the server. */
    private static final int SERVER = 3;

    private static final int MOST_KILLS_OF_A_MOVE = 3;
    private static final long PATIENCE_SECONDS = 120;

    @TempDir
    private static Path directory;

    private static Path source;
    private static MortalServer server;

    private final long seed = System.nanoTime();
    private final Random chance = new Random(seed);
    private int kills;
    private int met;
    private int moves;

    @BeforeAll
    static void create() {
        source = directory.resolve("legacy.db");
        // Several chunks in each of the large tables, and rows that go to quarantine.
        LegacyDatabase.create(source, LegacyDatabase.options().withScale(3).withDirty(true));
        server = new MortalServer(directory.resolve("postgres"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void a_few_times() throws Exception {
        kill(FEW);
    }

    @Test
    @Tag("slow")
    void many_times() throws Exception {
        kill(MANY);
        assertTrue(met > MANY / 3, met + " kills met a move at work");
        System.out.printf(
                "MEASURED killed moves: %d kills, %d of a move at work, %d moves, all verified equal, seed %d%n",
                kills, met, moves, seed);
    }

    private void kill(int wanted) throws Exception {
        Path work = Files.createTempDirectory(directory, "work");
        long whole = move("calibration", work, 0);
        while (kills < wanted) {
            int killsOfThis = 1 + chance.nextInt(Math.min(MOST_KILLS_OF_A_MOVE, wanted - kills));
            move("move" + moves, work, killsOfThis, whole);
        }
    }

    /** Moves into a new database, killed some times on the way; returns how long it took without. */
    private long move(String name, Path work, int killsOfThis, long... whole) throws Exception {
        DatabaseUrl target = server.create(name);
        for (int kill = 0; kill < killsOfThis; kill++) {
            Process mover = start(target, work);
            LockSupport.parkNanos((long) (chance.nextDouble() * whole[0]));
            met += mover.isAlive() ? 1 : 0;
            if (++kills % SERVER == 0) {
                server.crash();
                awaitEnd(mover);
                server.restart();
            } else {
                mover.toHandle().destroyForcibly();
                awaitEnd(mover);
            }
        }
        long start = System.nanoTime();
        Process last = start(target, work);
        awaitEnd(last);
        assertEquals(ExitCode.QUARANTINED, last.exitValue(), () -> "seed " + seed + ": " + printed());
        long took = System.nanoTime() - start;
        requireWhole(target);
        moves++;
        server.drop(name);
        return took;
    }

    private static void requireWhole(DatabaseUrl target) throws SQLException {
        PersistenceConfig config = PersistenceConfig.builder()
                .databaseUrl(target.jdbcUrl())
                .credentials(String.valueOf(target.user()), "")
                .build();
        MoveRequest request = MoveRequest.of(DatabaseUrl.sqlite(source.toString()), config)
                .withWorkDirectory(directory)
                .withSourceFrozen(true);
        VerifyReport report = DataMover.verify(request, ProgressListener.NONE);
        assertTrue(report.isEqual(), report::toString);
        assertTrue(report.quarantined() > 0);
        assertEquals(List.of(), Schema.of(config).check().differences());
        assertEquals(0, count(target, "SELECT count(*) FROM synthlab_move.deferred"));
    }

    private Process start(DatabaseUrl target, Path work) throws IOException, SQLException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "data",
                "copy",
                "--from",
                "jdbc:sqlite:" + source,
                "--to",
                target.jdbcUrl() + "?user=" + target.user(),
                "--chunk-size",
                "2",
                "--work-directory",
                work.toString(),
                "--quarantine-file",
                work.resolve("quarantine.jsonl").toString()));
        if (isBegun(target)) {
            command.add("--resume");
        }
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("out.txt").toFile())
                .start();
    }

    private static boolean isBegun(DatabaseUrl target) throws SQLException {
        return count(target, "SELECT (to_regclass('synthlab_move.run') IS NOT NULL)::int") > 0;
    }

    private static long count(DatabaseUrl target, String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection(target.jdbcUrl(), target.user(), "");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    private void awaitEnd(Process mover) throws InterruptedException {
        assertTrue(mover.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS), () -> "seed " + seed + ": " + printed());
    }

    private static String printed() {
        try {
            return Files.readString(directory.resolve("out.txt"));
        } catch (IOException e) {
            return e.toString();
        }
    }
}
