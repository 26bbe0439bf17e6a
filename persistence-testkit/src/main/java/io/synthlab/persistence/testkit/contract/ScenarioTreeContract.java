package io.synthlab.persistence.testkit.contract;

import static io.synthlab.persistence.testkit.contract.Refusals.assertUnreadable;
import static io.synthlab.persistence.testkit.fixture.ScenarioRows.E;
import static io.synthlab.persistence.testkit.fixture.ScenarioRows.F;
import static io.synthlab.persistence.testkit.fixture.ScenarioRows.N2;
import static io.synthlab.persistence.testkit.fixture.ScenarioRows.N3;
import static io.synthlab.persistence.testkit.fixture.ScenarioRows.N4;
import static io.synthlab.persistence.testkit.fixture.ScenarioRows.NOBODY;
import static io.synthlab.persistence.testkit.fixture.ScenarioRows.PARAMS;
import static io.synthlab.persistence.testkit.fixture.ScenarioRows.ROOT;
import static io.synthlab.persistence.testkit.fixture.StudyRows.T0;
import static io.synthlab.persistence.testkit.fixture.StudyRows.T1;
import static io.synthlab.persistence.testkit.fixture.StudyRows.T2;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.synthlab.persistence.exploration.NodeStatus;
import io.synthlab.persistence.exploration.ScenarioNode;
import io.synthlab.persistence.testkit.fixture.ScenarioRows;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Scenario nodes as a tree: lists in order, paths, and picks of one among several. */
public abstract class ScenarioTreeContract extends ContractBase {
    private static final List<String> NOWHERE = List.of("expl_00000000", "", "a\u0000b", "\uD83D");

    /** For the cells. */
    protected ScenarioTreeContract() {}

    @BeforeEach
    void insertExplorations() {
        new ScenarioRows(database()).explorations();
    }

    private void createTree() {
        ScenarioRows.TREE.forEach(explorations()::createNode);
    }

    private static List<String> ids(List<ScenarioNode> nodes) {
        return nodes.stream().map(ScenarioNode::id).toList();
    }

    @ContractCase("R2-76")
    void given_a_tree_when_listed_then_all_come_by_depth_and_the_frontier_deepest_first() {
        createTree();
        assertEquals(List.of(ROOT, N3, N2, N4), explorations().listNodesByExploration(E));
        assertEquals(List.of(N4, N3, N2, ROOT), explorations().listFrontierNodes(E));
        assertEquals(List.of(), explorations().listNodesByExploration(F));
        for (String id : NOWHERE) {
            assertEquals(List.of(), explorations().listNodesByExploration(id));
            assertEquals(List.of(), explorations().listFrontierNodes(id));
        }
    }

    @Test
    void given_nodes_of_one_depth_and_moment_when_listed_then_the_id_decides() {
        explorations().createNode(ROOT);
        for (String id : List.of("node_000000ac", "node_000000aa", "node_000000ab")) {
            explorations().createNode(ROOT.child(id, PARAMS, T1));
        }
        List<String> inOrder = List.of("node_000000aa", "node_000000ab", "node_000000ac");
        assertEquals(inOrder, ids(explorations().listChildren(ROOT.id())));
        assertEquals(inOrder, ids(explorations().listFrontierNodes(E)).subList(0, 3));
        assertEquals(inOrder, ids(explorations().listNodesByExploration(E)).subList(1, 4));
    }

    @ContractCase("R2-77")
    void given_a_dominated_node_when_listed_then_it_is_no_longer_of_the_frontier() {
        createTree();
        explorations().updateNodeStatus(N3.id(), NodeStatus.DOMINATED);
        assertEquals(List.of(N4, N2, ROOT), explorations().listFrontierNodes(E));
        Map<NodeStatus, Long> counts = explorations().countNodesByStatus(E);
        assertEquals(
                Map.of(
                        NodeStatus.ACTIVE, 3L,
                        NodeStatus.DOMINATED, 1L,
                        NodeStatus.WINNER, 0L,
                        NodeStatus.EXPANSION_FAILED, 0L),
                counts);
        assertEquals(List.of(NodeStatus.values()), List.copyOf(counts.keySet()));
        assertThrows(UnsupportedOperationException.class, () -> counts.put(NodeStatus.WINNER, 1L));
    }

    @ContractCase("R2-78")
    void given_no_such_exploration_when_counted_then_every_status_is_zero() {
        createTree();
        for (String id : NOWHERE) {
            Map<NodeStatus, Long> counts = explorations().countNodesByStatus(id);
            assertEquals(List.of(NodeStatus.values()), List.copyOf(counts.keySet()));
            assertEquals(List.of(0L, 0L, 0L, 0L), List.copyOf(counts.values()));
        }
    }

