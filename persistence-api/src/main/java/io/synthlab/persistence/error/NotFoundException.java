package io.synthlab.persistence.error;

import java.util.Map;

/** A row that the caller named does not exist. Thrown by {@code get…} methods; {@code find…} methods return empty. */
public class NotFoundException extends SynthLabException {
    private static final long serialVersionUID = 1L;

    /** Code of this error. */
    public static final String CODE = "NOT_FOUND";

    /**
     * Creates the error.
     *
     * @param code code of the kind of row, {@link #CODE} when there is none
     * @param message names the row
     * @param details the keys that were looked for
     */
    public NotFoundException(String code, String message, Map<String, ?> details) {
        super(code, message, details, null);
    }
}
