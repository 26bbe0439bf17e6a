package io.synthlab.persistence.synth;

import io.synthlab.persistence.JsonValue;
import io.synthlab.persistence.error.ValidationException;
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
     * Reads all five leniently: unknown keys are ignored, and values out of range are read.
     *
     * @param json the object
     * @param path what it is, for messages
     * @return the observables
     * @throws ValidationException if one is missing or no number; names the key
     */
    public static Observables fromJson(JsonValue json, String path) {
        double[] values = Shares.read(json, path, KEYS);
        return new Observables(values[0], values[1], values[2], values[3], values[4]);
    }

    /**
     * Checks every rule.
     *
     * @param path what they are, for messages
     * @return these observables
     * @throws ValidationException if one is outside of 0 to 1; names the key
     */
    public Observables validated(String path) {
        Shares.validate(KEYS, values(), path);
        return this;
    }

    /** Returns the object as it is stored, in the original's order. */
    public JsonValue toJson() {
        return Shares.toJson(KEYS, values());
    }

    private double[] values() {
        return new double[] {digitalLiteracy, similarToolExperience, motorAbility, timeAvailability, domainExpertise};
    }
}
