package io.synthlab.persistence.cli.cells;

import io.synthlab.persistence.exploration.Exploration;
import io.synthlab.persistence.exploration.ExplorationRepository;
import io.synthlab.persistence.exploration.ExplorationStatus;
import io.synthlab.persistence.exploration.Goal;
import io.synthlab.persistence.exploration.NodeStatus;
import io.synthlab.persistence.exploration.ScenarioNode;
import io.synthlab.persistence.exploration.ScorecardParams;
import io.synthlab.persistence.exploration.SimulationResults;
import io.synthlab.persistence.testkit.TestClock;
import java.util.List;

/** Calls on explorations and their trees of nodes. */
final class ExplorationCells implements Calls {
    private static final String NEW = "expl_0badcafe";
    private static final String ROOT = "node_0badcaf0";
    private static final String CHILD = "node_0badcaf1";
    private static final ScorecardParams PARAMS = ScorecardParams.of(0.1 + 0.2, 0.3, 0.2, 0.5);

    @Override
    public void read(Script script, Keys keys) {
        ExplorationRepository explorations = script.repositories().explorations();
        List<String> ids = keys.all("explorations", "id");
        script.askEach("exploration", ids, explorations::findExplorationById);
        script.askEach("explorations of", keys.all("experiments", "id"), explorations::listExplorationsByExperiment);
        script.askEach("nodes of", ids, explorations::listNodesByExploration);
        script.askEach("frontier of", ids, explorations::listFrontierNodes);
        script.askEach("root of", ids, explorations::findRootNode);
        script.askEach("winner of", ids, explorations::findWinnerNode);
        script.askEach("counts of", ids, explorations::countNodesByStatus);
        script.askEach("best of", ids, explorations::findBestNodeBySuccessRate);
        List<String> nodes = keys.all("scenario_nodes", "id");
        script.askEach("node", nodes, explorations::findNodeById);
        script.askEach("path to", nodes, explorations::listPathToNode);
        script.askEach("children of", nodes, explorations::listChildren);
    }

    @Override
    public void write(Script script, Keys keys) {
        ExplorationRepository explorations = script.repositories().explorations();
        List<String> pair = keys.query("SELECT experiment_id, baseline_analysis_id FROM explorations ORDER BY id")
                .get(0);
        Exploration exploration = Exploration.of(NEW, pair.get(0), pair.get(1), Goal.of(0.4), TestClock.START);
        script.ask("create exploration", () -> explorations.createExploration(exploration));
        script.ask("create exploration again", () -> explorations.createExploration(exploration));
        script.ask(
                "exploration of none",
                () -> explorations.createExploration(
                        Exploration.of("expl_0badcaff", "exp_00000000", pair.get(1), Goal.of(0.4), TestClock.START)));
        Exploration reached =
                exploration.withProgress(2, 7, 3, 0.32).withStatus(ExplorationStatus.GOAL_ACHIEVED, TestClock.START);
        script.ask("update exploration", () -> explorations.updateExploration(reached));
        script.ask(
                "update running exploration",
                () -> explorations.updateExploration(exploration, ExplorationStatus.RUNNING));
        writeNodes(script, keys, explorations);
    }

    private static void writeNodes(Script script, Keys keys, ExplorationRepository explorations) {
        String old = keys.first("scenario_nodes", "id");
        ScenarioNode root = ScenarioNode.root(ROOT, NEW, PARAMS, TestClock.START);
        ScenarioNode child = root.child(CHILD, PARAMS, TestClock.START).withAction("ação", "c", "r", "s");
        script.ask("create root", () -> explorations.createNode(root));
        script.ask("create root again", () -> explorations.createNode(root));
        script.ask("create child", () -> explorations.createNode(child));
        script.ask(
                "child of another exploration",
                () -> explorations.createNode(new ScenarioNode(
                        "node_0badcaf2",
                        NEW,
                        old,
                        1,
                        null,
                        null,
                        null,
                        null,
                        PARAMS,
                        null,
                        null,
                        NodeStatus.ACTIVE,
                        TestClock.START)));
        script.ask(
                "child of none",
                () -> explorations.createNode(new ScenarioNode(
                        "node_0badcaf3",
                        NEW,
                        "node_ffffffff",
                        1,
                        null,
                        null,
                        null,
                        null,
                        PARAMS,
                        null,
                        null,
                        NodeStatus.ACTIVE,
                        TestClock.START)));
        SimulationResults results = SimulationResults.of(0.5, 0.3, 0.2);
        for (String id : List.of(CHILD, old, "node_ffffffff")) {
            script.ask("simulate " + id, () -> explorations.updateNodeSimulation(id, results, 1.5));
            script.ask("badly simulate " + id, () -> explorations.updateNodeSimulation(id, results, -1));
            script.ask("win " + id, () -> explorations.updateNodeStatus(id, NodeStatus.WINNER));
            script.ask(
                    "dominate active " + id,
                    () -> explorations.updateNodeStatus(id, NodeStatus.ACTIVE, NodeStatus.DOMINATED));
        }
        script.ask("update node", () -> explorations.updateNode(child.withStatus(NodeStatus.EXPANSION_FAILED)));
    }
}
