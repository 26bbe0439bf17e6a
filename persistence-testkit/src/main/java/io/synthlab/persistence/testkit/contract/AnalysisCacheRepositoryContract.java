package io.synthlab.persistence.testkit.contract;

import static io.synthlab.persistence.error.ConstraintViolationException.Kind.FOREIGN_KEY;
import static io.synthlab.persistence.error.ConstraintViolationException.Kind.UNIQUE;
import static io.synthlab.persistence.testkit.contract.Refusals.assertInvalid;
import static io.synthlab.persistence.testkit.contract.Refusals.assertUnreadable;
import static io.synthlab.persistence.testkit.contract.Refusals.assertViolation;
import static io.synthlab.persistence.testkit.fixture.Fixtures.A1;
import static io.synthlab.persistence.testkit.fixture.Fixtures.A2;
import static io.synthlab.persistence.testkit.fixture.Fixtures.E1;
import static io.synthlab.persistence.testkit.fixture.Fixtures.E2;
import static io.synthlab.persistence.testkit.fixture.Fixtures.e1;
import static io.synthlab.persistence.testkit.fixture.Fixtures.e2;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.synthlab.persistence.JsonValue;
import io.synthlab.persistence.analysis.AnalysisCacheEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is cached for analyses, as entries by key. */
public abstract class AnalysisCacheRepositoryContract extends ContractBase {
    static final String TABLE = "analysis_cache";
    static final String NO_ANALYSIS = "ana_ffffffff";

    private static final String EMOJI = "\uD83D\uDE00";
    private static final JsonValue DATA = JsonValue.parse("{\"a\": 1, \"é\": \"ç\"}");
    private static final JsonValue OTHER = JsonValue.parse("{\"b\": [1.2663623674072135e-128, null, {\"c\": true}]}");
    private static final JsonValue EMPTY = JsonValue.parse("{}");

    /** For the cells. */
    protected AnalysisCacheRepositoryContract() {}

    @BeforeEach
    final void createAnalyses() {
        experiments().create(e1());
        experiments().create(e2());
        rows().analysis(A1, E1, "completed");
        rows().analysis(A2, E2, "completed");
    }

    static String key(String cacheKey) {
        return "analysis_id=" + A1 + ", cache_key=" + cacheKey;
    }

    @ContractCase("R1-126")
    void given_an_entry_when_saved_then_it_is_found_equal_and_computed_now() {
        JsonValue params = JsonValue.parse("{\"bins\": 5}");
        AnalysisCacheEntry saved = analysisCache().save(A1, "heatmap", DATA, params);
        assertEquals(new AnalysisCacheEntry(A1, "heatmap", DATA, params, clock().instant()), saved);
        assertEquals(Optional.of(saved), analysisCache().find(A1, "heatmap"));
    }

    @ContractCase("R1-127")
    void given_an_entry_when_saved_again_without_parameters_then_all_of_it_is_replaced() {
        analysisCache().save(A1, "heatmap", DATA, JsonValue.parse("{\"bins\": 5}"));
        Instant later = clock().tick(Duration.ofSeconds(1));
        AnalysisCacheEntry second = analysisCache().save(A1, "heatmap", OTHER, null);
        assertEquals(new AnalysisCacheEntry(A1, "heatmap", OTHER, null, later), second);
        assertEquals(Optional.of(second), analysisCache().find(A1, "heatmap"));
        assertEquals(1, rows().count(TABLE));
        assertNull(rows().text(TABLE, "params", "cache_key", "heatmap"));
    }

    /** What is returned equals what is read, unlike in the original. */
    @ContractCase("R1-128")
    void given_parameters_without_members_when_saved_then_there_are_none() {
        AnalysisCacheEntry saved = analysisCache().save(A1, "heatmap", DATA, EMPTY);
        assertNull(saved.params());
        assertEquals(Optional.of(saved), analysisCache().find(A1, "heatmap"));
        assertNull(rows().text(TABLE, "params", "cache_key", "heatmap"));
    }

    @ContractCase("R1-129")
    void given_entries_when_saved_together_then_they_replace_and_share_one_time() {
        analysisCache().save(A1, "k", DATA, JsonValue.parse("{\"bins\": 5}"));
        Instant later = clock().tick(Duration.ofSeconds(1));
        assertEquals(2, analysisCache().saveAll(A1, Map.of("z", EMPTY, "k", JsonValue.parse("{\"a\": 3}"))));
        assertEquals(
                List.of(
                        new AnalysisCacheEntry(A1, "k", JsonValue.parse("{\"a\": 3}"), null, later),
                        new AnalysisCacheEntry(A1, "z", EMPTY, null, later)),
                analysisCache().listByAnalysis(A1));
        assertEquals(0, analysisCache().saveAll(A1, Map.of()));
        assertEquals(2, rows().count(TABLE));
    }

