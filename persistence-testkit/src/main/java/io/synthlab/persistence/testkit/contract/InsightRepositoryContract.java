package io.synthlab.persistence.testkit.contract;

import static io.synthlab.persistence.testkit.contract.Refusals.assertInvalid;
import static io.synthlab.persistence.testkit.contract.Refusals.assertUnreadable;
import static io.synthlab.persistence.testkit.fixture.StudyRows.A;
import static io.synthlab.persistence.testkit.fixture.StudyRows.T0;
import static io.synthlab.persistence.testkit.fixture.StudyRows.T1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.synthlab.persistence.JsonValue;
import io.synthlab.persistence.analysis.ChartInsight;
import io.synthlab.persistence.analysis.InsightStatus;
import io.synthlab.persistence.insight.InsightDocument;
import io.synthlab.persistence.insight.InsightRepository;
import io.synthlab.persistence.insight.StoredInsight;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Insights by simulation and chart type, and the executive summary beside them. */
public abstract class InsightRepositoryContract extends ContractBase {
    private static final String SIM = "sim_1";
    private static final String KEY = "simulation_id=sim_1, insight_type=";
    private static final String OLD_SHAPE = """
            {"simulation_id": "ana_12345678", "chart_type": "pdp", "caption": "50 perfis", "explanation": "Porque sim.",
             "evidence": ["50 de 500"], "recommendation": null, "generated_at": "2025-12-28T12:00:00+00:00"}
            """;

    /** For the cells. */
    protected InsightRepositoryContract() {}

    private static ChartInsight insight(String summary) {
        return ChartInsight.of(A, "pdp", summary, T0, InsightStatus.COMPLETED);
    }

    @ContractCase("R2-96")
    void given_an_insight_when_saved_then_it_is_found_equal() {
        clock().set(T0);
        String id = insights().save(SIM, "pdp", insight("Olá \uD83D\uDE42"));
        assertTrue(id.matches("ins_[a-f0-9]{12}"), id);
        assertEquals(Optional.of(insight("Olá \uD83D\uDE42")), insights().find(SIM, "pdp"));
        Instant precise = T0.plusNanos(123_456_000);
        ChartInsight pending = new ChartInsight(A, "x", "", precise, InsightStatus.PENDING, "m");
        insights().save(SIM, "x", pending);
        assertEquals(Optional.of(pending), insights().find(SIM, "x"));
    }

    @ContractCase("R2-97")
    void given_an_insight_when_saved_again_then_id_and_creation_stay() {
        clock().set(T0);
        String id = insights().save(SIM, "pdp", insight("s"));
        clock().set(T1);
        assertEquals(id, insights().save(SIM, "pdp", insight("s2")));
        assertEquals(1, rows().count("chart_insights"));
        StoredInsight stored = insights().findStored(SIM, "pdp").orElseThrow();
        assertEquals(id, stored.id());
        assertEquals(T0, stored.createdAt());
        assertEquals(T1, stored.updatedAt());
        assertEquals("s2", insights().find(SIM, "pdp").orElseThrow().summary());
    }

    @ContractCase("R2-98")
    void given_no_such_row_when_asked_for_then_nothing_is_found() {
        insights().save(SIM, "pdp", insight("s"));
        assertEquals(Optional.empty(), insights().find(SIM, "scatter"));
        assertEquals(Optional.empty(), insights().find("sim_2", "pdp"));
        for (String strange : List.of("", "\u0000", "\uD83D")) {
            assertEquals(Optional.empty(), insights().find(strange, "pdp"));
            assertEquals(Optional.empty(), insights().findStored(SIM, strange));
            assertEquals(Map.of(), insights().findAll(strange));
            assertEquals(List.of(), insights().listStored(strange));
            assertEquals(0, insights().deleteBySimulation(strange));
            assertFalse(insights().delete(SIM, strange));
        }
    }

