package io.synthlab.persistence.synth;

import io.synthlab.persistence.JsonValue;
import io.synthlab.persistence.error.ValidationException;
import io.synthlab.persistence.internal.json.JsonObjectReader;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Objects;

/**
 * A synth as input of a simulation.
 *
 * @param id its id
 * @param observables what can be observed
 * @param latentTraits what follows from it
 */
public record SimulationSynth(String id, Observables observables, LatentTraits latentTraits) {
    private static final String OBSERVABLES = "data.observables";
    private static final int DECIMALS = 3;
    private static final double DEFAULT_TRAIT = 50;

    /** Checks that the parts are there. */
    public SimulationSynth {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(observables, "observables");
        Objects.requireNonNull(latentTraits, "latentTraits");
    }

    /**
     * Derives the input from a stored document: from its observables if all five are there, otherwise from the big
     * five personality traits of older formats, each 50 of 100 when absent. Stored simulation attributes do not count.
     *
     * @param id the synth's id
     * @param data its document
     * @return the input
     * @throws ValidationException if an observable is outside of 0 to 1 or a part has another shape
     */
    public static SimulationSynth fromData(String id, JsonValue data) {
        JsonValue observables = data.get("observables").orElse(JsonValue.NULL);
        if (Observables.complete(observables)) {
            Observables complete =
                    Observables.fromJson(observables, OBSERVABLES).validated(OBSERVABLES);
            return new SimulationSynth(id, complete, LatentTraits.of(complete));
        }
        return fromBigFive(id, JsonObjectReader.of(data, "data"));
    }

    private static SimulationSynth fromBigFive(String id, JsonObjectReader data) {
        JsonObjectReader five = data.object("psicografia", JsonObjectReader::of)
                .flatMap(part -> part.object("personalidade_big_five", JsonObjectReader::of))
                .orElseGet(() -> JsonObjectReader.of(JsonValue.of(Map.of()), "data"));
        double openness = trait(five, "abertura");
        double conscientiousness = trait(five, "conscienciosidade");
        double extraversion = trait(five, "extroversao");
        double agreeableness = trait(five, "amabilidade");
        double neuroticism = trait(five, "neuroticismo");
        Observables observables = new Observables(
                round(0.7 * openness + 0.3 * conscientiousness), 0.5, 1.0, round(1 - 0.3 * neuroticism), 0.5);
        LatentTraits traits = new LatentTraits(
                round(0.5 * openness + 0.5 * conscientiousness),
                round(0.6 * agreeableness + 0.4 * (1 - neuroticism)),
                round(0.5 * conscientiousness + 0.5 * (1 - neuroticism)),
                round(0.6 * openness + 0.4 * extraversion));
        return new SimulationSynth(id, observables, traits);
    }

    private static double trait(JsonObjectReader five, String key) {
        return five.number(key).orElse(DEFAULT_TRAIT) / 100;
    }

    /** Half to even on the exact binary value, as the original rounds. */
    private static double round(double value) {
        return new BigDecimal(value).setScale(DECIMALS, RoundingMode.HALF_EVEN).doubleValue();
    }
}
