package io.synthlab.persistence.research;

import io.synthlab.persistence.internal.time.Timestamps;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A PR-FAQ as lists show it, in any state.
 *
 * @param execId the batch of interviews it was made of, and the key
 * @param topicName topic of that batch, or {@code null} if the batch is not there
 * @param headline its headline, or {@code null}
 * @param oneLiner its one-line summary, or {@code null}
 * @param faqCount number of questions; 0 where none is stored
 * @param generatedAt when its content was completed last, in microseconds, or {@code null} if it never was
 * @param validationStatus what its validation came to; valid where nothing is stored
 * @param confidenceScore how sure the generator is, 0 to 1 by convention, or {@code null}
 */
public record PrfaqSummary(
        String execId,
        @Nullable String topicName,
        @Nullable String headline,
        @Nullable String oneLiner,
        int faqCount,
        @Nullable Instant generatedAt,
        PrfaqValidation validationStatus,
        @Nullable Double confidenceScore) {
    /** Checks that the required parts are there and cuts the time to microseconds. */
    public PrfaqSummary {
        Objects.requireNonNull(execId, "execId");
        Objects.requireNonNull(validationStatus, "validationStatus");
        generatedAt = generatedAt == null ? null : Timestamps.truncate(generatedAt);
    }
}
