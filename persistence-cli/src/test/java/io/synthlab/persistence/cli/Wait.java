package io.synthlab.persistence.cli;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for conditions, with a generous deadline, so that a deadlock is a failure and no standstill. */
public final class Wait {
    /** How long anything may take on a busy machine. */
    public static final long DEADLINE_SECONDS = 120;

    private static final long PAUSE_MILLIS = 1;

    private Wait() {}

    /**
     * Waits until something is so.
     *
     * @param what what is waited for, for the message
     * @param isSo whether it is so
     * @throws TimeoutException if it never became so
     */
    public static void until(String what, BooleanSupplier isSo) throws TimeoutException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(DEADLINE_SECONDS);
        while (!isSo.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new TimeoutException("waited in vain until " + what);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(PAUSE_MILLIS));
        }
    }
}
