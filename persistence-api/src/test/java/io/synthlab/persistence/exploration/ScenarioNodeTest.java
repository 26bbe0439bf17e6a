package io.synthlab.persistence.exploration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.synthlab.persistence.JsonValue;
import io.synthlab.persistence.error.ValidationException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScenarioNodeTest {
    private static final Instant CREATED = Instant.parse("2026-01-01T10:00:00.123456Z");
    private static final String ID = "node_1a2b3c4d";
    private static final String E = "expl_1a2b3c4d";
    private static final ScorecardParams PARAMS = ScorecardParams.of(0.4, 0.3, 0.2, 0.5);
    private static final ScenarioNode ROOT = ScenarioNode.root(ID, E, PARAMS, CREATED);
    private static final ScenarioNode CHILD = ROOT.child("node_0000000a", PARAMS, CREATED.plusSeconds(1));

    private static String refusal(Runnable check) {
        return String.valueOf(
                assertThrows(ValidationException.class, check::run).getMessage());
    }

    private static ScenarioNode node(@Nullable String parentId, int depth, @Nullable String action) {
        return new ScenarioNode(
                ID,
                E,
                parentId,
                depth,
                action,
                null,
                null,
                null,
                PARAMS,
                null,
                null,
                NodeStatus.ACTIVE,
                CREATED.plusNanos(7));
    }

    @Test
    void aChildIsOneStepDeeperInTheSameExploration() {
        assertTrue(ROOT.isRoot());
        assertFalse(CHILD.isRoot());
        assertEquals(1, CHILD.depth());
        assertEquals(ID, CHILD.parentId());
        assertEquals(E, CHILD.explorationId());
        assertTrue(CHILD.isActive());
        assertTrue(ScenarioNode.newId().matches("node_[a-f0-9]{8}"));
    }

    static Stream<Arguments> places() {
        String other = "node_0000000b";
        return Stream.of(
                Arguments.of(node(null, 0, null), null),
                Arguments.of(node(other, 2, null), null),
                Arguments.of(node(other, 1, "one tap"), null),
                Arguments.of(
                        node(other, 0, null), "scenario_nodes.parent_id must be null for a root, whose depth is 0"),
                Arguments.of(
                        node(null, 0, "one tap"),
                        "scenario_nodes.action_applied must be null for a root, whose depth is 0"),
                Arguments.of(node(null, 1, null), "scenario_nodes.parent_id must be there unless depth is 0"),
                Arguments.of(node(null, -1, null), "scenario_nodes.depth must be 0 or more, and finite"),
                Arguments.of(node(ID, 1, null), "scenario_nodes.parent_id must name another node"),
                Arguments.of(node("b", 1, null), "scenario_nodes.parent_id must match node_[a-f0-9]{8}"));
    }

    /** Contract case 89. */
    @ParameterizedTest
    @MethodSource("places")
    void checksThePlaceInTheTree(ScenarioNode node, @Nullable String refusal) {
        if (refusal == null) {
            assertEquals(CREATED, node.validated().createdAt());
        } else {
            assertEquals(refusal, refusal(node::validated));
        }
    }

    static Stream<Arguments> texts() {
        return Stream.of(
                Arguments.of("é".repeat(500), "x".repeat(9_000), "é".repeat(200), "é".repeat(30), null),
                Arguments.of("😀".repeat(500), "", "", "😀".repeat(30), null),
                Arguments.of("é".repeat(501), null, null, null, "action_applied must have at most 500"),
                Arguments.of(null, null, "x".repeat(201), null, "rationale must have at most 200"),
                Arguments.of(null, null, null, "x".repeat(31), "short_action must have at most 30"),
                Arguments.of(null, "a\0", null, null, "action_category holds the character U+0000"));
    }

    /** Contract case 90. */
    @ParameterizedTest
    @MethodSource("texts")
    void checksTexts(
            @Nullable String action,
            @Nullable String category,
            @Nullable String rationale,
            @Nullable String label,
            @Nullable String refusal) {
        if (refusal == null) {
            ScenarioNode after = CHILD.withAction(action, category, rationale, label);
            assertEquals(action, after.actionApplied());
            assertEquals(CHILD, after.withAction(null, null, null, null));
        } else {
            String message = refusal(() -> CHILD.withAction(action, category, rationale, label));
            assertTrue(message.startsWith("scenario_nodes." + refusal), message);
        }
    }

    @Test
    void changesReturnNewValues() {
        SimulationResults results = SimulationResults.of(0.412, 0.301, 0.287);
        ScorecardParams params = ScorecardParams.of(0, 0, 0, 0);
        ScenarioNode after = CHILD.withSimulation(results, 1.5).withScorecardParams(params);
        assertEquals(Optional.of(0.412), after.successRate());
        assertEquals(Optional.empty(), CHILD.successRate());
        assertEquals(params, after.scorecardParams());
        assertEquals(CHILD, after.withSimulation(null, null).withScorecardParams(PARAMS));
        assertNull(CHILD.executionTimeSeconds());
        for (double seconds : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertEquals(
                    "scenario_nodes.execution_time_seconds must be 0 or more, and finite",
                    refusal(() -> CHILD.withSimulation(results, seconds)));
        }
    }

    @ParameterizedTest
    @EnumSource(NodeStatus.class)
    void aStatusIsStoredInLowerCase(NodeStatus status) {
        ScenarioNode node = CHILD.withStatus(status);
        assertEquals(status == NodeStatus.ACTIVE, node.isActive());
        assertEquals(status == NodeStatus.DOMINATED, node.isDominated());
        assertEquals(status == NodeStatus.WINNER, node.isWinner());
        assertEquals(status, NodeStatus.ofText(status.text()));
        assertEquals(
                "scenario_nodes.node_status must be one of active, dominated, winner, expansion_failed",
                refusal(() -> NodeStatus.ofText(status.name())));
    }

    /** Contract case 91: the sum is one of doubles, in this order. */
    @ParameterizedTest
    @ValueSource(doubles = {0.2, 0.209, 0.191})
    void acceptsRatesThatSumToOne(double rest) {
        assertEquals(rest, SimulationResults.of(0.5, 0.3, rest).didNotTryRate());
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.21, 0.19, 0.3, 0})
    void refusesRatesThatDoNot(double rest) {
        assertEquals(
                "simulation_results: the rates must sum to 1.0, give or take 0.01",
                refusal(() -> SimulationResults.of(0.5, 0.3, rest)));
    }

    @Test
    void refusesRatesOutOfRange() {
        assertEquals("simulation_results.success_rate must be 0-1", refusal(() -> SimulationResults.of(1.005, 0, 0)));
        assertEquals("simulation_results.fail_rate must be 0-1", refusal(() -> SimulationResults.of(1, Double.NaN, 0)));
        assertEquals(
                "simulation_results.did_not_try_rate must be 0-1", refusal(() -> SimulationResults.of(1, 0, -0.001)));
    }

    /** Contract case 94. */
    @Test
    void impactsAreAddedAndCut() {
        assertEquals(
                ScorecardParams.of(0.0, 0.3, 0.2, 1.0),
                PARAMS.applyImpacts(Map.of("complexity", -2.0, "time_to_value", 0.6, "foo", Double.NaN)));
        assertEquals(PARAMS, PARAMS.applyImpacts(Map.of()));
        assertEquals(ScorecardParams.of(0.4, 0.3, 0.2, 0.5), PARAMS);
        assertEquals(
                0.6000000000000001,
                PARAMS.applyImpacts(Map.of("time_to_value", 0.1000000000000001)).timeToValue());
        assertEquals(
                "impact on complexity must be a finite number",
                refusal(() -> PARAMS.applyImpacts(Map.of("complexity", Double.NaN))));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.001, 1.001, Double.NaN})
    void refusesScoresOutOfRange(double score) {
        assertEquals("scorecard_params.complexity must be 0-1", refusal(() -> ScorecardParams.of(score, 0, 0, 0)));
        assertEquals("scorecard_params.initial_effort must be 0-1", refusal(() -> ScorecardParams.of(0, score, 0, 0)));
        assertEquals("scorecard_params.perceived_risk must be 0-1", refusal(() -> ScorecardParams.of(0, 0, score, 0)));
        assertEquals("scorecard_params.time_to_value must be 0-1", refusal(() -> ScorecardParams.of(0, 0, 0, score)));
        ScorecardParams stored = new ScorecardParams(0, 0, 0, 7);
        assertEquals(stored, ScorecardParams.fromJson(stored.toJson(), "scorecard_params"));
        assertThrows(ValidationException.class, () -> ROOT.withScorecardParams(stored));
    }

    @Test
    void resultsMayBeAbsentInTwoWays() {
        SimulationResults stored = new SimulationResults(7, 0, 0);
        String path = "simulation_results";
        assertEquals(Optional.empty(), SimulationResults.fromNullable(null, path));
        assertEquals(Optional.empty(), SimulationResults.fromNullable(JsonValue.NULL, path));
        assertEquals(Optional.of(stored), SimulationResults.fromNullable(stored.toJson(), path));
        assertEquals(
                "simulation_results.success_rate is missing",
                refusal(() -> SimulationResults.fromNullable(JsonValue.parse("{}"), path)));
    }
}
