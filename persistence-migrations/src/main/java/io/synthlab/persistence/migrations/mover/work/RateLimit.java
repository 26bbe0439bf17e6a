package io.synthlab.persistence.migrations.mover.work;

import java.util.concurrent.locks.LockSupport;

/** Keeps all threads together at or below a rate. */
public final class RateLimit {
    /** No limit. */
    public static final RateLimit NONE = new RateLimit(0);

    private static final double NANOS_PER_SECOND = 1e9;

    private final long bytesPerSecond;
    private long freeAt = System.nanoTime();

    /**
     * Creates a limit.
     *
     * @param bytesPerSecond bytes of values a second, 0 for no limit
     */
    public RateLimit(long bytesPerSecond) {
        this.bytesPerSecond = bytesPerSecond;
    }

    /** Waits until so many more bytes are allowed. */
    void pass(long bytes) {
        if (bytesPerSecond == 0) {
            return;
        }
        long until;
        synchronized (this) {
            freeAt = Math.max(freeAt, System.nanoTime()) + (long) (bytes * NANOS_PER_SECOND / bytesPerSecond);
            until = freeAt;
        }
        for (long left = until - System.nanoTime(); left > 0; left = until - System.nanoTime()) {
            LockSupport.parkNanos(left);
            if (Thread.currentThread().isInterrupted()) {
                return;
            }
        }
    }
}
