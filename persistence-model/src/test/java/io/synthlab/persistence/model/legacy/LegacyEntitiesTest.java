package io.synthlab.persistence.model.legacy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.synthlab.persistence.legacy.FeatureScorecard;
import io.synthlab.persistence.legacy.SimulationConfig;
import io.synthlab.persistence.legacy.SimulationRun;
import io.synthlab.persistence.legacy.SimulationStatus;
import io.synthlab.persistence.legacy.UncertainDimension;
import io.synthlab.persistence.model.EntityFields;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LegacyEntitiesTest {
    private static final Instant CREATED = Instant.parse("2025-01-02T03:04:05.000006Z");
    private static final FeatureScorecard SCORECARD =
            FeatureScorecard.of("7f3a91c2", "Voz", UncertainDimension.of(0.42), CREATED);
    private static final SimulationRun RUN = SimulationRun.of("sim_0000000a", "7f3a91c2", "baseline", CREATED);

    @Test
    void given_a_scorecard_then_every_column_survives_a_round_trip() throws Exception {
        FeatureScorecard full = SCORECARD.withExperimentId("exp_0000000a");
        FeatureScorecardEntity row = FeatureScorecardEntity.of(full);
        assertEquals(List.of("updatedAt"), EntityFields.nulls(row));
        assertEquals(full, row.toRecord(ZoneOffset.UTC));
        assertEquals(SCORECARD, FeatureScorecardEntity.of(SCORECARD).toRecord(ZoneOffset.UTC));
    }

    @Test
    void given_a_simulation_then_every_column_survives_a_round_trip() throws Exception {
        SimulationRun full = RUN.withConfig(SimulationConfig.of(9, 9, 0.1, 7L))
                .withStatus(SimulationStatus.COMPLETED)
                .withResult(CREATED.plusSeconds(1), 9, Map.of("success", 1.0), 2.5);
        SimulationRunEntity row = SimulationRunEntity.of(full);
        assertEquals(List.of(), EntityFields.nulls(row));
        assertEquals(full, row.toRecord(ZoneOffset.UTC));
    }

    @Test
    void given_a_simulation_that_has_just_begun_then_its_result_is_null_and_stays_so() throws Exception {
        SimulationRunEntity row = SimulationRunEntity.of(RUN);
        assertEquals(List.of("completedAt", "aggregatedOutcomes", "executionTimeSeconds"), EntityFields.nulls(row));
        assertEquals(RUN, row.toRecord(ZoneOffset.UTC));
        assertEquals(
                0,
                EntityFields.with(row, "totalSynths", null)
                        .toRecord(ZoneOffset.UTC)
                        .totalSynths());
    }
}
