package io.synthlab.persistence.migrations.mover.report;

import io.synthlab.persistence.error.SynthLabException;
import java.util.Map;

/**
 * The thread was interrupted. A copy stopped between two chunks and can go on; anything else left nothing behind. The
 * interrupt flag stays set.
 */
public final class MoveCancelledException extends SynthLabException {
    private static final long serialVersionUID = 1L;

    /** Code of this error. */
    public static final String CODE = "MOVE_CANCELLED";

    /** Creates the error. */
    public MoveCancelledException() {
        super(
                CODE,
                "interrupted; what a copy had written so far stays and the same call with --resume goes on, anything else left nothing",
                Map.of(),
                null);
    }

    /**
     * Stops here if the current thread was interrupted.
     *
     * @throws MoveCancelledException if it was
     */
    public static void throwIfInterrupted() {
        if (Thread.currentThread().isInterrupted()) {
            throw new MoveCancelledException();
        }
    }
}
