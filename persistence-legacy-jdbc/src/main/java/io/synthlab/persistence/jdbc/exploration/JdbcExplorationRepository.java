package io.synthlab.persistence.jdbc.exploration;

import static io.synthlab.persistence.internal.time.Timestamps.format;

import io.synthlab.persistence.JsonValue;
import io.synthlab.persistence.exploration.Exploration;
import io.synthlab.persistence.exploration.ExplorationRepository;
import io.synthlab.persistence.exploration.ExplorationStatus;
import io.synthlab.persistence.exploration.NodeStatus;
import io.synthlab.persistence.exploration.ScenarioNode;
import io.synthlab.persistence.exploration.SimulationResults;
import io.synthlab.persistence.internal.query.ScenarioTrees;
import io.synthlab.persistence.internal.row.StoredRow;
import io.synthlab.persistence.internal.text.Rules;
import io.synthlab.persistence.jdbc.statement.Dialect;
import io.synthlab.persistence.jdbc.statement.Statements;
import io.synthlab.persistence.jdbc.statement.Target;
import io.synthlab.persistence.spi.DatabaseContext;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Explorations and their scenario nodes in JDBC. */
public final class JdbcExplorationRepository implements ExplorationRepository {
    private static final String OF_EXPLORATION = "exploration_id";

    private final Statements statements;
    private final ExplorationSql explorationSql;
    private final ScenarioNodeSql nodeSql;
    private final ExplorationRows rows;

    /**
     * Creates the repository.
     *
     * @param database the database
     * @param statements runs its statements
     */
    public JdbcExplorationRepository(DatabaseContext database, Statements statements) {
        this.statements = statements;
        this.explorationSql = new ExplorationSql(Dialect.of(database.kind()));
        this.nodeSql = new ScenarioNodeSql(database.kind());
        this.rows = new ExplorationRows(database.naiveZone());
    }

    @Override
    public Exploration createExploration(Exploration exploration) {
        exploration.validated();
        statements.update(
                exploration(exploration.id()),
                explorationSql.insert,
                exploration.id(),
                exploration.experimentId(),
                exploration.baselineAnalysisId(),
                exploration.goal().toJson(),
                exploration.config().toJson(),
                exploration.status().text(),
                exploration.currentDepth(),
                exploration.totalNodes(),
                exploration.totalLlmCalls(),
                exploration.bestSuccessRate(),
                format(exploration.startedAt()),
                completedAt(exploration));
        return exploration;
    }

    @Override
    public Optional<Exploration> findExplorationById(String explorationId) {
        return statements.find(exploration(explorationId), ExplorationSql.FIND, rows::exploration, explorationId);
    }

    @Override
    public boolean updateExploration(Exploration exploration) {
        return update(explorationSql.update, exploration);
    }

    @Override
    public boolean updateExploration(Exploration exploration, ExplorationStatus expectedStatus) {
        return update(explorationSql.updateExpected, exploration, expectedStatus.text());
    }

    private boolean update(String sql, Exploration exploration, String... expected) {
        exploration.validated();
        List<@Nullable Object> values = Arrays.asList(
                exploration.goal().toJson(),
                exploration.config().toJson(),
                exploration.status().text(),
                exploration.currentDepth(),
                exploration.totalNodes(),
                exploration.totalLlmCalls(),
                exploration.bestSuccessRate(),
                completedAt(exploration),
                exploration.id());
        return statements.update(exploration(exploration.id()), sql, Statements.parameters(values, (Object[]) expected))
                > 0;
    }

    @Override
    public List<Exploration> listExplorationsByExperiment(String experimentId) {
        return statements.list(
                Target.row(ExplorationSql.TABLE, "experiment_id", experimentId),
                ExplorationSql.LIST_BY_EXPERIMENT,
                rows::exploration,
                experimentId);
    }

    @Override
    public ScenarioNode createNode(ScenarioNode node) {
        node.validated();
        List<@Nullable Object> values = Arrays.asList(
                node.id(),
                node.explorationId(),
                node.depth(),
                node.actionApplied(),
                node.actionCategory(),
                node.rationale(),
                node.shortAction(),
                node.scorecardParams().toJson(),
                results(node),
                node.executionTimeSeconds(),
                node.status().text(),
                format(node.createdAt()));
        if (node.parentId() == null) {
            changeNode(node.id(), nodeSql.insertRoot, values.toArray());
        } else {
            createChild(node, values);
        }
        return node;
    }

