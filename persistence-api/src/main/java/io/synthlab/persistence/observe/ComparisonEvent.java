package io.synthlab.persistence.observe;

import io.synthlab.persistence.RepositoryName;
import io.synthlab.persistence.compare.ComparisonOutcome;
import io.synthlab.persistence.compare.Difference;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A call of a repository in comparing mode that was chosen by the sample.
 *
 * @param repository which repository
 * @param method name of the method
 * @param serving implementation that served the call
 * @param checked implementation that was asked beside it
 * @param outcome what came of it
 * @param difference where they differ, for {@link ComparisonOutcome#DIFFERED} only
 */
public record ComparisonEvent(
        RepositoryName repository,
        String method,
        String serving,
        String checked,
        ComparisonOutcome outcome,
        @Nullable Difference difference) {
    /** Checks that every part is there. */
    public ComparisonEvent {
        Objects.requireNonNull(repository, "repository");
        Objects.requireNonNull(method, "method");
        Objects.requireNonNull(serving, "serving");
        Objects.requireNonNull(checked, "checked");
        Objects.requireNonNull(outcome, "outcome");
    }
}
