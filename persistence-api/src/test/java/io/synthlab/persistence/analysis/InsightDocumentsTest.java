package io.synthlab.persistence.analysis;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.synthlab.persistence.JsonValue;
import io.synthlab.persistence.error.ValidationException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The two documents a language model writes about an analysis: insights and the executive summary. */
class InsightDocumentsTest {
    private static final String ID = "ana_1a2b3c4d";
    private static final Instant WRITTEN = Instant.parse("2026-01-01T12:00:00.123456Z");
    private static final String INSIGHT = """
            {"analysis_id":"ana_1a2b3c4d","chart_type":"try_vs_success","summary":"Quase todos tentam.",
             "generation_timestamp":"2026-01-01T12:00:00.123456+00:00","status":"completed","model":"gpt-4.1-mini"}""";
    private static final String SUMMARY = """
            {"analysis_id":"ana_1a2b3c4d","overview":"58% concluem.","explainability":"Literacia.",
             "segmentation":"Quatro grupos.","edge_cases":"Capazes que falham.",
             "recommendations":["Mostrar o progresso","Reduzir etapas"],
             "included_chart_types":["shap_summary","try_vs_success"],
             "generation_timestamp":"2026-01-01T12:00:00.123456+00:00","status":"partial","model":"04-mini"}""";

    private static String refusal(Runnable check) {
        return String.valueOf(
                assertThrows(ValidationException.class, check::run).getMessage());
    }

    private static ChartInsight insight(String json) {
        return ChartInsight.fromJson(JsonValue.parse(json), "data", ZoneOffset.UTC);
    }

    private static ExecutiveSummary summary(String json) {
        return ExecutiveSummary.fromJson(JsonValue.parse(json), "data", ZoneOffset.UTC);
    }

    @Test
    void anInsightIsStoredWithEveryKeyInOrder() {
        ChartInsight insight =
                ChartInsight.of(ID, "try_vs_success", "Quase todos tentam.", WRITTEN, InsightStatus.COMPLETED);
        assertEquals(insight, insight(INSIGHT));
        assertEquals(JsonValue.parse(INSIGHT), insight.toJson());
        assertEquals(
                List.copyOf(JsonValue.parse(INSIGHT).members().keySet()),
                List.copyOf(insight.toJson().members().keySet()));
        assertEquals("other", insight.withModel("other").model());
    }

    @Test
    void aSummaryIsStoredWithEveryKeyInOrder() {
        ExecutiveSummary summary = ExecutiveSummary.of(
                ID,
                "58% concluem.",
                "Literacia.",
                "Quatro grupos.",
                "Capazes que falham.",
                List.of("Mostrar o progresso", "Reduzir etapas"),
                List.of("shap_summary", "try_vs_success"),
                WRITTEN,
                SummaryStatus.PARTIAL);
        assertEquals(summary, summary(SUMMARY));
        assertEquals(JsonValue.parse(SUMMARY), summary.toJson());
        assertEquals(
                List.copyOf(JsonValue.parse(SUMMARY).members().keySet()),
                List.copyOf(summary.toJson().members().keySet()));
        assertEquals("other", summary.withModel("other").model());
    }

    @ParameterizedTest
    @EnumSource(InsightStatus.class)
    void statusesOfInsights(InsightStatus status) {
        assertSame(status, InsightStatus.ofText(status.text(), "status"));
    }

    @ParameterizedTest
    @EnumSource(SummaryStatus.class)
    void statusesOfSummaries(SummaryStatus status) {
        assertSame(status, SummaryStatus.ofText(status.text(), "status"));
    }

    @Test
    void documentsAreReadLeniently() {
        ChartInsight insight = insight(
                "{\"unknown\":1,\"analysis_id\":\"x\",\"chart_type\":\"\",\"summary\":\"\",\"status\":\"failed\"}");
        assertEquals(new ChartInsight("x", "", "", null, InsightStatus.FAILED, "gpt-4.1-mini"), insight);
        assertNull(insight.toJson()
                .get("generation_timestamp")
                .orElseThrow()
                .asText()
                .orElse(null));
        ExecutiveSummary summary = summary("""
                {"analysis_id":"x","overview":"","explainability":"","segmentation":"","edge_cases":"",
                 "recommendations":[],"included_chart_types":[],"status":"pending"}""");
        assertEquals("04-mini", summary.model());
        assertNull(summary.generationTimestamp());
        assertEquals("summary.analysis_id must match ana_[a-f0-9]{8}", refusal(summary::validated));
    }

    @Test
    void aTimeWithoutZoneIsOfTheConfiguredOne() {
        JsonValue json = JsonValue.parse(INSIGHT.replace("+00:00", ""));
        assertEquals(
                Instant.parse("2026-01-01T15:00:00.123456Z"),
                ChartInsight.fromJson(json, "data", ZoneId.of("America/Sao_Paulo"))
                        .generationTimestamp());
        JsonValue other = JsonValue.parse(SUMMARY.replace("+00:00", ""));
        assertEquals(
                Instant.parse("2026-01-01T15:00:00.123456Z"),
                ExecutiveSummary.fromJson(other, "data", ZoneId.of("America/Sao_Paulo"))
                        .generationTimestamp());
    }

    @ParameterizedTest
    @CsvSource({
        "analysis_id, data.analysis_id is missing",
        "overview, data.overview is missing",
        "explainability, data.explainability is missing",
        "segmentation, data.segmentation is missing",
        "edge_cases, data.edge_cases is missing",
        "recommendations, data.recommendations is missing",
        "included_chart_types, data.included_chart_types is missing",
        "status, data.status is missing"
    })
    void namesWhatASummaryLacks(String key, String message) {
        assertEquals(message, refusal(() -> summary(SUMMARY.replace('"' + key + '"', "\"x\""))));
    }

