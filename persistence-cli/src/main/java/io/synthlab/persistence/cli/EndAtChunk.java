package io.synthlab.persistence.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Lets a move end between two chunks when the process is told to end, and say so, instead of breaking off. What the server is
 * at is waited for, for a while.
 */
final class EndAtChunk {
    private static final long PATIENCE_SECONDS = 20;

    /** Opens when everything is said that there is to say. */
    private static final CountDownLatch SAID = new CountDownLatch(1);

    private final Thread mover = Thread.currentThread();
    private final Thread atExit = new Thread(this::end, "end-at-chunk");

    private EndAtChunk() {
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    private void end() {
        mover.interrupt();
        try {
            SAID.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Tells that the program has nothing more to say. */
    static void said() {
        SAID.countDown();
    }

    /** Does work that can be ended so. */
    static <T> T during(Supplier<T> work) {
        EndAtChunk end = new EndAtChunk();
        try {
            return work.get();
        } finally {
            end.close();
        }
    }

    private void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            return; // the process ends, and waits for the last word
        }
    }
}
