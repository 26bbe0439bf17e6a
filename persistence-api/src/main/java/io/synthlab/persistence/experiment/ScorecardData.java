package io.synthlab.persistence.experiment;

import io.synthlab.persistence.JsonValue;
import io.synthlab.persistence.error.ValidationException;
import io.synthlab.persistence.internal.json.JsonObjectReader;
import io.synthlab.persistence.internal.text.StorableText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The scorecard of an experiment: column {@code experiments.scorecard_data}.
 *
 * @param featureName name of the feature; may be empty
 * @param scenario scenario, {@value #DEFAULT_SCENARIO} unless said otherwise
 * @param descriptionText what the feature does
 * @param descriptionMediaUrls pictures and the like, possibly none
 * @param complexity how hard the feature is to understand
 * @param initialEffort how much it takes to begin
 * @param perceivedRisk how risky it looks
 * @param timeToValue how long until it pays
 * @param justification why these scores, or {@code null}
 * @param impactHypotheses expected effects, possibly none
 */
public record ScorecardData(
        String featureName,
        String scenario,
        String descriptionText,
        List<String> descriptionMediaUrls,
        ScorecardDimension complexity,
        ScorecardDimension initialEffort,
        ScorecardDimension perceivedRisk,
        ScorecardDimension timeToValue,
        @Nullable String justification,
        List<String> impactHypotheses) {
    /** Scenario when none is given. */
    public static final String DEFAULT_SCENARIO = "baseline";

    /** Checks that the required parts are there and copies the lists. */
    public ScorecardData {
        Objects.requireNonNull(featureName, "featureName");
        Objects.requireNonNull(scenario, "scenario");
        Objects.requireNonNull(descriptionText, "descriptionText");
        Objects.requireNonNull(complexity, "complexity");
        Objects.requireNonNull(initialEffort, "initialEffort");
        Objects.requireNonNull(perceivedRisk, "perceivedRisk");
        Objects.requireNonNull(timeToValue, "timeToValue");
        descriptionMediaUrls = List.copyOf(descriptionMediaUrls);
        impactHypotheses = List.copyOf(impactHypotheses);
    }

    /**
     * Returns a scorecard of scores alone, as the original's form makes it.
     *
     * @param featureName name of the feature
     * @param descriptionText what the feature does
     * @param complexity first dimension
     * @param initialEffort second dimension
     * @param perceivedRisk third dimension
     * @param timeToValue fourth dimension
     * @return the scorecard
     * @throws ValidationException if a dimension breaks a rule or a text cannot be stored
     */
    public static ScorecardData of(
            String featureName,
            String descriptionText,
            ScorecardDimension complexity,
            ScorecardDimension initialEffort,
            ScorecardDimension perceivedRisk,
            ScorecardDimension timeToValue) {
        return new ScorecardData(
                        featureName,
                        DEFAULT_SCENARIO,
                        descriptionText,
                        List.of(),
                        complexity,
                        initialEffort,
                        perceivedRisk,
                        timeToValue,
                        null,
                        List.of())
                .validated();
    }

    /**
     * Checks every rule.
     *
     * @return this scorecard
     * @throws ValidationException if a dimension breaks a rule or a text cannot be stored
     */
    public ScorecardData validated() {
        complexity.validate("scorecard_data.complexity");
        initialEffort.validate("scorecard_data.initial_effort");
        perceivedRisk.validate("scorecard_data.perceived_risk");
        timeToValue.validate("scorecard_data.time_to_value");
        StorableText.require(featureName, "scorecard_data.feature_name");
        StorableText.require(scenario, "scorecard_data.scenario");
        StorableText.require(descriptionText, "scorecard_data.description_text");
        StorableText.require(justification, "scorecard_data.justification");
        descriptionMediaUrls.forEach(url -> StorableText.require(url, "scorecard_data.description_media_urls"));
        impactHypotheses.forEach(text -> StorableText.require(text, "scorecard_data.impact_hypotheses"));
        return this;
    }

    /**
     * Reads a stored document leniently: unknown keys are ignored, absent optional ones take their default, and rules
     * are not applied.
     *
     * @param json the document
     * @return the scorecard
     * @throws ValidationException if a required key is missing or has another type; names the key
     */
    public static ScorecardData fromJson(JsonValue json) {
        JsonObjectReader in = JsonObjectReader.of(json, "scorecard_data");
        return new ScorecardData(
                in.requiredText("feature_name"),
                in.text("scenario").orElse(DEFAULT_SCENARIO),
                in.requiredText("description_text"),
                in.texts("description_media_urls"),
                in.requiredObject("complexity", ScorecardDimension::fromJson),
                in.requiredObject("initial_effort", ScorecardDimension::fromJson),
                in.requiredObject("perceived_risk", ScorecardDimension::fromJson),
                in.requiredObject("time_to_value", ScorecardDimension::fromJson),
                in.text("justification").orElse(null),
                in.texts("impact_hypotheses"));
    }

    /** Returns the document as it is stored: every key, nulls included, in the original's order. */
    public JsonValue toJson() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("feature_name", featureName);
        members.put("scenario", scenario);
        members.put("description_text", descriptionText);
        members.put("description_media_urls", descriptionMediaUrls);
        members.put("complexity", complexity.toJson());
        members.put("initial_effort", initialEffort.toJson());
        members.put("perceived_risk", perceivedRisk.toJson());
        members.put("time_to_value", timeToValue.toJson());
        members.put("justification", justification);
        members.put("impact_hypotheses", impactHypotheses);
        return JsonValue.of(members);
    }
}
