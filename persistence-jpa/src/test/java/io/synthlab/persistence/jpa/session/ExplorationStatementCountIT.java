package io.synthlab.persistence.jpa.session;

import static io.synthlab.persistence.testkit.fixture.ScenarioRows.E;
import static io.synthlab.persistence.testkit.fixture.ScenarioRows.PARAMS;
import static io.synthlab.persistence.testkit.fixture.ScenarioRows.ROOT;
import static io.synthlab.persistence.testkit.fixture.StudyRows.A;
import static io.synthlab.persistence.testkit.fixture.StudyRows.T1;
import static io.synthlab.persistence.testkit.fixture.StudyRows.X;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.synthlab.persistence.DatabaseKind;
import io.synthlab.persistence.exploration.Exploration;
import io.synthlab.persistence.exploration.Goal;
import io.synthlab.persistence.exploration.NodeStatus;
import io.synthlab.persistence.exploration.ScenarioNode;
import io.synthlab.persistence.exploration.SimulationResults;
import io.synthlab.persistence.jpa.exploration.JpaExplorationRepository;
import io.synthlab.persistence.testkit.SynthLabDatabase;
import io.synthlab.persistence.testkit.TestDatabase;
import io.synthlab.persistence.testkit.fixture.ScenarioRows;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How often the database is asked about a tree does not depend on its size, nor on the depth of a path. */
@SynthLabDatabase(kind = DatabaseKind.SQLITE)
class ExplorationStatementCountIT {
    private CountingContext context;
    private UnitSessions sessions;
    private JpaExplorationRepository explorations;

    @BeforeEach
    void open(TestDatabase database) {
        new ScenarioRows(database).explorations();
        context = new CountingContext(database);
        sessions = new UnitSessions(context);
        explorations = new JpaExplorationRepository(context, sessions);
        explorations.createNode(ROOT);
        context.executions();
    }

    @AfterEach
    void close() throws Exception {
        context.close();
        sessions.close();
    }

    @Test
    void given_any_number_of_nodes_when_read_then_each_answer_is_one_statement() {
        ScenarioNode last = ROOT;
        for (int nodes : new int[] {3, 150}) {
            for (int number = 0; number < nodes; number++) {
                last = explorations.createNode(last.child(ScenarioNode.newId(), PARAMS, T1));
                explorations.createExploration(Exploration.of(X, A, Goal.of(0.4)));
            }
            context.executions();
            explorations.listExplorationsByExperiment(X);
            explorations.findExplorationById(E);
            explorations.findNodeById(last.id());
            explorations.listNodesByExploration(E);
            explorations.listFrontierNodes(E);
            explorations.findRootNode(E);
            explorations.findWinnerNode(E);
            explorations.listPathToNode(last.id());
            explorations.countNodesByStatus(E);
            explorations.findBestNodeBySuccessRate(E);
            explorations.listChildren(ROOT.id());
            assertEquals(Collections.nCopies(11, "executeQuery"), context.executions());
        }
    }

    @Test
    void given_a_node_when_written_then_each_change_is_one_statement() {
        ScenarioNode child = explorations.createNode(ROOT.child(ScenarioNode.newId(), PARAMS, T1));
        explorations.updateNode(child);
        explorations.updateNodeSimulation(child.id(), SimulationResults.of(1, 0, 0), 1.0);
        explorations.updateNodeStatus(child.id(), NodeStatus.WINNER);
        explorations.updateNodeStatus(child.id(), NodeStatus.WINNER, NodeStatus.ACTIVE);
        explorations.updateExploration(Exploration.of(E, X, A, Goal.of(0.4), T1));
        assertEquals(Collections.nCopies(6, "executeUpdate"), context.executions());
    }

    @Test
    void given_ids_that_no_row_can_have_when_asked_then_nothing_is_sent() {
        explorations.listNodesByExploration("\0");
        explorations.listPathToNode("\uD83D");
        explorations.findBestNodeBySuccessRate("\0");
        explorations.countNodesByStatus("\0");
        explorations.updateNodeStatus("\0", NodeStatus.WINNER);
        assertEquals(List.of(), context.executions());
    }
}
