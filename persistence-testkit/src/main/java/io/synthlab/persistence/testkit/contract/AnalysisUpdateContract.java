package io.synthlab.persistence.testkit.contract;

import static io.synthlab.persistence.error.ConstraintViolationException.Kind.FOREIGN_KEY;
import static io.synthlab.persistence.testkit.contract.AnalysisRepositoryContract.KEY;
import static io.synthlab.persistence.testkit.contract.AnalysisRepositoryContract.RATES;
import static io.synthlab.persistence.testkit.contract.AnalysisRepositoryContract.TABLE;
import static io.synthlab.persistence.testkit.contract.Refusals.assertInvalid;
import static io.synthlab.persistence.testkit.contract.Refusals.assertUnreadable;
import static io.synthlab.persistence.testkit.contract.Refusals.assertViolation;
import static io.synthlab.persistence.testkit.fixture.Fixtures.A1;
import static io.synthlab.persistence.testkit.fixture.Fixtures.A2;
import static io.synthlab.persistence.testkit.fixture.Fixtures.E1;
import static io.synthlab.persistence.testkit.fixture.Fixtures.E2;
import static io.synthlab.persistence.testkit.fixture.Fixtures.NO_EXPERIMENT;
import static io.synthlab.persistence.testkit.fixture.Fixtures.day;
import static io.synthlab.persistence.testkit.fixture.Fixtures.e1;
import static io.synthlab.persistence.testkit.fixture.Fixtures.e2;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.synthlab.persistence.JsonValue;
import io.synthlab.persistence.analysis.AggregatedOutcomes;
import io.synthlab.persistence.analysis.AnalysisConfig;
import io.synthlab.persistence.analysis.AnalysisRun;
import io.synthlab.persistence.analysis.AnalysisStatus;
import io.synthlab.persistence.analysis.AnalysisUpdate;
import io.synthlab.persistence.error.DatabaseException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Analyses: changing their status and deleting, alone and several threads at once. */
public abstract class AnalysisUpdateContract extends ContractBase {
    private static final Instant END = Instant.parse("2025-01-01T00:00:00Z");
    private static final AnalysisRun RUN = AnalysisRun.of(A1, E1, day(3))
            .withConfig(AnalysisConfig.of(50, 20, 0.1, 42L))
            .withScenarioId("night");
    private static final AnalysisUpdate DONE = AnalysisUpdate.to(AnalysisStatus.COMPLETED)
            .withCompletedAt(END)
            .withTotalSynths(3)
            .withAggregatedOutcomes(RATES)
            .withExecutionTimeSeconds(1.5);

    /** For the cells. */
    protected AnalysisUpdateContract() {}

    @BeforeEach
    final void createAnalysis() {
        experiments().create(e1());
        analyses().create(RUN);
    }

    @ContractCase("R1-100")
    void given_an_analysis_when_completed_then_every_value_is_stored_and_the_rest_stays() {
        AnalysisRun after = analyses().updateStatus(A1, DONE).orElseThrow();
        assertEquals(completed(AnalysisStatus.COMPLETED), after);
        assertEquals(Optional.of(after), analyses().findById(A1));
        assertEquals("2025-01-01T00:00:00+00:00", rows().text(TABLE, "completed_at", "id", A1));
    }

    @ContractCase("R1-101")
    void given_a_completed_analysis_when_it_becomes_pending_then_its_values_stay() {
        analyses().updateStatus(A1, DONE);
        AnalysisRun after = analyses()
                .updateStatus(A1, AnalysisUpdate.to(AnalysisStatus.PENDING))
                .orElseThrow();
        assertEquals(completed(AnalysisStatus.PENDING), after);
        assertEquals(Optional.of(after), analyses().findById(A1));
    }

    private static AnalysisRun completed(AnalysisStatus status) {
        return new AnalysisRun(A1, E1, "night", RUN.config(), status, day(3), END, 3, RATES, 1.5);
    }

    @Test
    void given_one_value_at_a_time_when_updated_then_only_it_and_the_status_change() {
        AnalysisUpdate running = AnalysisUpdate.to(AnalysisStatus.RUNNING);
        assertEquals(END, updated(running.withCompletedAt(END)).completedAt());
        assertEquals(0, updated(running).totalSynths());
        assertEquals(7, updated(running.withTotalSynths(7)).totalSynths());
        assertEquals(RATES, updated(running.withAggregatedOutcomes(RATES)).aggregatedOutcomes());
        AnalysisRun after = updated(AnalysisUpdate.to(AnalysisStatus.FAILED).withExecutionTimeSeconds(0));
        assertEquals(
                new AnalysisRun(A1, E1, "night", RUN.config(), AnalysisStatus.FAILED, day(3), END, 7, RATES, 0.0),
                after);
        AnalysisRun zero = updated(running.withTotalSynths(0).withExecutionTimeSeconds(2.5));
        assertEquals(0, zero.totalSynths());
        assertEquals(2.5, zero.executionTimeSeconds());
    }

