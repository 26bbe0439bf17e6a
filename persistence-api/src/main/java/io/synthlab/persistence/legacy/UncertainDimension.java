package io.synthlab.persistence.legacy;

import io.synthlab.persistence.JsonValue;
import io.synthlab.persistence.error.ValidationException;
import io.synthlab.persistence.internal.json.JsonObjectReader;
import io.synthlab.persistence.internal.text.Rules;
import io.synthlab.persistence.internal.text.StorableText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One of the four dimensions of a {@link FeatureScorecard}: unlike
 * {@link io.synthlab.persistence.experiment.ScorecardDimension} its bounds are never absent.
 *
 * @param score 0 to 1; need not lie between the bounds
 * @param rulesApplied rules that led to the score, possibly none
 * @param minUncertainty 0 to 1
 * @param maxUncertainty 0 to 1, not below {@code minUncertainty}
 */
public record UncertainDimension(
        double score, List<String> rulesApplied, double minUncertainty, double maxUncertainty) {
    /** Copies the rules. */
    public UncertainDimension {
        rulesApplied = List.copyOf(rulesApplied);
    }

    /**
     * Returns a dimension with a score alone; both bounds are 0.
     *
     * @param score 0 to 1
     * @return the dimension
     * @throws ValidationException if the score is out of range
     */
    public static UncertainDimension of(double score) {
        return of(score, List.of(), 0, 0);
    }

    /**
     * Returns a checked dimension.
     *
     * @param score 0 to 1
     * @param rulesApplied rules that led to the score
     * @param minUncertainty 0 to 1
     * @param maxUncertainty 0 to 1
     * @return the dimension
     * @throws ValidationException if a value is out of range or the bounds are in the wrong order
     */
    public static UncertainDimension of(
            double score, List<String> rulesApplied, double minUncertainty, double maxUncertainty) {
        UncertainDimension dimension = new UncertainDimension(score, rulesApplied, minUncertainty, maxUncertainty);
        dimension.validate("dimension");
        return dimension;
    }

    void validate(String path) {
        Rules.share(score, path + ".score");
        rulesApplied.forEach(rule -> StorableText.require(rule, path + ".rules_applied"));
        Rules.share(minUncertainty, path + ".min_uncertainty");
        Rules.share(maxUncertainty, path + ".max_uncertainty");
        if (minUncertainty > maxUncertainty) {
            throw new ValidationException(path + ".min_uncertainty must not be above max_uncertainty");
        }
    }

    static UncertainDimension fromJson(JsonValue json, String path) {
        JsonObjectReader in = JsonObjectReader.of(json, path);
        return new UncertainDimension(
                in.requiredNumber("score"),
                in.texts("rules_applied"),
                in.number("min_uncertainty").orElse(0.0),
                in.number("max_uncertainty").orElse(0.0));
    }

    JsonValue toJson() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("score", score);
        members.put("rules_applied", rulesApplied);
        members.put("min_uncertainty", minUncertainty);
        members.put("max_uncertainty", maxUncertainty);
        return JsonValue.of(members);
    }
}
