package io.synthlab.persistence.exploration;

import io.synthlab.persistence.JsonValue;
import io.synthlab.persistence.error.ValidationException;
import io.synthlab.persistence.internal.json.JsonObjectReader;
import io.synthlab.persistence.internal.text.Rules;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The four scores a scenario is simulated with: column {@code scenario_nodes.scorecard_params}.
 *
 * @param complexity how hard the feature is to understand, 0 to 1
 * @param initialEffort how much it takes to begin, 0 to 1
 * @param perceivedRisk how risky it looks, 0 to 1
 * @param timeToValue how long until it pays, 0 to 1
 */
public record ScorecardParams(double complexity, double initialEffort, double perceivedRisk, double timeToValue) {
    private static final String PATH = "scorecard_params";
    private static final String COMPLEXITY = "complexity";
    private static final String INITIAL_EFFORT = "initial_effort";
    private static final String PERCEIVED_RISK = "perceived_risk";
    private static final String TIME_TO_VALUE = "time_to_value";

    /**
     * Returns checked scores.
     *
     * @param complexity 0 to 1
     * @param initialEffort 0 to 1
     * @param perceivedRisk 0 to 1
     * @param timeToValue 0 to 1
     * @return the scores
     * @throws ValidationException if one is out of range
     */
    public static ScorecardParams of(
            double complexity, double initialEffort, double perceivedRisk, double timeToValue) {
        return new ScorecardParams(complexity, initialEffort, perceivedRisk, timeToValue).validated();
    }

    /**
     * Checks every rule.
     *
     * @return these scores
     * @throws ValidationException if one is out of range; names the field
     */
    public ScorecardParams validated() {
        Rules.share(complexity, PATH + "." + COMPLEXITY);
        Rules.share(initialEffort, PATH + "." + INITIAL_EFFORT);
        Rules.share(perceivedRisk, PATH + "." + PERCEIVED_RISK);
        Rules.share(timeToValue, PATH + "." + TIME_TO_VALUE);
        return this;
    }

    /**
     * Returns these scores after an action: each impact is added and the sum cut to 0 to 1, not rounded.
     *
     * @param impacts score as the documents spell it, for example {@code time_to_value}, to impact; a score that is not
     *     named stays, other names are ignored
     * @return the new scores
     * @throws ValidationException if the impact on a score is NaN or infinite
     */
    public ScorecardParams applyImpacts(Map<String, Double> impacts) {
        return of(
                changed(complexity, impacts, COMPLEXITY),
                changed(initialEffort, impacts, INITIAL_EFFORT),
                changed(perceivedRisk, impacts, PERCEIVED_RISK),
                changed(timeToValue, impacts, TIME_TO_VALUE));
    }

    private static double changed(double score, Map<String, Double> impacts, String name) {
        double impact = impacts.getOrDefault(name, 0.0);
        Rules.finite(impact, "impact on " + name);
        return Math.max(0, Math.min(1, score + impact));
    }

    /**
     * Reads stored scores; unknown keys are ignored.
     *
     * @param json the document
     * @param path what it is, for messages
     * @return the scores, however far out of range
     * @throws ValidationException if one is missing or of another type
     */
    public static ScorecardParams fromJson(JsonValue json, String path) {
        JsonObjectReader in = JsonObjectReader.of(json, path);
        return new ScorecardParams(
                in.requiredNumber(COMPLEXITY),
                in.requiredNumber(INITIAL_EFFORT),
                in.requiredNumber(PERCEIVED_RISK),
                in.requiredNumber(TIME_TO_VALUE));
    }

    /** Returns the document that is stored. */
    public JsonValue toJson() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put(COMPLEXITY, complexity);
        members.put(INITIAL_EFFORT, initialEffort);
        members.put(PERCEIVED_RISK, perceivedRisk);
        members.put(TIME_TO_VALUE, timeToValue);
        return JsonValue.of(members);
    }
}
