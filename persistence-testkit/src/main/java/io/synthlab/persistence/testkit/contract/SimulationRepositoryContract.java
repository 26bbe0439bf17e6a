package io.synthlab.persistence.testkit.contract;

import static io.synthlab.persistence.error.ConstraintViolationException.Kind.FOREIGN_KEY;
import static io.synthlab.persistence.error.ConstraintViolationException.Kind.UNIQUE;
import static io.synthlab.persistence.testkit.contract.Refusals.assertInvalid;
import static io.synthlab.persistence.testkit.contract.Refusals.assertUnreadable;
import static io.synthlab.persistence.testkit.contract.Refusals.assertViolation;
import static io.synthlab.persistence.testkit.fixture.StudyRows.R;
import static io.synthlab.persistence.testkit.fixture.StudyRows.SC;
import static io.synthlab.persistence.testkit.fixture.StudyRows.T0;
import static io.synthlab.persistence.testkit.fixture.StudyRows.T1;
import static io.synthlab.persistence.testkit.fixture.StudyRows.T2;
import static io.synthlab.persistence.testkit.fixture.StudyRows.X;
import static io.synthlab.persistence.testkit.fixture.StudyRows.Y;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.synthlab.persistence.CountedList;
import io.synthlab.persistence.JsonValue;
import io.synthlab.persistence.error.DatabaseException;
import io.synthlab.persistence.error.InvalidRequestException;
import io.synthlab.persistence.legacy.SimulationConfig;
import io.synthlab.persistence.legacy.SimulationFilter;
import io.synthlab.persistence.legacy.SimulationRun;
import io.synthlab.persistence.legacy.SimulationStatus;
import io.synthlab.persistence.testkit.fixture.StudyRows;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Simulations of scorecards. */
public abstract class SimulationRepositoryContract extends ContractBase {
    /** For the cells. */
    protected SimulationRepositoryContract() {}

    private static SimulationRun run(String id, Instant startedAt) {
        return SimulationRun.of(id, SC, "baseline", startedAt);
    }

    private StudyRows givenScorecard() {
        StudyRows study = new StudyRows(database());
        study.scorecard();
        return study;
    }

    @ContractCase("R2-146")
    void given_a_run_when_created_then_it_is_found_with_its_defaults() {
        givenScorecard();
        SimulationRun bare = new SimulationRun(
                R, SC, "baseline", SimulationConfig.DEFAULT, SimulationStatus.PENDING, T0, null, 0, Map.of(), null);
        assertEquals(R, simulations().createSimulationRun(bare));
        SimulationRun found = simulations().findSimulationRun(R).orElseThrow();
        assertNull(found.aggregatedOutcomes());
        assertNull(rows().text("simulation_runs", "aggregated_outcomes", "id", R));
        assertEquals(new SimulationConfig(500, 100, 0.05, null), found.config());
        assertEquals(bare, found);
        SimulationRun full = SimulationRun.of("sim_TESTab12", SC, "não", T0.plusNanos(1_000))
                .withStatus(SimulationStatus.FAILED)
                .withConfig(SimulationConfig.of(1, 1, 0.5, -7L))
                .withResult(T1, -1, Map.of("outro", 0.30000000000000004, "success", 5.0), 1.25);
        simulations().createSimulationRun(full);
        assertEquals(Optional.of(full), simulations().findSimulationRun("sim_TESTab12"));
        for (String strange : List.of("nope", "", "\u0000", "\uD83D")) {
            assertEquals(Optional.empty(), simulations().findSimulationRun(strange));
        }
    }

    @ContractCase("R2-147")
    void given_a_run_when_updated_then_only_its_progress_changes() {
        givenScorecard();
        simulations().createSimulationRun(run(R, T0));
        SimulationRun changed = new SimulationRun(
                R,
                "another1",
                "crisis",
                SimulationConfig.of(9, 9, 0.1, 9L),
                SimulationStatus.COMPLETED,
                T2,
                T1,
                9,
                Map.of("success", 1.0),
                2.5);
        assertTrue(simulations().updateSimulationRun(changed));
        SimulationRun expected =
                run(R, T0).withStatus(SimulationStatus.COMPLETED).withResult(T1, 9, Map.of("success", 1.0), 2.5);
        assertEquals(Optional.of(expected), simulations().findSimulationRun(R));
        assertTrue(simulations().updateSimulationRun(run(R, T0)));
        assertEquals(Optional.of(run(R, T0)), simulations().findSimulationRun(R));
        assertFalse(simulations().updateSimulationRun(run("sim_ffffffff", T0)));
    }

