package io.synthlab.persistence.migrations.mover.work;

import io.synthlab.persistence.error.SynthLabException;
import io.synthlab.persistence.migrations.mover.report.MoveCancelledException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Several threads that work off one list. If one fails, or the thread that waits for them is interrupted, the others end
 * what they are at and take nothing more.
 */
public final class Workers {
    private final int count;
    private volatile boolean stopping;

    /**
     * Creates them; nothing runs yet.
     *
     * @param count how many threads, at least 1
     */
    public Workers(int count) {
        this.count = count;
    }

    /**
     * What one thread needs for itself, such as a connection.
     *
     * @param <T> what is worked on
     */
    public interface Worker<T> extends AutoCloseable {
        /** Does one piece of work. */
        void work(T piece) throws Exception;

        @Override
        void close();
    }

    /**
     * Works off a list and waits for the end.
     *
     * @param <T> what is worked on
     * @param pieces the list, in the order in which it is begun
     * @param workers makes what each thread needs; called on that thread
     * @throws MoveCancelledException if this thread was interrupted; its interrupt flag stays set
     */
    public <T> void run(List<T> pieces, Supplier<? extends Worker<T>> workers) {
        Iterator<T> queue = pieces.iterator();
        ExecutorService threads = Executors.newFixedThreadPool(Math.max(1, Math.min(count, pieces.size())));
        List<Future<?>> running = new ArrayList<>();
        for (int i = 0; i < Math.min(count, pieces.size()); i++) {
            running.add(threads.submit(() -> workOff(queue, workers)));
        }
        threads.shutdown();
        await(running);
    }

    private <T> Void workOff(Iterator<T> queue, Supplier<? extends Worker<T>> workers) throws Exception {
        try (Worker<T> worker = workers.get()) {
            for (T piece = next(queue); piece != null; piece = next(queue)) {
                worker.work(piece);
            }
            return null;
        } catch (Throwable e) {
            stopping = true;
            throw e;
        }
    }

    private <T> @Nullable T next(Iterator<T> queue) {
        synchronized (queue) {
            return !stopping && queue.hasNext() ? queue.next() : null;
        }
    }

    private void await(List<Future<?>> running) {
        Throwable failure = null;
        boolean interrupted = false;
        for (Future<?> each : running) {
            boolean ended = false;
            while (!ended) {
                try {
                    each.get();
                    ended = true;
                } catch (InterruptedException e) {
                    interrupted = true;
                    stopping = true;
                } catch (ExecutionException e) {
                    failure = failure == null ? e.getCause() : failure;
                    ended = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (failure != null) {
            throw unchecked(failure);
        }
        if (interrupted) {
            throw new MoveCancelledException();
        }
    }

    private static RuntimeException unchecked(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        return failure instanceof RuntimeException runtime
                ? runtime
                : new SynthLabException("MOVE_FAILED", "the move failed: " + failure, Map.of(), failure);
    }
}
