package io.synthlab.persistence.insight;

import io.synthlab.persistence.JsonValue;
import io.synthlab.persistence.error.ValidationException;
import io.synthlab.persistence.internal.text.Rules;
import io.synthlab.persistence.internal.text.StorableText;
import io.synthlab.persistence.internal.time.Timestamps;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * One analysis of how sensitive a simulation is to each dimension of its scorecard: one row of
 * {@code sensitivity_results}. The original's own type lacks {@code baselineSuccess}, which its table requires.
 *
 * <p>The constructor takes what a stored row may hold; {@link #of} applies the rules, and so does every write.
 *
 * @param simulationId the simulation
 * @param analyzedAt when it was made, in microseconds
 * @param deltasUsed by how much each dimension was changed
 * @param baselineSuccess share of synths that succeed when nothing is changed, 0 to 1
 * @param mostSensitiveDimension name of the first dimension by rank
 * @param dimensions the dimensions, possibly none
 */
public record SensitivityResult(
        String simulationId,
        Instant analyzedAt,
        List<Double> deltasUsed,
        double baselineSuccess,
        String mostSensitiveDimension,
        List<DimensionSensitivity> dimensions) {
    /** Checks that every part is there, copies the lists and cuts the time to microseconds. */
    public SensitivityResult {
        Objects.requireNonNull(simulationId, "simulationId");
        Objects.requireNonNull(mostSensitiveDimension, "mostSensitiveDimension");
        analyzedAt = Timestamps.truncate(analyzedAt);
        deltasUsed = List.copyOf(deltasUsed);
        dimensions = List.copyOf(dimensions);
    }

    /**
     * Returns a checked result.
     *
     * @param simulationId the simulation
     * @param analyzedAt when it was made
     * @param deltasUsed by how much each dimension was changed
     * @param baselineSuccess 0 to 1; 0 if it is not known
     * @param mostSensitiveDimension name of the first dimension by rank
     * @param dimensions the dimensions, possibly none
     * @return the result
     * @throws ValidationException if a value breaks a rule
     */
    public static SensitivityResult of(
            String simulationId,
            Instant analyzedAt,
            List<Double> deltasUsed,
            double baselineSuccess,
            String mostSensitiveDimension,
            List<DimensionSensitivity> dimensions) {
        return new SensitivityResult(
                        simulationId, analyzedAt, deltasUsed, baselineSuccess, mostSensitiveDimension, dimensions)
                .validated();
    }

    /**
     * Checks every rule.
     *
     * @return this result
     * @throws ValidationException if a value breaks a rule; names the field
     */
    public SensitivityResult validated() {
        StorableText.require(simulationId, "sensitivity_results.simulation_id");
        deltasUsed.forEach(delta -> Rules.finite(delta, "sensitivity_results.deltas_used"));
        Rules.share(baselineSuccess, "sensitivity_results.baseline_success");
        StorableText.require(mostSensitiveDimension, "sensitivity_results.most_sensitive_dimension");
        dimensions.forEach(dimension -> dimension.validate("sensitivity_results.dimensions"));
        return this;
    }

    /** Returns the column {@code deltas_used}. */
    public JsonValue deltasToJson() {
        return JsonValue.of(deltasUsed);
    }

    /** Returns the column {@code dimensions}. */
    public JsonValue dimensionsToJson() {
        return JsonValue.of(
                dimensions.stream().map(DimensionSensitivity::toJson).toList());
    }
}
