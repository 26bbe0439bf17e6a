package io.synthlab.persistence.exploration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.synthlab.persistence.JsonValue;
import io.synthlab.persistence.error.ValidationException;
import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExplorationTest {
    private static final Instant STARTED = Instant.parse("2026-01-01T10:00:00.123456Z");
    private static final String X = "exp_12345678";
    private static final String A = "ana_12345678";

    static Exploration exploration() {
        return Exploration.of("expl_1a2b3c4d", X, A, Goal.of(0.4), STARTED);
    }

    private static String refusal(Runnable check) {
        return String.valueOf(
                assertThrows(ValidationException.class, check::run).getMessage());
    }

    @Test
    void aNewOneRunsWithinTheDefaultLimits() {
        Exploration exploration = Exploration.of(X, A, Goal.of(0.4));
        assertTrue(exploration.id().matches("expl_[a-f0-9]{8}"));
        assertEquals(ExplorationConfig.DEFAULTS, exploration.config());
        assertEquals(0, exploration.startedAt().getNano() % 1_000);
        assertTrue(exploration.isRunning());
        assertFalse(exploration.isCompleted());
        assertNull(exploration.bestSuccessRate());
        assertNull(exploration.completedAt());
    }

    /** Contract case 93. */
    @ParameterizedTest
    @ValueSource(strings = {"expl_ABCDEF12", "expl_1234567", "expl_12345678\n", "expl_123456789", "exp_12345678", ""})
    void refusesOtherIds(String id) {
        assertEquals(
                "explorations.id must match expl_[a-f0-9]{8}",
                refusal(() -> Exploration.of(id, X, A, Goal.of(0.4), STARTED)));
        assertTrue(refusal(() -> Exploration.of(id.replace("expl_", "exp_") + "!", A, Goal.of(0.4)))
                .startsWith("explorations.experiment_id"));
        assertTrue(refusal(() -> Exploration.of(X, id, Goal.of(0.4))).startsWith("explorations.baseline_analysis_id"));
    }

    static Stream<Arguments> progress() {
        return Stream.of(
                Arguments.of(0, 0, 0, null, null),
                Arguments.of(1, 2, 3, 0.0, null),
                Arguments.of(Integer.MAX_VALUE, 1, 1, 1.0, null),
                Arguments.of(-1, 0, 0, null, "explorations.current_depth must be 0 or more, and finite"),
                Arguments.of(0, -1, 0, null, "explorations.total_nodes must be 0 or more, and finite"),
                Arguments.of(0, 0, -1, null, "explorations.total_llm_calls must be 0 or more, and finite"),
                Arguments.of(0, 0, 0, 1.5, "explorations.best_success_rate must be 0-1"),
                Arguments.of(0, 0, 0, Double.NaN, "explorations.best_success_rate must be 0-1"));
    }

    @ParameterizedTest
    @MethodSource("progress")
    void checksProgress(int depth, int nodes, int calls, @Nullable Double best, @Nullable String refusal) {
        if (refusal == null) {
            Exploration after = exploration().withProgress(depth, nodes, calls, best);
            assertEquals(depth, after.currentDepth());
            assertEquals(nodes, after.totalNodes());
            assertEquals(calls, after.totalLlmCalls());
            assertEquals(best, after.bestSuccessRate());
            assertEquals(exploration(), after.withProgress(0, 0, 0, null));
        } else {
            assertEquals(refusal, refusal(() -> exploration().withProgress(depth, nodes, calls, best)));
        }
    }

    @Test
    void theConstructorTakesOldRowsAndARuleStopsTheirWriting() {
        Exploration old = new Exploration(
                "old",
                "",
                "",
                new Goal("x", "<", 7),
                new ExplorationConfig(0, 0, 0, 0, -1, null),
                ExplorationStatus.RUNNING,
                -1,
                -1,
                -1,
                2.0,
                STARTED.plusNanos(7),
                STARTED.plusNanos(7));
        assertEquals(STARTED, old.startedAt());
        assertEquals(STARTED, old.completedAt());
        assertThrows(ValidationException.class, old::validated);
        assertThrows(ValidationException.class, () -> old.withStatus(ExplorationStatus.GOAL_ACHIEVED, null));
    }

    @ParameterizedTest
    @EnumSource(ExplorationStatus.class)
    void everyStatusButRunningIsAnEnd(ExplorationStatus status) {
        Exploration exploration = exploration().withStatus(status, STARTED.plusSeconds(1));
        assertEquals(status == ExplorationStatus.RUNNING, exploration.isRunning());
        assertEquals(status != ExplorationStatus.RUNNING, exploration.isCompleted());
        assertEquals(STARTED.plusSeconds(1), exploration.completedAt());
        assertEquals(status, ExplorationStatus.ofText(status.text()));
        assertTrue(refusal(() -> ExplorationStatus.ofText(status.name()))
                .startsWith("explorations.status must be one of"));
    }

    @Test
    void limitsAreReachedWhenTheyAreMet() {
        Exploration exploration = exploration()
                .withConfig(ExplorationConfig.DEFAULTS.withMaxDepth(2).withMaxLlmCalls(4));
        assertFalse(exploration.withProgress(1, 9, 3, null).hasReachedDepthLimit());
        assertTrue(exploration.withProgress(2, 9, 3, null).hasReachedDepthLimit());
        assertFalse(exploration.withProgress(2, 9, 3, null).hasReachedCostLimit());
        assertTrue(exploration.withProgress(2, 9, 4, null).hasReachedCostLimit());
    }

    @Test
    void aGoalIsReachedAtItsValue() {
        assertTrue(Goal.of(0.4).isAchieved(0.4));
        assertFalse(Goal.of(0.4).isAchieved(Math.nextDown(0.4)));
        assertFalse(Goal.of(0.4).isAchieved(Double.NaN));
        assertEquals("goal.value must be 0-1", refusal(() -> Goal.of(1.1)));
        assertEquals(
                "goal.metric must be success_rate: nothing else is supported",
                refusal(() -> new Goal("secret", ">=", 0.4).validated()));
        assertEquals(
                "goal.operator must be >=: nothing else is supported",
                refusal(() -> new Goal("success_rate", ">", 0.4).validated()));
    }

    static Stream<Arguments> limits() {
        ExplorationConfig config = ExplorationConfig.DEFAULTS;
        return Stream.of(
                Arguments.of((Runnable) () -> config.withBeamWidth(0), "config.beam_width must be 1-10"),
                Arguments.of((Runnable) () -> config.withBeamWidth(11), "config.beam_width must be 1-10"),
                Arguments.of((Runnable) () -> config.withMaxDepth(11), "config.max_depth must be 1-10"),
                Arguments.of((Runnable) () -> config.withMaxLlmCalls(101), "config.max_llm_calls must be 1-100"),
                Arguments.of(
                        (Runnable) () -> config.withSimulation(9, 0.1, null), "config.n_executions must be 10-1000"),
                Arguments.of(
                        (Runnable) () -> config.withSimulation(1_001, 0.1, null),
                        "config.n_executions must be 10-1000"),
                Arguments.of((Runnable) () -> config.withSimulation(10, 0.51, null), "config.sigma must be 0.0-0.5"),
                Arguments.of(
                        (Runnable) () -> config.withSimulation(10, Double.NaN, null), "config.sigma must be 0.0-0.5"));
    }

    /** Contract case 92. */
    @ParameterizedTest
    @MethodSource("limits")
    void checksLimits(Runnable change, String refusal) {
        assertEquals(refusal, refusal(change));
    }

    @Test
    void documentsCarryEveryKeyInOrder() {
        assertEquals(
                "{\"metric\": \"success_rate\", \"operator\": \">=\", \"value\": 0.4}",
                Goal.of(0.4).toJson().text());
        assertEquals(
                "{\"beam_width\": 3, \"max_depth\": 5, \"max_llm_calls\": 20, \"n_executions\": 100, \"sigma\": 0.1, \"seed\": null}",
                ExplorationConfig.DEFAULTS.toJson().text());
    }

    @Test
    void storedDocumentsAreReadWhateverTheirRange() {
        ExplorationConfig config = new ExplorationConfig(11, -5, 0, 1, 7.5, Long.MIN_VALUE);
        assertEquals(config, ExplorationConfig.fromJson(config.toJson(), "config"));
        assertEquals(ExplorationConfig.DEFAULTS, ExplorationConfig.fromJson(JsonValue.parse("{\"x\":1}"), "config"));
        assertEquals(
                "config.seed must be a whole number of 64 bits",
                refusal(() -> ExplorationConfig.fromJson(JsonValue.parse("{\"seed\":1e30}"), "config")));
        assertEquals(Goal.of(0.5), Goal.fromJson(JsonValue.parse("{\"value\":\"0.5\"}"), "goal"));
        assertEquals("goal.value is missing", refusal(() -> Goal.fromJson(JsonValue.parse("{}"), "goal")));
        assertEquals("goal must be a JSON object", refusal(() -> Goal.fromJson(JsonValue.NULL, "goal")));
    }
}