    @ContractCase("R2-99")
    void given_insights_and_a_summary_when_all_are_asked_for_then_insights_come_in_order_of_creation() {
        clock().set(T1);
        insights().save(SIM, "pdp", insight("second"));
        clock().set(T0);
        insights().save(SIM, "scatter", insight("first"));
        insights().saveExecutiveSummary(SIM, "um");
        assertEquals(
                List.of("scatter", "pdp"), List.copyOf(insights().findAll(SIM).keySet()));
        assertEquals("first", insights().findAll(SIM).get("scatter").summary());
        assertEquals(Map.of(), insights().findAll("sim_2"));
    }

    @Test
    void given_rows_created_at_once_when_listed_then_the_id_decides() {
        for (String id : List.of("ins_3", "ins_1", "ins_2")) {
            insert(id, "type " + id, insight(id).toJson());
        }
        assertEquals(
                List.of("type ins_1", "type ins_2", "type ins_3"),
                List.copyOf(insights().findAll(SIM).keySet()));
        assertEquals(
                List.of("ins_1", "ins_2", "ins_3"),
                insights().listStored(SIM).stream().map(StoredInsight::id).toList());
    }

    @ContractCase("R2-100")
    void given_a_summary_when_saved_again_then_the_row_stays() {
        clock().set(T0);
        String id = insights().saveExecutiveSummary(SIM, "um");
        assertEquals(Optional.of("um"), insights().findExecutiveSummary(SIM));
        clock().set(T1);
        assertEquals(id, insights().saveExecutiveSummary(SIM, "dois"));
        assertEquals(Optional.of("dois"), insights().findExecutiveSummary(SIM));
        StoredInsight stored =
                insights().findStored(SIM, InsightRepository.EXECUTIVE_SUMMARY).orElseThrow();
        assertEquals(T0, stored.createdAt());
        assertEquals(T1, stored.updatedAt());
        assertEquals(new InsightDocument.Summary("dois", T1), stored.document());
        assertEquals(1, rows().count("chart_insights"));
    }

    @ContractCase("R2-101")
    void given_no_summary_or_one_without_text_when_asked_for_then_nothing_is_found() {
        insights().save(SIM, "pdp", insight("s"));
        assertEquals(Optional.empty(), insights().findExecutiveSummary(SIM));
        assertEquals(Optional.empty(), insights().findExecutiveSummary("nope"));
        insert("ins_1", InsightRepository.EXECUTIVE_SUMMARY, JsonValue.parse("{}"));
        assertEquals(Optional.empty(), insights().findExecutiveSummary(SIM));
    }

    @ContractCase("R2-102")
    void given_insights_and_a_summary_when_all_are_deleted_then_their_number_is_returned() {
        insights().save(SIM, "pdp", insight("a"));
        insights().save(SIM, "scatter", insight("b"));
        insights().saveExecutiveSummary(SIM, "c");
        insights().save("sim_2", "pdp", insight("d"));
        assertEquals(3, insights().deleteBySimulation(SIM));
        assertEquals(0, insights().deleteBySimulation(SIM));
        assertEquals(1, rows().count("chart_insights"));
    }

    @ContractCase("R2-103")
    void given_insights_when_one_is_deleted_then_the_others_stay() {
        insights().save(SIM, "pdp", insight("a"));
        insights().save(SIM, "scatter", insight("b"));
        insights().save("sim_2", "pdp", insight("c"));
        insights().saveExecutiveSummary(SIM, "d");
        assertTrue(insights().delete(SIM, "pdp"));
        assertFalse(insights().delete(SIM, "pdp"));
        assertTrue(insights().delete(SIM, InsightRepository.EXECUTIVE_SUMMARY));
        assertTrue(insights().find(SIM, "scatter").isPresent());
        assertTrue(insights().find("sim_2", "pdp").isPresent());
    }

    @ContractCase("R2-104")
    void given_a_simulation_that_exists_in_no_table_when_an_insight_is_saved_then_it_is_stored() {
        insights().save("anything at all", "pdp", insight("s"));
        assertTrue(insights().find("anything at all", "pdp").isPresent());
    }

