package io.synthlab.persistence.migrations.mover;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.synthlab.persistence.migrations.mover.report.CopyReport;
import io.synthlab.persistence.migrations.mover.report.ProgressListener;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An application writes to the file the whole time: nobody waits for anybody, and what arrives is one state of it. */
class LiveSourceIT {
    @TempDir
    private Path directory;

    @Test
    void copies_one_state_while_a_writer_goes_on() throws Exception {
        Path live = SourceFixture.clean(directory);
        AtomicBoolean stop = new AtomicBoolean();
        AtomicInteger written = new AtomicInteger();
        CountDownLatch begun = new CountDownLatch(1);
        FutureTask<Integer> writer = new FutureTask<>(() -> write(live, stop, written, begun));
        new Thread(writer, "application").start();
        try (TargetFixture target = TargetFixture.migrated(TargetFixture.NEWEST)) {
            assertTrue(begun.await(1, TimeUnit.MINUTES));
            int before = written.get();
            CopyReport report =
                    DataMover.copy(target.requestFrom(live).withWorkDirectory(directory), ProgressListener.NONE);
            int after = written.get();
            stop.set(true);
            assertTrue(writer.get(1, TimeUnit.MINUTES) > after - 1, "the writer went on");
            assertTrue(after > before, "it wrote while rows moved");

            assertEquals(0, report.quarantined());
            // Each transaction wrote an experiment, its guide, and the number of both to the group.
            String pairs = "SELECT count(*) FROM experiments e JOIN interview_guide g ON g.experiment_id = e.id"
                    + " WHERE e.id LIKE 'live%'";
            String arrived = target.texts(pairs).get(0);
            assertEquals(List.of(arrived), target.texts("SELECT count(*) FROM experiments WHERE id LIKE 'live%'"));
            assertEquals(
                    List.of(arrived),
                    target.texts("SELECT count(*) FROM interview_guide WHERE experiment_id LIKE 'live%'"));
            assertEquals(
                    List.of(arrived), target.texts("SELECT description FROM synth_groups WHERE id = 'grp_00000001'"));
            assertTrue(Integer.parseInt(arrived) >= before && Integer.parseInt(arrived) <= after + 1, arrived);
        }
    }

    private static int write(Path live, AtomicBoolean stop, AtomicInteger written, CountDownLatch begun)
            throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + live);
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA busy_timeout = 60000");
            while (!stop.get()) {
                int number = written.get() + 1;
                statement.execute("BEGIN IMMEDIATE");
                statement.execute("INSERT INTO experiments (id, name, hypothesis, created_at) VALUES ('live" + number
                        + "', 'n', 'h', '2026-01-01')");
                statement.execute("INSERT INTO interview_guide (experiment_id, created_at) VALUES ('live" + number
                        + "', '2026-01-01')");
                statement.execute("UPDATE synth_groups SET description = '" + number + "' WHERE id = 'grp_00000001'");
                statement.execute("COMMIT");
                written.incrementAndGet();
                begun.countDown();
            }
            return written.get();
        }
    }
}
