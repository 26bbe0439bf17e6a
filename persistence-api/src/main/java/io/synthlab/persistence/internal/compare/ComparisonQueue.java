package io.synthlab.persistence.internal.compare;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A few threads and a bounded queue in front of them; nobody ever waits to get in. */
final class ComparisonQueue implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ComparisonQueue.class);
    private static final int IDLE_SECONDS = 10;
    private static final int CLOSE_SECONDS = 10;

    private final ThreadPoolExecutor executor;
    private final Object monitor = new Object();
    private int open;

    ComparisonQueue(int threads, int waiting) {
        AtomicInteger serial = new AtomicInteger();
        executor = new ThreadPoolExecutor(
                threads, threads, IDLE_SECONDS, TimeUnit.SECONDS, new ArrayBlockingQueue<>(waiting), task -> {
                    Thread thread = new Thread(task, "synthlab-comparing-" + serial.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
        executor.allowCoreThreadTimeOut(true);
    }

    /** Returns whether a task would be refused at this moment. */
    boolean isFull() {
        return executor.getQueue().remainingCapacity() == 0;
    }

    /** Returns whether the task was taken. */
    boolean offer(Runnable task) {
        change(1);
        try {
            executor.execute(() -> {
                try {
                    task.run();
                } catch (RuntimeException | LinkageError e) {
                    LOG.warn("a comparison failed in an unforeseen way", e);
                } finally {
                    change(-1);
                }
            });
            return true;
        } catch (RejectedExecutionException e) {
            change(-1);
            return false;
        }
    }

    private void change(int by) {
        synchronized (monitor) {
            open += by;
            if (open == 0) {
                monitor.notifyAll();
            }
        }
    }

    /** Waits until nothing is open, and returns whether that came true in time. */
    boolean awaitIdle(Duration limit) throws InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        synchronized (monitor) {
            while (open > 0) {
                long left = deadline - System.nanoTime();
                if (left <= 0) {
                    return false;
                }
                TimeUnit.NANOSECONDS.timedWait(monitor, left);
            }
            return true;
        }
    }

    @Override
    public void close() {
        int dropped = executor.shutdownNow().size();
        change(-dropped);
        try {
            if (!executor.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("comparisons are still under way after {} s; they end with their connections", CLOSE_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