    @ParameterizedTest
    @CsvSource({
        "analysis_id, data.analysis_id is missing",
        "chart_type, data.chart_type is missing",
        "summary, data.summary is missing",
        "status, data.status is missing"
    })
    void namesWhatAnInsightLacks(String key, String message) {
        assertEquals(message, refusal(() -> insight(INSIGHT.replace('"' + key + '"', "\"x\""))));
    }

    @Test
    void namesWhatCannotBeRead() {
        assertEquals(
                "data.status must be one of pending, completed, failed",
                refusal(() -> insight(INSIGHT.replace("\"completed\"", "\"partial\""))));
        assertEquals(
                "data.status must be one of pending, completed, failed, partial",
                refusal(() -> summary(SUMMARY.replace("\"partial\"", "\"done\""))));
        assertEquals(
                "data.generation_timestamp is no timestamp of a known form",
                refusal(() -> insight(INSIGHT.replace("2026-", "x"))));
        assertEquals("data must be a JSON object", refusal(() -> insight("[]")));
    }

    static Stream<Arguments> insights() {
        return Stream.of(
                Arguments.of(ID, "any chart", "\uD83D\uDE00".repeat(2_000), WRITTEN, "m", null),
                Arguments.of("abc", "c", "", WRITTEN, "m", "insight.analysis_id must match ana_[a-f0-9]{8}"),
                Arguments.of(
                        ID,
                        "c",
                        "x".repeat(2_001),
                        WRITTEN,
                        "m",
                        "insight.summary must have at most 2000 characters but has 2001"),
                Arguments.of(ID, "c", "", null, "m", "insight.generation_timestamp is missing"),
                Arguments.of(
                        ID,
                        "\0",
                        "",
                        WRITTEN,
                        "m",
                        "insight.chart_type holds the character U+0000 at position 0, which cannot be stored; remove it"),
                Arguments.of(
                        ID,
                        "c",
                        "",
                        WRITTEN,
                        "\0",
                        "insight.model holds the character U+0000 at position 0, which cannot be stored; remove it"));
    }

    /** Contract case 136. */
    @ParameterizedTest
    @MethodSource("insights")
    void checksInsights(
            String id,
            String chartType,
            String summary,
            @Nullable Instant written,
            String model,
            @Nullable String message) {
        ChartInsight insight = new ChartInsight(id, chartType, summary, written, InsightStatus.PENDING, model);
        if (message == null) {
            assertDoesNotThrow(insight::validated);
        } else {
            assertEquals(message, refusal(insight::validated));
        }
    }

    /** Contract case 137. */
    @Test
    void checksSummaries() {
        List<String> two = List.of("", "b");
        List<String> one = List.of("c");
        String limit = "x".repeat(1_000);
        assertDoesNotThrow(() ->
                of(limit, limit, limit, limit, List.of("1", "2", "3"), one).validated());
        String tooLong = limit + "x";
        assertEquals(
                "summary.overview must have at most 1000 characters but has 1001",
                refusal(() -> of(tooLong, "", "", "", two, one).validated()));
        assertEquals(
                "summary.explainability must have at most 1000 characters but has 1001",
                refusal(() -> of("", tooLong, "", "", two, one).validated()));
        assertEquals(
                "summary.segmentation must have at most 1000 characters but has 1001",
                refusal(() -> of("", "", tooLong, "", two, one).validated()));
        assertEquals(
                "summary.edge_cases must have at most 1000 characters but has 1001",
                refusal(() -> of("", "", "", tooLong, two, one).validated()));
        for (List<String> wrong : List.of(one, List.of("1", "2", "3", "4"))) {
            assertEquals(
                    "the number of summary.recommendations must be 2-3",
                    refusal(() -> of("", "", "", "", wrong, one).validated()));
        }
        assertEquals(
                "summary.included_chart_types must name one at least",
                refusal(() -> of("", "", "", "", two, List.of()).validated()));
        for (ExecutiveSummary bad :
                List.of(of("", "", "", "", List.of("a", "\0"), one), of("", "", "", "", two, List.of("\0")))) {
            assertThrows(ValidationException.class, bad::validated);
        }
    }

    private static ExecutiveSummary of(
            String overview,
            String explainability,
            String segmentation,
            String edgeCases,
            List<String> recommendations,
            List<String> chartTypes) {
        return new ExecutiveSummary(
                ID,
                overview,
                explainability,
                segmentation,
                edgeCases,
                recommendations,
                chartTypes,
                WRITTEN,
                SummaryStatus.COMPLETED,
                "m");
    }

    @Test
    void copiesListsAndCutsTimes() {
        List<String> two = new ArrayList<>(List.of("a", "b"));
        ExecutiveSummary summary = new ExecutiveSummary(
                ID, "", "", "", "", two, two, WRITTEN.plusNanos(789), SummaryStatus.COMPLETED, "m");
        two.clear();
        assertEquals(List.of("a", "b"), summary.recommendations());
        assertEquals(List.of("a", "b"), summary.includedChartTypes());
        assertEquals(WRITTEN, summary.generationTimestamp());
        assertEquals(
                WRITTEN,
                ChartInsight.of(ID, "c", "", WRITTEN.plusNanos(789), InsightStatus.PENDING)
                        .generationTimestamp());
    }
}
