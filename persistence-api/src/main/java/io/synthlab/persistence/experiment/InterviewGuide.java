package io.synthlab.persistence.experiment;

import io.synthlab.persistence.error.ValidationException;
import io.synthlab.persistence.internal.text.StorableText;
import io.synthlab.persistence.internal.time.Timestamps;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Text that steers the interviews of one experiment: one row of {@code interview_guide}.
 *
 * @param experimentId the experiment, and the key
 * @param contextDefinition free text, or {@code null}
 * @param questions free text, or {@code null}
 * @param contextExamples free text, or {@code null}
 * @param createdAt when it was created, in microseconds
 * @param updatedAt when it was last changed, in microseconds, or {@code null} if never
 */
public record InterviewGuide(
        String experimentId,
        @Nullable String contextDefinition,
        @Nullable String questions,
        @Nullable String contextExamples,
        Instant createdAt,
        @Nullable Instant updatedAt) {
    /** Checks that the required parts are there and cuts times to microseconds. */
    public InterviewGuide {
        Objects.requireNonNull(experimentId, "experimentId");
        createdAt = Timestamps.truncate(createdAt);
        updatedAt = updatedAt == null ? null : Timestamps.truncate(updatedAt);
    }

    /**
     * Returns a checked guide that was never changed.
     *
     * @param experimentId the experiment
     * @param contextDefinition free text, or {@code null}
     * @param questions free text, or {@code null}
     * @param contextExamples free text, or {@code null}
     * @param createdAt when it was created
     * @return the guide
     * @throws ValidationException if a text cannot be stored
     */
    public static InterviewGuide of(
            String experimentId,
            @Nullable String contextDefinition,
            @Nullable String questions,
            @Nullable String contextExamples,
            Instant createdAt) {
        return new InterviewGuide(experimentId, contextDefinition, questions, contextExamples, createdAt, null)
                .validated();
    }

    /**
     * Checks every rule.
     *
     * @return this guide
     * @throws ValidationException if a text cannot be stored; names the field
     */
    public InterviewGuide validated() {
        StorableText.require(experimentId, "interview_guide.experiment_id");
        StorableText.require(contextDefinition, "interview_guide.context_definition");
        StorableText.require(questions, "interview_guide.questions");
        StorableText.require(contextExamples, "interview_guide.context_examples");
        return this;
    }
}