    @ContractCase("R2-148")
    void given_no_such_scorecard_or_a_taken_id_when_created_then_nothing_is_stored() {
        givenScorecard();
        SimulationRun orphan = SimulationRun.of(R, "nope0000", "baseline", T0);
        assertViolation(
                FOREIGN_KEY, "simulation_runs", "id=" + R, () -> simulations().createSimulationRun(orphan));
        simulations().createSimulationRun(run(R, T0));
        assertViolation(
                UNIQUE, "simulation_runs", "id=" + R, () -> simulations().createSimulationRun(run(R, T1)));
        assertEquals(Optional.of(run(R, T0)), simulations().findSimulationRun(R));
        assertEquals(1, rows().count("simulation_runs"));
    }

    @ContractCase("R2-149")
    void given_runs_when_filtered_then_all_conditions_count() {
        givenScorecard();
        SimulationRun crisis =
                SimulationRun.of("sim_0000000c", SC, "crisis", T1).withStatus(SimulationStatus.COMPLETED);
        simulations().createSimulationRun(run("sim_0000000a", T0).withStatus(SimulationStatus.RUNNING));
        simulations().createSimulationRun(run("sim_0000000b", T2).withStatus(SimulationStatus.RUNNING));
        simulations().createSimulationRun(crisis);
        SimulationFilter all = SimulationFilter.ALL;
        assertListed(all.withStatus("running"), 2, "sim_0000000b", "sim_0000000a");
        assertListed(all.withStatus("completed").withScenarioId("baseline"), 0);
        assertListed(all.withStatus("completed").withScenarioId("crisis"), 1, "sim_0000000c");
        assertListed(all.withStatus(""), 3, "sim_0000000b", "sim_0000000c", "sim_0000000a");
        assertListed(all.withScorecardId(SC), 3, "sim_0000000b", "sim_0000000c", "sim_0000000a");
        for (String strange : List.of("nope", "\u0000", "\uD83D")) {
            assertListed(all.withScorecardId(strange), 0);
            assertListed(all.withStatus(strange), 0);
            assertListed(all.withScenarioId(strange), 0);
        }
        assertEquals(2, simulations().listSimulationRuns(all, 2, 0).items().size());
        assertEquals(3, simulations().listSimulationRuns(all, 0, 0).total());
        assertEquals(3, simulations().listSimulationRuns(all, 5, 5).total());
        assertThrows(InvalidRequestException.class, () -> simulations().listSimulationRuns(all, -1, 0));
        assertThrows(InvalidRequestException.class, () -> simulations().listSimulationRuns(all, 1, -1));
    }

    @Test
    void given_runs_of_one_moment_when_listed_then_the_id_decides() {
        givenScorecard();
        for (String id : List.of("sim_0000000c", "sim_0000000a", "sim_0000000b")) {
            simulations().createSimulationRun(run(id, T0));
        }
        assertListed(SimulationFilter.ALL, 3, "sim_0000000a", "sim_0000000b", "sim_0000000c");
    }

    private void assertListed(SimulationFilter filter, long total, String... ids) {
        assertListed(simulations().listSimulationRuns(filter), total, ids);
    }

    private static void assertListed(CountedList<SimulationRun> list, long total, String... ids) {
        assertEquals(total, list.total());
        assertEquals(List.of(ids), list.items().stream().map(SimulationRun::id).toList());
    }

    @ContractCase("R2-160")
    void given_runs_when_those_of_an_experiment_are_asked_for_then_the_scorecard_decides() {
        StudyRows study = givenScorecard();
        study.simulation(R);
        simulations().createSimulationRun(run("sim_0000000b", T1));
        study.experiment(Y);
        simulations().saveSynthOutcomes(R, List.of(SimulationOutcomeContract.outcome("s1")));
        assertListed(simulations().listByExperimentId(X), 2, "sim_0000000b", R);
        assertListed(simulations().listByExperimentId(X, 1, 1), 2, R);
        assertListed(simulations().listByExperimentId("exp_0000000a"), 0);
        assertListed(simulations().listByExperimentId(Y), 0);
        assertListed(simulations().listByExperimentId("\u0000"), 0);
        assertThrows(InvalidRequestException.class, () -> simulations().listByExperimentId(X, -1, 0));
    }

