package io.synthlab.persistence.insight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.synthlab.persistence.JsonValue;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InsightDocumentTest {
    private static InsightDocument of(String json) {
        return InsightDocument.of(JsonValue.parse(json), ZoneOffset.UTC);
    }

    @Test
    void given_the_current_shape_then_it_is_an_insight_and_unknown_keys_do_not_matter() {
        InsightDocument.Chart chart = assertInstanceOf(InsightDocument.Chart.class, of("""
                {"analysis_id": "ana_1a2b3c4d", "chart_type": "pdp", "summary": "", "status": "failed", "new": 1}
                """));
        assertEquals("pdp", chart.insight().chartType());
    }

    @Test
    void given_the_older_shape_then_its_parts_are_there() {
        InsightDocument.Caption caption = assertInstanceOf(
                InsightDocument.Caption.class,
                InsightDocument.of(JsonValue.parse("""
                {"simulation_id": "ana_1a2b3c4d", "chart_type": "outliers", "caption": "50 perfis", "explanation": "E",
                 "evidence": ["50 de 500"], "recommendation": "R", "confidence": 0.9, "generated_at": "2025-12-28T12:00:00"}
                """), ZoneId.of("America/Sao_Paulo")));
        assertEquals(
                new InsightDocument.Caption(
                        "ana_1a2b3c4d",
                        "outliers",
                        "50 perfis",
                        "E",
                        List.of("50 de 500"),
                        "R",
                        0.9,
                        Instant.parse("2025-12-28T15:00:00Z")),
                caption);
    }

    @Test
    void given_a_summary_row_then_its_text_is_there() {
        assertEquals(
                new InsightDocument.Summary("um", Instant.parse("2025-12-31T12:00:00Z")),
                of("{\"executive_summary\": \"um\", \"generated_at\": \"2025-12-31T12:00:00+00:00\"}"));
        assertEquals(new InsightDocument.Summary("um", null), of("{\"executive_summary\": \"um\"}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "null",
                "{}",
                "{\"summary\": 1}",
                "{\"caption\": \"c\"}",
                "{\"caption\": \"c\", \"explanation\": \"e\", \"confidence\": \"high\"}",
                "{\"executive_summary\": {}}",
                "{\"executive_summary\": \"x\", \"generated_at\": \"yesterday\"}"
            })
    void given_any_other_json_then_it_stays_whole(String json) {
        assertEquals(new InsightDocument.Unknown(JsonValue.parse(json)), of(json));
    }
}
