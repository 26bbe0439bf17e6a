package io.synthlab.persistence.analysis;

import io.synthlab.persistence.error.ValidationException;
import io.synthlab.persistence.internal.text.Rules;
import io.synthlab.persistence.internal.time.Timestamps;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What to change of an analysis: always its status, and what else is given; {@code null} leaves a value as it is, so
 * nothing can be set back to absent.
 *
 * @param status new status
 * @param completedAt new time of its end, in microseconds, or {@code null}
 * @param totalSynths new number of synths, 0 or more, or {@code null}
 * @param aggregatedOutcomes new rates, or {@code null}
 * @param executionTimeSeconds new duration, 0 or more, or {@code null}
 * @param expectedStatus changes the analysis only if it has this status, or {@code null} for any
 */
public record AnalysisUpdate(
        AnalysisStatus status,
        @Nullable Instant completedAt,
        @Nullable Integer totalSynths,
        @Nullable AggregatedOutcomes aggregatedOutcomes,
        @Nullable Double executionTimeSeconds,
        @Nullable AnalysisStatus expectedStatus) {
    /** Checks that there is a status and cuts the time to microseconds. */
    public AnalysisUpdate {
        Objects.requireNonNull(status, "status");
        completedAt = completedAt == null ? null : Timestamps.truncate(completedAt);
    }

    /**
     * Returns an update of the status alone.
     *
     * @param status new status
     * @return the update
     */
    public static AnalysisUpdate to(AnalysisStatus status) {
        return new AnalysisUpdate(status, null, null, null, null, null);
    }

    /**
     * Returns this update with a time of the end.
     *
     * @param newCompletedAt when it ended
     * @return the new update
     */
    public AnalysisUpdate withCompletedAt(Instant newCompletedAt) {
        return new AnalysisUpdate(
                status, newCompletedAt, totalSynths, aggregatedOutcomes, executionTimeSeconds, expectedStatus);
    }

    /**
     * Returns this update with a number of synths.
     *
     * @param newTotalSynths how many took part
     * @return the new update
     */
    public AnalysisUpdate withTotalSynths(int newTotalSynths) {
        return new AnalysisUpdate(
                status, completedAt, newTotalSynths, aggregatedOutcomes, executionTimeSeconds, expectedStatus);
    }

    /**
     * Returns this update with rates.
     *
     * @param newOutcomes how the synths did
     * @return the new update
     */
    public AnalysisUpdate withAggregatedOutcomes(AggregatedOutcomes newOutcomes) {
        return new AnalysisUpdate(status, completedAt, totalSynths, newOutcomes, executionTimeSeconds, expectedStatus);
    }

    /**
     * Returns this update with a duration.
     *
     * @param newSeconds how long it took
     * @return the new update
     */
    public AnalysisUpdate withExecutionTimeSeconds(double newSeconds) {
        return new AnalysisUpdate(status, completedAt, totalSynths, aggregatedOutcomes, newSeconds, expectedStatus);
    }

    /**
     * Returns this update on the condition that the analysis has a status: of several callers at once who move it from
     * the same status, exactly one does.
     *
     * @param newExpectedStatus status it must have
     * @return the new update
     */
    public AnalysisUpdate ifStatusIs(AnalysisStatus newExpectedStatus) {
        return new AnalysisUpdate(
                status, completedAt, totalSynths, aggregatedOutcomes, executionTimeSeconds, newExpectedStatus);
    }

    /**
     * Checks every rule.
     *
     * @return this update
     * @throws ValidationException if a value breaks a rule of {@link AnalysisRun}; names the field
     */
    public AnalysisUpdate validated() {
        Rules.notNegative(totalSynths, "analysis_runs.total_synths");
        if (aggregatedOutcomes != null) {
            aggregatedOutcomes.validated();
        }
        Rules.notNegative(executionTimeSeconds, "analysis_runs.execution_time_seconds");
        return this;
    }
}
