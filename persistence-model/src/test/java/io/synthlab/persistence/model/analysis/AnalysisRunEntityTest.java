package io.synthlab.persistence.model.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.synthlab.persistence.analysis.AggregatedOutcomes;
import io.synthlab.persistence.analysis.AnalysisConfig;
import io.synthlab.persistence.analysis.AnalysisRun;
import io.synthlab.persistence.analysis.AnalysisStatus;
import io.synthlab.persistence.error.UnreadableRowException;
import io.synthlab.persistence.model.EntityFields;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnalysisRunEntityTest {
    private static final Instant STARTED = Instant.parse("2025-01-02T03:04:05.000006Z");
    private static final AnalysisRun BARE = AnalysisRun.of("ana_0000000a", "exp_0000000a", STARTED);

    @Test
    void given_an_analysis_with_all_parts_then_every_column_survives_a_round_trip() throws Exception {
        AnalysisRun full = new AnalysisRun(
                "ana_0000000a",
                "exp_0000000a",
                "night",
                AnalysisConfig.of(10, 20, 0.1 + 0.2, -7L),
                AnalysisStatus.COMPLETED,
                STARTED,
                STARTED.plusSeconds(1),
                3,
                AggregatedOutcomes.of(0.2, 0.3, 0.5),
                1.5);
        AnalysisRunEntity row = AnalysisRunEntity.of(full);
        assertEquals(List.of(), EntityFields.nulls(row));
        assertEquals(full, row.toRecord(ZoneOffset.UTC));
    }

    @Test
    void given_an_analysis_without_optional_parts_then_their_columns_are_null_and_stay_so() throws Exception {
        AnalysisRunEntity row = AnalysisRunEntity.of(BARE);
        assertEquals(List.of("completedAt", "aggregatedOutcomes", "executionTimeSeconds"), EntityFields.nulls(row));
        assertEquals(BARE, row.toRecord(ZoneOffset.UTC));
    }

    @Test
    void given_no_number_of_synths_then_it_is_zero() throws Exception {
        AnalysisRunEntity row = EntityFields.with(AnalysisRunEntity.of(BARE), "totalSynths", null);
        assertEquals(BARE, row.toRecord(ZoneOffset.UTC));
    }

    @Test
    void given_a_timestamp_without_zone_then_the_configured_zone_decides() throws Exception {
        AnalysisRunEntity row = EntityFields.with(AnalysisRunEntity.of(BARE), "completedAt", "2025-01-02T03:04:05");
        assertEquals(
                Instant.parse("2025-01-02T06:04:05Z"),
                row.toRecord(ZoneId.of("America/Sao_Paulo")).completedAt());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "startedAt | planted | started_at",
                "completedAt | planted | completed_at",
                "status | planted | status must be one of",
                "config | [\"planted\"] | config must be a JSON object",
                "aggregatedOutcomes | {\"planted\": 1} | aggregated_outcomes.did_not_try_rate"
            })
    void given_what_cannot_be_read_then_table_key_and_column_are_named(String field, String value, String reason)
            throws Exception {
        AnalysisRunEntity row = EntityFields.with(AnalysisRunEntity.of(BARE), field, value);
        UnreadableRowException error = assertThrows(UnreadableRowException.class, () -> row.toRecord(ZoneOffset.UTC));
        assertEquals("analysis_runs", error.table());
        assertEquals("id=ana_0000000a", error.key());
        assertTrue(error.getMessage().contains(reason), error::getMessage);
        assertFalse(error.getMessage().contains("planted"), error::getMessage);
    }
}