    private AnalysisRun updated(AnalysisUpdate update) {
        AnalysisRun updated = analyses().updateStatus(A1, update).orElseThrow();
        assertEquals(Optional.of(updated), analyses().findById(A1));
        return updated;
    }

    /**
     * Negative numbers are stopped by rules of the library alone; an unknown status has no constant, and behind that the
     * database's own check.
     */
    @ContractCase("R1-102")
    void given_unknown_ids_states_and_negative_numbers_when_updated_then_nothing_changes() {
        for (String id : List.of("ana_ffffffff", "", E1, "\0", "\uD83D")) {
            assertEquals(Optional.empty(), analyses().updateStatus(id, DONE));
        }
        assertInvalid(
                "status must be one of pending, running, completed, failed",
                () -> AnalysisStatus.ofText("done", "status"));
        assertThrows(DatabaseException.class, () -> database().execute("UPDATE analysis_runs SET status = 'done'"));
        AnalysisUpdate running = AnalysisUpdate.to(AnalysisStatus.RUNNING);
        Map<String, AnalysisUpdate> refused = Map.of(
                "analysis_runs.total_synths", running.withTotalSynths(-1),
                "analysis_runs.execution_time_seconds", running.withExecutionTimeSeconds(-0.001),
                "execution_time_seconds must be", running.withExecutionTimeSeconds(Double.NaN),
                "execution_time_seconds", running.withExecutionTimeSeconds(Double.POSITIVE_INFINITY),
                "success_rate", running.withAggregatedOutcomes(new AggregatedOutcomes(0, 0, 1.5)),
                "sum of the rates", running.withAggregatedOutcomes(new AggregatedOutcomes(0.5, 0.5, 0.5)));
        refused.forEach((field, update) -> assertInvalid(field, () -> analyses().updateStatus(A1, update)));
        assertEquals(Optional.of(RUN), analyses().findById(A1));
        assertEquals(1, rows().count(TABLE));
    }

    @Test
    void given_an_expected_status_when_updated_then_only_an_analysis_that_has_it_changes() {
        AnalysisUpdate start = AnalysisUpdate.to(AnalysisStatus.RUNNING).ifStatusIs(AnalysisStatus.PENDING);
        assertTrue(analyses().updateStatus(A1, start).orElseThrow().isRunning());
        assertEquals(Optional.empty(), analyses().updateStatus(A1, start.withTotalSynths(9)));
        assertEquals(0, analyses().findById(A1).orElseThrow().totalSynths());
        assertTrue(analyses()
                .updateStatus(A1, DONE.ifStatusIs(AnalysisStatus.RUNNING))
                .orElseThrow()
                .isCompleted());
    }

    @Test
    void given_four_threads_when_each_starts_a_pending_analysis_then_exactly_one_does() throws Exception {
        AnalysisUpdate start = AnalysisUpdate.to(AnalysisStatus.RUNNING).ifStatusIs(AnalysisStatus.PENDING);
        List<Optional<AnalysisRun>> started = Race.of(4, () -> analyses().updateStatus(A1, start));
        assertEquals(1, started.stream().filter(Optional::isPresent).count());
        assertTrue(analyses().findById(A1).orElseThrow().isRunning());
    }

    @Test
    void given_an_update_under_way_when_another_changes_other_values_then_neither_is_lost() throws Exception {
        AnalysisUpdate running = AnalysisUpdate.to(AnalysisStatus.RUNNING);
        Race.Rival<Optional<AnalysisRun>> rival = repositories().inTransaction(tx -> {
            tx.analyses().updateStatus(A1, running.withTotalSynths(3));
            Race.Rival<Optional<AnalysisRun>> begun =
                    Race.beside(() -> analyses().updateStatus(A1, running.withExecutionTimeSeconds(1.5)));
            Race.awaitLockWait(database());
            return begun;
        });
        try (rival) {
            assertEquals(3, rival.result().orElseThrow().totalSynths());
        }
        assertEquals(1.5, analyses().findById(A1).orElseThrow().executionTimeSeconds());
    }

    @Test
    void given_a_row_that_breaks_rules_when_updated_then_what_is_not_named_stays() {
        database().execute("UPDATE analysis_runs SET total_synths = NULL, started_at = '2025-01-01 00:00:00'");
        AnalysisRun after = analyses()
                .updateStatus(A1, AnalysisUpdate.to(AnalysisStatus.FAILED))
                .orElseThrow();
        assertEquals(0, after.totalSynths());
        assertEquals("2025-01-01 00:00:00", rows().text(TABLE, "started_at", "id", A1));
        assertEquals(null, rows().text(TABLE, "total_synths", "id", A1));
    }

