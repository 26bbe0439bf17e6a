package io.synthlab.persistence.testkit.contract;

import static io.synthlab.persistence.error.ConstraintViolationException.Kind.FOREIGN_KEY;
import static io.synthlab.persistence.testkit.contract.AnalysisCacheRepositoryContract.NO_ANALYSIS;
import static io.synthlab.persistence.testkit.contract.AnalysisCacheRepositoryContract.TABLE;
import static io.synthlab.persistence.testkit.contract.AnalysisCacheRepositoryContract.key;
import static io.synthlab.persistence.testkit.contract.Refusals.assertInvalid;
import static io.synthlab.persistence.testkit.contract.Refusals.assertUnreadable;
import static io.synthlab.persistence.testkit.contract.Refusals.assertViolation;
import static io.synthlab.persistence.testkit.fixture.Fixtures.A1;
import static io.synthlab.persistence.testkit.fixture.Fixtures.A2;
import static io.synthlab.persistence.testkit.fixture.Fixtures.E1;
import static io.synthlab.persistence.testkit.fixture.Fixtures.E2;
import static io.synthlab.persistence.testkit.fixture.Fixtures.day;
import static io.synthlab.persistence.testkit.fixture.Fixtures.e1;
import static io.synthlab.persistence.testkit.fixture.Fixtures.e2;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.synthlab.persistence.JsonValue;
import io.synthlab.persistence.analysis.AnalysisCacheEntry;
import io.synthlab.persistence.analysis.ChartInsight;
import io.synthlab.persistence.analysis.ExecutiveSummary;
import io.synthlab.persistence.analysis.InsightStatus;
import io.synthlab.persistence.analysis.SummaryStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is cached for analyses: insights into charts, and the executive summary. */
public abstract class AnalysisInsightContract extends ContractBase {
    private static final Instant WRITTEN = Instant.parse("2025-01-03T10:00:00.123456Z");
    private static final List<String> TWO = List.of("Mostrar o progresso", "Reduzir etapas");
    private static final List<String> CHARTS = List.of("shap_summary", "try_vs_success");

    /** For the cells. */
    protected AnalysisInsightContract() {}

    @BeforeEach
    final void createAnalyses() {
        experiments().create(e1());
        experiments().create(e2());
        rows().analysis(A1, E1, "completed");
        rows().analysis(A2, E2, "completed");
    }

    private static ChartInsight insight(String chartType, String summary) {
        return ChartInsight.of(A1, chartType, summary, WRITTEN, InsightStatus.COMPLETED);
    }

    @ContractCase("R1-134")
    void given_an_insight_when_stored_again_then_the_later_one_is_found_under_its_key() {
        ChartInsight first = insight("try_vs_success", "v1");
        assertSame(first, analysisCache().storeChartInsight(first));
        Instant later = clock().tick(Duration.ofSeconds(1));
        ChartInsight second = insight("try_vs_success", "Ação v2 \uD83D\uDE00").withModel("other");
        analysisCache().storeChartInsight(second);
        assertEquals(Optional.of(second), analysisCache().findChartInsight(A1, "try_vs_success"));
        assertEquals(
                List.of(new AnalysisCacheEntry(A1, "insight_try_vs_success", second.toJson(), null, later)),
                analysisCache().listByAnalysis(A1));
        for (String chartType : List.of("pdp", "", "\0", "\uD83D")) {
            assertEquals(Optional.empty(), analysisCache().findChartInsight(A1, chartType));
        }
        assertEquals(Optional.empty(), analysisCache().findChartInsight(A2, "try_vs_success"));
    }

    /** An entry that is no insight is left out, whatever the reason, as in the original. */
    @ContractCase("R1-135")
    void given_insights_and_other_entries_when_insights_are_listed_then_they_alone_come_by_key() {
        for (String chartType : List.of("chart_2", "chart_0", "chart_1")) {
            analysisCache().storeChartInsight(insight(chartType, chartType));
        }
        analysisCache().save(A1, "heatmap", JsonValue.parse("{\"x\": 1}"), null);
        analysisCache().storeExecutiveSummary(summary());
        for (String bad : List.of("{\"x\": 1}", "[]", "null", "{\"analysis_id\": 1}")) {
            insert("insight_bad" + bad.length(), JsonValue.parse(bad));
        }
        JsonValue good = insight("chart_3", "x").toJson();
        insert("insightXchart_3", good);
        insert("Insight_chart_3", good);
        assertEquals(
                List.of("chart_0", "chart_1", "chart_2"),
                analysisCache().listChartInsights(A1).stream()
                        .map(ChartInsight::chartType)
                        .toList());
        for (String id : List.of(A2, NO_ANALYSIS, "", "\0", "\uD83D")) {
            assertEquals(List.of(), analysisCache().listChartInsights(id));
        }
    }

