package io.synthlab.persistence.migrations.mover.work;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RateLimitIT {
    private static final long BYTES_PER_SECOND = 1_000_000;
    private static final int PIECES = 10;
    private static final long PIECE = 50_000;

    @Test
    void several_threads_together_are_not_faster_than_the_limit() throws InterruptedException {
        RateLimit limit = new RateLimit(BYTES_PER_SECOND);
        long begin = System.nanoTime();
        Thread[] threads = new Thread[2];
        for (int i = 0; i < threads.length; i++) {
            threads[i] = new Thread(() -> {
                for (int piece = 0; piece < PIECES / 2; piece++) {
                    limit.pass(PIECE);
                }
            });
            threads[i].start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        long least = TimeUnit.MILLISECONDS.toNanos(490); // half a second for half of what a second may have
        assertTrue(System.nanoTime() - begin >= least);
    }

    @Test
    void without_a_limit_nobody_waits() {
        RateLimit.NONE.pass(Long.MAX_VALUE);
    }
}
