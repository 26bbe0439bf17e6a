package io.synthlab.persistence.experiment;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.synthlab.persistence.JsonValue;
import io.synthlab.persistence.error.ValidationException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScorecardDataTest {
    private static final ScorecardDimension HALF = ScorecardDimension.of(0.5);
    /** The example of the document specification, section 2.1. */
    private static final String STORED = """
            {"feature_name":"Agendamento por voz","scenario":"baseline","description_text":"Marcar consulta falando.",\
            "description_media_urls":[],"complexity":{"score":0.42,"rules_applied":["2 conceitos novos"],\
            "lower_bound":0.35,"upper_bound":0.5},"initial_effort":{"score":0.3,"rules_applied":[],"lower_bound":null,\
            "upper_bound":null},"perceived_risk":{"score":0.25,"rules_applied":[],"lower_bound":null,"upper_bound":null},\
            "time_to_value":{"score":0.2,"rules_applied":[],"lower_bound":null,"upper_bound":null},"justification":null,\
            "impact_hypotheses":[]}""";

    private static final String DIMENSIONS = "\"complexity\":{\"score\":\"0.1\"},\"initial_effort\":{\"score\":1},"
            + "\"perceived_risk\":{\"score\":0.3},\"time_to_value\":{\"score\":0.4}";

    static ScorecardData form() {
        return ScorecardData.of("Ação", "d", HALF, HALF, HALF, HALF);
    }

    static ScorecardData withComplexity(ScorecardDimension complexity) {
        return new ScorecardData("f", "baseline", "d", List.of(), complexity, HALF, HALF, HALF, null, List.of());
    }

    private static String refusal(Runnable check) {
        return String.valueOf(
                assertThrows(ValidationException.class, check::run).getMessage());
    }

    @Test
    void storedDocumentsReadAndWriteBackEqual() {
        JsonValue stored = JsonValue.ofStored(STORED);
        ScorecardData scorecard = ScorecardData.fromJson(stored);
        assertEquals("Agendamento por voz", scorecard.featureName());
        assertEquals(new ScorecardDimension(0.42, List.of("2 conceitos novos"), 0.35, 0.5), scorecard.complexity());
        assertEquals(stored, scorecard.toJson());
        assertEquals(
                List.copyOf(stored.members().keySet()),
                List.copyOf(scorecard.toJson().members().keySet()));
    }

    /** Contract case 14. */
    @Test
    void aScoreNeedNotLieBetweenItsBounds() {
        ScorecardDimension dimension = ScorecardDimension.of(0.9, List.of("r"), 0.1, 0.4);
        ScorecardData scorecard = ScorecardData.of("Ação", "", dimension, HALF, HALF, HALF);
        assertEquals(scorecard, ScorecardData.fromJson(scorecard.toJson()));
        assertEquals(
                scorecard,
                ScorecardData.fromJson(JsonValue.parse(scorecard.toJson().text())));
    }

    @Test
    void doublesSurviveExactly() {
        ScorecardDimension dimension = ScorecardDimension.of(0.6000000000000001, List.of(), 0.13999999999999996, null);
        ScorecardData scorecard = withComplexity(dimension);
        assertEquals(
                dimension,
                ScorecardData.fromJson(JsonValue.parse(scorecard.toJson().text()))
                        .complexity());
    }

    /** Contract case 15. */
    @ParameterizedTest
    @CsvSource({
        "-0.01, , , dimension.score must be 0-1",
        "1.01, , , dimension.score must be 0-1",
        "NaN, , , dimension.score must be 0-1",
        "0.5, -0.1, , dimension.lower_bound must be 0-1",
        "0.5, , 1.1, dimension.upper_bound must be 0-1",
        "0.5, 0.6, 0.4, dimension.lower_bound must not be above upper_bound"
    })
    void refusesDimensionsOutOfRange(double score, @Nullable Double lower, @Nullable Double upper, String message) {
        assertEquals(message, refusal(() -> ScorecardDimension.of(score, List.of(), lower, upper)));
        ScorecardDimension lenient = new ScorecardDimension(score, List.of(), lower, upper);
        assertEquals(
                message.replace("dimension.", "scorecard_data.complexity."),
                refusal(() -> withComplexity(lenient).validated()));
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 1", "1, 0.4, 0.4", "0.5, 0.4,", "0.5, , 0.4"})
    void acceptsBounds(double score, @Nullable Double lower, @Nullable Double upper) {
        assertDoesNotThrow(() -> ScorecardDimension.of(score, List.of(), lower, upper));
    }

    @Test
    void readsLeniently() {
        ScorecardData scorecard = ScorecardData.fromJson(
                JsonValue.parse("{\"feature_name\":\"\",\"description_text\":\"d\",\"unknown\":1," + DIMENSIONS + "}"));
        assertEquals("baseline", scorecard.scenario());
        assertEquals(List.of(), scorecard.impactHypotheses());
        assertEquals(ScorecardDimension.of(0.1), scorecard.complexity());
        // Rules are not applied on reading, and are on writing.
        ScorecardData broken = ScorecardData.fromJson(JsonValue.parse(STORED.replace("0.42", "42")));
        assertEquals(42, broken.complexity().score());
        assertEquals("scorecard_data.complexity.score must be 0-1", refusal(broken::validated));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | scorecard_data.feature_name is missing",
                "[] | scorecard_data must be a JSON object",
                "null | scorecard_data must be a JSON object",
                "{\"feature_name\":\"f\"} | scorecard_data.description_text is missing",
                "{\"feature_name\":\"f\",\"description_text\":\"d\"} | scorecard_data.complexity is missing",
                "{\"feature_name\":\"f\",\"description_text\":\"d\",\"complexity\":{}} | scorecard_data.complexity.score is missing",
                "{\"feature_name\":1} | scorecard_data.feature_name must be text",
                "{\"feature_name\":\"f\",\"description_text\":\"d\",\"impact_hypotheses\":null," + DIMENSIONS
                        + "} | scorecard_data.impact_hypotheses must be a list"
            })
    void namesWhatCannotBeRead(String json, String message) {
        assertEquals(message, refusal(() -> ScorecardData.fromJson(JsonValue.parse(json))));
    }

    @Test
    void checksEveryText() {
        String bad = "\0";
        List<String> none = List.of();
        List<String> one = List.of(bad);
        for (ScorecardData broken : List.of(
                new ScorecardData(bad, "s", "d", none, HALF, HALF, HALF, HALF, null, none),
                new ScorecardData("f", bad, "d", none, HALF, HALF, HALF, HALF, null, none),
                new ScorecardData("f", "s", bad, none, HALF, HALF, HALF, HALF, null, none),
                new ScorecardData("f", "s", "d", one, HALF, HALF, HALF, HALF, null, none),
                new ScorecardData("f", "s", "d", none, HALF, HALF, HALF, HALF, bad, none),
                new ScorecardData("f", "s", "d", none, HALF, HALF, HALF, HALF, null, one),
                withComplexity(new ScorecardDimension(0.5, one, null, null)))) {
            assertThrows(ValidationException.class, broken::validated, broken::toString);
        }
    }

    @Test
    void copiesItsLists() {
        List<String> rules = new ArrayList<>(List.of("r"));
        ScorecardDimension dimension = ScorecardDimension.of(0.5, rules, null, null);
        rules.clear();
        assertEquals(List.of("r"), dimension.rulesApplied());
    }
}