    @ContractCase("R1-130")
    void given_an_unknown_analysis_when_used_then_only_saving_is_refused() {
        assertViolation(
                FOREIGN_KEY,
                TABLE,
                "analysis_id=ana_ffffffff, cache_key=heatmap",
                () -> analysisCache().save(NO_ANALYSIS, "heatmap", DATA, null));
        assertViolation(FOREIGN_KEY, TABLE, null, () -> analysisCache().saveAll(NO_ANALYSIS, Map.of("a", DATA)));
        for (String id : List.of(NO_ANALYSIS, "", "' OR 1=1 --", "\0", "\uD83D")) {
            assertEquals(Optional.empty(), analysisCache().find(id, "heatmap"));
            assertEquals(List.of(), analysisCache().listByAnalysis(id));
            assertFalse(analysisCache().delete(id, "heatmap"));
            assertEquals(0, analysisCache().deleteAll(id));
            assertEquals(0, analysisCache().saveAll(id, Map.of()));
        }
        assertEquals(0, rows().count(TABLE));
    }

    @ContractCase("R1-131")
    void given_keys_and_documents_past_the_rules_when_saved_then_nothing_is_stored() {
        List<AnalysisCacheEntry> kept = List.of(
                analysisCache().save(A1, "k".repeat(50), DATA, null),
                analysisCache().save(A1, EMOJI.repeat(50), DATA, null));
        for (String key : List.of("", "k".repeat(51), EMOJI.repeat(51), "a\0", "\uD83D")) {
            assertRefused("analysis_cache.cache_key", A1, key, DATA);
        }
        for (String json : List.of("[]", "null", "1", "\"x\"", "true")) {
            assertRefused("analysis_cache.data", A1, "key", JsonValue.parse(json));
            assertInvalid("analysis_cache.params", () -> analysisCache().save(A1, "key", DATA, JsonValue.parse(json)));
        }
        assertRefused("analysis_cache.analysis_id", "ana_1", "key", DATA);
        assertEquals(kept, analysisCache().listByAnalysis(A1));
    }

    @ContractCase("R1-132")
    void given_one_document_that_cannot_be_stored_when_saved_with_others_then_none_is() {
        // NaN makes no JSON value, so it never gets as far as the repository.
        assertInvalid("NaN", () -> JsonValue.of(Map.of("x", Double.NaN)));
        assertInvalid("position", () -> JsonValue.parse("{\"x\": NaN}"));
        for (String json : List.of(
                "{\"x\": \"\\u0000\"}",
                "{\"\\u0000\": 1}",
                "{\"x\": 1, \"x\": 2}",
                "{\"x\": [1e200000]}",
                "{\"x\": 1e-20000}")) {
            assertRefused("analysis_cache.data", A1, "key", JsonValue.parse(json));
        }
        assertEquals(0, rows().count(TABLE));
    }

    /** Refused alone and between two entries that are fine. */
    private void assertRefused(String field, String analysisId, String key, JsonValue data) {
        assertInvalid(field, () -> analysisCache().save(analysisId, key, data, null));
        Map<String, JsonValue> several = new HashMap<>(Map.of("a", DATA, "z", DATA));
        several.put(key, data);
        assertInvalid(field, () -> analysisCache().saveAll(analysisId, several));
    }

    @Test
    void given_a_violation_in_a_later_batch_when_saved_together_then_none_is_stored() {
        database().execute("CREATE UNIQUE INDEX one_z ON analysis_cache (analysis_id) WHERE cache_key >= 'z'");
        AnalysisCacheEntry kept = analysisCache().save(A1, "k0001", DATA, null);
        Map<String, JsonValue> entries = new HashMap<>(Map.of("z1", EMPTY, "z2", EMPTY));
        for (int number = 0; number < 600; number++) {
            entries.put("k%04d".formatted(number), EMPTY);
        }
        assertViolation(UNIQUE, TABLE, null, () -> analysisCache().saveAll(A1, entries));
        assertEquals(List.of(kept), analysisCache().listByAnalysis(A1));
        entries.remove("z2");
        assertEquals(601, analysisCache().saveAll(A1, entries));
        assertEquals(601, rows().count(TABLE));
    }

    @Test
    void given_keys_of_any_script_when_listed_then_they_come_in_code_point_order() {
        List<String> keys = List.of("Z", "_", "a", "a1", "é", "\uFFFD", EMOJI);
        Map<String, JsonValue> entries = new HashMap<>();
        keys.forEach(key -> entries.put(key, EMPTY));
        analysisCache().saveAll(A1, entries);
        analysisCache().save(A2, "b", DATA, null);
        assertEquals(
                keys,
                analysisCache().listByAnalysis(A1).stream()
                        .map(AnalysisCacheEntry::cacheKey)
                        .toList());
    }

    @Test
    void given_a_large_document_with_any_number_when_saved_then_it_comes_back_equal() {
        JsonValue large = JsonValue.parse("{\"points\": [%s0], \"tiny\": 1.2663623674072135e-128, \"x\": \"Ação %s\"}"
                .formatted("0.6000000000000001,".repeat(5_000), EMOJI));
        analysisCache().save(A1, "scatter", large, null);
        assertEquals(large, analysisCache().find(A1, "scatter").orElseThrow().data());
    }

