package io.synthlab.persistence.migrations.schema;

import io.synthlab.persistence.error.SchemaMismatchException;
import java.util.List;

/**
 * Says that a file cannot be taken over, always in the same form.
 *
 * @param target the file
 */
record Refusal(Target target) {
    private static final int SHOWN = 8;

    SchemaMismatchException because(String reason, String remedy) {
        return new SchemaMismatchException(
                null,
                null,
                target.display() + " cannot be taken over: " + reason + "; nothing was changed; " + remedy,
                null);
    }

    /** Joins what was seen, the first few of many. */
    static String list(List<String> seen) {
        List<String> shown = seen.subList(0, Math.min(seen.size(), SHOWN));
        String rest = shown.size() == seen.size() ? "" : " and " + (seen.size() - shown.size()) + " more";
        return String.join(", ", shown) + rest;
    }
}