    @ContractCase("R1-136")
    void given_insights_past_the_rules_when_stored_then_they_are_refused() {
        assertInvalid("status must be one of pending, completed, failed", () -> InsightStatus.ofText("done", "status"));
        assertInvalid("status must be one of", () -> InsightStatus.ofText("partial", "status"));
        assertRefused("insight.summary", made(A1, "pdp", "s".repeat(2_001), WRITTEN, "m"));
        assertRefused("insight.summary", made(A1, "pdp", "\0", WRITTEN, "m"));
        assertRefused("insight.analysis_id", made("abc", "pdp", "s", WRITTEN, "m"));
        assertRefused("insight.generation_timestamp", made(A1, "pdp", "s", null, "m"));
        assertRefused("insight.chart_type", made(A1, "\uD83D", "s", WRITTEN, "m"));
        assertRefused("insight.model", made(A1, "pdp", "s", WRITTEN, "\0"));
        assertEquals("gpt-4.1-mini", insight("pdp", "s").model());
        ChartInsight longest = insight("a chart of my own", "\uD83D\uDE00".repeat(2_000));
        analysisCache().storeChartInsight(longest);
        assertEquals(Optional.of(longest), analysisCache().findChartInsight(A1, "a chart of my own"));
    }

    private static ChartInsight made(
            String analysisId, String chartType, String summary, Instant written, String model) {
        return new ChartInsight(analysisId, chartType, summary, written, InsightStatus.FAILED, model);
    }

    private void assertRefused(String field, ChartInsight insight) {
        assertInvalid(field, insight::validated);
        assertInvalid(field, () -> analysisCache().storeChartInsight(insight));
        assertEquals(0, rows().count(TABLE));
    }

    @Test
    void given_a_chart_type_that_makes_the_key_too_long_when_stored_then_it_is_refused_before() {
        ChartInsight longest = insight("\uD83D\uDE00".repeat(42), "");
        analysisCache().storeChartInsight(longest);
        assertEquals(List.of(longest), analysisCache().listChartInsights(A1));
        ChartInsight longer = insight("c".repeat(43), "");
        assertInvalid("analysis_cache.cache_key", () -> analysisCache().storeChartInsight(longer));
        assertEquals(1, rows().count(TABLE));
        assertEquals(Optional.empty(), analysisCache().findChartInsight(A1, "c".repeat(43)));
    }

    @Test
    void given_an_unknown_analysis_when_insight_or_summary_is_stored_then_a_foreign_key_violation_names_the_row() {
        ChartInsight orphan = made(NO_ANALYSIS, "pdp", "s", WRITTEN, "m");
        String insight = "analysis_id=ana_ffffffff, cache_key=insight_pdp";
        assertViolation(FOREIGN_KEY, TABLE, insight, () -> analysisCache().storeChartInsight(orphan));
        ExecutiveSummary none = made(NO_ANALYSIS, "", TWO, CHARTS, WRITTEN, "m");
        String summary = "analysis_id=ana_ffffffff, cache_key=executive_summary";
        assertViolation(FOREIGN_KEY, TABLE, summary, () -> analysisCache().storeExecutiveSummary(none));
    }

    @Test
    void given_an_old_insight_when_read_then_rules_are_not_applied_and_defaults_fill_it() {
        insert("insight_pdp", JsonValue.parse("""
                {"analysis_id": "sim_1", "chart_type": "pdp", "summary": "%s", "status": "failed", "unknown": [1]}""".formatted("s".repeat(2_001))));
        ChartInsight found = analysisCache().findChartInsight(A1, "pdp").orElseThrow();
        assertEquals("s".repeat(2_001), found.summary());
        assertEquals("sim_1", found.analysisId());
        assertEquals("gpt-4.1-mini", found.model());
        assertNull(found.generationTimestamp());
        assertEquals(List.of(found), analysisCache().listChartInsights(A1));
        assertInvalid("insight.analysis_id", () -> analysisCache().storeChartInsight(found));
    }

    @Test
    void given_times_of_every_form_within_insights_when_read_then_they_are_instants() {
        for (String form : List.of("2025-01-01T12:00:00+02:00", "2025-01-01T10:00:00", "2025-01-01 10:00:00")) {
            JsonValue json = JsonValue.parse("""
                    {"analysis_id": "ana_00000001", "chart_type": "c", "summary": "", "status": "pending",
                     "generation_timestamp": "%s"}""".formatted(form));
            analysisCache().save(A1, "insight_c", json, null);
            assertEquals(
                    Instant.parse("2025-01-01T10:00:00Z"),
                    analysisCache().findChartInsight(A1, "c").orElseThrow().generationTimestamp());
        }
    }

