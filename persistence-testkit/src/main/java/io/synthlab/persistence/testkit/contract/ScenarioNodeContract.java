package io.synthlab.persistence.testkit.contract;

import static io.synthlab.persistence.error.ConstraintViolationException.Kind.FOREIGN_KEY;
import static io.synthlab.persistence.error.ConstraintViolationException.Kind.UNIQUE;
import static io.synthlab.persistence.testkit.contract.Refusals.assertInvalid;
import static io.synthlab.persistence.testkit.contract.Refusals.assertUnreadable;
import static io.synthlab.persistence.testkit.contract.Refusals.assertViolation;
import static io.synthlab.persistence.testkit.fixture.ScenarioRows.E;
import static io.synthlab.persistence.testkit.fixture.ScenarioRows.F;
import static io.synthlab.persistence.testkit.fixture.ScenarioRows.N2;
import static io.synthlab.persistence.testkit.fixture.ScenarioRows.N4;
import static io.synthlab.persistence.testkit.fixture.ScenarioRows.NOBODY;
import static io.synthlab.persistence.testkit.fixture.ScenarioRows.PARAMS;
import static io.synthlab.persistence.testkit.fixture.ScenarioRows.ROOT;
import static io.synthlab.persistence.testkit.fixture.ScenarioRows.SPOILT;
import static io.synthlab.persistence.testkit.fixture.StudyRows.T1;
import static io.synthlab.persistence.testkit.fixture.StudyRows.T2;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.synthlab.persistence.JsonValue;
import io.synthlab.persistence.error.DatabaseException;
import io.synthlab.persistence.exploration.NodeStatus;
import io.synthlab.persistence.exploration.ScenarioNode;
import io.synthlab.persistence.exploration.ScorecardParams;
import io.synthlab.persistence.exploration.SimulationResults;
import io.synthlab.persistence.testkit.fixture.ScenarioRows;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Scenario nodes one by one: how they are stored and changed. */
public abstract class ScenarioNodeContract extends ContractBase {
    private static final SimulationResults RESULTS = SimulationResults.of(0.7, 0.3, 0.0);
    private static final String TABLE = "scenario_nodes";

    /** For the cells. */
    protected ScenarioNodeContract() {}

    @BeforeEach
    void insertExplorations() {
        new ScenarioRows(database()).explorations();
    }

    private void createTree() {
        ScenarioRows.TREE.forEach(explorations()::createNode);
    }

    private ScenarioNode stored(ScenarioNode node) {
        return explorations().findNodeById(node.id()).orElseThrow();
    }

    @Test
    void given_nodes_with_and_without_optional_parts_when_created_then_they_are_found_equal() {
        Instant created = Instant.parse("2026-01-01T10:00:00.000001Z");
        ScenarioNode root = ScenarioNode.root(ScenarioNode.newId(), E, PARAMS, created)
                .withAction(null, "flow", "it begins here", "root");
        ScenarioNode child = root.child(
                        ScenarioNode.newId(),
                        ScorecardParams.of(0.39999999999999997, 0, 1, 1e-300),
                        created.plusNanos(1_000))
                .withAction("Ação \uD83D\uDE00", "any kind", "why \"not\"", "\uD83D\uDE00")
                .withSimulation(SimulationResults.of(0.412, 0.301, 0.287), 1.25)
                .withStatus(NodeStatus.EXPANSION_FAILED);
        ScenarioNode bare = child.child(ScenarioNode.newId(), PARAMS, created);
        for (ScenarioNode node : List.of(root, child, bare)) {
            assertSame(node, explorations().createNode(node));
            assertEquals(Optional.of(node), explorations().findNodeById(node.id()));
        }
        assertEquals(
                JsonValue.parse("{\"success_rate\":0.412,\"fail_rate\":0.301,\"did_not_try_rate\":0.287}"),
                JsonValue.parse(rows().text(TABLE, "simulation_results", "id", child.id())));
        assertNull(rows().text(TABLE, "simulation_results", "id", bare.id()));
        assertEquals(0, explorations().findExplorationById(E).orElseThrow().totalNodes());
    }

    @Test
    void given_ids_of_any_form_when_nodes_are_asked_for_or_changed_then_there_is_none() {
        createTree();
        for (String id : List.of(NOBODY, "", "any text", "a\u0000b", "\uD83D", ROOT.id() + "\n")) {
            assertEquals(Optional.empty(), explorations().findNodeById(id));
            assertFalse(explorations().updateNodeStatus(id, NodeStatus.WINNER));
            assertFalse(explorations().updateNodeStatus(id, NodeStatus.ACTIVE, NodeStatus.WINNER));
            assertFalse(explorations().updateNodeSimulation(id, RESULTS, 1.0));
        }
        assertEquals(
                ScenarioRows.TREE.size(), explorations().countNodesByStatus(E).get(NodeStatus.ACTIVE));
    }

