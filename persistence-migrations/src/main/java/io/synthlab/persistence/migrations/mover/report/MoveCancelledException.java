package io.synthlab.persistence.migrations.mover.report;

import io.synthlab.persistence.error.SynthLabException;
import java.util.Map;

/** The thread was interrupted: the move stopped and left nothing behind. The interrupt flag stays set. */
public final class MoveCancelledException extends SynthLabException {
    private static final long serialVersionUID = 1L;

    /** Code of this error. */
    public static final String CODE = "MOVE_CANCELLED";

    /** Creates the error. */
    public MoveCancelledException() {
        super(CODE, "the move was interrupted and nothing of it was kept; run it again", Map.of(), null);
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
