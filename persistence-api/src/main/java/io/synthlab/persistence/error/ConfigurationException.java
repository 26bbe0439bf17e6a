package io.synthlab.persistence.error;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A setting is missing, unknown or out of range; the message names the setting and what is allowed. */
public final class ConfigurationException extends SynthLabException {
    private static final long serialVersionUID = 1L;

    /** Code of this error. */
    public static final String CODE = "CONFIGURATION_ERROR";

    /**
     * Creates the error.
     *
     * @param message which setting, what is wrong, what is allowed; never a password
     */
    public ConfigurationException(String message) {
        this(message, null);
    }

    /**
     * Creates the error with a cause.
     *
     * @param message which setting, what is wrong, what is allowed; never a password
     * @param cause what led to it, or {@code null}
     */
    public ConfigurationException(String message, @Nullable Throwable cause) {
        super(CODE, message, Map.of(), cause);
    }
}
