package io.synthlab.persistence.analysis;

import io.synthlab.persistence.JsonValue;
import io.synthlab.persistence.error.ValidationException;
import io.synthlab.persistence.internal.json.JsonObjectReader;
import io.synthlab.persistence.internal.text.Rules;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How a whole population did: column {@code analysis_runs.aggregated_outcomes}.
 *
 * @param didNotTryRate share that did not try, 0 to 1
 * @param failedRate share that failed, 0 to 1
 * @param successRate share that succeeded, 0 to 1; the three, added in this order, give {@value #SMALLEST_SUM} to
 *     {@value #LARGEST_SUM}
 */
public record AggregatedOutcomes(double didNotTryRate, double failedRate, double successRate) {
    /** Smallest sum of the three rates, each of which is rounded. */
    public static final double SMALLEST_SUM = 0.99;
    /** Largest sum of the three rates. */
    public static final double LARGEST_SUM = 1.01;

    /**
     * Returns checked rates.
     *
     * @param didNotTryRate share that did not try
     * @param failedRate share that failed
     * @param successRate share that succeeded
     * @return the rates
     * @throws ValidationException if a rate or their sum is out of range
     */
    public static AggregatedOutcomes of(double didNotTryRate, double failedRate, double successRate) {
        return new AggregatedOutcomes(didNotTryRate, failedRate, successRate).validated();
    }

    /**
     * Checks every rule.
     *
     * @return these rates
     * @throws ValidationException if a rate or their sum is out of range; names the field
     */
    public AggregatedOutcomes validated() {
        Rules.share(didNotTryRate, "aggregated_outcomes.did_not_try_rate");
        Rules.share(failedRate, "aggregated_outcomes.failed_rate");
        Rules.share(successRate, "aggregated_outcomes.success_rate");
        Rules.range(
                didNotTryRate + failedRate + successRate,
                "the sum of the rates in aggregated_outcomes",
                SMALLEST_SUM,
                LARGEST_SUM);
        return this;
    }

    /**
     * Reads a stored document leniently: unknown keys are ignored, and rules are not applied.
     *
     * @param json the document
     * @param path what it is, for messages, for example {@code aggregated_outcomes}
     * @return the rates
     * @throws ValidationException if a key is missing or no number; names the key
     */
    public static AggregatedOutcomes fromJson(JsonValue json, String path) {
        JsonObjectReader in = JsonObjectReader.of(json, path);
        return new AggregatedOutcomes(
                in.requiredNumber("did_not_try_rate"),
                in.requiredNumber("failed_rate"),
                in.requiredNumber("success_rate"));
    }

    /** Returns the document as it is stored: every key, in the original's order. */
    public JsonValue toJson() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("did_not_try_rate", didNotTryRate);
        members.put("failed_rate", failedRate);
        members.put("success_rate", successRate);
        return JsonValue.of(members);
    }
}
