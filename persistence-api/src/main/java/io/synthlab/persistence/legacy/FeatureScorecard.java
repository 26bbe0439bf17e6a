package io.synthlab.persistence.legacy;

import io.synthlab.persistence.JsonValue;
import io.synthlab.persistence.error.ValidationException;
import io.synthlab.persistence.internal.id.Ids;
import io.synthlab.persistence.internal.json.JsonObjectReader;
import io.synthlab.persistence.internal.text.Rules;
import io.synthlab.persistence.internal.text.StorableText;
import io.synthlab.persistence.internal.time.Timestamps;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A scorecard that stands by itself, from before scorecards were part of experiments: one row of
 * {@code feature_scorecards}, whose column {@code data} holds all of it.
 *
 * <p>The constructor takes what a stored row may hold; {@link #of} and the {@code with…} methods apply the rules, and
 * so does every write.
 *
 * @param id eight letters or digits, eight hex digits if generated
 * @param experimentId the experiment, or {@code null} for none
 * @param identification what it is about
 * @param descriptionText what the feature does
 * @param descriptionMediaUrls pictures and the like, possibly none
 * @param complexity how hard the feature is to understand
 * @param initialEffort how much it takes to begin
 * @param perceivedRisk how risky it looks
 * @param timeToValue how long until it pays
 * @param justification why these scores, or {@code null}
 * @param impactHypotheses expected effects, possibly none
 * @param version version of the form, {@value #DEFAULT_VERSION} unless said otherwise
 * @param createdAt when it was created, in microseconds
 * @param updatedAt when it was last updated, in microseconds, or {@code null} if never
 */
public record FeatureScorecard(
        String id,
        @Nullable String experimentId,
        ScorecardIdentification identification,
        String descriptionText,
        List<String> descriptionMediaUrls,
        UncertainDimension complexity,
        UncertainDimension initialEffort,
        UncertainDimension perceivedRisk,
        UncertainDimension timeToValue,
        @Nullable String justification,
        List<String> impactHypotheses,
        String version,
        Instant createdAt,
        @Nullable Instant updatedAt) {
    /** Version when none is given. */
    public static final String DEFAULT_VERSION = "1.0.0";

    private static final Pattern ID = Pattern.compile("[a-zA-Z0-9]{8}");

    /** Checks that the required parts are there, copies the lists and cuts times to microseconds. */
    public FeatureScorecard {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(identification, "identification");
        Objects.requireNonNull(descriptionText, "descriptionText");
        Objects.requireNonNull(complexity, "complexity");
        Objects.requireNonNull(initialEffort, "initialEffort");
        Objects.requireNonNull(perceivedRisk, "perceivedRisk");
        Objects.requireNonNull(timeToValue, "timeToValue");
        Objects.requireNonNull(version, "version");
        descriptionMediaUrls = List.copyOf(descriptionMediaUrls);
        impactHypotheses = List.copyOf(impactHypotheses);
        createdAt = Timestamps.truncate(createdAt);
        updatedAt = updatedAt == null ? null : Timestamps.truncate(updatedAt);
    }

    /**
     * Returns a checked scorecard of one score for all dimensions, without experiment.
     *
     * @param id eight letters or digits
     * @param featureName name of the feature; may be empty
     * @param dimension what each of the four dimensions is
     * @param createdAt when it was created
     * @return the scorecard
     * @throws ValidationException if a value breaks a rule; names the field
     */
    public static FeatureScorecard of(String id, String featureName, UncertainDimension dimension, Instant createdAt) {
        return new FeatureScorecard(
                        id,
                        null,
                        new ScorecardIdentification(featureName, "", createdAt, List.of()),
                        "",
                        List.of(),
                        dimension,
                        dimension,
                        dimension,
                        dimension,
                        null,
                        List.of(),
                        DEFAULT_VERSION,
                        createdAt,
                        null)
                .validated();
    }

    /** Returns a new random id; 32 random bits, so that a create may still meet one that exists. */
    public static String newId() {
        return Ids.random("");
    }

    /**
     * Returns this scorecard of an experiment.
     *
     * @param newExperimentId the experiment, or {@code null} for none
     * @return the new scorecard
     * @throws ValidationException if the id cannot be stored
     */
    public FeatureScorecard withExperimentId(@Nullable String newExperimentId) {
        return with(newExperimentId, descriptionText, updatedAt).validated();
    }

    /**
     * Returns this scorecard with another description.
     *
     * @param newDescriptionText what the feature does
     * @return the new scorecard
     * @throws ValidationException if the text cannot be stored
     */
    public FeatureScorecard withDescriptionText(String newDescriptionText) {
        return with(experimentId, newDescriptionText, updatedAt).validated();
    }

    /**
     * Returns this scorecard updated.
     *
     * @param newUpdatedAt when it was last updated
     * @return the new scorecard
     */
    public FeatureScorecard withUpdatedAt(Instant newUpdatedAt) {
        return with(experimentId, descriptionText, newUpdatedAt);
    }

    private FeatureScorecard with(
            @Nullable String newExperimentId, String newDescriptionText, @Nullable Instant newUpdatedAt) {
        return new FeatureScorecard(
                id,
                newExperimentId,
                identification,
                newDescriptionText,
                descriptionMediaUrls,
                complexity,
                initialEffort,
                perceivedRisk,
                timeToValue,
                justification,
                impactHypotheses,
                version,
                createdAt,
                newUpdatedAt);
    }

    /**
     * Checks every rule.
     *
     * @return this scorecard
     * @throws ValidationException if a value breaks a rule; names the field
     */
    public FeatureScorecard validated() {
        Rules.id(id, "feature_scorecards.id", ID);
        StorableText.require(experimentId, "feature_scorecards.experiment_id");
        identification.validate();
        StorableText.require(descriptionText, "description_text");
        descriptionMediaUrls.forEach(url -> StorableText.require(url, "description_media_urls"));
        complexity.validate("complexity");
        initialEffort.validate("initial_effort");
        perceivedRisk.validate("perceived_risk");
        timeToValue.validate("time_to_value");
        StorableText.require(justification, "justification");
        impactHypotheses.forEach(hypothesis -> StorableText.require(hypothesis, "impact_hypotheses"));
        StorableText.require(version, "version");
        return this;
    }

    /**
     * Reads a stored document leniently: unknown keys are ignored, absent optional ones take their default, and rules
     * are not applied.
     *
     * @param json column {@code data}
     * @param id column {@code id}, which goes before the document
     * @param experimentId column {@code experiment_id}, which goes before the document
     * @param createdAt column {@code created_at}, which goes before the document
     * @param naiveZone zone of timestamps that carry none
     * @return the scorecard
     * @throws ValidationException if a required key is missing or of another type; names it
     */
    public static FeatureScorecard fromJson(
            JsonValue json, String id, @Nullable String experimentId, Instant createdAt, ZoneId naiveZone) {
        JsonObjectReader in = JsonObjectReader.of(json, "data");
        return new FeatureScorecard(
                id,
                experimentId,
                in.requiredObject(
                        "identification", (nested, path) -> ScorecardIdentification.fromJson(nested, path, naiveZone)),
                in.requiredText("description_text"),
                in.texts("description_media_urls"),
                in.requiredObject("complexity", UncertainDimension::fromJson),
                in.requiredObject("initial_effort", UncertainDimension::fromJson),
                in.requiredObject("perceived_risk", UncertainDimension::fromJson),
                in.requiredObject("time_to_value", UncertainDimension::fromJson),
                in.text("justification").orElse(null),
                in.texts("impact_hypotheses"),
                in.text("version").orElse(DEFAULT_VERSION),
                createdAt,
                in.instant("updated_at", naiveZone).orElse(null));
    }

    /** Returns the document as it is stored: every key, nulls included, in the original's order, times in Z. */
    public JsonValue toJson() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("id", id);
        members.put("experiment_id", experimentId);
        members.put("identification", identification.toJson());
        members.put("description_text", descriptionText);
        members.put("description_media_urls", descriptionMediaUrls);
        members.put("complexity", complexity.toJson());
        members.put("initial_effort", initialEffort.toJson());
        members.put("perceived_risk", perceivedRisk.toJson());
        members.put("time_to_value", timeToValue.toJson());
        members.put("justification", justification);
        members.put("impact_hypotheses", impactHypotheses);
        members.put("version", version);
        members.put("created_at", zulu(createdAt));
        members.put("updated_at", zulu(updatedAt));
        return JsonValue.of(members);
    }

    /** The original writes times within its documents with a Z, unlike those in columns. */
    static @Nullable String zulu(@Nullable Instant moment) {
        return moment == null ? null : Timestamps.format(moment).replace("+00:00", "Z");
    }
}
