package io.synthlab.persistence.testkit.contract;

import static io.synthlab.persistence.error.ConstraintViolationException.Kind.FOREIGN_KEY;
import static io.synthlab.persistence.error.ConstraintViolationException.Kind.UNIQUE;
import static io.synthlab.persistence.testkit.contract.Refusals.assertInvalid;
import static io.synthlab.persistence.testkit.contract.Refusals.assertUnreadable;
import static io.synthlab.persistence.testkit.contract.Refusals.assertViolation;
import static io.synthlab.persistence.testkit.fixture.StudyRows.A;
import static io.synthlab.persistence.testkit.fixture.StudyRows.T0;
import static io.synthlab.persistence.testkit.fixture.StudyRows.T1;
import static io.synthlab.persistence.testkit.fixture.StudyRows.T2;
import static io.synthlab.persistence.testkit.fixture.StudyRows.X;
import static io.synthlab.persistence.testkit.fixture.StudyRows.Y;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.synthlab.persistence.JsonValue;
import io.synthlab.persistence.error.DatabaseException;
import io.synthlab.persistence.exploration.Exploration;
import io.synthlab.persistence.exploration.ExplorationConfig;
import io.synthlab.persistence.exploration.ExplorationStatus;
import io.synthlab.persistence.exploration.Goal;
import io.synthlab.persistence.testkit.fixture.StudyRows;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Explorations; their nodes have contracts of their own. */
public abstract class ExplorationRepositoryContract extends ContractBase {
    private static final String ID = "expl_00000001";
    private static final String NOBODY = "expl_00000000";
    private static final Instant STARTED = Instant.parse("2026-01-01T10:00:00.000001Z");
    private static final Exploration NEW = Exploration.of(ID, X, A, Goal.of(0.4), STARTED);

    /** For the cells. */
    protected ExplorationRepositoryContract() {}

    @BeforeEach
    void insertAnalysis() {
        new StudyRows(database()).analysis();
    }

    @ContractCase("R2-68")
    void given_an_analysis_when_an_exploration_is_created_then_it_is_read_back_with_its_defaults() {
        assertSame(NEW, explorations().createExploration(NEW));
        Exploration found = explorations().findExplorationById(ID).orElseThrow();
        assertEquals(new Goal("success_rate", ">=", 0.4), found.goal());
        assertEquals(new ExplorationConfig(3, 5, 20, 100, 0.1, null), found.config());
        assertEquals(ExplorationStatus.RUNNING, found.status());
        assertEquals(List.of(0, 0, 0), List.of(found.currentDepth(), found.totalNodes(), found.totalLlmCalls()));
        assertNull(found.bestSuccessRate());
        assertEquals(STARTED, found.startedAt());
        assertNull(found.completedAt());
        assertEquals(NEW, found);
        assertEquals("2026-01-01T10:00:00.000001+00:00", text("started_at"));
        assertEquals(
                JsonValue.parse("{\"metric\":\"success_rate\",\"operator\":\">=\",\"value\":0.4}"),
                JsonValue.parse(text("goal")));
        assertEquals(
                JsonValue.parse("{\"beam_width\":3,\"max_depth\":5,\"max_llm_calls\":20,\"n_executions\":100,"
                        + "\"sigma\":0.1,\"seed\":null}"),
                JsonValue.parse(text("config")));
    }

    @Test
    void given_an_exploration_with_all_parts_when_created_then_it_is_found_equal() {
        ExplorationConfig config = new ExplorationConfig(10, 1, 100, 1_000, 0.5, -1L << 60);
        for (ExplorationStatus status : ExplorationStatus.values()) {
            Exploration full = new Exploration(
                    Exploration.newId(), X, A, Goal.of(1), config, status, 3, 21, 20, 0.6000000000000001, T0, T1);
            explorations().createExploration(full);
            assertEquals(Optional.of(full), explorations().findExplorationById(full.id()));
        }
    }

    @ContractCase("R2-69")
    void given_a_taken_id_or_an_unknown_reference_when_created_then_the_key_is_violated() {
        explorations().createExploration(NEW);
        assertViolation(UNIQUE, "explorations", "id=" + ID, () -> explorations().createExploration(NEW));
        String other = "expl_00000002";
        Exploration noExperiment = Exploration.of(other, "exp_00000000", A, Goal.of(0.4), T0);
        Exploration noAnalysis = Exploration.of(other, X, "ana_00000000", Goal.of(0.4), T0);
        for (Exploration lost : List.of(noExperiment, noAnalysis)) {
            assertViolation(
                    FOREIGN_KEY,
                    "explorations",
                    "id=" + other,
                    () -> explorations().createExploration(lost));
        }
        assertEquals(1, rows().count("explorations"));
    }

