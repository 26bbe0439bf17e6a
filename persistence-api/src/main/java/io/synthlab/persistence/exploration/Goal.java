package io.synthlab.persistence.exploration;

import io.synthlab.persistence.JsonValue;
import io.synthlab.persistence.error.ValidationException;
import io.synthlab.persistence.internal.json.JsonObjectReader;
import io.synthlab.persistence.internal.text.Rules;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * What an exploration is to reach: column {@code explorations.goal}.
 *
 * @param metric what is measured; {@value #METRIC} is the only one
 * @param operator how it is compared; {@value #OPERATOR} is the only one
 * @param value what it is compared with, 0 to 1
 */
public record Goal(String metric, String operator, double value) {
    /** The metric there is. */
    public static final String METRIC = "success_rate";
    /** The operator there is. */
    public static final String OPERATOR = ">=";

    /** Checks that the required parts are there. */
    public Goal {
        Objects.requireNonNull(metric, "metric");
        Objects.requireNonNull(operator, "operator");
    }

    /**
     * Returns the goal of a success rate.
     *
     * @param value smallest rate that reaches it, 0 to 1
     * @return the goal
     * @throws ValidationException if the rate is out of range
     */
    public static Goal of(double value) {
        return new Goal(METRIC, OPERATOR, value).validated();
    }

    /**
     * Checks every rule.
     *
     * @return this goal
     * @throws ValidationException if a value breaks a rule; names the field
     */
    public Goal validated() {
        requireOnly(metric, "goal.metric", METRIC);
        requireOnly(operator, "goal.operator", OPERATOR);
        Rules.share(value, "goal.value");
        return this;
    }

    private static void requireOnly(String text, String field, String supported) {
        if (!text.equals(supported)) {
            throw new ValidationException(field + " must be " + supported + ": nothing else is supported");
        }
    }

    /**
     * Returns whether a success rate reaches this goal.
     *
     * @param successRate the rate
     * @return whether it is at or above the value
     */
    public boolean isAchieved(double successRate) {
        return successRate >= value;
    }

    /**
     * Reads a stored goal; unknown keys are ignored, missing texts take the only value there is.
     *
     * @param json the document
     * @param path what it is, for messages
     * @return the goal, however far out of range
     * @throws ValidationException if the value is missing or of another type
     */
    public static Goal fromJson(JsonValue json, String path) {
        JsonObjectReader in = JsonObjectReader.of(json, path);
        return new Goal(
                in.text("metric").orElse(METRIC), in.text("operator").orElse(OPERATOR), in.requiredNumber("value"));
    }

    /** Returns the document that is stored. */
    public JsonValue toJson() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("metric", metric);
        members.put("operator", operator);
        members.put("value", value);
        return JsonValue.of(members);
    }
}
