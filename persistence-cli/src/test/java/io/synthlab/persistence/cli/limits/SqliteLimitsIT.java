package io.synthlab.persistence.cli.limits;

import static io.synthlab.persistence.testkit.fixture.Fixtures.E1;
import static io.synthlab.persistence.testkit.fixture.Fixtures.e1;
import static io.synthlab.persistence.testkit.fixture.Fixtures.synth;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.synthlab.persistence.DatabaseKind;
import io.synthlab.persistence.PersistenceConfig;
import io.synthlab.persistence.RepositoryFactory;
import io.synthlab.persistence.cli.HostConnections;
import io.synthlab.persistence.error.ConflictException;
import io.synthlab.persistence.error.DatabaseException;
import io.synthlab.persistence.observe.ConnectionEvent;
import io.synthlab.persistence.observe.PersistenceListener;
import io.synthlab.persistence.synth.Synth;
import io.synthlab.persistence.testkit.SynthLabDatabase;
import io.synthlab.persistence.testkit.TestDatabase;
import io.synthlab.persistence.transaction.TransactionOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What SQLite cannot do at the moment: clear errors, nothing half-written, and the file stays sound. */
@SynthLabDatabase(kind = DatabaseKind.SQLITE)
class SqliteLimitsIT {
    private static final String LOCKED =
            "the write lock of the SQLite file is held by a connection outside of this factory, maybe another process; run"
                    + " the unit again when it has ended, or raise synthlab.sqlite-busy-timeout";

    private TestDatabase database;

    @BeforeEach
    void keep(TestDatabase freshDatabase) {
        database = freshDatabase;
    }

    private Path file() {
        return Path.of(database.url().sqlitePath());
    }

    private void requireSound() {
        assertEquals("ok", database.queryOne("PRAGMA integrity_check"));
        assertEquals(List.of(), database.query("PRAGMA foreign_key_check"));
    }

    private static RepositoryFactory open(NarrowFile narrow, String provider) {
        return RepositoryFactory.open(PersistenceConfig.builder()
                .dataSource(HostConnections.from(narrow::connect))
                .provider(provider)
                .build());
    }

    @ParameterizedTest
    @ValueSource(strings = {"legacy-jdbc", "jpa"})
    void given_a_lock_of_another_process_when_it_is_held_too_long_then_the_error_names_it_and_nothing_is_lost(
            String provider) throws Exception {
        PersistenceConfig config = database.config()
                .provider(provider)
                .set("synthlab.sqlite-busy-timeout", "250ms")
                .build();
        try (RepositoryFactory repositories = RepositoryFactory.open(config)) {
            AtomicInteger runs = new AtomicInteger();
            try (LockingProcess other = new LockingProcess(file())) {
                assertEquals(
                        LOCKED,
                        assertThrows(
                                        ConflictException.class,
                                        () -> repositories.experiments().create(e1()))
                                .getMessage());
                assertThrows(
                        ConflictException.class,
                        () -> repositories.useTransaction(TransactionOptions.DEFAULT.withReplays(1), tx -> {
                            runs.incrementAndGet();
                            tx.experiments().create(e1());
                        }));
                assertTrue(repositories.experiments().findById(E1).isEmpty(), "readers are not disturbed");
                other.release();
            }
            assertEquals(0, runs.get(), "it waited at the begin");
            repositories.experiments().create(e1());
        }
        requireSound();
    }

