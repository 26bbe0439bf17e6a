package io.synthlab.persistence.cli.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.synthlab.persistence.RepositoryFactory;
import io.synthlab.persistence.RepositoryName;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** PostgreSQL is killed, and its sessions are ended, in the middle of units and at their commits. */
@Tag("slow")
class CrashIT {
    private static final int CRASHES = 6;
    private static final int TERMINATIONS = 300;

    /** Half of all commits take their time, so that many sessions end in the middle of one. */
    private static final String SLOW_COMMIT = """
            CREATE FUNCTION slow_commit() RETURNS trigger LANGUAGE plpgsql AS
            $$ BEGIN IF random() < 0.5 THEN PERFORM pg_sleep(0.01); END IF; RETURN NULL; END $$;
            CREATE CONSTRAINT TRIGGER slow_commit AFTER INSERT ON experiments
            DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION slow_commit()
            """;
    /** One session of the application, one that commits if there is any. */
    private static final String TERMINATE = """
            SELECT pg_terminate_backend(pid) FROM pg_stat_activity
             WHERE datname = current_database() AND application_name = 'synthlab-persistence'
             ORDER BY %s (query = 'COMMIT' AND state = 'active') DESC, random() LIMIT 1
            """;

    private static final String COMMITTING = "SELECT pid FROM pg_stat_activity WHERE datname = current_database()"
            + " AND query = 'COMMIT' AND state = 'active'";
    private static final String SESSIONS = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
            + " AND application_name = 'synthlab-persistence'";

    private final long seed = System.nanoTime();
    private final Random chance = new Random(seed);
    private MortalServer server;
    private RepositoryFactory repositories;

    @BeforeEach
    void open(@TempDir Path directory) {
        server = new MortalServer(directory.resolve("postgres"));
        repositories = RepositoryFactory.open(server.config().build());
        for (RepositoryName name : RepositoryName.values()) {
            repositories.switches().use(name, name.ordinal() % 2 == 0 ? "jpa" : "legacy-jdbc");
        }
    }

    @AfterEach
    void close() throws Exception {
        repositories.close();
        assertEquals(Set.of("0"), server.query(SESSIONS), "no session is left");
        server.close();
    }

    @Test
    void given_a_server_that_is_killed_when_it_returns_then_callers_were_told_the_truth_and_the_pool_heals()
            throws Exception {
        server.execute(SLOW_COMMIT);
        List<String> heals = new ArrayList<>();
        try (Witnesses witnesses = new Witnesses(repositories)) {
            for (int crash = 0; crash < CRASHES; crash++) {
                int enough = witnesses.done() + 50 + chance.nextInt(300);
                witnesses.until("units are done", () -> witnesses.done() > enough);
                if (crash % 2 == 0) {
                    witnesses.until("a unit commits", this::someoneCommits);
                }
                server.crash();
                assertFalse(repositories.health().answers(), "the health tells of it");
                server.restart();
                double[] healed = witnesses.healed(System.nanoTime());
                heals.add("%.0f/%.0f".formatted(healed[0], healed[1]));
            }
            witnesses.end();
            witnesses.requireTruth(server);
            requireWholePool();
            System.out.printf(
                    "MEASURED crash: %d kills, units %s, ms to first/all threads after the return %s, seed %d%n",
                    CRASHES, witnesses.counts(), heals, seed);
        }
    }

    @Test
    void given_sessions_that_are_ended_when_units_run_or_commit_then_callers_were_told_the_truth() throws Exception {
        server.execute(SLOW_COMMIT);
        try (Witnesses witnesses = new Witnesses(repositories)) {
            int ended = 0;
            while (ended < TERMINATIONS) {
                boolean committing = chance.nextBoolean();
                ended += server.query(TERMINATE.formatted(committing ? "" : "false AND"))
                        .size();
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(chance.nextInt(40)));
            }
            double[] healed = witnesses.healed(System.nanoTime());
            witnesses.end();
            witnesses.requireTruth(server);
            requireWholePool();
            assertTrue(witnesses.counts().containsKey(Truth.Told.UNKNOWN), "some were ended at their commit");
            System.out.printf(
                    "MEASURED sessions: %d ended, units %s, ms to first/all threads after the last %.0f/%.0f, seed %d%n",
                    ended, witnesses.counts(), healed[0], healed[1], seed);
        }
    }

    private boolean someoneCommits() {
        try {
            return !server.query(COMMITTING).isEmpty();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** Every place of the pool can be used again, none is lost. */
    private void requireWholePool() throws SQLException {
        assertEquals(0, repositories.pools().get(0).active(), "every connection was given back");
        assertEquals(10, nested(10), "ten units side by side");
    }

    private int nested(int units) {
        if (units == 0) {
            return 0;
        }
        return repositories.inTransaction(tx -> {
            tx.experiments().findById("exp_00000000");
            FutureTask<Integer> next = new FutureTask<>(() -> nested(units - 1));
            new Thread(next, "nested").start();
            try {
                return 1 + next.get();
            } catch (InterruptedException | ExecutionException e) {
                throw new AssertionError("a place of the pool is lost", e);
            }
        });
    }
}
