package io.synthlab.persistence.analysis;

import io.synthlab.persistence.error.ValidationException;
import io.synthlab.persistence.internal.id.Ids;
import io.synthlab.persistence.internal.text.Rules;
import io.synthlab.persistence.internal.text.StorableText;
import io.synthlab.persistence.internal.time.Timestamps;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The analysis of an experiment: one row of {@code analysis_runs}, at most one per experiment.
 *
 * <p>The constructor takes what a stored row may hold; {@link #of} and the {@code with…} methods apply the rules, and
 * so does every write.
 *
 * @param id {@code ana_} and eight hex digits
 * @param experimentId the experiment: {@code exp_} and eight hex digits
 * @param scenarioId any text, {@value #DEFAULT_SCENARIO} unless said otherwise
 * @param config what it was asked to do
 * @param status how far it is
 * @param startedAt when it was started, in microseconds
 * @param completedAt when it ended, in microseconds, or {@code null}; independent of {@code status}
 * @param totalSynths how many synths took part, 0 or more; 0 where a stored row holds none
 * @param aggregatedOutcomes how they did, or {@code null} as long as that is unknown
 * @param executionTimeSeconds how long it took, 0 or more, or {@code null}
 */
public record AnalysisRun(
        String id,
        String experimentId,
        String scenarioId,
        AnalysisConfig config,
        AnalysisStatus status,
        Instant startedAt,
        @Nullable Instant completedAt,
        int totalSynths,
        @Nullable AggregatedOutcomes aggregatedOutcomes,
        @Nullable Double executionTimeSeconds) {
    /** Scenario when none is given. */
    public static final String DEFAULT_SCENARIO = "baseline";

    private static final String ID_PREFIX = "ana_";

    /** Checks that the required parts are there and cuts times to microseconds. */
    public AnalysisRun {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(experimentId, "experimentId");
        Objects.requireNonNull(scenarioId, "scenarioId");
        Objects.requireNonNull(config, "config");
        Objects.requireNonNull(status, "status");
        startedAt = Timestamps.truncate(startedAt);
        completedAt = completedAt == null ? null : Timestamps.truncate(completedAt);
    }

    /**
     * Returns a new pending analysis with a new id and the default configuration, started now.
     *
     * @param experimentId the experiment
     * @return the analysis
     * @throws ValidationException if the id breaks a rule
     */
    public static AnalysisRun of(String experimentId) {
        return of(newId(), experimentId, Instant.now());
    }

    /**
     * Returns a checked pending analysis of the default scenario and configuration.
     *
     * @param id {@code ana_} and eight hex digits
     * @param experimentId the experiment
     * @param startedAt when it was started
     * @return the analysis
     * @throws ValidationException if an id breaks a rule
     */
    public static AnalysisRun of(String id, String experimentId, Instant startedAt) {
        return new AnalysisRun(
                        id,
                        experimentId,
                        DEFAULT_SCENARIO,
                        AnalysisConfig.DEFAULT,
                        AnalysisStatus.PENDING,
                        startedAt,
                        null,
                        0,
                        null,
                        null)
                .validated();
    }

    /** Returns a new random id; 32 random bits, so that a create may still meet one that exists. */
    public static String newId() {
        return Ids.random(ID_PREFIX);
    }

    /**
     * Checks every rule.
     *
     * @return this analysis
     * @throws ValidationException if a value breaks a rule; names the field
     */
    public AnalysisRun validated() {
        Rules.id(id, "analysis_runs.id", Ids.ANALYSIS);
        Rules.id(experimentId, "analysis_runs.experiment_id", Ids.EXPERIMENT);
        StorableText.require(scenarioId, "analysis_runs.scenario_id");
        config.validated();
        Rules.notNegative(totalSynths, "analysis_runs.total_synths");
        if (aggregatedOutcomes != null) {
            aggregatedOutcomes.validated();
        }
        Rules.notNegative(executionTimeSeconds, "analysis_runs.execution_time_seconds");
        return this;
    }

    /** Returns whether it is at work. */
    public boolean isRunning() {
        return status == AnalysisStatus.RUNNING;
    }

    /** Returns whether it has ended well. */
    public boolean isCompleted() {
        return status == AnalysisStatus.COMPLETED;
    }

    /** Returns whether it is known how the synths did, whatever the status says. */
    public boolean hasResults() {
        return aggregatedOutcomes != null;
    }

    /**
     * Returns this analysis of another scenario.
     *
     * @param newScenarioId any text
     * @return the new analysis
     * @throws ValidationException if a value breaks a rule
     */
    public AnalysisRun withScenarioId(String newScenarioId) {
        return new AnalysisRun(
                        id,
                        experimentId,
                        newScenarioId,
                        config,
                        status,
                        startedAt,
                        completedAt,
                        totalSynths,
                        aggregatedOutcomes,
                        executionTimeSeconds)
                .validated();
    }

    /**
     * Returns this analysis with another configuration.
     *
     * @param newConfig what it is asked to do
     * @return the new analysis
     * @throws ValidationException if a value breaks a rule
     */
    public AnalysisRun withConfig(AnalysisConfig newConfig) {
        return new AnalysisRun(
                        id,
                        experimentId,
                        scenarioId,
                        newConfig,
                        status,
                        startedAt,
                        completedAt,
                        totalSynths,
                        aggregatedOutcomes,
                        executionTimeSeconds)
                .validated();
    }
}