    @ContractCase("R2-84")
    void given_a_node_when_updated_then_only_its_state_is_written() {
        explorations().createNode(ROOT);
        explorations().createNode(N2);
        ScenarioNode created = N4.withAction("one tap", "flow", "faster", "tap").withSimulation(RESULTS, 2.0);
        explorations().createNode(created);
        ScorecardParams params = ScorecardParams.of(0.1, 0.2, 0.3, 0.4);
        ScenarioNode update = new ScenarioNode(
                N4.id(),
                F,
                ROOT.id(),
                1,
                "two taps",
                "other",
                "slower",
                "taps",
                params,
                null,
                null,
                NodeStatus.EXPANSION_FAILED,
                T2);
        assertTrue(explorations().updateNode(update));
        ScenarioNode expected =
                created.withScorecardParams(params).withSimulation(null, null).withStatus(NodeStatus.EXPANSION_FAILED);
        assertEquals(expected, stored(N4));
        assertTrue(explorations().updateNode(created));
        assertEquals(created, stored(N4));
    }

    /** Values are checked before they are written; what gets past that meets the check of the database. */
    @ContractCase("R2-85")
    void given_a_node_when_its_simulation_is_written_then_the_status_stays() {
        createTree();
        assertTrue(explorations().updateNodeSimulation(N4.id(), RESULTS, 1.5));
        ScenarioNode expected = N4.withSimulation(RESULTS, 1.5);
        assertEquals(expected, stored(N4));
        assertEquals(NodeStatus.ACTIVE, stored(N4).status());
        for (double seconds : List.of(-1.0, Double.NaN, Double.POSITIVE_INFINITY)) {
            assertInvalid(
                    "execution_time_seconds", () -> explorations().updateNodeSimulation(N4.id(), RESULTS, seconds));
        }
        SimulationResults wrong = new SimulationResults(0.5, 0.3, 0.3);
        assertInvalid("simulation_results", () -> explorations().updateNodeSimulation(N4.id(), wrong, 1.0));
        assertThrows(
                DatabaseException.class,
                () -> database()
                        .execute("UPDATE scenario_nodes SET execution_time_seconds = -1 WHERE id = ?", N4.id()));
        assertEquals(expected, stored(N4));
    }

    @ContractCase("R2-86")
    void given_no_such_node_when_changed_then_the_caller_is_told_and_nothing_happens() {
        assertFalse(explorations().updateNodeStatus(NOBODY, NodeStatus.WINNER));
        assertFalse(explorations().updateNodeSimulation(NOBODY, RESULTS, 1.0));
        assertFalse(explorations().updateNode(N4));
        assertEquals(0, rows().count(TABLE));
    }

    @ContractCase("R2-87")
    void given_an_unknown_exploration_or_parent_when_a_node_is_created_then_the_key_is_violated() {
        explorations().createNode(ROOT);
        ScenarioNode noExploration = ScenarioNode.root(SPOILT, "expl_00000000", PARAMS, T1);
        ScenarioNode noParent = N2.child(SPOILT, PARAMS, T1);
        ScenarioNode neither = noExploration.child("node_0000000e", PARAMS, T1);
        ScenarioNode knownParent = withParent("node_0000000d", "expl_00000000", ROOT.id());
        for (ScenarioNode lost : List.of(noExploration, noParent, neither, knownParent)) {
            assertViolation(
                    FOREIGN_KEY, TABLE, "id=" + lost.id(), () -> explorations().createNode(lost));
        }
        assertEquals(1, rows().count(TABLE));
    }

    @Test
    void given_a_taken_id_when_a_node_is_created_then_a_unique_violation_leaves_the_first() {
        explorations().createNode(ROOT);
        explorations().createNode(N2);
        ScenarioNode root = ScenarioNode.root(ROOT.id(), F, PARAMS, T2);
        ScenarioNode child = N2.withStatus(NodeStatus.WINNER);
        for (ScenarioNode again : List.of(root, child)) {
            assertViolation(
                    UNIQUE, TABLE, "id=" + again.id(), () -> explorations().createNode(again));
        }
        assertEquals(ROOT, stored(ROOT));
        assertEquals(N2, stored(N2));
    }

