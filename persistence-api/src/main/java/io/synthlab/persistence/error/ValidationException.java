package io.synthlab.persistence.error;

import java.util.Map;

/** A value breaks a rule. Nothing was written. */
public class ValidationException extends SynthLabException {
    private static final long serialVersionUID = 1L;

    /** Code of this error. */
    public static final String CODE = "VALIDATION_ERROR";

    /**
     * Creates the error.
     *
     * @param message which value of which row breaks which rule, without the value's text
     */
    public ValidationException(String message) {
        this(message, Map.of());
    }

    /**
     * Creates the error with details.
     *
     * @param message which value of which row breaks which rule, without the value's text
     * @param details fields that belong to the message
     */
    public ValidationException(String message, Map<String, ?> details) {
        this(CODE, message, details);
    }

    /**
     * For the kinds of validation error that have a code of their own.
     *
     * @param code code of the kind
     * @param message what is wrong
     * @param details fields that belong to the message
     */
    protected ValidationException(String code, String message, Map<String, ?> details) {
        super(code, message, details, null);
    }
}
