package io.synthlab.persistence.cli.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.synthlab.persistence.PersistenceConfig;
import io.synthlab.persistence.RepositoryFactory;
import io.synthlab.persistence.compare.ComparisonOutcome;
import io.synthlab.persistence.testkit.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A hundred threads over all repositories while switches flip. */
abstract class LoadContract {
    private static void run(TestDatabase database, Duration length) throws InterruptedException {
        run(database, length, "legacy-jdbc", "jpa");
    }

    private static void run(TestDatabase database, Duration length, String one, String other)
            throws InterruptedException {
        // The default pool of ten. A slow machine may let one of a hundred threads wait longer than by default.
        PersistenceConfig config = database.config()
                .provider(one)
                .set("synthlab.pool-timeout", "2m")
                .set("synthlab.sqlite-busy-timeout", "2m")
                .build();
        try (RepositoryFactory repositories = RepositoryFactory.open(config)) {
            LoadRun load = new LoadRun(database, repositories, one, other);
            System.out.println("MEASURED load between " + one + " and " + other + ", " + load.run(length));
            load.requireNothingLost();
            if (one.startsWith("compare:")) {
                requireNoFalseAlarm(repositories);
            }
        }
    }

    private static void requireNoFalseAlarm(RepositoryFactory repositories) throws InterruptedException {
        assertTrue(repositories.comparisons().awaitIdle(Duration.ofSeconds(60)));
        Map<ComparisonOutcome, Long> counts = repositories.comparisons().counts();
        System.out.println("MEASURED comparing " + counts);
        assertEquals(List.of(), repositories.comparisons().differences());
        assertTrue(counts.get(ComparisonOutcome.MATCHED) > 100, "it was compared");
    }

    @Test
    void given_a_hundred_threads_when_switches_flip_then_nothing_fails_and_nothing_is_lost(TestDatabase database)
            throws InterruptedException {
        run(database, Duration.ofSeconds(4));
    }

    @Test
    @Tag("slow")
    void given_a_hundred_threads_when_switches_flip_for_a_minute_then_nothing_is_lost(TestDatabase database)
            throws InterruptedException {
        run(database, Duration.ofSeconds(60));
    }

    @Test
    @Tag("slow")
    void given_a_hundred_threads_when_everything_is_compared_then_there_is_no_false_alarm(TestDatabase database)
            throws InterruptedException {
        run(database, Duration.ofSeconds(20), "compare:legacy-jdbc,jpa", "compare:jpa,legacy-jdbc");
    }
}
