package io.synthlab.persistence.synth;

import io.synthlab.persistence.JsonValue;
import io.synthlab.persistence.error.ValidationException;
import java.util.List;

/**
 * What a simulation derives from a persona, each 0 to 1.
 *
 * @param capabilityMean ability to use the feature
 * @param trustMean trust in it
 * @param frictionToleranceMean how much friction is put up with
 * @param explorationProb how likely new things are tried
 */
public record LatentTraits(
        double capabilityMean, double trustMean, double frictionToleranceMean, double explorationProb) {
    private static final List<String> KEYS =
            List.of("capability_mean", "trust_mean", "friction_tolerance_mean", "exploration_prob");

    /** Derives the traits from complete observables; clamped to 0 to 1, not rounded. */
    static LatentTraits of(Observables from) {
        double digital = from.digitalLiteracy();
        double similar = from.similarToolExperience();
        double time = from.timeAvailability();
        return new LatentTraits(
                clamp(0.40 * digital + 0.35 * similar + 0.15 * from.motorAbility() + 0.10 * from.domainExpertise()),
                clamp(0.60 * similar + 0.40 * digital),
                clamp(0.40 * time + 0.35 * digital + 0.25 * similar),
                clamp(0.50 * digital + 0.30 * (1 - similar) + 0.20 * time));
    }

    /**
     * Reads all four leniently: unknown keys are ignored, and values out of range are read.
     *
     * @param json the object
     * @param path what it is, for messages
     * @return the traits
     * @throws ValidationException if one is missing or no number; names the key
     */
    public static LatentTraits fromJson(JsonValue json, String path) {
        double[] values = Shares.read(json, path, KEYS);
        return new LatentTraits(values[0], values[1], values[2], values[3]);
    }

    /**
     * Checks every rule.
     *
     * @param path what they are, for messages
     * @return these traits
     * @throws ValidationException if one is outside of 0 to 1; names the key
     */
    public LatentTraits validated(String path) {
        Shares.validate(KEYS, values(), path);
        return this;
    }

    /** Returns the object as it is stored, in the original's order. */
    public JsonValue toJson() {
        return Shares.toJson(KEYS, values());
    }

    private double[] values() {
        return new double[] {capabilityMean, trustMean, frictionToleranceMean, explorationProb};
    }

    private static double clamp(double value) {
        return Math.max(0, Math.min(1, value));
    }
}
