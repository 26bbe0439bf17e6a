package io.synthlab.persistence.research;

import io.synthlab.persistence.internal.time.Timestamps;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A batch of interviews as lists show it.
 *
 * @param execId its id
 * @param experimentId the experiment it belongs to, or {@code null}
 * @param topicName topic, or name of the interview guide
 * @param status where it stands
 * @param synthCount how many interviews were planned
 * @param startedAt when it was stored, in microseconds
 * @param completedAt when it was last over, well or not, in microseconds, or {@code null} if never
 */
public record ResearchExecutionSummary(
        String execId,
        @Nullable String experimentId,
        String topicName,
        ExecutionStatus status,
        int synthCount,
        Instant startedAt,
        @Nullable Instant completedAt) {
    /** Checks that the required parts are there and cuts times to microseconds. */
    public ResearchExecutionSummary {
        Objects.requireNonNull(execId, "execId");
        Objects.requireNonNull(topicName, "topicName");
        Objects.requireNonNull(status, "status");
        startedAt = Timestamps.truncate(startedAt);
        completedAt = completedAt == null ? null : Timestamps.truncate(completedAt);
    }
}
