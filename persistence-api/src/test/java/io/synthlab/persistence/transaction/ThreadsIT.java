package io.synthlab.persistence.transaction;

import static io.synthlab.persistence.fixture.Guides.guide;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.synthlab.persistence.Repositories;
import io.synthlab.persistence.RepositoryFactory;
import io.synthlab.persistence.RepositoryName;
import io.synthlab.persistence.error.ConflictException;
import io.synthlab.persistence.error.DatabaseException;
import io.synthlab.persistence.error.DatabaseTimeoutException;
import io.synthlab.persistence.error.TransactionException;
import io.synthlab.persistence.experiment.InterviewGuideRepository;
import io.synthlab.persistence.fixture.Probe;
import io.synthlab.persistence.fixture.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several threads on one factory. They wait for each other by latches. */
class ThreadsIT {
    private final ExecutorService other =
            Executors.newSingleThreadExecutor(task -> new Thread(task, "the-other-thread"));
    private TestDatabase database;
    private RepositoryFactory repositories;

    @BeforeEach
    void open(@TempDir Path directory) {
        database = TestDatabase.in(directory);
        repositories = database.open();
    }

    @AfterEach
    void close() {
        other.shutdownNow();
        repositories.close();
    }

    /** Runs on the other thread and waits for its end. */
    private <T> T elsewhere(Callable<T> task) throws Exception {
        try {
            return other.submit(task).get(20, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(20, TimeUnit.SECONDS), "the other thread did not come");
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Holds a writing unit open on the other thread until the latch opens. */
    private Future<?> holdWriter(CountDownLatch release) {
        CountDownLatch began = new CountDownLatch(1);
        Future<?> holder = other.submit(() -> repositories.useTransaction(tx -> {
            tx.interviewGuides().create(guide("held"));
            began.countDown();
            await(release);
        }));
        await(began);
        return holder;
    }

    @Test
    void aHandleIsOfNoUseOnAnotherThread() {
        repositories.useTransaction(tx -> {
            InterviewGuideRepository guides = tx.interviewGuides();
            List<Callable<Object>> uses = List.of(
                    () -> guides.exists("a"),
                    () -> guides.create(guide("a")),
                    () -> tx.nested(inner -> 1),
                    tx::isReadOnly,
                    tx::isRollbackOnly,
                    () -> {
                        tx.setRollbackOnly();
                        return 1;
                    });
            String owner = Thread.currentThread().getName();
            for (Callable<Object> use : uses) {
                TransactionException e = assertThrows(TransactionException.class, () -> elsewhere(use));
                assertTrue(e.getMessage().startsWith("this unit of work belongs to thread " + owner), e::getMessage);
            }
            assertFalse(tx.isRollbackOnly());
            guides.create(guide("a"));
        });
        assertEquals(1, database.guides());
    }

    @Test
    void aHandleIsOfNoUseAfterItsEnd() throws Exception {
        List<Transaction> kept = new ArrayList<>();
        repositories.useTransaction(kept::add);
        Transaction over = kept.get(0);
        InterviewGuideRepository guides = over.interviewGuides();
        List<Callable<Object>> uses = List.of(
                () -> guides.exists("a"), () -> over.nested(inner -> 1), over::isReadOnly, over::isRollbackOnly);
        for (Callable<Object> use : uses) {
            TransactionException e = assertThrows(TransactionException.class, use::call);
            assertEquals("this unit of work is over; begin another one", e.getMessage());
        }
        assertThrows(TransactionException.class, over::setRollbackOnly);
        assertThrows(TransactionException.class, () -> elsewhere(() -> guides.exists("a")));
        repositories.useTransaction(
                another -> assertThrows(TransactionException.class, () -> guides.create(guide("a"))));
        assertEquals(0, database.guides());
    }

    @Test
    void callsOfOtherThreadsAreIndependent() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        Future<?> holder = holdWriter(release);
        assertFalse(repositories.isActive());
        assertFalse(repositories.interviewGuides().exists("held"), "readers see what was committed and do not wait");
        assertEquals(1, repositories.<Integer, RuntimeException>inTransaction(TransactionOptions.READ_ONLY, tx -> {
            assertFalse(tx.interviewGuides().exists("held"));
            return 1;
        }));
        release.countDown();
        holder.get(20, TimeUnit.SECONDS);
        assertTrue(repositories.interviewGuides().exists("held"));
    }

    @Test
    void whoeverWaitsForTheWriterInVainIsToldWhoHoldsIt() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        Future<?> holder = holdWriter(release);
        DatabaseTimeoutException e = assertThrows(
                DatabaseTimeoutException.class,
                () -> repositories.interviewGuides().create(guide("a")));
        assertEquals(
                "no connection became free in time: the only writing connection is held by thread the-other-thread for 0"
                        + " s; see whether the database answers, shorten the units of work, or raise the pool's size or timeout",
                e.getMessage());
        release.countDown();
        holder.get(20, TimeUnit.SECONDS);
        repositories.interviewGuides().create(guide("a"));
        assertEquals(2, database.guides());
    }

