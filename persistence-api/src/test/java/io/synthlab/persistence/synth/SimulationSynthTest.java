package io.synthlab.persistence.synth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.synthlab.persistence.JsonValue;
import io.synthlab.persistence.error.ValidationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SimulationSynthTest {
    private static final double TOLERANCE = 1e-9;

    private static SimulationSynth synth(String json) {
        return SimulationSynth.fromData("aaa111", JsonValue.parse(json.replace('\'', '"')));
    }

    private static void assertTraits(
            LatentTraits traits, double capability, double trust, double friction, double explore) {
        assertEquals(capability, traits.capabilityMean(), TOLERANCE);
        assertEquals(trust, traits.trustMean(), TOLERANCE);
        assertEquals(friction, traits.frictionToleranceMean(), TOLERANCE);
        assertEquals(explore, traits.explorationProb(), TOLERANCE);
    }

    private static String observables(double all) {
        return ("{'observables':{'digital_literacy':%1$s,'similar_tool_experience':%1$s,'motor_ability':%1$s,"
                        + "'time_availability':%1$s,'domain_expertise':%1$s}}")
                .formatted(all);
    }

    /** Contract case 92. */
    @Test
    void derivesTraitsFromCompleteObservables() {
        SimulationSynth synth = synth("{'observables':{'digital_literacy':0.5,'similar_tool_experience':0.5,"
                + "'motor_ability':1.0,'time_availability':0.5,'domain_expertise':0.5}}");
        assertEquals("aaa111", synth.id());
        assertEquals(new Observables(0.5, 0.5, 1.0, 0.5, 0.5), synth.observables());
        assertTraits(synth.latentTraits(), 0.575, 0.5, 0.5, 0.5);
    }

    @Test
    void weighsEachObservableByItself() {
        SimulationSynth synth = synth("{'observables':{'digital_literacy':0.1,'similar_tool_experience':0.2,"
                + "'motor_ability':0.3,'time_availability':0.4,'domain_expertise':0.5,'more':9}}");
        assertTraits(
                synth.latentTraits(),
                0.40 * 0.1 + 0.35 * 0.2 + 0.15 * 0.3 + 0.10 * 0.5,
                0.60 * 0.2 + 0.40 * 0.1,
                0.40 * 0.4 + 0.35 * 0.1 + 0.25 * 0.2,
                0.50 * 0.1 + 0.30 * 0.8 + 0.20 * 0.4);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1})
    void staysWithinItsRangeAtTheBounds(double all) {
        LatentTraits traits = synth(observables(all)).latentTraits();
        assertTraits(traits, all, all, all, all == 0 ? 0.3 : 0.7);
    }

    /** Contract case 93. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'abertura':80,'neuroticismo':20} | 0.71 | 0.94 | 0.65 | 0.62 | 0.65 | 0.68",
                "{} | 0.5 | 0.85 | 0.5 | 0.5 | 0.5 | 0.5",
                "{'abertura':'80','neuroticismo':null} | 0.71 | 0.85 | 0.65 | 0.5 | 0.5 | 0.68",
                "{'abertura':150} | 1.2 | 0.85 | 1.0 | 0.5 | 0.5 | 1.1" // no range check, as in the original
            })
    void fallsBackToTheBigFive(
            String five,
            double digital,
            double time,
            double capability,
            double trust,
            double friction,
            double explore) {
        SimulationSynth synth = synth("{'psicografia':{'personalidade_big_five':" + five + "}}");
        assertEquals(new Observables(digital, 0.5, 1.0, time, 0.5), synth.observables());
        assertEquals(new LatentTraits(capability, trust, friction, explore), synth.latentTraits());
    }

    /** Contract cases 93 and 94; JSON null in place of a part is no error here. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'observables':{'digital_literacy':0.9,'motor_ability':0.1}}",
                "{'observables':null}",
                "{'observables':[1]}",
                "{'psicografia':null}",
                "{'psicografia':{'personalidade_big_five':null}}",
                "{'simulation_attributes':{'observables':{'digital_literacy':0.9},'latent_traits':{'trust_mean':0.9}}}"
            })
    void everythingElseCountsAsUnknown(String data) {
        SimulationSynth synth = synth(data);
        assertEquals(new Observables(0.5, 0.5, 1.0, 0.85, 0.5), synth.observables());
        assertEquals(new LatentTraits(0.5, 0.5, 0.5, 0.5), synth.latentTraits());
    }

    @Test
    void roundsOnTheExactBinaryValue() {
        // Both are ties in decimal; in binary 0.1535 lies below its tie and 0.2525 above.
        SimulationSynth synth = synth("{'psicografia':{'personalidade_big_five':{'abertura':0.5}}}");
        assertEquals(0.153, synth.observables().digitalLiteracy());
        assertEquals(0.253, synth.latentTraits().capabilityMean());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "1.01 | data.observables.digital_literacy must be 0-1",
                "-0.01 | data.observables.digital_literacy must be 0-1",
                "null | data.observables.digital_literacy is missing",
                "'x' | data.observables.digital_literacy must be a number"
            })
    void refusesCompleteObservablesOutOfRange(String value, String message) {
        String data = observables(0.5).replaceFirst("0\\.5", value);
        assertEquals(
                message,
                assertThrows(ValidationException.class, () -> synth(data)).getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{'psicografia':[1]}", "{'psicografia':{'personalidade_big_five':{'abertura':'x'}}}"})
    void refusesPartsOfAnotherShape(String data) {
        assertThrows(ValidationException.class, () -> synth(data));
    }
}
