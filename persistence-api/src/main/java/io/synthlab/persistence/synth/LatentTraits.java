package io.synthlab.persistence.synth;

/**
 * What a simulation derives from a persona.
 *
 * @param capabilityMean ability to use the feature
 * @param trustMean trust in it
 * @param frictionToleranceMean how much friction is put up with
 * @param explorationProb how likely new things are tried
 */
public record LatentTraits(
        double capabilityMean, double trustMean, double frictionToleranceMean, double explorationProb) {
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

    private static double clamp(double value) {
        return Math.max(0, Math.min(1, value));
    }
}
