package io.synthlab.persistence.research;

import io.synthlab.persistence.internal.time.Timestamps;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A batch of interviews with its counts, and whether documents were made of it.
 *
 * @param execId its id
 * @param experimentId the experiment it belongs to, or {@code null}
 * @param topicName topic, or name of the interview guide
 * @param status where it stands
 * @param synthCount how many interviews were planned
 * @param startedAt when it was stored, in microseconds
 * @param completedAt when it was last over, well or not, in microseconds, or {@code null} if never
 * @param successfulCount how many interviews ended well
 * @param failedCount how many failed
 * @param model language model; {@value NewExecution#DEFAULT_MODEL} if the row names none
 * @param maxTurns turns of each interview at most; {@value NewExecution#DEFAULT_MAX_TURNS} if the row holds none or 0
 * @param summaryAvailable whether its experiment has a completed summary
 * @param prfaqAvailable whether its experiment has a completed PR-FAQ
 */
public record ResearchExecutionDetail(
        String execId,
        @Nullable String experimentId,
        String topicName,
        ExecutionStatus status,
        int synthCount,
        Instant startedAt,
        @Nullable Instant completedAt,
        int successfulCount,
        int failedCount,
        String model,
        int maxTurns,
        boolean summaryAvailable,
        boolean prfaqAvailable) {
    /** Checks that the required parts are there and cuts times to microseconds. */
    public ResearchExecutionDetail {
        Objects.requireNonNull(execId, "execId");
        Objects.requireNonNull(topicName, "topicName");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(model, "model");
        startedAt = Timestamps.truncate(startedAt);
        completedAt = completedAt == null ? null : Timestamps.truncate(completedAt);
    }

    /** Returns this batch as lists show it. */
    public ResearchExecutionSummary summary() {
        return new ResearchExecutionSummary(
                execId, experimentId, topicName, status, synthCount, startedAt, completedAt);
    }
}