    @ContractCase("R2-105")
    void given_an_insight_that_breaks_a_rule_when_saved_then_nothing_is_stored() {
        ChartInsight longest = ChartInsight.of(A, "anything", "é".repeat(2_000), T0, InsightStatus.FAILED);
        insights().save(SIM, "anything", longest);
        insights().save(SIM, "empty", insight(""));
        long before = rows().count("chart_insights");
        ChartInsight tooLong = new ChartInsight(A, "x", "é".repeat(2_001), T0, InsightStatus.FAILED, "m");
        ChartInsight otherId = new ChartInsight("sim_12345678", "x", "", T0, InsightStatus.FAILED, "m");
        assertInvalid("summary", () -> insights().save(SIM, "x", tooLong));
        assertInvalid("analysis_id", () -> insights().save(SIM, "x", otherId));
        assertInvalid("status", () -> InsightStatus.ofText("partial", "insight.status"));
        assertInvalid("insight_type", () -> insights().save(SIM, InsightRepository.EXECUTIVE_SUMMARY, insight("s")));
        assertInvalid("simulation_id", () -> insights().save("\u0000", "x", insight("s")));
        assertInvalid("executive_summary", () -> insights().saveExecutiveSummary(SIM, "\uD83D"));
        assertEquals(before, rows().count("chart_insights"));
    }

    @ContractCase("R2-106")
    void given_eight_callers_when_all_save_one_insight_then_there_is_one_row_and_one_id() throws Exception {
        List<String> ids = Race.of(8, () -> insights().save(SIM, "pdp", insight("s")));
        assertEquals(1, new HashSet<>(ids).size());
        assertEquals(1, rows().count("chart_insights"));
    }

    @Test
    void given_a_document_of_an_older_shape_when_read_then_only_the_open_view_shows_it() {
        insert("ins_1", "pdp", JsonValue.parse(OLD_SHAPE));
        insights().save(SIM, "scatter", insight("s"));
        assertUnreadable(
                "chart_insights", KEY + "pdp", "analysis_id", () -> insights().find(SIM, "pdp"));
        assertUnreadable(
                "chart_insights", KEY + "pdp", "analysis_id", () -> insights().findAll(SIM));
        StoredInsight stored = insights().findStored(SIM, "pdp").orElseThrow();
        assertEquals(JsonValue.parse(OLD_SHAPE), stored.response());
        InsightDocument.Caption caption = assertInstanceOf(InsightDocument.Caption.class, stored.document());
        assertEquals("50 perfis", caption.caption());
        assertEquals(1.0, caption.confidence());
        assertEquals(Instant.parse("2025-12-28T12:00:00Z"), caption.generatedAt());
        assertEquals(2, insights().listStored(SIM).size());
    }

    @Test
    void given_a_document_of_an_older_shape_when_saved_over_then_it_is_replaced_in_its_row() {
        insert("ins_1", "pdp", JsonValue.parse(OLD_SHAPE));
        assertEquals("ins_1", insights().save(SIM, "pdp", insight("s")));
        assertEquals(Optional.of(insight("s")), insights().find(SIM, "pdp"));
    }

    @Test
    void given_unknown_keys_and_any_json_when_read_then_no_read_fails_for_them() {
        insert("ins_1", "more", JsonValue.parse("""
                {"analysis_id": "ana_12345678", "chart_type": "x", "summary": "s", "status": "pending", "new": {"a": 1}}
                """));
        insert("ins_2", "list", JsonValue.parse("[1]"));
        assertEquals(
                ChartInsight.DEFAULT_MODEL,
                insights().find(SIM, "more").orElseThrow().model());
        assertInstanceOf(
                InsightDocument.Unknown.class,
                insights().findStored(SIM, "list").orElseThrow().document());
        assertUnreadable(
                "chart_insights",
                KEY + "list",
                "response_json",
                () -> insights().find(SIM, "list"));
    }

    private void insert(String id, String type, JsonValue document) {
        rows().insert(
                        "chart_insights",
                        "id",
                        id,
                        "simulation_id",
                        SIM,
                        "insight_type",
                        type,
                        "response_json",
                        document,
                        "created_at",
                        "2025-12-28 12:00:00",
                        "updated_at",
                        "2025-12-28T12:00:00Z");
    }
}