    @Test
    void given_a_row_that_cannot_be_read_when_updated_then_nothing_changes_unless_the_update_mends_it() {
        analyses().delete(A1);
        rows().insert(
                        TABLE,
                        "id",
                        A1,
                        "experiment_id",
                        E1,
                        "config",
                        JsonValue.parse("{}"),
                        "aggregated_outcomes",
                        JsonValue.parse("{}"),
                        "started_at",
                        "2025-01-01T08:00:00+00:00");
        AnalysisUpdate running = AnalysisUpdate.to(AnalysisStatus.RUNNING);
        assertUnreadable(TABLE, KEY, "aggregated_outcomes", () -> analyses().updateStatus(A1, running));
        assertEquals("pending", rows().text(TABLE, "status", "id", A1));
        assertEquals(Optional.of(RATES), analyses().updateStatus(A1, DONE).map(AnalysisRun::aggregatedOutcomes));
    }

    @ContractCase("R1-104")
    void given_an_analysis_of_any_status_when_the_latest_completed_is_looked_for_then_only_a_completed_one_is_found() {
        assertEquals(Optional.empty(), analyses().findLatestCompletedId(E1));
        analyses().updateStatus(A1, AnalysisUpdate.to(AnalysisStatus.RUNNING));
        assertEquals(Optional.empty(), analyses().findLatestCompletedId(E1));
        analyses().updateStatus(A1, AnalysisUpdate.to(AnalysisStatus.COMPLETED));
        assertEquals(Optional.of(A1), analyses().findLatestCompletedId(E1));
        analyses().updateStatus(A1, AnalysisUpdate.to(AnalysisStatus.FAILED));
        assertEquals(Optional.empty(), analyses().findLatestCompletedId(E1));
        assertEquals(Optional.empty(), analyses().findLatestCompletedId(NO_EXPERIMENT));
    }

    @ContractCase("R1-105")
    void given_an_analysis_with_outcomes_and_cache_when_deleted_then_all_of_it_goes_and_a_new_one_may_come() {
        givenChildren();
        assertTrue(analyses().delete(A1));
        assertChildren(0);
        assertFalse(analyses().delete(A1));
        AnalysisRun again = analyses().create(AnalysisRun.of(A2, E1, day(5)));
        assertEquals(Optional.of(again), analyses().findByExperimentId(E1));
    }

    @ContractCase("R1-106")
    void given_an_analysis_when_deleted_by_its_experiment_then_all_of_it_goes_unless_an_exploration_needs_it() {
        givenChildren();
        for (String id : List.of(NO_EXPERIMENT, "", A1, "\0", "\uD83D")) {
            assertFalse(analyses().deleteByExperimentId(id));
        }
        rows().insert(
                        "explorations",
                        "id",
                        "expl_00000001",
                        "experiment_id",
                        E1,
                        "baseline_analysis_id",
                        A1,
                        "goal",
                        JsonValue.parse("{}"),
                        "config",
                        JsonValue.parse("{}"),
                        "started_at",
                        "2025-01-01T08:00:00+00:00");
        assertViolation(
                FOREIGN_KEY, TABLE, "experiment_id=" + E1, () -> analyses().deleteByExperimentId(E1));
        assertViolation(FOREIGN_KEY, TABLE, KEY, () -> analyses().delete(A1));
        assertEquals(Optional.of(RUN), analyses().findById(A1));
        assertChildren(2);
        database().execute("DELETE FROM explorations");
        assertTrue(analyses().deleteByExperimentId(E1));
        assertChildren(0);
        assertFalse(analyses().deleteByExperimentId(E1));
    }

    private void givenChildren() {
        rows().outcome(A1, "abc123", 0.5);
        rows().outcome(A1, "abc124", 0.5);
        analysisCache().saveAll(A1, Map.of("heatmap", JsonValue.parse("{}"), "scatter", JsonValue.parse("{}")));
    }

    private void assertChildren(long each) {
        assertEquals(each, rows().count("synth_outcomes"));
        assertEquals(each, rows().count("analysis_cache"));
    }

    @Test
    void given_unknown_ids_when_deleted_then_nothing_is() {
        experiments().create(e2());
        analyses().create(AnalysisRun.of(A2, E2, day(4)));
        for (String id : List.of("ana_ffffffff", "", E1, "\0", "\uD83D")) {
            assertFalse(analyses().delete(id));
        }
        assertTrue(analyses().delete(A1));
        assertEquals(1, rows().count(TABLE));
    }

    @Test
    void given_two_threads_when_both_delete_then_exactly_one_is_told_so() throws Exception {
        List<Boolean> deleted = Race.of(2, () -> analyses().delete(A1));
        assertEquals(1, deleted.stream().filter(told -> told).count());
    }
}
