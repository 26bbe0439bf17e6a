package io.synthlab.persistence.legacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.synthlab.persistence.JsonValue;
import io.synthlab.persistence.error.ValidationException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeatureScorecardTest {
    private static final Instant CREATED = Instant.parse("2025-12-27T10:00:00.123456Z");
    private static final FeatureScorecard SCORECARD =
            FeatureScorecard.of("7f3a91c2", "Voz", UncertainDimension.of(0.42), CREATED);

    @Test
    void given_a_scorecard_then_its_document_has_every_key_in_order_and_times_in_z() {
        JsonValue json = SCORECARD.withUpdatedAt(CREATED).toJson();
        assertEquals(
                List.of(
                        "id",
                        "experiment_id",
                        "identification",
                        "description_text",
                        "description_media_urls",
                        "complexity",
                        "initial_effort",
                        "perceived_risk",
                        "time_to_value",
                        "justification",
                        "impact_hypotheses",
                        "version",
                        "created_at",
                        "updated_at"),
                List.copyOf(json.members().keySet()));
        assertEquals(
                Optional.of("2025-12-27T10:00:00.123456Z"),
                json.get("created_at").orElseThrow().asText());
        assertEquals(
                Optional.of("2025-12-27T10:00:00.123456Z"),
                json.get("identification")
                        .orElseThrow()
                        .get("created_at")
                        .orElseThrow()
                        .asText());
        assertEquals(
                SCORECARD.withUpdatedAt(CREATED),
                FeatureScorecard.fromJson(json, "7f3a91c2", null, CREATED, ZoneOffset.UTC));
    }

    @Test
    void given_columns_that_differ_from_the_document_then_they_decide() {
        Instant column = CREATED.plusSeconds(1);
        FeatureScorecard read =
                FeatureScorecard.fromJson(SCORECARD.toJson(), "another0", "exp_0000000a", column, ZoneOffset.UTC);
        assertEquals("another0", read.id());
        assertEquals("exp_0000000a", read.experimentId());
        assertEquals(column, read.createdAt());
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "abcdefg_", "abcdefghi", "abcdefgh\n", ""})
    void given_an_id_of_another_form_then_it_is_refused(String id) {
        UncertainDimension dimension = UncertainDimension.of(0);
        assertThrows(ValidationException.class, () -> FeatureScorecard.of(id, "", dimension, CREATED));
    }

    @Test
    void given_bounds_then_their_order_counts_and_the_score_need_not_lie_between_them() {
        assertEquals(0.9, UncertainDimension.of(0.9, List.of(), 0.1, 0.1).score());
        ValidationException refusal =
                assertThrows(ValidationException.class, () -> UncertainDimension.of(0.5, List.of(), 0.1, 0));
        assertTrue(String.valueOf(refusal.getMessage()).contains("min_uncertainty"), refusal::getMessage);
        assertThrows(ValidationException.class, () -> UncertainDimension.of(-0.01));
        assertThrows(ValidationException.class, () -> UncertainDimension.of(Double.NaN));
    }

    @Test
    void given_generated_ids_then_they_have_the_form_of_the_original() {
        assertTrue(FeatureScorecard.newId().matches("[a-f0-9]{8}"));
        assertTrue(SimulationRun.newId().matches("sim_[a-f0-9]{8}"));
    }
}
