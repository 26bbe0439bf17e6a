package io.synthlab.persistence.legacy;

import io.synthlab.persistence.JsonValue;
import io.synthlab.persistence.error.ValidationException;
import io.synthlab.persistence.internal.id.Ids;
import io.synthlab.persistence.internal.text.Rules;
import io.synthlab.persistence.internal.text.StorableText;
import io.synthlab.persistence.internal.time.Timestamps;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A simulation of a scorecard, from before there were analyses: one row of {@code simulation_runs}.
 *
 * <p>The constructor takes what a stored row may hold; {@link #of} and the {@code with…} methods apply the rules, and
 * so does every write.
 *
 * @param id {@code sim_} and eight letters or digits, hex digits if generated
 * @param scorecardId the scorecard
 * @param scenarioId scenario, any text
 * @param config parameters
 * @param status how far it is
 * @param startedAt when it was started, in microseconds
 * @param completedAt when it ended, in microseconds, or {@code null}
 * @param totalSynths how many synths took part; any number
 * @param aggregatedOutcomes name of an outcome to its share, other names than the usual {@code did_not_try}, {@code failed}
 *     and {@code success} included; an empty map counts as {@code null}, since it is stored as NULL. The map keeps the
 *     order it was given in; read from PostgreSQL it has the order of {@code jsonb}
 * @param executionTimeSeconds how long it took, or {@code null}
 */
public record SimulationRun(
        String id,
        String scorecardId,
        String scenarioId,
        SimulationConfig config,
        SimulationStatus status,
        Instant startedAt,
        @Nullable Instant completedAt,
        int totalSynths,
        @Nullable Map<String, Double> aggregatedOutcomes,
        @Nullable Double executionTimeSeconds) {
    private static final String ID_PREFIX = "sim_";
    private static final Pattern ID = Pattern.compile("sim_[a-zA-Z0-9]{8}");

    /** Checks that the required parts are there, copies the map and cuts times to microseconds. */
    public SimulationRun {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(scorecardId, "scorecardId");
        Objects.requireNonNull(scenarioId, "scenarioId");
        Objects.requireNonNull(config, "config");
        Objects.requireNonNull(status, "status");
        startedAt = Timestamps.truncate(startedAt);
        completedAt = completedAt == null ? null : Timestamps.truncate(completedAt);
        aggregatedOutcomes = aggregatedOutcomes == null || aggregatedOutcomes.isEmpty()
                ? null
                : Collections.unmodifiableMap(new LinkedHashMap<>(aggregatedOutcomes));
    }

    /**
     * Returns a checked simulation that is pending, with default parameters.
     *
     * @param id {@code sim_} and eight letters or digits
     * @param scorecardId the scorecard
     * @param scenarioId scenario
     * @param startedAt when it was started
     * @return the simulation
     * @throws ValidationException if a value breaks a rule; names the field
     */
    public static SimulationRun of(String id, String scorecardId, String scenarioId, Instant startedAt) {
        return new SimulationRun(
                        id,
                        scorecardId,
                        scenarioId,
                        SimulationConfig.DEFAULT,
                        SimulationStatus.PENDING,
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
     * Returns this simulation in another state.
     *
     * @param newStatus the state
     * @return the new simulation
     */
    public SimulationRun withStatus(SimulationStatus newStatus) {
        return with(config, newStatus, completedAt, totalSynths, aggregatedOutcomes, executionTimeSeconds);
    }

    /**
     * Returns this simulation with other parameters.
     *
     * @param newConfig parameters
     * @return the new simulation
     * @throws ValidationException if a parameter breaks a rule
     */
    public SimulationRun withConfig(SimulationConfig newConfig) {
        return with(newConfig, status, completedAt, totalSynths, aggregatedOutcomes, executionTimeSeconds)
                .validated();
    }

    /**
     * Returns this simulation with a result.
     *
     * @param newCompletedAt when it ended, or {@code null}
     * @param newTotalSynths how many synths took part
     * @param newOutcomes name of an outcome to its share, or {@code null}
     * @param newSeconds how long it took, or {@code null}
     * @return the new simulation
     * @throws ValidationException if a number is NaN or infinite, or a name cannot be stored
     */
    public SimulationRun withResult(
            @Nullable Instant newCompletedAt,
            int newTotalSynths,
            @Nullable Map<String, Double> newOutcomes,
            @Nullable Double newSeconds) {
        return with(config, status, newCompletedAt, newTotalSynths, newOutcomes, newSeconds);
    }

    private SimulationRun with(
            SimulationConfig newConfig,
            SimulationStatus newStatus,
            @Nullable Instant newCompletedAt,
            int newTotalSynths,
            @Nullable Map<String, Double> newOutcomes,
            @Nullable Double newSeconds) {
        return new SimulationRun(
                        id,
                        scorecardId,
                        scenarioId,
                        newConfig,
                        newStatus,
                        startedAt,
                        newCompletedAt,
                        newTotalSynths,
                        newOutcomes,
                        newSeconds)
                .progressValidated();
    }

    /**
     * Checks every rule.
     *
     * @return this simulation
     * @throws ValidationException if a value breaks a rule; names the field
     */
    public SimulationRun validated() {
        requireId(id);
        StorableText.require(scorecardId, "simulation_runs.scorecard_id");
        StorableText.require(scenarioId, "simulation_runs.scenario_id");
        config.validated();
        return progressValidated();
    }

    /**
     * Checks the rules of what an update writes: outcomes and duration. A stored simulation whose parameters break a rule
     * can be brought to its end all the same.
     *
     * @return this simulation
     * @throws ValidationException if a number is NaN or infinite, or a name cannot be stored; names the field
     */
    public SimulationRun progressValidated() {
        if (aggregatedOutcomes != null) {
            aggregatedOutcomes.forEach((name, share) -> {
                StorableText.require(name, "simulation_runs.aggregated_outcomes");
                Rules.finite(share, "simulation_runs.aggregated_outcomes");
            });
        }
        if (executionTimeSeconds != null) {
            Rules.finite(executionTimeSeconds, "simulation_runs.execution_time_seconds");
        }
        return this;
    }

    /**
     * Checks the id of a simulation.
     *
     * @param id an id
     * @throws ValidationException if it is not {@code sim_} and eight letters or digits
     */
    public static void requireId(String id) {
        Rules.id(id, "simulation_runs.id", ID);
    }

    /** Returns the column {@code aggregated_outcomes}, {@code null} for none. */
    public @Nullable JsonValue outcomesToJson() {
        return aggregatedOutcomes == null ? null : JsonValue.of(aggregatedOutcomes);
    }
}
