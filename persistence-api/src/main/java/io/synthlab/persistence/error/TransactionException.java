package io.synthlab.persistence.error;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A unit of work was used in a way it does not allow, or could not end as asked for. */
public final class TransactionException extends SynthLabException {
    private static final long serialVersionUID = 1L;

    /** Code of this error. */
    public static final String CODE = "TRANSACTION_ERROR";

    /**
     * Creates the error.
     *
     * @param message what was not allowed and what to do instead
     */
    public TransactionException(String message) {
        this(message, null);
    }

    /**
     * Creates the error with a cause.
     *
     * @param message what was not allowed and what to do instead
     * @param cause what led to it, or {@code null}
     */
    public TransactionException(String message, @Nullable Throwable cause) {
        super(CODE, message, Map.of(), cause);
    }
}
