package io.synthlab.persistence.error;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A search text is not in the grammar that the synth search takes. Nothing was run. */
public final class InvalidQueryException extends ValidationException {
    private static final long serialVersionUID = 1L;

    /** Code of this error. */
    public static final String CODE = "INVALID_QUERY";

    /**
     * Creates the error.
     *
     * @param reason what is wrong and where, for people
     * @param query the text the caller passed, possibly shortened; {@code null} or empty leaves the detail out. It is
     *     the caller's own input, handed back to the caller only
     */
    public InvalidQueryException(String reason, @Nullable String query) {
        super(CODE, "Invalid query: " + reason, details(reason, query));
    }

    /** Returns what is wrong, without the prefix of the message. */
    public String reason() {
        return String.valueOf(details().get("reason"));
    }

    private static Map<String, String> details(String reason, @Nullable String query) {
        Map<String, String> details = new LinkedHashMap<>();
        details.put("reason", reason);
        if (query != null && !query.isEmpty()) {
            details.put("query", query);
        }
        return details;
    }
}
