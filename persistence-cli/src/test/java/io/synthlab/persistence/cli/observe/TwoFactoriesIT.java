package io.synthlab.persistence.cli.observe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.synthlab.persistence.DatabaseKind;
import io.synthlab.persistence.RepositoryFactory;
import io.synthlab.persistence.RepositoryName;
import io.synthlab.persistence.cli.load.Study;
import io.synthlab.persistence.observe.CallEvent;
import io.synthlab.persistence.observe.PersistenceListener;
import io.synthlab.persistence.testkit.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A factory on SQLite and one on PostgreSQL in one JVM do not touch each other. */
class TwoFactoriesIT {
    private static final int THREADS = 8;
    private static final int STUDIES = 4;

    @TempDir
    private Path directory;

    private final Queue<CallEvent> onSqlite = new ConcurrentLinkedQueue<>();
    private final Queue<CallEvent> onPostgres = new ConcurrentLinkedQueue<>();
    private TestDatabase file;
    private TestDatabase server;
    private RepositoryFactory sqlite;
    private RepositoryFactory postgres;

    @BeforeEach
    void open() throws Exception {
        file = TestDatabase.migrated(DatabaseKind.SQLITE);
        server = TestDatabase.migrated(DatabaseKind.POSTGRESQL);
        Path switches = Files.writeString(directory.resolve("switches.properties"), "# none yet\n");
        sqlite = RepositoryFactory.open(file.config()
                .provider("legacy-jdbc")
                .set("synthlab.switches-file", switches.toString())
                .set("synthlab.switches-poll", "250ms")
                .listener(recorder(onSqlite))
                .build());
        postgres = RepositoryFactory.open(
                server.config().provider("jpa").listener(recorder(onPostgres)).build());
    }

    private static PersistenceListener recorder(Queue<CallEvent> calls) {
        return new PersistenceListener() {
            @Override
            public void called(CallEvent event) {
                calls.add(event);
            }
        };
    }

    @AfterEach
    void close() {
        sqlite.close();
        postgres.close();
        file.close();
        server.close();
    }

    @Test
    void given_both_when_threads_use_them_at_once_then_each_row_and_call_is_where_it_belongs() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<Study>> all = new ArrayList<>();
            for (int number = 0; number < THREADS * STUDIES; number++) {
                Study study = new Study(number);
                RepositoryFactory outer = number % 2 == 0 ? sqlite : postgres;
                RepositoryFactory inner = number % 2 == 0 ? postgres : sqlite;
                all.add(threads.submit(() -> outer.inTransaction(tx -> {
                    assertFalse(inner.isActive(), "a unit of one is none of the other");
                    study.write(tx);
                    inner.useTransaction(study::write);
                    return study;
                })));
            }
            for (Future<Study> written : all) {
                Study study = written.get(120, TimeUnit.SECONDS);
                assertEquals(EnumSet.allOf(RepositoryName.class), study.found(sqlite));
                assertEquals(EnumSet.allOf(RepositoryName.class), study.found(postgres));
            }
        } finally {
            threads.shutdownNow();
        }
        assertTrue(onSqlite.stream().allMatch(call -> call.provider().equals("legacy-jdbc")));
        assertTrue(onPostgres.stream().allMatch(call -> call.provider().equals("jpa")));
        assertEquals(onSqlite.size(), onPostgres.size());
    }

    @Test
    void given_both_when_one_is_switched_compared_or_closed_then_the_other_goes_on_as_it_was() throws Exception {
        sqlite.switches().use(RepositoryName.SYNTHS, "compare:legacy-jdbc,jpa");
        sqlite.synths().findById("aaa111");
        postgres.synths().findById("aaa111");
        assertTrue(sqlite.comparisons().awaitIdle(Duration.ofSeconds(60)));
        assertEquals(1, sum(sqlite));
        assertEquals(0, sum(postgres));
        assertEquals("jpa", postgres.switches().current(RepositoryName.SYNTHS), "the file is the other's");
        sqlite.close();
        assertTrue(postgres.health().isUp());
        new Study(1).write(postgres);
        try (RepositoryFactory again =
                RepositoryFactory.open(file.config().provider("jpa").build())) {
            new Study(1).write(again);
            postgres.close();
            new Study(2).write(again);
        }
    }

    private static long sum(RepositoryFactory repositories) {
        return repositories.comparisons().counts().values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }
}