    @ContractCase("R2-70")
    void given_no_such_exploration_when_asked_for_then_it_is_empty() {
        explorations().createExploration(NEW);
        for (String id : List.of(NOBODY, "", "any text", "a\u0000b", "\uD83D", ID + "\n")) {
            assertEquals(Optional.empty(), explorations().findExplorationById(id));
        }
    }

    @ContractCase("R2-71")
    void given_an_exploration_when_updated_then_only_what_may_change_is_written() {
        explorations().createExploration(NEW);
        assertTrue(explorations().updateExploration(changed(T1)));
        Exploration after = explorations().findExplorationById(ID).orElseThrow();
        assertEquals(X, after.experimentId());
        assertEquals(A, after.baselineAnalysisId());
        assertEquals(STARTED, after.startedAt());
        assertEquals(
                new Exploration(
                        ID,
                        X,
                        A,
                        Goal.of(0.5),
                        new ExplorationConfig(1, 2, 3, 40, 0.25, 6L),
                        ExplorationStatus.GOAL_ACHIEVED,
                        4,
                        7,
                        9,
                        0.32,
                        STARTED,
                        T1),
                after);
    }

    /** Every column another value. */
    private static Exploration changed(@Nullable Instant completedAt) {
        return new Exploration(
                ID,
                Y,
                "ana_00000000",
                Goal.of(0.5),
                new ExplorationConfig(1, 2, 3, 40, 0.25, 6L),
                ExplorationStatus.GOAL_ACHIEVED,
                4,
                7,
                9,
                0.32,
                T2,
                completedAt);
    }

    @ContractCase("R2-72")
    void given_a_completed_exploration_when_updated_without_completion_then_that_is_cleared() {
        explorations().createExploration(NEW);
        explorations().updateExploration(changed(T1));
        Exploration again =
                changed(null).withStatus(ExplorationStatus.RUNNING, null).withProgress(0, 0, 0, null);
        assertTrue(explorations().updateExploration(again));
        Exploration after = explorations().findExplorationById(ID).orElseThrow();
        assertNull(after.completedAt());
        assertNull(after.bestSuccessRate());
        assertEquals(ExplorationStatus.RUNNING, after.status());
    }

    /** The original returned its argument, also when nothing was stored; here the caller is told. */
    @ContractCase("R2-73")
    void given_no_such_exploration_when_updated_then_the_caller_is_told_and_nothing_is_stored() {
        assertFalse(explorations().updateExploration(NEW));
        assertFalse(explorations().updateExploration(NEW, ExplorationStatus.RUNNING));
        assertEquals(0, rows().count("explorations"));
    }

    /** Values are checked before they are written; what gets past that meets the checks of the database. */
    @ContractCase("R2-74")
    void given_values_out_of_range_when_written_then_record_and_database_refuse_them() {
        explorations().createExploration(NEW);
        assertInvalid("best_success_rate", () -> explorations().updateExploration(withBest(1.5)));
        assertInvalid("best_success_rate", () -> explorations().updateExploration(withBest(Double.NaN)));
        assertInvalid("best_success_rate", () -> explorations().createExploration(withBest(-0.1)));
        assertInvalid("current_depth", () -> explorations().updateExploration(withCounters(-1, 0, 0)));
        assertInvalid("total_nodes", () -> explorations().updateExploration(withCounters(0, -1, 0)));
        assertInvalid("total_llm_calls", () -> explorations().updateExploration(withCounters(0, 0, -1)));
        assertEquals(Optional.of(NEW), explorations().findExplorationById(ID));
        assertRefusedByDatabase("best_success_rate", 1.5);
        for (String counter : List.of("current_depth", "total_nodes", "total_llm_calls")) {
            assertRefusedByDatabase(counter, -1);
        }
        assertEquals(Optional.of(NEW), explorations().findExplorationById(ID));
    }

    private void assertRefusedByDatabase(String column, Object value) {
        assertThrows(
                DatabaseException.class,
                () -> database().execute("UPDATE explorations SET " + column + " = ? WHERE id = ?", value, ID));
    }

    private static Exploration withBest(double rate) {
        return new Exploration(ID, X, A, NEW.goal(), NEW.config(), NEW.status(), 0, 0, 0, rate, STARTED, null);
    }

    private static Exploration withCounters(int depth, int nodes, int calls) {
        return new Exploration(
                ID, X, A, NEW.goal(), NEW.config(), NEW.status(), depth, nodes, calls, null, STARTED, null);
    }

