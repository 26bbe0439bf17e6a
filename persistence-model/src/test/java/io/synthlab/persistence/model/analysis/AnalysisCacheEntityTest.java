package io.synthlab.persistence.model.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.synthlab.persistence.JsonValue;
import io.synthlab.persistence.analysis.AnalysisCacheEntry;
import io.synthlab.persistence.model.EntityFields;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnalysisCacheEntityTest {
    private static final Instant COMPUTED = Instant.parse("2025-01-02T03:04:05.000006Z");
    private static final JsonValue DATA = JsonValue.parse("{\"a\": [1.5, null]}");

    @Test
    void given_an_entry_with_all_parts_then_every_column_survives_a_round_trip() throws Exception {
        AnalysisCacheEntry full =
                AnalysisCacheEntry.of("ana_0000000a", "heatmap", DATA, JsonValue.parse("{\"bins\": 5}"), COMPUTED);
        AnalysisCacheEntity row = AnalysisCacheEntity.of(full);
        assertEquals(List.of(), EntityFields.nulls(row));
        assertEquals(full, row.toRow().toEntry(ZoneOffset.UTC));
    }

    @Test
    void given_an_entry_without_parameters_then_their_column_is_null_and_stays_so() throws Exception {
        AnalysisCacheEntry bare = AnalysisCacheEntry.of("ana_0000000a", "heatmap", DATA, null, COMPUTED);
        AnalysisCacheEntity row = AnalysisCacheEntity.of(bare);
        assertEquals(List.of("params"), EntityFields.nulls(row));
        assertEquals(bare, row.toRow().toEntry(ZoneOffset.UTC));
    }
}
