package io.synthlab.persistence.testkit.contract;

import static io.synthlab.persistence.error.ConstraintViolationException.Kind.FOREIGN_KEY;
import static io.synthlab.persistence.testkit.contract.Refusals.assertInvalid;
import static io.synthlab.persistence.testkit.contract.Refusals.assertUnreadable;
import static io.synthlab.persistence.testkit.fixture.StudyRows.R;
import static io.synthlab.persistence.testkit.fixture.StudyRows.T0;
import static io.synthlab.persistence.testkit.fixture.StudyRows.T1;
import static io.synthlab.persistence.testkit.fixture.StudyRows.T2;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.synthlab.persistence.JsonValue;
import io.synthlab.persistence.error.ConstraintViolationException;
import io.synthlab.persistence.insight.DimensionSensitivity;
import io.synthlab.persistence.insight.SensitivityResult;
import io.synthlab.persistence.testkit.fixture.StudyRows;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Sensitivity analyses, any number per simulation. */
public abstract class SensitivityRepositoryContract extends ContractBase {
    private static final Map<String, Map<String, Double>> OUTCOMES = Map.of(
            "+0.10", Map.of("did_not_try", 0.1, "failed", 0.2, "success", 0.7),
            "-0.1", Map.of("success", 0.30000000000000004));
    private static final DimensionSensitivity DIMENSION =
            DimensionSensitivity.of("complexity", 0.42, List.of(-0.05, 0.05, -0.1, 0.1), OUTCOMES, 1.2, 1);

    /** For the cells. */
    protected SensitivityRepositoryContract() {}

    private static SensitivityResult result(Instant analyzedAt) {
        return SensitivityResult.of(R, analyzedAt, List.of(0.05, 0.10), 0.5, "complexity", List.of(DIMENSION));
    }

    @ContractCase("R2-107")
    void given_a_result_when_saved_then_it_is_found_equal() {
        new StudyRows(database()).simulation();
        SensitivityResult result = result(T0.plusNanos(1_000));
        String id = sensitivities().saveResult(result);
        assertTrue(id.matches("sens_[a-f0-9]{12}"), id);
        assertEquals(Optional.of(result), sensitivities().findById(id));
        assertEquals(Optional.of(result), sensitivities().findBySimulation(R));
        assertTrue(String.valueOf(rows().text("sensitivity_results", "created_at", "id", id))
                .matches("\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}:\\d{2}"));
        for (String strange : List.of("nope", "", "\u0000", "\uD83D")) {
            assertEquals(Optional.empty(), sensitivities().findById(strange));
            assertEquals(Optional.empty(), sensitivities().findBySimulation(strange));
        }
    }

    @ContractCase("R2-108")
    void given_several_results_when_the_latest_is_asked_for_then_the_time_of_analysis_decides() {
        new StudyRows(database()).simulation();
        for (Instant analyzedAt : List.of(T0, T2, T1)) {
            sensitivities().saveResult(result(analyzedAt));
        }
        assertEquals(T2, sensitivities().findBySimulation(R).orElseThrow().analyzedAt());
        assertEquals(3, rows().count("sensitivity_results"));
    }

    @Test
    void given_results_of_one_moment_when_the_latest_is_asked_for_then_the_id_decides() {
        new StudyRows(database()).simulation();
        insert("sens_2", "2026-01-01T10:00:00+00:00", "[]", "second");
        insert("sens_1", "2026-01-01T10:00:00+00:00", "[]", "first");
        assertEquals("first", sensitivities().findBySimulation(R).orElseThrow().mostSensitiveDimension());
    }

    @ContractCase("R2-109")
    void given_results_when_those_of_a_simulation_are_deleted_then_their_number_is_returned() {
        new StudyRows(database()).simulation();
        sensitivities().saveResult(result(T0));
        sensitivities().saveResult(result(T1));
        assertEquals(2, sensitivities().deleteBySimulation(R));
        assertEquals(0, sensitivities().deleteBySimulation(R));
        assertEquals(0, sensitivities().deleteBySimulation("\u0000"));
        assertEquals(Optional.empty(), sensitivities().findBySimulation(R));
    }

    @ContractCase("R2-110")
    void given_no_such_simulation_when_saved_then_a_foreign_key_violation_leaves_no_row() {
        ConstraintViolationException refusal = assertThrows(
                ConstraintViolationException.class, () -> sensitivities().saveResult(result(T0)));
        assertEquals(FOREIGN_KEY, refusal.kind());
        assertEquals("sensitivity_results", refusal.table());
        assertTrue(String.valueOf(refusal.key()).startsWith("id=sens_"), refusal::key);
        assertEquals(0, rows().count("sensitivity_results"));
    }

    @ContractCase("R2-111")
    void given_values_out_of_range_when_saved_then_they_are_refused() {
        new StudyRows(database()).simulation();
        assertInvalid("baseline_value", () -> dimension(1.5, 0.5, 1));
        assertInvalid("rank", () -> dimension(0.5, 0.5, 0));
        assertInvalid("sensitivity_index", () -> dimension(0.5, Double.NaN, 1));
        DimensionSensitivity bad = new DimensionSensitivity("x", Double.NaN, List.of(), Map.of(), 0, 1);
        SensitivityResult unchecked = new SensitivityResult(R, T0, List.of(), 0, "x", List.of(bad));
        assertInvalid("baseline_value", () -> sensitivities().saveResult(unchecked));
        assertInvalid("baseline_success", () -> SensitivityResult.of(R, T0, List.of(), 1.1, "x", List.of()));
        assertInvalid(
                "deltas_used", () -> SensitivityResult.of(R, T0, List.of(Double.POSITIVE_INFINITY), 0, "x", List.of()));
        assertEquals(0, rows().count("sensitivity_results"));
        dimension(0.5, -3, 1);
        sensitivities().saveResult(SensitivityResult.of(R, T0, List.of(), 0, "", List.of()));
        assertEquals(
                List.of(), sensitivities().findBySimulation(R).orElseThrow().dimensions());
    }

    private static DimensionSensitivity dimension(double baseline, double index, int rank) {
        return DimensionSensitivity.of("complexity", baseline, List.of(), Map.of(), index, rank);
    }

    @Test
    void given_rows_of_the_original_when_read_then_times_are_utc_and_unknown_keys_do_not_matter() {
        new StudyRows(database()).simulation();
        insert("sens_1", "2026-01-01T10:00:00.5", """
                [{"dimension": "x", "baseline_value": 7, "sensitivity_index": "0.5", "rank": 1, "new": []}]
                """, "x");
        SensitivityResult read = sensitivities().findById("sens_1").orElseThrow();
        assertEquals(Instant.parse("2026-01-01T10:00:00.5Z"), read.analyzedAt());
        assertEquals(7, read.dimensions().get(0).baselineValue());
        insert("sens_2", "2026-01-02T10:00:00+00:00", "[{}]", "x");
        assertUnreadable(
                "sensitivity_results",
                "id=sens_2",
                "dimensions[0].dimension",
                () -> sensitivities().findBySimulation(R));
    }

    private void insert(String id, String analyzedAt, String dimensions, String first) {
        rows().insert(
                        "sensitivity_results",
                        "id",
                        id,
                        "simulation_id",
                        R,
                        "analyzed_at",
                        analyzedAt,
                        "deltas_used",
                        JsonValue.parse("[0.05]"),
                        "baseline_success",
                        0.5,
                        "most_sensitive_dimension",
                        first,
                        "dimensions",
                        JsonValue.parse(dimensions));
    }
}