    @ContractCase("R2-75")
    void given_explorations_of_an_experiment_when_listed_then_the_newest_comes_first() {
        Exploration first = explorations().createExploration(started("expl_000000aa", T0));
        Exploration third = explorations().createExploration(started("expl_000000ab", T2));
        Exploration second = explorations().createExploration(started("expl_000000ac", T1));
        assertEquals(List.of(third, second, first), explorations().listExplorationsByExperiment(X));
        for (String id : List.of(Y, "", "a\u0000b", "\uDE00")) {
            assertEquals(List.of(), explorations().listExplorationsByExperiment(id));
        }
    }

    @Test
    void given_explorations_of_one_moment_when_listed_then_the_id_decides() {
        for (String id : List.of("expl_0000000c", "expl_0000000a", "expl_0000000b")) {
            explorations().createExploration(started(id, T0));
        }
        assertEquals(
                List.of("expl_0000000a", "expl_0000000b", "expl_0000000c"),
                explorations().listExplorationsByExperiment(X).stream()
                        .map(Exploration::id)
                        .toList());
    }

    private static Exploration started(String id, Instant startedAt) {
        return Exploration.of(id, X, A, Goal.of(0.4), startedAt);
    }

    @Test
    void given_an_expected_status_when_it_is_another_then_nothing_is_written() {
        explorations().createExploration(NEW);
        assertFalse(explorations().updateExploration(changed(T1), ExplorationStatus.NO_VIABLE_PATHS));
        assertEquals(Optional.of(NEW), explorations().findExplorationById(ID));
        assertTrue(explorations().updateExploration(changed(T1), ExplorationStatus.RUNNING));
        assertEquals(
                ExplorationStatus.GOAL_ACHIEVED,
                explorations().findExplorationById(ID).orElseThrow().status());
    }

    @Test
    void given_several_threads_when_all_end_the_exploration_then_exactly_one_is_told_so() throws Exception {
        explorations().createExploration(NEW);
        Exploration ended = NEW.withStatus(ExplorationStatus.COST_LIMIT_REACHED, T1);
        List<Boolean> told = Race.of(4, () -> explorations().updateExploration(ended, ExplorationStatus.RUNNING));
        assertEquals(1, told.stream().filter(won -> won).count());
    }

    @Test
    void given_an_old_row_when_read_then_missing_keys_take_defaults_and_unknown_ones_are_ignored() {
        insert(ID, "{\"value\":\"1.5\",\"weight\":2}", "{\"beam_width\":99,\"note\":[]}", "2026-01-01 10:00:00");
        Exploration found = explorations().findExplorationById(ID).orElseThrow();
        assertEquals(new Goal("success_rate", ">=", 1.5), found.goal());
        assertEquals(new ExplorationConfig(99, 5, 20, 100, 0.1, null), found.config());
        assertEquals(T0, found.startedAt());
        assertInvalid("goal.value", () -> explorations().updateExploration(found));
    }

    @Test
    void given_a_row_that_cannot_be_read_when_asked_for_then_it_is_named() {
        explorations().createExploration(NEW);
        String goal = "{\"value\":0.4}";
        assertSpoilt("{}", "{}", "2026-01-01T10:00:00Z", "goal.value");
        assertSpoilt("null", "{}", "2026-01-01T10:00:00Z", "goal");
        assertSpoilt(goal, "[]", "2026-01-01T10:00:00Z", "config");
        assertSpoilt(goal, "{\"seed\":1.5}", "2026-01-01T10:00:00Z", "config.seed");
        assertSpoilt(goal, "{}", "soon", "started_at");
        assertEquals(Optional.of(NEW), explorations().findExplorationById(ID));
    }

    private void assertSpoilt(String goal, String config, String startedAt, String field) {
        String spoilt = "expl_0000000b";
        insert(spoilt, goal, config, startedAt);
        List<Executable> reads = List.of(
                () -> explorations().findExplorationById(spoilt),
                () -> explorations().listExplorationsByExperiment(X));
        for (Executable read : reads) {
            assertUnreadable("explorations", "id=" + spoilt, field, read);
        }
        database().execute("DELETE FROM explorations WHERE id = ?", spoilt);
    }

    private void insert(String id, String goal, String config, String startedAt) {
        rows().insert(
                        "explorations",
                        "id",
                        id,
                        "experiment_id",
                        X,
                        "baseline_analysis_id",
                        A,
                        "goal",
                        JsonValue.parse(goal),
                        "config",
                        JsonValue.parse(config),
                        "started_at",
                        startedAt);
    }

    private @Nullable String text(String column) {
        return rows().text("explorations", column, "id", ID);
    }
}
