package io.synthlab.persistence.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.synthlab.persistence.JsonValue;
import io.synthlab.persistence.error.ValidationException;
import io.synthlab.persistence.synth.LatentTraits;
import io.synthlab.persistence.synth.Observables;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SynthAttributesTest {
    /** The example of the document specification, section 4.3. */
    private static final String STORED = """
            {"observables":{"digital_literacy":0.4127551,"similar_tool_experience":0.55,"motor_ability":0.94,\
            "time_availability":0.31,"domain_expertise":0.62},"latent_traits":{"capability_mean":0.56060204,\
            "trust_mean":0.49510204,"friction_tolerance_mean":0.405964285,"exploration_prob":0.40337755}}""";

    private static final SynthAttributes ATTRIBUTES = new SynthAttributes(
            new Observables(0.4127551, 0.55, 0.94, 0.31, 0.62),
            new LatentTraits(0.56060204, 0.49510204, 0.405964285, 0.40337755));

    private static SynthAttributes read(String json) {
        return SynthAttributes.fromJson(JsonValue.parse(json));
    }

    @Test
    void storedDocumentsReadAndWriteBackEqualAndInOrder() {
        assertEquals(ATTRIBUTES, read(STORED));
        assertEquals(ATTRIBUTES, ATTRIBUTES.validated());
        assertEquals(JsonValue.parse(STORED), ATTRIBUTES.toJson());
        JsonValue written = ATTRIBUTES.toJson();
        assertEquals(
                List.of("observables", "latent_traits"),
                List.copyOf(written.members().keySet()));
        for (String part : written.members().keySet()) {
            assertEquals(
                    List.copyOf(JsonValue.parse(STORED)
                            .get(part)
                            .orElseThrow()
                            .members()
                            .keySet()),
                    List.copyOf(written.get(part).orElseThrow().members().keySet()));
        }
    }

    @Test
    void unknownKeysAreIgnoredAndTextsCountAsNumbers() {
        assertEquals(ATTRIBUTES, read(STORED.replace("0.55", "\" 0.55 \"").replace("{\"dig", "{\"new\":[1],\"dig")));
    }

    @ParameterizedTest
    @CsvSource({
        "digital_literacy, synth_attributes.observables.digital_literacy",
        "similar_tool_experience, synth_attributes.observables.similar_tool_experience",
        "motor_ability, synth_attributes.observables.motor_ability",
        "time_availability, synth_attributes.observables.time_availability",
        "domain_expertise, synth_attributes.observables.domain_expertise",
        "capability_mean, synth_attributes.latent_traits.capability_mean",
        "trust_mean, synth_attributes.latent_traits.trust_mean",
        "friction_tolerance_mean, synth_attributes.latent_traits.friction_tolerance_mean",
        "exploration_prob, synth_attributes.latent_traits.exploration_prob",
        "observables, synth_attributes.observables",
        "latent_traits, synth_attributes.latent_traits"
    })
    void everyKeyIsRequired(String key, String path) {
        String json = STORED.replace("\"" + key + "\":", "\"other\":");
        ValidationException refusal = assertThrows(ValidationException.class, () -> read(json));
        assertEquals(path + " is missing", refusal.getMessage());
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.001, 1.001, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void everyNumberIsAShare(double value) {
        double[] numbers = new double[9];
        for (int at = 0; at < numbers.length; at++) {
            numbers[at] = value;
            assertThrows(ValidationException.class, of(numbers)::validated);
            numbers[at] = at % 2;
            assertEquals(of(numbers), of(numbers).validated());
        }
    }

    private static SynthAttributes of(double[] n) {
        return new SynthAttributes(
                new Observables(n[0], n[1], n[2], n[3], n[4]), new LatentTraits(n[5], n[6], n[7], n[8]));
    }

    @Test
    void valuesOutOfRangeAreReadAllTheSame() {
        assertEquals(7, read(STORED.replace("0.62", "7")).observables().domainExpertise());
    }

    @Test
    void noDocumentAndEmptyOnesMeanNoAttributes() {
        assertEquals(Optional.empty(), SynthAttributes.ofDocument(null));
        assertEquals(Optional.empty(), SynthAttributes.ofDocument(JsonValue.NULL));
        assertEquals(Optional.empty(), SynthAttributes.ofDocument(JsonValue.parse("{ }")));
        assertEquals(Optional.of(ATTRIBUTES), SynthAttributes.ofDocument(JsonValue.parse(STORED)));
        for (String other : List.of("[]", "0", "\"\"", "false", "{\"a\":1}")) {
            assertThrows(ValidationException.class, () -> SynthAttributes.ofDocument(JsonValue.parse(other)), other);
        }
    }
}
