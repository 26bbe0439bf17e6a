package io.synthlab.persistence.testkit.contract;

import io.synthlab.persistence.DatabaseKind;
import io.synthlab.persistence.testkit.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Several threads at one row. Everything has a deadline, so that a deadlock is a failure and no standstill. */
final class Race {
    private static final long DEADLINE_SECONDS = 30;

    private Race() {}

    /** Runs one call on several threads, all let go at the same moment, and returns what each got. */
    static <T> List<T> of(int threads, Callable<T> call) throws Exception {
        CyclicBarrier start = new CyclicBarrier(threads);
        ExecutorService pool = Executors.newFixedThreadPool(threads, Race::daemon);
        try {
            List<Future<T>> running = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                running.add(pool.submit(() -> {
                    start.await(DEADLINE_SECONDS, TimeUnit.SECONDS);
                    return call.call();
                }));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> result : running) {
                results.add(get(result));
            }
            return results;
        } finally {
            pool.shutdownNow();
        }
    }

    /** Something that runs beside the test. */
    interface Rival<T> extends AutoCloseable {
        /** Returns what it got, waiting for it. */
        T result() throws Exception;

        /** Returns whether it has ended. */
        boolean ended();

        @Override
        void close();
    }

    /** Starts a call beside the test, which closes it. */
    static <T> Rival<T> beside(Callable<T> call) {
        ExecutorService pool = Executors.newSingleThreadExecutor(Race::daemon);
        Future<T> running = pool.submit(call);
        return new Rival<>() {
            @Override
            public T result() throws Exception {
                return get(running);
            }

            @Override
            public boolean ended() {
                return running.isDone();
            }

            @Override
            public void close() {
                pool.shutdownNow();
            }
        };
    }

    /**
     * Waits until a session waits for a lock. On SQLite there is nothing to wait for: a writer that comes second has
     * not begun, so whenever it begins it sees what the first one committed.
     */
    static void awaitLockWait(TestDatabase database) throws TimeoutException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(DEADLINE_SECONDS);
        while (database.kind() == DatabaseKind.POSTGRESQL
                && database.queryLong("SELECT count(*) FROM pg_stat_activity"
                                + " WHERE datname = current_database() AND wait_event_type = 'Lock'")
                        == 0) {
            if (System.nanoTime() > deadline) {
                throw new TimeoutException("no session waits for a lock");
            }
            Thread.onSpinWait();
        }
    }

    /** A thread that a failed test left behind must not keep the build from ending. */
    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "rival");
        thread.setDaemon(true);
        return thread;
    }

    private static <T> T get(Future<T> result) throws Exception {
        try {
            return result.get(DEADLINE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Exception cause) {
                throw cause;
            }
            throw e;
        }
    }
}
