package io.synthlab.persistence.error;

import java.util.Map;

/** A parameter of a read is out of range or names something that does not exist, for example an unknown sort column. */
public final class InvalidRequestException extends ValidationException {
    private static final long serialVersionUID = 1L;

    /** Code of this error. */
    public static final String CODE = "INVALID_REQUEST";

    /**
     * Creates the error.
     *
     * @param message which parameter, why, and what is allowed
     */
    public InvalidRequestException(String message) {
        super(CODE, message, Map.of());
    }
}
