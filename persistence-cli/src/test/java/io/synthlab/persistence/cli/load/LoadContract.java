package io.synthlab.persistence.cli.load;

import io.synthlab.persistence.RepositoryFactory;
import io.synthlab.persistence.testkit.TestDatabase;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A hundred threads over all repositories while switches flip. */
abstract class LoadContract {
    private static void run(TestDatabase database, Duration length) throws InterruptedException {
        // The default waits and the default pool of ten.
        try (RepositoryFactory repositories =
                RepositoryFactory.open(database.config().build())) {
            LoadRun load = new LoadRun(database, repositories);
            System.out.println("MEASURED load " + load.run(length));
            load.requireNothingLost();
        }
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
}