    @Test
    void given_an_entry_that_is_no_insight_when_looked_for_then_row_and_field_are_named() {
        Map<String, String> documents = Map.of(
                "data must be a JSON object", "[]",
                "data.analysis_id is missing", "{}",
                "data.status must be one of",
                        insight("pdp", "s").toJson().text().replace("completed", "PLANTED"),
                "data.generation_timestamp", insight("pdp", "s").toJson().text().replace("2025-", "PLANTED"),
                "data.summary must be text", insight("pdp", "s").toJson().text().replace("\"s\"", "1"));
        documents.forEach((reason, json) -> {
            insert("insight_pdp", JsonValue.parse(json));
            StoredTextContract.assertNowhere(
                    "PLANTED",
                    assertUnreadable(
                            TABLE,
                            key("insight_pdp"),
                            reason,
                            () -> analysisCache().findChartInsight(A1, "pdp")));
            assertTrue(analysisCache().delete(A1, "insight_pdp"));
        });
    }

    @Test
    void given_an_insight_in_a_row_that_cannot_be_read_otherwise_when_looked_for_then_it_is_found() {
        ChartInsight stored = insight("pdp", "s");
        insert("insight_pdp", stored.toJson());
        database().execute("UPDATE analysis_cache SET computed_at = 'x'");
        assertEquals(Optional.of(stored), analysisCache().findChartInsight(A1, "pdp"));
        assertEquals(List.of(stored), analysisCache().listChartInsights(A1));
    }

    @ContractCase("R1-137")
    void given_an_executive_summary_when_stored_again_then_the_later_one_is_found() {
        assertEquals(Optional.empty(), analysisCache().findExecutiveSummary(A1));
        ExecutiveSummary first = summary();
        assertSame(first, analysisCache().storeExecutiveSummary(first));
        assertEquals(Optional.of(first), analysisCache().findExecutiveSummary(A1));
        assertEquals("04-mini", first.model());
        ExecutiveSummary second = made(A1, "x".repeat(1_000), List.of("", "b", "c"), List.of("x"), day(5), "other");
        analysisCache().storeExecutiveSummary(second);
        assertEquals(Optional.of(second), analysisCache().findExecutiveSummary(A1));
        assertEquals(1, rows().count(TABLE));
        assertEquals("executive_summary", rows().text(TABLE, "cache_key", "analysis_id", A1));
        assertTrue(analysisCache().delete(A1, "executive_summary"));

        assertRefused("summary.recommendations", made(A1, "", List.of("one"), CHARTS, WRITTEN, "m"));
        assertRefused("summary.recommendations", made(A1, "", List.of("1", "2", "3", "4"), CHARTS, WRITTEN, "m"));
        assertRefused("summary.included_chart_types", made(A1, "", TWO, List.of(), WRITTEN, "m"));
        assertRefused("summary.overview", made(A1, "x".repeat(1_001), TWO, CHARTS, WRITTEN, "m"));
        assertRefused("summary.generation_timestamp", made(A1, "", TWO, CHARTS, null, "m"));
        assertInvalid(
                "status must be one of pending, completed, failed, partial",
                () -> SummaryStatus.ofText("done", "status"));
    }

    private static ExecutiveSummary summary() {
        return ExecutiveSummary.of(
                A1, "58% concluem.", "", "Quatro grupos.", "Ação", TWO, CHARTS, WRITTEN, SummaryStatus.PARTIAL);
    }

    private static ExecutiveSummary made(
            String analysisId,
            String overview,
            List<String> recommendations,
            List<String> charts,
            Instant written,
            String model) {
        return new ExecutiveSummary(
                analysisId, overview, "", "", "", recommendations, charts, written, SummaryStatus.COMPLETED, model);
    }

    private void assertRefused(String field, ExecutiveSummary summary) {
        assertInvalid(field, summary::validated);
        assertInvalid(field, () -> analysisCache().storeExecutiveSummary(summary));
        assertEquals(0, rows().count(TABLE));
    }

    @Test
    void given_an_entry_that_is_no_summary_when_looked_for_then_row_and_field_are_named() {
        insert("executive_summary", JsonValue.parse("{\"analysis_id\": \"\", \"overview\": 1}"));
        assertUnreadable(
                TABLE,
                key("executive_summary"),
                "data.overview",
                () -> analysisCache().findExecutiveSummary(A1));
        analysisCache().storeExecutiveSummary(summary());
        assertEquals(Optional.of(summary()), analysisCache().findExecutiveSummary(A1));
    }

    @ContractCase("R1-138")
    void given_entries_insights_and_summary_when_the_analysis_is_deleted_then_all_go() {
        analysisCache().save(A1, "heatmap", JsonValue.parse("{}"), null);
        analysisCache().storeChartInsight(insight("pdp", "s"));
        analysisCache().storeExecutiveSummary(summary());
        analysisCache().save(A2, "heatmap", JsonValue.parse("{}"), null);
        assertTrue(analyses().delete(A1));
        assertEquals(List.of(), analysisCache().listByAnalysis(A1));
        assertEquals(List.of(), analysisCache().listChartInsights(A1));
        assertEquals(Optional.empty(), analysisCache().findExecutiveSummary(A1));
        assertEquals(1, rows().count(TABLE));
    }

    private void insert(String cacheKey, JsonValue data) {
        rows().insert(TABLE, "analysis_id", A1, "cache_key", cacheKey, "data", data);
    }
}
