package io.synthlab.persistence.internal.row;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.synthlab.persistence.JsonValue;
import io.synthlab.persistence.analysis.AnalysisCacheEntry;
import io.synthlab.persistence.analysis.ChartInsight;
import io.synthlab.persistence.analysis.InsightStatus;
import io.synthlab.persistence.error.UnreadableRowException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class CacheRowTest {
    private static final Instant NOW = Instant.parse("2025-03-01T10:00:00Z");
    private static final ChartInsight INSIGHT =
            ChartInsight.of("ana_1a2b3c4d", "pdp", "s", NOW, InsightStatus.COMPLETED);

    private static CacheRow row(String data, String params, String computedAt) {
        return new CacheRow("ana_1a2b3c4d", "k", data, params, computedAt);
    }

    private static void assertUnreadable(String reason, Executable read) {
        UnreadableRowException error = assertThrows(UnreadableRowException.class, read);
        assertEquals("analysis_cache", error.table());
        assertEquals("analysis_id=ana_1a2b3c4d, cache_key=k", error.key());
        assertTrue(error.getMessage().contains(reason), error::getMessage);
        assertFalse(error.getMessage().contains("planted"), error::getMessage);
    }

    @Test
    void readsAnEntry() {
        assertEquals(
                new AnalysisCacheEntry("ana_1a2b3c4d", "k", JsonValue.parse("{\"a\": 1}"), JsonValue.parse("{}"), NOW),
                row("{\"a\": 1}", "{}", "2025-03-01 10:00:00").toEntry(ZoneOffset.UTC));
    }

    @Test
    void namesTheRowAndWhatCannotBeRead() {
        assertUnreadable(
                "data must be a JSON object",
                () -> row("[\"planted\"]", null, "2025-03-01").toEntry(ZoneOffset.UTC));
        assertUnreadable(
                "params must be a JSON object",
                () -> row("{}", "\"planted\"", "2025-03-01").toEntry(ZoneOffset.UTC));
        assertUnreadable("computed_at", () -> row("{}", null, "planted").toEntry(ZoneOffset.UTC));
        assertUnreadable(
                "data.analysis_id is missing",
                () -> row("{\"planted\": 1}", null, "x").toInsight(ZoneOffset.UTC));
        assertUnreadable(
                "data.analysis_id is missing",
                () -> row("{\"planted\": 1}", null, "x").toSummary(ZoneOffset.UTC));
    }

    @Test
    void readsAnInsightIfThereIsOne() {
        CacheRow row = row(INSIGHT.toJson().text(), null, "x");
        assertEquals(INSIGHT, row.toInsight(ZoneOffset.UTC));
        assertEquals(Optional.of(INSIGHT), row.findInsight(ZoneOffset.UTC));
        assertEquals(Optional.empty(), row("[]", null, "x").findInsight(ZoneOffset.UTC));
    }
}