    /** The original stored both (R2 11.27). */
    @Test
    void given_itself_or_a_node_of_another_exploration_as_parent_when_created_then_it_is_refused() {
        explorations().createNode(ROOT);
        ScenarioNode self = withParent(SPOILT, E, SPOILT);
        ScenarioNode abroad = withParent(SPOILT, F, ROOT.id());
        assertInvalid("scenario_nodes.parent_id", () -> explorations().createNode(self));
        assertInvalid("scenario_nodes.parent_id", () -> explorations().updateNode(self));
        assertInvalid("scenario_nodes.parent_id", () -> explorations().createNode(abroad));
        assertEquals(1, rows().count(TABLE));
        // nothing failed in the database, so that the unit of work goes on
        repositories().inTransaction(tx -> {
            assertInvalid("scenario_nodes.parent_id", () -> tx.explorations().createNode(abroad));
            return tx.explorations().createNode(N2);
        });
        assertEquals(N2, stored(N2));
    }

    private static ScenarioNode withParent(String id, String explorationId, String parentId) {
        return new ScenarioNode(
                id, explorationId, parentId, 1, null, null, null, null, PARAMS, null, null, NodeStatus.ACTIVE, T1);
    }

    @ContractCase("R2-88")
    void given_an_exploration_with_nodes_when_its_row_is_deleted_then_they_go_with_it() {
        createTree();
        assertThrows(
                DatabaseException.class,
                () -> database().execute("DELETE FROM scenario_nodes WHERE id = ?", ROOT.id()));
        assertEquals(4, rows().count(TABLE));
        database().execute("DELETE FROM explorations WHERE id = ?", E);
        assertEquals(0, rows().count(TABLE));
        assertEquals(Optional.empty(), explorations().findNodeById(ROOT.id()));
    }

    @Test
    void given_an_expected_status_when_it_is_another_then_nothing_is_written() {
        createTree();
        assertFalse(explorations().updateNodeStatus(N2.id(), NodeStatus.DOMINATED, NodeStatus.WINNER));
        assertEquals(N2, stored(N2));
        assertTrue(explorations().updateNodeStatus(N2.id(), NodeStatus.ACTIVE, NodeStatus.DOMINATED));
        assertEquals(N2.withStatus(NodeStatus.DOMINATED), stored(N2));
    }

    @Test
    void given_several_threads_when_all_claim_a_node_then_exactly_one_is_told_so() throws Exception {
        createTree();
        List<Boolean> told = Race.of(
                4, () -> explorations().updateNodeStatus(N4.id(), NodeStatus.ACTIVE, NodeStatus.EXPANSION_FAILED));
        assertEquals(1, told.stream().filter(won -> won).count());
    }

    @Test
    void given_an_old_row_when_read_then_ranges_unknown_keys_and_json_null_are_accepted() {
        explorations().createNode(ROOT);
        String params =
                "{\"complexity\":2,\"initial_effort\":\"0.5\",\"perceived_risk\":0,\"time_to_value\":1,\"x\":{}}";
        new ScenarioRows(database()).spoil(params, "null", "2026-01-01T10:00:00.5Z");
        ScenarioNode found = explorations().findNodeById(SPOILT).orElseThrow();
        assertEquals(new ScorecardParams(2, 0.5, 0, 1), found.scorecardParams());
        assertNull(found.simulationResults());
        assertEquals(Instant.parse("2026-01-01T10:00:00.5Z"), found.createdAt());
        assertInvalid("scorecard_params.complexity", () -> explorations().updateNode(found));
    }

    @Test
    void given_a_row_that_cannot_be_read_when_asked_for_then_it_is_named() {
        createTree();
        String fine = PARAMS.toJson().text();
        String time = "2026-01-01T10:00:00+00:00";
        assertSpoilt("{\"complexity\":0.5}", null, time, "scorecard_params.initial_effort");
        assertSpoilt("[]", null, time, "scorecard_params");
        assertSpoilt(fine, "{}", time, "simulation_results.success_rate");
        assertSpoilt(fine, "{\"success_rate\":0.5,\"fail_rate\":true}", time, "simulation_results.fail_rate");
        assertSpoilt(fine, null, "", "created_at");
        assertEquals(List.of(N4), explorations().listChildren(N2.id()));
    }

    private void assertSpoilt(String params, @Nullable String results, String createdAt, String field) {
        new ScenarioRows(database()).spoil(params, results, createdAt);
        List<Executable> reads = List.of(
                () -> explorations().findNodeById(SPOILT),
                () -> explorations().listNodesByExploration(E),
                () -> explorations().listFrontierNodes(E),
                () -> explorations().listChildren(ROOT.id()),
                () -> explorations().listPathToNode(SPOILT));
        for (Executable read : reads) {
            assertUnreadable(TABLE, "id=" + SPOILT, field, read);
        }
    }
}
