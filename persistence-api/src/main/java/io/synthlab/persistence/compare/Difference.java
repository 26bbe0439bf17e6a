package io.synthlab.persistence.compare;

import io.synthlab.persistence.RepositoryName;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * A confirmed difference: asked in one snapshot of the database, two implementations gave two answers.
 *
 * @param at when it was confirmed
 * @param repository which repository
 * @param method name of the method
 * @param arguments shape of each argument, for example {@code text(12)}; text is redacted as in {@link Mismatch}
 * @param serving implementation that served the call
 * @param checked implementation that was asked beside it
 * @param mismatches where the answers differ, the first {@value #MOST_MISMATCHES} places
 */
public record Difference(
        Instant at,
        RepositoryName repository,
        String method,
        List<String> arguments,
        String serving,
        String checked,
        List<Mismatch> mismatches) {
    /** Places named at most. */
    public static final int MOST_MISMATCHES = 20;

    /** Checks that every part is there and copies lists. */
    public Difference {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(repository, "repository");
        Objects.requireNonNull(method, "method");
        arguments = List.copyOf(arguments);
        Objects.requireNonNull(serving, "serving");
        Objects.requireNonNull(checked, "checked");
        mismatches = List.copyOf(mismatches);
    }

    @Override
    public String toString() {
        return repository + "." + method + "(" + String.join(", ", arguments) + "), " + serving + " / " + checked + ": "
                + mismatches;
    }
}
