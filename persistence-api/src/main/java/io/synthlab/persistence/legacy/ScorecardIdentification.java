package io.synthlab.persistence.legacy;

import io.synthlab.persistence.JsonValue;
import io.synthlab.persistence.internal.json.JsonObjectReader;
import io.synthlab.persistence.internal.text.StorableText;
import io.synthlab.persistence.internal.time.Timestamps;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link FeatureScorecard} is about.
 *
 * @param featureName name of the feature; may be empty
 * @param useScenario scenario; may be empty
 * @param createdAt when it was written, in microseconds; {@code null} only if a stored document does not say
 * @param evaluators who gave the scores, possibly nobody
 */
public record ScorecardIdentification(
        String featureName, String useScenario, @Nullable Instant createdAt, List<String> evaluators) {
    /** Checks that the required parts are there, copies the list and cuts the time to microseconds. */
    public ScorecardIdentification {
        Objects.requireNonNull(featureName, "featureName");
        Objects.requireNonNull(useScenario, "useScenario");
        createdAt = createdAt == null ? null : Timestamps.truncate(createdAt);
        evaluators = List.copyOf(evaluators);
    }

    void validate() {
        StorableText.require(featureName, "identification.feature_name");
        StorableText.require(useScenario, "identification.use_scenario");
        evaluators.forEach(evaluator -> StorableText.require(evaluator, "identification.evaluators"));
    }

    static ScorecardIdentification fromJson(JsonValue json, String path, ZoneId naiveZone) {
        JsonObjectReader in = JsonObjectReader.of(json, path);
        return new ScorecardIdentification(
                in.requiredText("feature_name"),
                in.requiredText("use_scenario"),
                in.instant("created_at", naiveZone).orElse(null),
                in.texts("evaluators"));
    }

    JsonValue toJson() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("feature_name", featureName);
        members.put("use_scenario", useScenario);
        members.put("created_at", FeatureScorecard.zulu(createdAt));
        members.put("evaluators", evaluators);
        return JsonValue.of(members);
    }
}
