package io.synthlab.persistence.error;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Root of every error this library throws on purpose.
 *
 * <p>{@link #code()} is stable and meant for machines; it is one of the original application's codes where the
 * original had one. The message says what happened, to which row or setting, and what to do. Neither message nor
 * details nor cause ever hold stored text or a password.
 *
 * @since 0.1
 */
public class SynthLabException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final transient Map<String, Object> details;

    /**
     * Creates an error.
     *
     * @param code stable code, for example {@code NOT_FOUND}
     * @param message what happened and what to do
     * @param details values that belong to the message, copied; may be empty
     * @param cause what led to it, or {@code null}
     */
    public SynthLabException(String code, String message, Map<String, ?> details, @Nullable Throwable cause) {
        super(message, cause);
        this.code = Objects.requireNonNull(code, "code");
        this.details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
    }

    /** Returns the stable code, for example {@code SYNTH_NOT_FOUND}. */
    public final String code() {
        return code;
    }

    /** Returns the values that belong to the message, in a fixed order; empty when there are none. */
    public final Map<String, Object> details() {
        return details == null ? Map.of() : details; // null only after Java deserialisation
    }
}
