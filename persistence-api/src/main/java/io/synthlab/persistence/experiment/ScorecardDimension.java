package io.synthlab.persistence.experiment;

import io.synthlab.persistence.JsonValue;
import io.synthlab.persistence.error.ValidationException;
import io.synthlab.persistence.internal.json.JsonObjectReader;
import io.synthlab.persistence.internal.text.Rules;
import io.synthlab.persistence.internal.text.StorableText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One of the four dimensions of a scorecard. A lower score is better in all four.
 *
 * @param score 0 to 1; need not lie between the bounds
 * @param rulesApplied rules that led to the score, possibly none
 * @param lowerBound 0 to 1, or {@code null} if unknown
 * @param upperBound 0 to 1, not below {@code lowerBound}, or {@code null} if unknown
 */
public record ScorecardDimension(
        double score,
        List<String> rulesApplied,
        @Nullable Double lowerBound,
        @Nullable Double upperBound) {
    /** Copies the rules. */
    public ScorecardDimension {
        rulesApplied = List.copyOf(rulesApplied);
    }

    /**
     * Returns a dimension with a score alone.
     *
     * @param score 0 to 1
     * @return the dimension
     * @throws ValidationException if the score is out of range
     */
    public static ScorecardDimension of(double score) {
        return of(score, List.of(), null, null);
    }

    /**
     * Returns a checked dimension.
     *
     * @param score 0 to 1
     * @param rulesApplied rules that led to the score
     * @param lowerBound 0 to 1, or {@code null}
     * @param upperBound 0 to 1, or {@code null}
     * @return the dimension
     * @throws ValidationException if a value is out of range or the bounds are in the wrong order
     */
    public static ScorecardDimension of(
            double score, List<String> rulesApplied, @Nullable Double lowerBound, @Nullable Double upperBound) {
        ScorecardDimension dimension = new ScorecardDimension(score, rulesApplied, lowerBound, upperBound);
        dimension.validate("dimension");
        return dimension;
    }

    void validate(String path) {
        Rules.share(score, path + ".score");
        rulesApplied.forEach(rule -> StorableText.require(rule, path + ".rules_applied"));
        if (lowerBound != null) {
            Rules.share(lowerBound, path + ".lower_bound");
        }
        if (upperBound != null) {
            Rules.share(upperBound, path + ".upper_bound");
        }
        if (lowerBound != null && upperBound != null && lowerBound > upperBound) {
            throw new ValidationException(path + ".lower_bound must not be above upper_bound");
        }
    }

    static ScorecardDimension fromJson(JsonValue json, String path) {
        JsonObjectReader in = JsonObjectReader.of(json, path);
        return new ScorecardDimension(
                in.requiredNumber("score"),
                in.texts("rules_applied"),
                in.number("lower_bound").orElse(null),
                in.number("upper_bound").orElse(null));
    }

    JsonValue toJson() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("score", score);
        members.put("rules_applied", rulesApplied);
        members.put("lower_bound", lowerBound);
        members.put("upper_bound", upperBound);
        return JsonValue.of(members);
    }
}
