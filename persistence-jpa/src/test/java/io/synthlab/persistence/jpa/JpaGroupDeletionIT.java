package io.synthlab.persistence.jpa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.synthlab.persistence.DatabaseKind;
import io.synthlab.persistence.RepositoryFactory;
import io.synthlab.persistence.synth.Synth;
import io.synthlab.persistence.synth.SynthGroup;
import io.synthlab.persistence.testkit.SynthLabDatabase;
import io.synthlab.persistence.testkit.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

@SynthLabDatabase(provider = "jpa", kind = DatabaseKind.POSTGRESQL)
class JpaGroupDeletionIT {
    private static final Instant CREATED = Instant.parse("2025-01-02T03:04:05Z");
    private static final String GROUP = "grp_0000000a";

    @Test
    void given_a_unit_that_is_adding_a_member_when_the_group_is_deleted_then_the_new_member_is_detached_too(
            TestDatabase database, RepositoryFactory repositories) throws Exception {
        repositories.synthGroups().create(SynthGroup.of(GROUP, "Designers", null, CREATED));
        CompletableFuture<Void> added = new CompletableFuture<>();
        CompletableFuture<Void> deleting = new CompletableFuture<>();
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Future<Synth> adder = threads.submit(() -> repositories.inTransaction(tx -> {
                Synth saved = tx.synths()
                        .save(Synth.of("abc123", "Ana", CREATED, "2.3.0", null).withGroup(GROUP));
                added.complete(null);
                deleting.join();
                return saved;
            }));
            added.join();
            Future<Boolean> deleter =
                    threads.submit(() -> repositories.synthGroups().delete(GROUP));
            waitUntilBlocked(database);
            deleting.complete(null);
            assertEquals(GROUP, adder.get().synthGroupId());
            assertTrue(deleter.get());
        } finally {
            deleting.complete(null);
            threads.shutdownNow();
        }
        assertFalse(repositories.synthGroups().findById(GROUP).isPresent());
        assertEquals(
                null, repositories.synths().findById("abc123").orElseThrow().synthGroupId());
    }

    private static void waitUntilBlocked(TestDatabase database) {
        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> {
            while (database.queryLong("SELECT count(*) FROM pg_locks WHERE NOT granted") == 0) {
                Thread.onSpinWait();
            }
        });
    }
}
