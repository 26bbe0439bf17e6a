package io.synthlab.persistence.insight;

import io.synthlab.persistence.JsonValue;
import io.synthlab.persistence.error.ValidationException;
import io.synthlab.persistence.internal.json.JsonLists;
import io.synthlab.persistence.internal.json.JsonObjectReader;
import io.synthlab.persistence.internal.text.Rules;
import io.synthlab.persistence.internal.text.StorableText;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * How much the outcome of a simulation depends on one dimension of its scorecard.
 *
 * @param dimension which dimension, for example {@code complexity}; any text
 * @param baselineValue score of the dimension before it was changed, 0 to 1
 * @param deltasTested by how much it was changed, in the order tested
 * @param outcomesByDelta label of a delta, verbatim, to name and share of each outcome; order is not kept by PostgreSQL
 * @param sensitivityIndex any finite number
 * @param rank 1 for the most sensitive dimension
 */
public record DimensionSensitivity(
        String dimension,
        double baselineValue,
        List<Double> deltasTested,
        Map<String, Map<String, Double>> outcomesByDelta,
        double sensitivityIndex,
        int rank) {
    /** Checks that every part is there and copies lists and maps, whose order is kept. */
    public DimensionSensitivity {
        Objects.requireNonNull(dimension, "dimension");
        deltasTested = List.copyOf(deltasTested);
        Map<String, Map<String, Double>> copy = new LinkedHashMap<>();
        outcomesByDelta.forEach((label, outcomes) -> copy.put(
                Objects.requireNonNull(label, "label"), Collections.unmodifiableMap(new LinkedHashMap<>(outcomes))));
        outcomesByDelta = Collections.unmodifiableMap(copy);
    }

    /**
     * Returns a checked dimension.
     *
     * @param dimension which dimension
     * @param baselineValue 0 to 1
     * @param deltasTested by how much it was changed
     * @param outcomesByDelta label of a delta to name and share of each outcome
     * @param sensitivityIndex any finite number
     * @param rank 1 or more
     * @return the dimension
     * @throws ValidationException if a value breaks a rule
     */
    public static DimensionSensitivity of(
            String dimension,
            double baselineValue,
            List<Double> deltasTested,
            Map<String, Map<String, Double>> outcomesByDelta,
            double sensitivityIndex,
            int rank) {
        DimensionSensitivity checked = new DimensionSensitivity(
                dimension, baselineValue, deltasTested, outcomesByDelta, sensitivityIndex, rank);
        checked.validate("dimensions");
        return checked;
    }

    void validate(String path) {
        StorableText.require(dimension, path + ".dimension");
        Rules.share(baselineValue, path + ".baseline_value");
        deltasTested.forEach(delta -> Rules.finite(delta, path + ".deltas_tested"));
        outcomesByDelta.forEach((label, outcomes) -> {
            StorableText.require(label, path + ".outcomes_by_delta");
            outcomes.forEach((name, share) -> {
                StorableText.require(name, path + ".outcomes_by_delta");
                Rules.finite(share, path + ".outcomes_by_delta");
            });
        });
        Rules.finite(sensitivityIndex, path + ".sensitivity_index");
        Rules.range(rank, path + ".rank", 1L, Integer.MAX_VALUE);
    }

    /**
     * Reads the stored list leniently: unknown keys are ignored, rules are not applied.
     *
     * @param json the array
     * @param path what it is, for messages
     * @return the dimensions, in order
     * @throws ValidationException if a required key is missing or of another type; names it
     */
    public static List<DimensionSensitivity> listFromJson(JsonValue json, String path) {
        return JsonLists.read(json, path, DimensionSensitivity::fromJson);
    }

    private static DimensionSensitivity fromJson(JsonValue json, String path) {
        JsonObjectReader in = JsonObjectReader.of(json, path);
        return new DimensionSensitivity(
                in.requiredText("dimension"),
                in.requiredNumber("baseline_value"),
                in.numbers("deltas_tested"),
                in.map(
                        "outcomes_by_delta",
                        (outcomes, at) -> JsonObjectReader.mapOf(outcomes, at, JsonObjectReader::toDouble)),
                in.requiredNumber("sensitivity_index"),
                in.integer("rank", Integer.MIN_VALUE, Integer.MAX_VALUE)
                        .orElseThrow(() -> new ValidationException(path + ".rank is missing")));
    }

    JsonValue toJson() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("dimension", dimension);
        members.put("baseline_value", baselineValue);
        members.put("deltas_tested", deltasTested);
        members.put("outcomes_by_delta", outcomesByDelta);
        members.put("sensitivity_index", sensitivityIndex);
        members.put("rank", rank);
        return JsonValue.of(members);
    }
}
