package io.synthlab.persistence.analysis;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.synthlab.persistence.JsonValue;
import io.synthlab.persistence.error.ValidationException;
import io.synthlab.persistence.internal.query.CacheEntries;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnalysisCacheEntryTest {
    private static final String ID = "ana_1a2b3c4d";
    private static final Instant NOW = Instant.parse("2025-03-01T10:00:00.123456Z");
    private static final JsonValue EMPTY = JsonValue.parse("{}");

    private static String refusal(String id, String key, JsonValue data, @Nullable JsonValue params) {
        return String.valueOf(
                assertThrows(ValidationException.class, () -> AnalysisCacheEntry.of(id, key, data, params, NOW))
                        .getMessage());
    }

    @Test
    void parametersWithoutMembersAreNone() {
        assertNull(AnalysisCacheEntry.of(ID, "k", EMPTY, EMPTY, NOW).params());
        JsonValue bins = JsonValue.parse("{\"bins\": 5}");
        assertEquals(bins, AnalysisCacheEntry.of(ID, "k", EMPTY, bins, NOW).params());
        assertEquals(
                NOW,
                AnalysisCacheEntry.of(ID, "k", EMPTY, null, NOW.plusNanos(1)).computedAt());
    }

    @Test
    void checksIdAndKey() {
        assertDoesNotThrow(() -> AnalysisCacheEntry.of(ID, "\uD83D\uDE00".repeat(50), EMPTY, null, NOW));
        assertEquals("analysis_cache.analysis_id must match ana_[a-f0-9]{8}", refusal("x", "k", EMPTY, null));
        assertEquals("analysis_cache.cache_key must not be empty", refusal(ID, "", EMPTY, null));
        assertEquals(
                "analysis_cache.cache_key must have at most 50 characters but has 51",
                refusal(ID, "k".repeat(51), EMPTY, null));
        assertTrue(refusal(ID, "\0", EMPTY, null).startsWith("analysis_cache.cache_key holds"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "[{}]", "null", "1", "\"{}\"", "true"})
    void documentsAreObjects(String json) {
        JsonValue other = JsonValue.parse(json);
        assertEquals("analysis_cache.data must be a JSON object", refusal(ID, "k", other, null));
        assertEquals("analysis_cache.params must be a JSON object", refusal(ID, "k", EMPTY, other));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\": 1, \"a\": 2}", "{\"a\": \"\\u0000\"}", "{\"a\": 1e131072}"})
    void documentsCanBeStored(String json) {
        JsonValue other = JsonValue.parse(json);
        assertTrue(refusal(ID, "k", other, null).startsWith("analysis_cache.data holds"));
        assertTrue(refusal(ID, "k", EMPTY, other).startsWith("analysis_cache.params holds"));
    }

    @Test
    void manyAreMadeByKeyAndCheckedOneByOne() {
        assertEquals(
                List.of("a", "k", "z"),
                CacheEntries.of(ID, Map.of("z", EMPTY, "a", EMPTY, "k", EMPTY), NOW).stream()
                        .map(AnalysisCacheEntry::cacheKey)
                        .toList());
        assertThrows(ValidationException.class, () -> CacheEntries.of(ID, Map.of("z", EMPTY, "", EMPTY), NOW));
        assertEquals(List.of(), CacheEntries.of("any", Map.of(), NOW));
    }

    /** Contract case 134, and the longest chart type. */
    @Test
    void anInsightIsCachedUnderItsChart() {
        ChartInsight insight = ChartInsight.of(ID, "c".repeat(42), "", NOW, InsightStatus.PENDING);
        assertEquals(
                new AnalysisCacheEntry(ID, "insight_" + "c".repeat(42), insight.toJson(), null, NOW),
                CacheEntries.of(insight, NOW));
        ChartInsight longer = ChartInsight.of(ID, "c".repeat(43), "", NOW, InsightStatus.PENDING);
        assertThrows(ValidationException.class, () -> CacheEntries.of(longer, NOW));
        ChartInsight broken = new ChartInsight(ID, "c", "", null, InsightStatus.PENDING, "m");
        assertThrows(ValidationException.class, () -> CacheEntries.of(broken, NOW));
    }

    @Test
    void aSummaryIsCachedUnderItsKey() {
        ExecutiveSummary summary =
                ExecutiveSummary.of(ID, "", "", "", "", List.of("a", "b"), List.of("c"), NOW, SummaryStatus.COMPLETED);
        assertEquals(
                new AnalysisCacheEntry(ID, "executive_summary", summary.toJson(), null, NOW),
                CacheEntries.of(summary, NOW));
    }
}
