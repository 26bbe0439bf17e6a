package io.synthlab.persistence.experiment;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An experiment as lists show it.
 *
 * @param id its id
 * @param name its title
 * @param hypothesis its hypothesis
 * @param description extra context, or {@code null}
 * @param hasScorecard whether a scorecard is stored; it is not parsed
 * @param hasAnalysis whether an analysis exists, in any state
 * @param hasInterviewGuide whether an interview guide exists
 * @param interviewCount how many interview batches belong to it, in any state
 * @param createdAt when it was created
 * @param updatedAt when it was last changed, or {@code null} if never
 */
public record ExperimentSummary(
        String id,
        String name,
        String hypothesis,
        @Nullable String description,
        boolean hasScorecard,
        boolean hasAnalysis,
        boolean hasInterviewGuide,
        long interviewCount,
        Instant createdAt,
        @Nullable Instant updatedAt) {
    /** Checks that the required parts are there. */
    public ExperimentSummary {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(hypothesis, "hypothesis");
        Objects.requireNonNull(createdAt, "createdAt");
    }
}