    @ContractCase("R1-133")
    void given_entries_when_deleted_then_each_call_says_how_many_went() {
        analysisCache().saveAll(A1, Map.of("a", DATA, "b", DATA, "c", DATA));
        AnalysisCacheEntry other = analysisCache().save(A2, "a", DATA, null);
        assertTrue(analysisCache().delete(A1, "b"));
        assertFalse(analysisCache().delete(A1, "b"));
        for (String key : List.of("", "B", "\0", "\uD83D")) {
            assertFalse(analysisCache().delete(A1, key));
            assertEquals(Optional.empty(), analysisCache().find(A1, key));
        }
        assertEquals(2, analysisCache().listByAnalysis(A1).size());
        assertEquals(2, analysisCache().deleteAll(A1));
        assertEquals(0, analysisCache().deleteAll(A1));
        assertEquals(List.of(other), analysisCache().listByAnalysis(A2));
    }

    @Test
    void given_four_threads_when_each_saves_one_new_key_then_all_succeed_and_one_row_is_there() throws Exception {
        List<AnalysisCacheEntry> saved = Race.of(4, () -> analysisCache().save(A1, "heatmap", DATA, null));
        assertEquals(Optional.of(saved.get(0)), analysisCache().find(A1, "heatmap"));
        assertEquals(1, rows().count(TABLE));
    }

    @Test
    void given_four_threads_when_each_saves_the_same_keys_then_all_succeed() throws Exception {
        Map<String, JsonValue> entries = new HashMap<>();
        for (int number = 0; number < 20; number++) {
            entries.put("k" + number, DATA);
        }
        assertEquals(List.of(20, 20, 20, 20), Race.of(4, () -> analysisCache().saveAll(A1, entries)));
        assertEquals(20, rows().count(TABLE));
    }

    @Test
    void given_old_rows_when_read_then_every_form_of_time_and_any_key_is_taken() {
        insert("k".repeat(60), "{\"unknown\": 1}", "{\"p\": 1}", "2025-01-01T10:00:00");
        insert("f1", "{}", null, "2025-01-01T12:00:00+02:00");
        insert("f3", "{}", null, "2025-01-01 10:00:00");
        insert("f4", "{}", null, "2025-01-01T10:00:00Z");
        Instant ten = Instant.parse("2025-01-01T10:00:00Z");
        assertEquals(
                List.of(
                        new AnalysisCacheEntry(A1, "f1", EMPTY, null, ten),
                        new AnalysisCacheEntry(A1, "f3", EMPTY, null, ten),
                        new AnalysisCacheEntry(A1, "f4", EMPTY, null, ten),
                        new AnalysisCacheEntry(
                                A1,
                                "k".repeat(60),
                                JsonValue.parse("{\"unknown\": 1}"),
                                JsonValue.parse("{\"p\": 1}"),
                                ten)),
                analysisCache().listByAnalysis(A1));
        assertTrue(analysisCache().find(A1, "k".repeat(60)).isPresent());
    }

    @Test
    void given_a_row_that_cannot_be_read_when_read_or_listed_then_it_is_named_and_can_be_replaced_or_deleted() {
        analysisCache().save(A1, "a", DATA, null);
        assertUnreadableEntry("[]", null, "2025-01-01 10:00:00", "data must be a JSON object");
        assertUnreadableEntry("null", null, "2025-01-01 10:00:00", "data must be a JSON object");
        assertUnreadableEntry("{}", "[]", "2025-01-01 10:00:00", "params must be a JSON object");
        assertUnreadableEntry("{}", "null", "2025-01-01 10:00:00", "params must be a JSON object");
        assertUnreadableEntry("{\"PLANTED\": 1}", null, "PLANTED", "computed_at");
        insert("b", "[]", null, "PLANTED");
        AnalysisCacheEntry mended = analysisCache().save(A1, "b", DATA, null);
        assertEquals(Optional.of(mended), analysisCache().find(A1, "b"));
    }

    private void assertUnreadableEntry(String data, String params, String computedAt, String reason) {
        insert("b", data, params, computedAt);
        assertUnreadable(TABLE, key("b"), reason, () -> analysisCache().find(A1, "b"));
        StoredTextContract.assertNowhere(
                "PLANTED",
                assertUnreadable(TABLE, key("b"), reason, () -> analysisCache().listByAnalysis(A1)));
        assertTrue(analysisCache().delete(A1, "b"));
        assertEquals(1, analysisCache().listByAnalysis(A1).size());
    }

    private void insert(String cacheKey, String data, String params, String computedAt) {
        rows().insert(
                        TABLE,
                        "analysis_id",
                        A1,
                        "cache_key",
                        cacheKey,
                        "data",
                        JsonValue.parse(data),
                        "params",
                        params == null ? null : JsonValue.parse(params),
                        "computed_at",
                        computedAt);
    }
}
