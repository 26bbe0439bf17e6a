package io.synthlab.persistence.testkit.legacy;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** What a synth brings into an analysis: five observables and the four traits derived from them, each 0 to 1. */
record Traits(
        double digitalLiteracy,
        double similarToolExperience,
        double motorAbility,
        double timeAvailability,
        double domainExpertise,
        double capability,
        double trust,
        double frictionTolerance,
        double exploration) {

    /** Derives the traits as the original does for personas that have observables; nothing is rounded. */
    static Traits ofObservables(double digital, double similar, double motor, double time, double domain) {
        return new Traits(
                digital,
                similar,
                motor,
                time,
                domain,
                0.40 * digital + 0.35 * similar + 0.15 * motor + 0.10 * domain,
                0.60 * similar + 0.40 * digital,
                0.40 * time + 0.35 * digital + 0.25 * similar,
                0.50 * digital + 0.30 * (1 - similar) + 0.20 * time);
    }

    /** Derives everything as the original does for older personas, rounded to three decimals. */
    static Traits ofBigFive(BigFive five) {
        double open = five.openness() / 100.0;
        double conscientious = five.conscientiousness() / 100.0;
        double extrovert = five.extraversion() / 100.0;
        double agreeable = five.agreeableness() / 100.0;
        double calm = 1 - five.neuroticism() / 100.0;
        return new Traits(
                rounded(0.7 * open + 0.3 * conscientious),
                0.5,
                1.0,
                rounded(1 - 0.3 * (1 - calm)),
                0.5,
                rounded(0.5 * open + 0.5 * conscientious),
                rounded(0.6 * agreeable + 0.4 * calm),
                rounded(0.5 * conscientious + 0.5 * calm),
                rounded(0.6 * open + 0.4 * extrovert));
    }

    private static double rounded(double share) {
        return new BigDecimal(share).setScale(3, RoundingMode.HALF_EVEN).doubleValue();
    }

    JsonObject observables() {
        return new JsonObject()
                .set("digital_literacy", digitalLiteracy)
                .set("similar_tool_experience", similarToolExperience)
                .set("motor_ability", motorAbility)
                .set("time_availability", timeAvailability)
                .set("domain_expertise", domainExpertise);
    }

    JsonObject latent() {
        return new JsonObject()
                .set("capability_mean", capability)
                .set("trust_mean", trust)
                .set("friction_tolerance_mean", frictionTolerance)
                .set("exploration_prob", exploration);
    }

    /** Returns all nine values in one object. */
    JsonObject all() {
        JsonObject all = observables();
        all.setAll(latent());
        return all;
    }

    /** Returns the document of {@code synth_outcomes.synth_attributes}. */
    String json() {
        return PythonJson.ascii(
                new JsonObject().set("observables", observables()).set("latent_traits", latent()));
    }

    /** The personality of older personas, each 0 to 100. */
    record BigFive(int openness, int conscientiousness, int extraversion, int agreeableness, int neuroticism) {
        static BigFive of(Chance chance) {
            return new BigFive(
                    chance.between(5, 95),
                    chance.between(5, 95),
                    chance.between(5, 95),
                    chance.between(5, 95),
                    chance.between(5, 95));
        }

        JsonObject json() {
            return new JsonObject()
                    .set("abertura", openness)
                    .set("conscienciosidade", conscientiousness)
                    .set("extroversao", extraversion)
                    .set("amabilidade", agreeableness)
                    .set("neuroticismo", neuroticism);
        }
    }
}
