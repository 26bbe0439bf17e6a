package io.synthlab.persistence.internal.transaction;

import java.time.Duration;

/**
 * When a unit has to be over, on the clock that never jumps.
 *
 * @param nanoTime moment on the scale of {@link System#nanoTime()}
 */
record Deadline(long nanoTime) {
    static Deadline after(Duration limit) {
        return new Deadline(System.nanoTime() + limit.toNanos());
    }

    /** Returns how much time is left; zero or negative when there is none. */
    Duration left() {
        return Duration.ofNanos(nanoTime - System.nanoTime());
    }

    boolean isOver() {
        return nanoTime - System.nanoTime() <= 0;
    }
}
