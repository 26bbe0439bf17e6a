package io.synthlab.persistence.exploration;

import io.synthlab.persistence.JsonValue;
import io.synthlab.persistence.error.ValidationException;
import io.synthlab.persistence.internal.json.JsonObjectReader;
import io.synthlab.persistence.internal.text.Rules;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What became of a scenario when it was simulated: column {@code scenario_nodes.simulation_results}.
 *
 * @param successRate share that succeeded, 0 to 1
 * @param failRate share that failed, 0 to 1; spelled {@code fail_rate} here and {@code failed_rate} elsewhere
 * @param didNotTryRate share that did not try, 0 to 1
 */
public record SimulationResults(double successRate, double failRate, double didNotTryRate) {
    /** How far the sum of the shares may be from 1. */
    public static final double TOLERANCE = 0.01;

    private static final String PATH = "simulation_results";
    private static final String SUCCESS_RATE = "success_rate";
    private static final String FAIL_RATE = "fail_rate";
    private static final String DID_NOT_TRY_RATE = "did_not_try_rate";

    /**
     * Returns checked results.
     *
     * @param successRate share that succeeded
     * @param failRate share that failed
     * @param didNotTryRate share that did not try
     * @return the results
     * @throws ValidationException if a share is out of range or the sum is not 1
     */
    public static SimulationResults of(double successRate, double failRate, double didNotTryRate) {
        return new SimulationResults(successRate, failRate, didNotTryRate).validated();
    }

    /**
     * Checks every rule. The sum is taken in doubles and in the order of the shares, so that 0.5 + 0.3 + 0.21 and 0.5 +
     * 0.3 + 0.19 are refused: their difference from 1 comes out a little above the tolerance.
     *
     * @return these results
     * @throws ValidationException if a share is out of range, names the field; or if the sum is not 1
     */
    public SimulationResults validated() {
        Rules.share(successRate, PATH + "." + SUCCESS_RATE);
        Rules.share(failRate, PATH + "." + FAIL_RATE);
        Rules.share(didNotTryRate, PATH + "." + DID_NOT_TRY_RATE);
        double sum = successRate + failRate + didNotTryRate;
        if (Math.abs(sum - 1.0) > TOLERANCE) {
            throw new ValidationException(PATH + ": the rates must sum to 1.0, give or take " + TOLERANCE);
        }
        return this;
    }

    /**
     * Reads stored results; unknown keys are ignored.
     *
     * @param json the document
     * @param path what it is, for messages
     * @return the results, however far out of range
     * @throws ValidationException if a share is missing or of another type
     */
    public static SimulationResults fromJson(JsonValue json, String path) {
        JsonObjectReader in = JsonObjectReader.of(json, path);
        return new SimulationResults(
                in.requiredNumber(SUCCESS_RATE), in.requiredNumber(FAIL_RATE), in.requiredNumber(DID_NOT_TRY_RATE));
    }

    /**
     * Reads a column that may hold no results.
     *
     * @param json the document, or {@code null} for an empty column
     * @param path what it is, for messages
     * @return the results, however far out of range; empty for an empty column and for JSON null
     * @throws ValidationException if a share is missing or of another type
     */
    public static Optional<SimulationResults> fromNullable(@Nullable JsonValue json, String path) {
        return json == null || json.isNull() ? Optional.empty() : Optional.of(fromJson(json, path));
    }

    /** Returns the document that is stored. */
    public JsonValue toJson() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put(SUCCESS_RATE, successRate);
        members.put(FAIL_RATE, failRate);
        members.put(DID_NOT_TRY_RATE, didNotTryRate);
        return JsonValue.of(members);
    }
}