    @ContractCase("R2-161")
    void given_values_out_of_range_when_stored_then_they_are_refused() {
        givenScorecard();
        assertInvalid("id", () -> run("sim_0000000", T0));
        assertInvalid("id", () -> run("sim_0000000a\n", T0));
        assertInvalid("status", () -> SimulationStatus.ofText("x", "simulation_runs.status"));
        assertInvalid("sigma", () -> SimulationConfig.of(1, 1, 0.6, null));
        assertInvalid("n_synths", () -> SimulationConfig.of(0, 1, 0.5, null));
        assertInvalid("n_executions", () -> SimulationConfig.of(1, 0, 0.5, null));
        assertInvalid("aggregated_outcomes", () -> run(R, T0).withResult(null, 0, Map.of("x", Double.NaN), null));
        assertInvalid("execution_time", () -> run(R, T0).withResult(null, 0, null, Double.POSITIVE_INFINITY));
        simulations().createSimulationRun(run(R, T0).withResult(null, -1, null, null));
        assertEquals(-1, simulations().findSimulationRun(R).orElseThrow().totalSynths());
        // A state that no constant stands for can only be written past the repository.
        assertThrows(
                DatabaseException.class,
                () -> database().execute("UPDATE simulation_runs SET status = 'x' WHERE id = ?", R));
        SimulationOutcomeContract.assertRates();
    }

    @Test
    void given_rows_of_the_original_when_read_then_missing_keys_are_defaults_and_bad_rows_are_named() {
        givenScorecard().simulation(R);
        database()
                .execute(
                        "UPDATE simulation_runs SET total_synths = NULL, started_at = '2026-01-01 10:00:00' WHERE id = ?",
                        R);
        SimulationRun old = simulations().findSimulationRun(R).orElseThrow();
        assertEquals(SimulationConfig.DEFAULT, old.config());
        assertEquals(0, old.totalSynths());
        assertEquals(T0, old.startedAt());
        storeRow("sim_broken00", "[]", null, "2026-01-01T10:00:00Z");
        assertUnreadable(
                "simulation_runs",
                "id=sim_broken00",
                "config",
                () -> simulations().listSimulationRuns(SimulationFilter.ALL));
    }

    @Test
    void given_stored_documents_when_read_then_ranges_do_not_matter_but_shapes_do() {
        givenScorecard();
        storeRow(
                "sim_0000000a",
                "{\"sigma\": 9, \"new\": []}",
                "{\"outro\": 5, \"success\": -1}",
                "2026-01-01T10:00:00");
        SimulationRun odd = simulations().findSimulationRun(R).orElseThrow();
        assertEquals(new SimulationConfig(500, 100, 9, null), odd.config());
        assertEquals(Map.of("outro", 5.0, "success", -1.0), odd.aggregatedOutcomes());
        SimulationRun done = odd.withStatus(SimulationStatus.COMPLETED);
        assertTrue(simulations().updateSimulationRun(done), "what is not written is not checked");
        assertEquals(Optional.of(done), simulations().findSimulationRun(R));
        storeRow("sim_0000000b", "{\"n_synths\": []}", null, "2026-01-01T10:00:00Z");
        assertUnreadableRun("sim_0000000b", "n_synths");
        storeRow("sim_0000000c", "{}", "[]", "2026-01-01T10:00:00Z");
        assertUnreadableRun("sim_0000000c", "aggregated_outcomes");
        storeRow("sim_0000000d", "{}", "{\"success\": \"x\"}", "2026-01-01T10:00:00Z");
        assertUnreadableRun("sim_0000000d", "aggregated_outcomes"); // the name is stored text, which no error repeats
        storeRow("sim_0000000e", "{}", null, "yesterday");
        assertUnreadableRun("sim_0000000e", "started_at");
    }

    private void assertUnreadableRun(String id, String field) {
        assertUnreadable(
                "simulation_runs", "id=" + id, field, () -> simulations().findSimulationRun(id));
    }

    private void storeRow(String id, String config, @Nullable String outcomes, String startedAt) {
        rows().insert(
                        "simulation_runs",
                        "id",
                        id,
                        "scorecard_id",
                        SC,
                        "scenario_id",
                        "baseline",
                        "config",
                        JsonValue.parse(config),
                        "status",
                        "failed",
                        "started_at",
                        startedAt,
                        "aggregated_outcomes",
                        outcomes == null ? null : JsonValue.parse(outcomes));
    }
}
