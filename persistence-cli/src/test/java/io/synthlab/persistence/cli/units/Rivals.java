package io.synthlab.persistence.cli.units;

import io.synthlab.persistence.cli.Wait;
import io.synthlab.persistence.testkit.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Threads beside the test. Everything has a deadline, so that a deadlock is a failure and no standstill. */
final class Rivals implements AutoCloseable {
    private static final long DEADLINE_SECONDS = 60;
    private static final String LOCK_WAITS =
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'";

    private final ExecutorService threads = Executors.newCachedThreadPool(Rivals::daemon);

    /** Work on one of several threads. */
    @FunctionalInterface
    interface NumberedWork<T> {
        T run(int thread) throws Exception;
    }

    /** Starts work on a thread of its own. */
    <T> Future<T> start(Callable<T> work) {
        return threads.submit(work);
    }

    /** Runs work on a thread of its own and returns its result. */
    <T> T call(Callable<T> work) throws Exception {
        return result(start(work));
    }

    /** Runs work on several threads, all let go at the same moment, and returns what each got. */
    <T> List<T> all(int count, NumberedWork<T> work) throws Exception {
        CyclicBarrier begin = new CyclicBarrier(count);
        List<Future<T>> running = new ArrayList<>();
        for (int thread = 0; thread < count; thread++) {
            int number = thread;
            running.add(start(() -> {
                begin.await(DEADLINE_SECONDS, TimeUnit.SECONDS);
                return work.run(number);
            }));
        }
        List<T> results = new ArrayList<>();
        for (Future<T> each : running) {
            results.add(result(each));
        }
        return results;
    }

    /** Waits for a result; what the work threw comes out as it is. */
    static <T> T result(Future<T> running) throws Exception {
        try {
            return running.get(DEADLINE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Exception cause) {
                throw cause;
            }
            if (e.getCause() instanceof Error failure) {
                throw failure;
            }
            throw e;
        }
    }

    /** Waits until another thread has come to a point. */
    static void await(CountDownLatch point) throws Exception {
        if (!point.await(DEADLINE_SECONDS, TimeUnit.SECONDS)) {
            throw new TimeoutException("another thread did not get where it should");
        }
    }

    /** Waits until a session of a PostgreSQL database waits for a lock. */
    static void awaitLockWait(TestDatabase database) throws TimeoutException {
        Wait.until("a session waits for a lock", () -> database.queryLong(LOCK_WAITS) > 0);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    /** A thread that a failed test left behind must not keep the build from ending. */
    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "rival");
        thread.setDaemon(true);
        return thread;
    }
}
