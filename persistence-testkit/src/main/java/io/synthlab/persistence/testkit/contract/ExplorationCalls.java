package io.synthlab.persistence.testkit.contract;

import static io.synthlab.persistence.testkit.fixture.Fixtures.A1;
import static io.synthlab.persistence.testkit.fixture.Fixtures.E1;
import static io.synthlab.persistence.testkit.fixture.Fixtures.day;
import static io.synthlab.persistence.testkit.fixture.ScenarioRows.E;
import static io.synthlab.persistence.testkit.fixture.ScenarioRows.N2;
import static io.synthlab.persistence.testkit.fixture.ScenarioRows.N3;
import static io.synthlab.persistence.testkit.fixture.ScenarioRows.ROOT;

import io.synthlab.persistence.Repositories;
import io.synthlab.persistence.exploration.Exploration;
import io.synthlab.persistence.exploration.ExplorationStatus;
import io.synthlab.persistence.exploration.Goal;
import io.synthlab.persistence.exploration.NodeStatus;
import io.synthlab.persistence.exploration.SimulationResults;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Every method of the repository of explorations, called on one of A1 with a root and a winner. */
final class ExplorationCalls {
    private static final Exploration EXPLORATION = Exploration.of(E, E1, A1, Goal.of(0.4), day(3));
    private static final SimulationResults RESULTS = SimulationResults.of(0.5, 0.3, 0.2);

    /** Reading methods by repository and name. */
    static final Map<String, Function<Repositories, Object>> READS = Map.ofEntries(
            Map.entry(
                    "explorations.findExplorationById",
                    all -> all.explorations().findExplorationById(E).orElseThrow()),
            Map.entry(
                    "explorations.listExplorationsByExperiment",
                    all -> all.explorations().listExplorationsByExperiment(E1)),
            Map.entry(
                    "explorations.findNodeById",
                    all -> all.explorations().findNodeById(N2.id()).orElseThrow()),
            Map.entry(
                    "explorations.listNodesByExploration",
                    all -> all.explorations().listNodesByExploration(E)),
            Map.entry(
                    "explorations.listFrontierNodes", all -> all.explorations().listFrontierNodes(E)),
            Map.entry(
                    "explorations.findRootNode",
                    all -> all.explorations().findRootNode(E).orElseThrow()),
            Map.entry(
                    "explorations.findWinnerNode",
                    all -> all.explorations().findWinnerNode(E).orElseThrow()),
            Map.entry("explorations.listPathToNode", all -> all.explorations().listPathToNode(N2.id())),
            Map.entry(
                    "explorations.countNodesByStatus", all -> all.explorations().countNodesByStatus(E)),
            Map.entry(
                    "explorations.findBestNodeBySuccessRate",
                    all -> all.explorations().findBestNodeBySuccessRate(E).orElseThrow()),
            Map.entry("explorations.listChildren", all -> all.explorations().listChildren(ROOT.id())));

    /** Writing methods by repository and name, each such that it would change something; overloads in one list. */
    static final Map<String, Function<Repositories, Object>> WRITES = Map.ofEntries(
            Map.entry(
                    "explorations.createExploration",
                    all -> all.explorations()
                            .createExploration(Exploration.of("expl_0000000d", E1, A1, Goal.of(0.4), day(3)))),
            Map.entry(
                    "explorations.updateExploration",
                    all -> List.of(
                            all.explorations().updateExploration(EXPLORATION.withProgress(1, 2, 3, 0.5)),
                            all.explorations().updateExploration(EXPLORATION, ExplorationStatus.RUNNING))),
            Map.entry("explorations.createNode", all -> all.explorations().createNode(N3)),
            Map.entry("explorations.updateNode", all -> all.explorations().updateNode(N2)),
            Map.entry(
                    "explorations.updateNodeStatus",
                    all -> List.of(
                            all.explorations().updateNodeStatus(ROOT.id(), NodeStatus.DOMINATED),
                            all.explorations().updateNodeStatus(N2.id(), NodeStatus.WINNER, NodeStatus.ACTIVE))),
            Map.entry(
                    "explorations.updateNodeSimulation",
                    all -> all.explorations().updateNodeSimulation(ROOT.id(), RESULTS, 1.0)));

    private ExplorationCalls() {}

    /** Stores an exploration of A1 of E1, which exist, with its root and a child that has won. */
    static void given(Repositories all) {
        all.explorations().createExploration(EXPLORATION);
        all.explorations().createNode(ROOT);
        all.explorations().createNode(N2.withSimulation(RESULTS, 1.0).withStatus(NodeStatus.WINNER));
    }
}