    @ContractCase("R2-79")
    void given_a_tree_when_a_path_is_asked_for_then_it_runs_from_the_root_to_the_node() {
        createTree();
        assertEquals(List.of(ROOT, N2, N4), explorations().listPathToNode(N4.id()));
        assertEquals(List.of(ROOT), explorations().listPathToNode(ROOT.id()));
        for (String id : List.of(NOBODY, "", "a\u0000b", "\uDE00")) {
            assertEquals(List.of(), explorations().listPathToNode(id));
        }
    }

    @Test
    void given_depths_that_do_not_fit_when_a_path_is_asked_for_then_they_decide_and_ancestors_come_first() {
        createTree();
        database().execute("UPDATE scenario_nodes SET depth = 3 WHERE id IN (?, ?)", N2.id(), N4.id());
        assertEquals(List.of(ROOT.id(), N2.id(), N4.id()), ids(explorations().listPathToNode(N4.id())));
        database().execute("UPDATE scenario_nodes SET depth = 9 WHERE id = ?", ROOT.id());
        assertEquals(List.of(N2.id(), N4.id(), ROOT.id()), ids(explorations().listPathToNode(N4.id())));
    }

    @Test
    void given_a_parent_in_another_exploration_when_a_path_is_asked_for_then_it_goes_on_there() {
        createTree();
        database().execute("UPDATE scenario_nodes SET exploration_id = ? WHERE id = ?", F, N2.id());
        assertEquals(List.of(ROOT.id(), N2.id(), N4.id()), ids(explorations().listPathToNode(N4.id())));
    }

    @Test
    void given_trees_of_any_depth_when_a_path_is_asked_for_then_it_is_complete() {
        explorations().createNode(ROOT);
        int deepest = 1_000;
        insertChain(deepest);
        for (int depth : List.of(20, deepest)) {
            List<ScenarioNode> path = explorations().listPathToNode(chained(depth));
            assertEquals(
                    IntStream.rangeClosed(0, depth).boxed().toList(),
                    path.stream().map(ScenarioNode::depth).toList());
            assertEquals(chained(depth), path.get(depth).id());
        }
    }

    /** One statement for all; ids are in no order, so that only the parents lead the way. */
    private void insertChain(int deepest) {
        String rows = IntStream.rangeClosed(1, deepest)
                .mapToObj(depth -> "('%s', '%s', '%s', %d, '%s', '2026-01-01T10:00:00+00:00')"
                        .formatted(
                                chained(depth),
                                E,
                                chained(depth - 1),
                                depth,
                                PARAMS.toJson().text()))
                .collect(Collectors.joining(", "));
        database()
                .execute(
                        "INSERT INTO scenario_nodes (id, exploration_id, parent_id, depth, scorecard_params, created_at)"
                                + " VALUES " + rows);
    }

    private static String chained(int depth) {
        return depth == 0 ? ROOT.id() : "node_%08x".formatted(0xffff - depth * 7 % 1_009);
    }

    @ContractCase("R2-80")
    void given_a_tree_when_children_are_listed_then_the_oldest_comes_first() {
        createTree();
        assertEquals(List.of(N3, N2), explorations().listChildren(ROOT.id()));
        assertEquals(List.of(), explorations().listChildren(N4.id()));
        for (String id : List.of(NOBODY, "", "a\u0000b", "\uD83D")) {
            assertEquals(List.of(), explorations().listChildren(id));
        }
    }

    @ContractCase("R2-81")
    void given_simulated_nodes_when_the_best_is_asked_for_then_the_greatest_rate_wins() {
        createTree();
        assertEquals(Optional.empty(), explorations().findBestNodeBySuccessRate(E));
        explorations().updateNodeStatus(ROOT.id(), NodeStatus.DOMINATED);
        simulate(ROOT, "0.25");
        assertBest(ROOT);
        simulate(N2, "0.5");
        simulate(N3, "0.32");
        assertBest(N2);
        for (String id : NOWHERE) {
            assertEquals(Optional.empty(), explorations().findBestNodeBySuccessRate(id));
        }
    }

    @ContractCase("R2-82")
    void given_rates_in_any_spelling_when_the_best_is_asked_for_then_they_compare_as_numbers() {
        createTree();
        simulate(N2, "0.10");
        simulate(N3, "0.9");
        assertBest(N3);
        simulate(N2, "0.95");
        assertBest(N2);
        simulate(N4, "1.0");
        assertBest(N4);
        simulate(N4, "9e-1");
        simulate(N3, "1");
        assertBest(N3);
        simulate(N3, "1e-5");
        assertBest(N2);
    }

    @Test
    void given_results_without_a_number_when_the_best_is_asked_for_then_they_take_no_part() {
        createTree();
        simulate(N3, "0.01");
        for (String results : List.of(
                "{}",
                "null",
                "[]",
                "2",
                "\"success_rate\"",
                "{\"success_rate\":null}",
                "{\"success_rate\":true}",
                "{\"success_rate\":\"0.99\"}",
                "{\"success_rate\":{}}",
                "{\"rate\":1}")) {
            results(N2, results);
            assertBest(N3);
        }
    }

