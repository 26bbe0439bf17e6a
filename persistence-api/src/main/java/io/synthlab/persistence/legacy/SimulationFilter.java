package io.synthlab.persistence.legacy;

import org.jspecify.annotations.Nullable;

/**
 * Which simulations to list: all conditions together. {@code null} and empty text are no condition, as in the original.
 *
 * @param scorecardId scorecard they are based on, or {@code null}
 * @param scenarioId scenario, or {@code null}
 * @param status state as it is stored, or {@code null}; of any form, an unknown one finds nothing
 */
public record SimulationFilter(
        @Nullable String scorecardId,
        @Nullable String scenarioId,
        @Nullable String status) {
    /** Every simulation. */
    public static final SimulationFilter ALL = new SimulationFilter(null, null, null);

    /**
     * Returns this filter for one scorecard.
     *
     * @param newScorecardId the scorecard
     * @return the new filter
     */
    public SimulationFilter withScorecardId(@Nullable String newScorecardId) {
        return new SimulationFilter(newScorecardId, scenarioId, status);
    }

    /**
     * Returns this filter for one scenario.
     *
     * @param newScenarioId the scenario
     * @return the new filter
     */
    public SimulationFilter withScenarioId(@Nullable String newScenarioId) {
        return new SimulationFilter(scorecardId, newScenarioId, status);
    }

    /**
     * Returns this filter for one state.
     *
     * @param newStatus the state as it is stored
     * @return the new filter
     */
    public SimulationFilter withStatus(@Nullable String newStatus) {
        return new SimulationFilter(scorecardId, scenarioId, newStatus);
    }
}
