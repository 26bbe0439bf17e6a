package io.synthlab.persistence.insight;

import io.synthlab.persistence.JsonValue;
import io.synthlab.persistence.error.ValidationException;
import io.synthlab.persistence.internal.json.JsonLists;
import io.synthlab.persistence.internal.json.JsonObjectReader;
import io.synthlab.persistence.internal.text.Rules;
import io.synthlab.persistence.internal.text.StorableText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * One condition on the synths of a region.
 *
 * @param attribute which attribute, for example {@code capability_mean}; any text
 * @param operator how it compares
 * @param threshold with what; any finite number
 */
public record RegionRule(String attribute, RegionOperator operator, double threshold) {
    /** Checks that every part is there. */
    public RegionRule {
        Objects.requireNonNull(attribute, "attribute");
        Objects.requireNonNull(operator, "operator");
    }

    /**
     * Returns the rules as text, thresholds with two decimals, for example {@code trust_mean <= 0.53 AND …}.
     *
     * @param rules the rules
     * @return the text, empty for no rules
     */
    public static String asText(List<RegionRule> rules) {
        return rules.stream()
                .map(rule ->
                        String.format(Locale.ROOT, "%s %s %.2f", rule.attribute, rule.operator.text(), rule.threshold))
                .collect(Collectors.joining(" AND "));
    }

    void validate(String path) {
        StorableText.require(attribute, path + ".attribute");
        Rules.finite(threshold, path + ".threshold");
    }

    /**
     * Reads the stored list leniently: unknown keys are ignored, rules are not applied.
     *
     * @param json the array
     * @param path what it is, for messages
     * @return the rules, in order
     * @throws ValidationException if a key is missing or of another type, or an operator unknown; names it
     */
    public static List<RegionRule> listFromJson(JsonValue json, String path) {
        return JsonLists.read(json, path, RegionRule::fromJson);
    }

    private static RegionRule fromJson(JsonValue json, String path) {
        JsonObjectReader in = JsonObjectReader.of(json, path);
        return new RegionRule(
                in.requiredText("attribute"),
                RegionOperator.ofText(in.requiredText("operator"), path + ".operator"),
                in.requiredNumber("threshold"));
    }

    JsonValue toJson() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("attribute", attribute);
        members.put("operator", operator.text());
        members.put("threshold", threshold);
        return JsonValue.of(members);
    }
}
