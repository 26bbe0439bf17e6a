package io.synthlab.persistence.model.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.synthlab.persistence.error.UnreadableRowException;
import io.synthlab.persistence.experiment.Experiment;
import io.synthlab.persistence.experiment.ScorecardData;
import io.synthlab.persistence.experiment.ScorecardDimension;
import io.synthlab.persistence.model.EntityFields;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExperimentEntityTest {
    private static final ScorecardDimension DIMENSION = ScorecardDimension.of(0.25);
    private static final ScorecardData SCORECARD =
            ScorecardData.of("One tap", "Fewer steps", DIMENSION, DIMENSION, DIMENSION, DIMENSION);
    private static final Instant CREATED = Instant.parse("2025-01-02T03:04:05.000006Z");
    private static final Experiment BARE = Experiment.of("exp_0000000a", "Checkout", "Faster", CREATED);

    @Test
    void given_an_experiment_with_all_parts_then_every_column_survives_a_round_trip() throws Exception {
        Experiment full = new Experiment(
                "exp_0000000a", "Checkout", "Faster", "In one tap", SCORECARD, CREATED, CREATED.plusSeconds(1));
        ExperimentEntity row = ExperimentEntity.of(full);
        assertEquals(List.of(), EntityFields.nulls(row));
        assertEquals(full, row.toRecord(ZoneOffset.UTC));
    }

    @Test
    void given_an_experiment_without_optional_parts_then_their_columns_are_null_and_stay_so() throws Exception {
        ExperimentEntity row = ExperimentEntity.of(BARE);
        assertEquals(List.of("description", "scorecardData", "updatedAt"), EntityFields.nulls(row));
        assertEquals(BARE, row.toRecord(ZoneOffset.UTC));
    }

    @Test
    void given_a_timestamp_without_zone_then_the_configured_zone_decides() throws Exception {
        ExperimentEntity row = EntityFields.with(ExperimentEntity.of(BARE), "createdAt", "2025-01-02T03:04:05");
        assertEquals(
                Instant.parse("2025-01-02T06:04:05Z"),
                row.toRecord(ZoneId.of("America/Sao_Paulo")).createdAt());
    }

    @Test
    void given_a_timestamp_of_no_known_form_then_table_key_and_column_are_named() throws Exception {
        ExperimentEntity row = EntityFields.with(ExperimentEntity.of(BARE), "updatedAt", "yesterday");
        UnreadableRowException error = assertThrows(UnreadableRowException.class, () -> row.toRecord(ZoneOffset.UTC));
        assertEquals("experiments", error.table());
        assertEquals("id=exp_0000000a", error.key());
        assertTrue(error.getMessage().contains("updated_at"));
        assertFalse(error.getMessage().contains("yesterday"));
    }

    @Test
    void given_a_scorecard_that_lacks_a_key_then_the_key_is_named() throws Exception {
        ExperimentEntity row = EntityFields.with(ExperimentEntity.of(BARE), "scorecardData", "{}");
        UnreadableRowException error = assertThrows(UnreadableRowException.class, () -> row.toRecord(ZoneOffset.UTC));
        assertTrue(error.getMessage().contains("scorecard_data.feature_name"));
    }

    @Test
    void given_any_status_then_only_active_and_none_count_as_active() throws Exception {
        assertTrue(ExperimentEntity.of(BARE).isActive());
        assertTrue(EntityFields.with(ExperimentEntity.of(BARE), "status", null).isActive());
        assertFalse(EntityFields.with(ExperimentEntity.of(BARE), "status", "deleted")
                .isActive());
    }
}