    @ParameterizedTest
    @ValueSource(strings = {"legacy-jdbc", "jpa"})
    void given_a_lock_of_another_process_when_it_is_let_go_in_time_then_the_unit_waits_and_succeeds(String provider)
            throws Exception {
        CountDownLatch begun = new CountDownLatch(2);
        PersistenceConfig config = database.config()
                .provider(provider)
                .set("synthlab.sqlite-busy-timeout", "60s")
                .listener(new PersistenceListener() {
                    @Override
                    public void connected(ConnectionEvent event) {
                        begun.countDown();
                    }
                })
                .build();
        try (RepositoryFactory repositories = RepositoryFactory.open(config);
                LockingProcess other = new LockingProcess(file())) {
            FutureTask<Boolean> unit = new FutureTask<>(() -> repositories.inTransaction(tx -> {
                tx.experiments().create(e1());
                return true;
            }));
            new Thread(unit, "waits").start();
            repositories.experiments().findById(E1);
            assertTrue(begun.await(60, TimeUnit.SECONDS), "both have their connections");
            assertFalse(unit.isDone());
            other.release();
            assertTrue(unit.get(60, TimeUnit.SECONDS));
            assertTrue(repositories.experiments().findById(E1).isPresent());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"legacy-jdbc", "jpa"})
    void given_no_more_space_when_a_unit_writes_then_the_error_says_so_and_the_unit_is_undone_as_a_whole(
            String provider) {
        NarrowFile narrow = new NarrowFile(database);
        try (RepositoryFactory repositories = open(narrow, provider)) {
            repositories.experiments().create(e1());
            narrow.letGrow(8);
            List<Synth> many = IntStream.range(0, 5_000)
                    .mapToObj(number -> synth("s%05d".formatted(number), "name ".repeat(20)))
                    .toList();
            assertFull(assertThrows(
                    DatabaseException.class, () -> repositories.synths().saveAll(many)));
            assertFull(assertThrows(
                    DatabaseException.class,
                    () -> repositories.useTransaction(tx -> {
                        tx.synths().save(many.get(0));
                        many.forEach(tx.synths()::save);
                    })));
            assertEquals(0, database.queryLong("SELECT count(*) FROM synths"));
            assertTrue(repositories.experiments().findById(E1).isPresent(), "reading goes on");
            requireSound();
            narrow.letGrow(0);
            repositories.synths().saveAll(many);
        }
        assertEquals(5_000, database.queryLong("SELECT count(*) FROM synths"));
        requireSound();
    }

    private static void assertFull(DatabaseException e) {
        assertTrue(
                e.getMessage()
                        .endsWith("the database has no space left to write; free space, nothing of this unit was kept"),
                e::getMessage);
    }

    @ParameterizedTest
    @ValueSource(strings = {"legacy-jdbc", "jpa"})
    void given_a_file_that_may_only_be_read_when_written_to_then_the_error_says_so_and_reading_goes_on(
            String provider) {
        NarrowFile narrow = new NarrowFile(database);
        try (RepositoryFactory repositories = open(narrow, provider)) {
            repositories.experiments().create(e1());
            narrow.forbidWriting();
            DatabaseException e = assertThrows(
                    DatabaseException.class, () -> repositories.synths().save(synth("aaa111", "n")));
            assertTrue(
                    e.getMessage().contains("the file, its directory or this unit of work is read-only"),
                    e::getMessage);
            assertTrue(repositories.experiments().findById(E1).isPresent());
        }
        requireSound();
    }

    /** A file of the original has the old journal mode; whoever opens it first changes that, and nobody fails by it. */
    @Test
    void given_a_file_in_the_old_journal_mode_when_many_open_it_at_once_then_all_can() throws Exception {
        int many = 8;
        for (int round = 0; round < 3; round++) {
            database.queryOne("PRAGMA journal_mode = DELETE");
            CyclicBarrier begin = new CyclicBarrier(many);
            List<FutureTask<Boolean>> opened = IntStream.range(0, many)
                    .mapToObj(number -> new FutureTask<>(() -> {
                        begin.await(60, TimeUnit.SECONDS);
                        try (RepositoryFactory repositories = RepositoryFactory.open(
                                database.config().provider("legacy-jdbc").build())) {
                            return repositories.experiments().findById(E1).isEmpty();
                        }
                    }))
                    .toList();
            opened.forEach(task -> new Thread(task, "opens").start());
            for (FutureTask<Boolean> each : opened) {
                assertTrue(each.get(60, TimeUnit.SECONDS));
            }
            assertEquals("wal", database.queryOne("PRAGMA journal_mode"));
        }
    }
}