    private void createChild(ScenarioNode node, List<@Nullable Object> values) {
        String parentId = node.parentId();
        String explorationId = node.explorationId();
        ScenarioTrees.requireStored(changeNode(
                node.id(),
                nodeSql.insertChild,
                Statements.parameters(values, parentId, explorationId, explorationId, parentId)));
    }

    @Override
    public Optional<ScenarioNode> findNodeById(String nodeId) {
        return statements.find(node(nodeId), ScenarioNodeSql.FIND, rows::node, nodeId);
    }

    @Override
    public boolean updateNode(ScenarioNode node) {
        node.validated();
        return changeNode(
                node.id(),
                nodeSql.update,
                node.scorecardParams().toJson(),
                results(node),
                node.executionTimeSeconds(),
                node.status().text(),
                node.id());
    }

    @Override
    public boolean updateNodeStatus(String nodeId, NodeStatus status) {
        return changeNode(nodeId, ScenarioNodeSql.UPDATE_STATUS, status.text(), nodeId);
    }

    @Override
    public boolean updateNodeStatus(String nodeId, NodeStatus expectedStatus, NodeStatus status) {
        return changeNode(nodeId, ScenarioNodeSql.UPDATE_EXPECTED_STATUS, status.text(), nodeId, expectedStatus.text());
    }

    @Override
    public boolean updateNodeSimulation(String nodeId, SimulationResults results, double executionTimeSeconds) {
        Rules.notNegative(executionTimeSeconds, "scenario_nodes.execution_time_seconds");
        return changeNode(nodeId, nodeSql.updateSimulation, results.validated().toJson(), executionTimeSeconds, nodeId);
    }

    private boolean changeNode(String nodeId, String sql, @Nullable Object... parameters) {
        return statements.update(node(nodeId), sql, parameters) > 0;
    }

    @Override
    public List<ScenarioNode> listNodesByExploration(String explorationId) {
        return nodes(ScenarioNodeSql.LIST, OF_EXPLORATION, explorationId);
    }

    @Override
    public List<ScenarioNode> listFrontierNodes(String explorationId) {
        return nodes(ScenarioNodeSql.LIST_FRONTIER, OF_EXPLORATION, explorationId);
    }

    @Override
    public Optional<ScenarioNode> findRootNode(String explorationId) {
        return nodes(ScenarioNodeSql.FIND_ROOT, OF_EXPLORATION, explorationId).stream()
                .findFirst();
    }

    @Override
    public Optional<ScenarioNode> findWinnerNode(String explorationId) {
        return nodes(ScenarioNodeSql.FIND_WINNER, OF_EXPLORATION, explorationId).stream()
                .findFirst();
    }

    @Override
    public List<ScenarioNode> listPathToNode(String nodeId) {
        return ScenarioTrees.path(nodeId, nodes(ScenarioNodeSql.PATH, "id", nodeId));
    }

    @Override
    public Map<NodeStatus, Long> countNodesByStatus(String explorationId) {
        Target target = Target.row(ScenarioNodeSql.TABLE, OF_EXPLORATION, explorationId);
        StoredRow stored = new StoredRow(target.table(), String.valueOf(target.key()));
        Map<NodeStatus, Long> counted = new EnumMap<>(NodeStatus.class);
        statements.list(
                target,
                ScenarioNodeSql.COUNT_BY_STATUS,
                row -> {
                    String status = row.getString("node_status");
                    return counted.put(stored.read(() -> NodeStatus.ofText(status)), row.getLong("nodes"));
                },
                explorationId);
        return ScenarioTrees.complete(counted);
    }

    @Override
    public Optional<ScenarioNode> findBestNodeBySuccessRate(String explorationId) {
        return nodes(nodeSql.findBest, OF_EXPLORATION, explorationId).stream().findFirst();
    }

    @Override
    public List<ScenarioNode> listChildren(String parentId) {
        return nodes(ScenarioNodeSql.LIST_CHILDREN, "parent_id", parentId);
    }

    /** Reads nodes by one column, which also names them if that fails. */
    private List<ScenarioNode> nodes(String sql, String column, String value) {
        return statements.list(Target.row(ScenarioNodeSql.TABLE, column, value), sql, rows::node, value);
    }

    private static @Nullable String completedAt(Exploration exploration) {
        return exploration.completedAt() == null ? null : format(exploration.completedAt());
    }

    private static @Nullable JsonValue results(ScenarioNode node) {
        return node.simulationResults() == null
                ? null
                : node.simulationResults().toJson();
    }

    private static Target exploration(String id) {
        return Target.row(ExplorationSql.TABLE, "id", id);
    }

    private static Target node(String id) {
        return Target.row(ScenarioNodeSql.TABLE, "id", id);
    }
}