    @Test
    void given_equal_rates_when_the_best_is_asked_for_then_depth_time_and_id_decide() {
        createTree();
        List<ScenarioNode> worstFirst = new ArrayList<>(List.of(N4));
        for (ScenarioNode node : List.of(
                N2.child("node_000000a4", PARAMS, T1),
                ROOT.child("node_000000a3", PARAMS, T2),
                ROOT.child("node_000000a2", PARAMS, T1),
                ROOT.child("node_000000a1", PARAMS, T1))) {
            worstFirst.add(explorations().createNode(node));
        }
        for (ScenarioNode node : worstFirst) {
            simulate(node, node.depth() == 2 ? "0.5" : "5e-1");
            assertBest(node);
        }
    }

    private void assertBest(ScenarioNode node) {
        assertEquals(
                Optional.of(node.id()),
                explorations().findBestNodeBySuccessRate(E).map(ScenarioNode::id));
    }

    private void simulate(ScenarioNode node, String rate) {
        results(node, "{\"success_rate\":%s,\"fail_rate\":0,\"did_not_try_rate\":0}".formatted(rate));
    }

    /** Past the repository, which writes numbers in one spelling. The text is ours, so it may stand in the statement. */
    private void results(ScenarioNode node, String json) {
        database()
                .execute("UPDATE scenario_nodes SET simulation_results = '%s' WHERE id = ?".formatted(json), node.id());
    }

    @ContractCase("R2-83")
    void given_no_winner_when_one_is_made_then_it_is_found() {
        createTree();
        assertEquals(Optional.empty(), explorations().findWinnerNode(E));
        explorations().updateNodeStatus(N2.id(), NodeStatus.WINNER);
        assertEquals(
                Optional.of(N2.withStatus(NodeStatus.WINNER)), explorations().findWinnerNode(E));
        for (String id : NOWHERE) {
            assertEquals(Optional.empty(), explorations().findWinnerNode(id));
        }
    }

    @Test
    void given_several_winners_when_asked_for_then_depth_time_and_id_decide() {
        createTree();
        explorations().createNode(ROOT.child("node_00000000", PARAMS, T1));
        for (String id : List.of(N4.id(), N2.id(), N3.id(), "node_00000000")) {
            explorations().updateNodeStatus(id, NodeStatus.WINNER);
            assertEquals(Optional.of(id), explorations().findWinnerNode(E).map(ScenarioNode::id));
        }
    }

    @Test
    void given_several_roots_when_asked_for_then_time_and_id_decide() {
        assertEquals(Optional.empty(), explorations().findRootNode(E));
        for (ScenarioNode root : List.of(
                ScenarioNode.root("node_000000b3", E, PARAMS, T1),
                ScenarioNode.root("node_000000b2", E, PARAMS, T0),
                ScenarioNode.root("node_000000b1", E, PARAMS, T0))) {
            explorations().createNode(root);
            assertEquals(Optional.of(root), explorations().findRootNode(E));
        }
        explorations().createNode(ScenarioNode.root("node_000000b0", E, PARAMS, T2));
        assertEquals(
                Optional.of("node_000000b1"), explorations().findRootNode(E).map(ScenarioNode::id));
        assertEquals(Optional.empty(), explorations().findRootNode(F));
        for (String id : NOWHERE) {
            assertEquals(Optional.empty(), explorations().findRootNode(id));
        }
    }

    /** A root is what has depth 0, as in the original, with or without a parent. */
    @Test
    void given_a_node_of_depth_0_with_a_parent_when_the_root_is_asked_for_then_it_counts() {
        createTree();
        database().execute("UPDATE scenario_nodes SET depth = 1 WHERE id = ?", ROOT.id());
        database().execute("UPDATE scenario_nodes SET depth = 0 WHERE id = ?", N4.id());
        assertEquals(Optional.of(N4.id()), explorations().findRootNode(E).map(ScenarioNode::id));
    }

    @ContractCase("R2-95")
    void given_a_cycle_of_parents_when_a_path_is_asked_for_then_it_ends_with_an_error_that_names_a_node() {
        createTree();
        new ScenarioRows(database()).setParent(ROOT.id(), N2.id());
        assertCycle(N2, N4);
        assertCycle(N2, N2);
        assertCycle(ROOT, ROOT);
        assertCycle(ROOT, N3);
        new ScenarioRows(database()).setParent(N2.id(), N2.id());
        assertCycle(N2, N4);
        assertCycle(N2, N2);
        assertEquals(4, explorations().listNodesByExploration(E).size());
    }

    /** The walk from a node comes back to one that it has passed. */
    private void assertCycle(ScenarioNode back, ScenarioNode from) {
        assertUnreadable(
                "scenario_nodes",
                "id=" + back.id(),
                "parent_id",
                () -> explorations().listPathToNode(from.id()));
    }
}