    @Test
    void aWriterOutsideOfTheFactoryIsAConflict() throws Exception {
        try (Connection process = database.connect()) {
            Probe.execute(process, "BEGIN IMMEDIATE");
            ConflictException e = assertThrows(
                    ConflictException.class,
                    () -> repositories.interviewGuides().create(guide("a")));
            assertTrue(
                    e.getMessage()
                            .startsWith(
                                    "the write lock of the SQLite file is held by a connection outside of this factory"),
                    e::getMessage);
            assertFalse(repositories.interviewGuides().exists("a"));
            Probe.execute(process, "COMMIT");
        }
        repositories.interviewGuides().create(guide("a"));
    }

    @Test
    void aThreadThatIsInterruptedWhileItWaitsSaysSoAndStaysInterrupted() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        Future<?> holder = holdWriter(release);
        Thread.currentThread().interrupt();
        DatabaseException e = assertThrows(
                DatabaseException.class, () -> repositories.interviewGuides().create(guide("a")));
        assertTrue(Thread.interrupted());
        assertEquals("the thread was interrupted while it waited for a connection; nothing was begun", e.getMessage());
        release.countDown();
        holder.get(20, TimeUnit.SECONDS);
        repositories.interviewGuides().create(guide("a"));
    }

    @Test
    void aUnitSeesOneSwitchStateWhileOthersSwitch() throws Exception {
        repositories.useTransaction(tx -> {
            assertEquals("plain", Probe.provider(tx));
            assertNull(elsewhere(() -> {
                repositories.switches().use(RepositoryName.SYNTHS, "other");
                return null;
            }));
            assertEquals("other", elsewhere(() -> Probe.provider(repositories)));
            assertEquals("plain", Probe.provider(tx));
            assertEquals("plain", Probe.provider(repositories));
            repositories.useTransaction(joined -> assertEquals("plain", Probe.provider(joined)));
        });
        assertEquals("other", Probe.provider(repositories));
    }

    @Test
    void theFactoryIsNotClosedInsideOfAUnit() {
        repositories.useTransaction(tx -> {
            TransactionException e = assertThrows(TransactionException.class, repositories::close);
            assertTrue(
                    e.getMessage().startsWith("the factory cannot be closed inside of a unit of work"), e::getMessage);
            tx.interviewGuides().create(guide("a"));
        });
        assertEquals(1, database.guides());
    }

    @Test
    void callsAfterTheCloseAreRefused() {
        Repositories kept = repositories;
        InterviewGuideRepository guides = kept.interviewGuides();
        repositories.close();
        repositories.close();
        for (Runnable call : new Runnable[] {
            () -> guides.exists("a"),
            () -> guides.create(guide("a")),
            () -> repositories.useTransaction(tx -> {}),
            () -> kept.interviewGuides().exists("a")
        }) {
            TransactionException e = assertThrows(TransactionException.class, call::run);
            assertEquals("this factory is closed; open another one", e.getMessage());
        }
        assertFalse(repositories.isActive());
    }

    @Test
    void manyThreadsWriteAndReadWithoutAnError() throws Exception {
        int threads = 8;
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try (RepositoryFactory patient = RepositoryFactory.open(database.config()
                .set("synthlab.sqlite-busy-timeout", "20s")
                .set("synthlab.pool-timeout", "20s")
                .build())) {
            CountDownLatch start = new CountDownLatch(1);
            List<Future<?>> running = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                String prefix = "t" + thread + "_";
                running.add(pool.submit(() -> {
                    await(start);
                    for (int round = 0; round < 10; round++) {
                        String id = prefix + round;
                        patient.useTransaction(tx -> {
                            assertFalse(tx.interviewGuides().exists(id));
                            tx.interviewGuides().create(guide(id));
                        });
                        assertTrue(patient.interviewGuides().exists(id));
                    }
                }));
            }
            start.countDown();
            for (Future<?> task : running) {
                task.get(20, TimeUnit.SECONDS);
            }
        } finally {
            pool.shutdownNow();
        }
        assertEquals(threads * 10, database.guides());
    }

    @Test
    void closingWaitsForUnitsOfOtherThreads() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        Future<?> holder = holdWriter(release);
        Thread closer = new Thread(repositories::close, "closer");
        closer.start();
        while (closer.getState() != Thread.State.TIMED_WAITING) {
            assertTrue(closer.isAlive(), "closing did not wait");
            Thread.onSpinWait();
        }
        assertThrows(
                TransactionException.class,
                () -> repositories.interviewGuides().exists("held"),
                "new units are refused");
        release.countDown();
        holder.get(20, TimeUnit.SECONDS);
        closer.join(TimeUnit.SECONDS.toMillis(20));
        assertFalse(closer.isAlive());
        try (RepositoryFactory again = database.open()) {
            assertTrue(again.interviewGuides().exists("held"), "what was under way was kept");
        }
    }
}
