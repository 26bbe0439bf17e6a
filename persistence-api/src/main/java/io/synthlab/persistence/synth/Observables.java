package io.synthlab.persistence.synth;

import io.synthlab.persistence.JsonValue;
import io.synthlab.persistence.error.ValidationException;
import io.synthlab.persistence.internal.json.JsonObjectReader;
import io.synthlab.persistence.internal.text.Rules;
import java.util.List;

/**
 * What can be observed of a persona, each 0 to 1.
 *
 * @param digitalLiteracy familiarity with technology
 * @param similarToolExperience experience with similar tools
 * @param motorAbility physical ability to use devices
 * @param timeAvailability time there is for the product
 * @param domainExpertise knowledge of the product's domain
 */
public record Observables(
        double digitalLiteracy,
        double similarToolExperience,
        double motorAbility,
        double timeAvailability,
        double domainExpertise) {
    /** JSON keys, in order. */
    static final List<String> KEYS = List.of(
            "digital_literacy", "similar_tool_experience", "motor_ability", "time_availability", "domain_expertise");

    /** Returns whether all five are stored. */
    static boolean complete(JsonValue json) {
        return KEYS.stream().allMatch(key -> json.get(key).isPresent());
    }

    /**
     * Reads all five.
     *
     * @param json the object
     * @param path what it is, for messages
     * @return the observables
     * @throws ValidationException if one is missing or outside of 0 to 1
     */
    static Observables fromJson(JsonValue json, String path) {
        JsonObjectReader in = JsonObjectReader.of(json, path);
        double[] values = KEYS.stream().mapToDouble(in::requiredNumber).toArray();
        for (int at = 0; at < values.length; at++) {
            Rules.share(values[at], path + "." + KEYS.get(at));
        }
        return new Observables(values[0], values[1], values[2], values[3], values[4]);
    }
}
