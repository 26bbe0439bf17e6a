package io.synthlab.persistence.jpa.exploration;

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
import io.synthlab.persistence.internal.time.Timestamps;
import io.synthlab.persistence.jpa.session.EntityStatement;
import io.synthlab.persistence.jpa.session.RowKey;
import io.synthlab.persistence.jpa.session.SqlStatement;
import io.synthlab.persistence.jpa.session.UnitSessions;
import io.synthlab.persistence.model.ColumnText;
import io.synthlab.persistence.model.exploration.ExplorationEntity;
import io.synthlab.persistence.model.exploration.ScenarioNodeEntity;
import io.synthlab.persistence.spi.DatabaseContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/** Explorations and their scenario nodes on Hibernate. */
public final class JpaExplorationRepository implements ExplorationRepository {
    private static final String OF_EXPLORATION = "exploration_id";

    private final DatabaseContext database;
    private final UnitSessions sessions;
    private final EntityStatement<ScenarioNodeEntity> path =
            new EntityStatement<>(ScenarioNodeEntity.class, ScenarioNodeStatements.PATH);
    private final EntityStatement<ScenarioNodeEntity> best;

    /**
     * Creates the repository.
     *
     * @param database the database
     * @param sessions runs its work
     */
    public JpaExplorationRepository(DatabaseContext database, UnitSessions sessions) {
        this.database = database;
        this.sessions = sessions;
        this.best = new EntityStatement<>(ScenarioNodeEntity.class, ScenarioNodeStatements.findBest(database.kind()));
    }

    @Override
    public Exploration createExploration(Exploration exploration) {
        sessions.insert(exploration(exploration.id()), ExplorationEntity.of(exploration.validated()));
        return exploration;
    }

    @Override
    public Optional<Exploration> findExplorationById(String explorationId) {
        return sessions.find(
                exploration(explorationId),
                session -> Optional.ofNullable(session.get(ExplorationEntity.class, explorationId))
                        .map(found -> found.toRecord(database.naiveZone())));
    }

    @Override
    public boolean updateExploration(Exploration exploration) {
        return update(ExplorationStatements.UPDATE, exploration);
    }

    @Override
    public boolean updateExploration(Exploration exploration, ExplorationStatus expectedStatus) {
        return update(ExplorationStatements.UPDATE_EXPECTED, exploration, expectedStatus.text());
    }

    private boolean update(SqlStatement statement, Exploration exploration, String... expected) {
        exploration.validated();
        List<@Nullable Object> values = new ArrayList<>(Arrays.asList(
                exploration.goal().toJson(),
                exploration.config().toJson(),
                exploration.status().text(),
                exploration.currentDepth(),
                exploration.totalNodes(),
                exploration.totalLlmCalls(),
                exploration.bestSuccessRate(),
                ColumnText.timestamp(exploration.completedAt()),
                exploration.id()));
        values.addAll(Arrays.asList(expected));
        return sessions.change(exploration(exploration.id()), session -> statement.update(session, values.toArray()));
    }

    @Override
    public List<Exploration> listExplorationsByExperiment(String experimentId) {
        return sessions.listAll(
                RowKey.of(ExplorationEntity.TABLE, "experiment_id", experimentId),
                session -> session
                        .createSelectionQuery(ExplorationStatements.LIST_BY_EXPERIMENT, ExplorationEntity.class)
                        .setParameter("value", experimentId)
                        .list()
                        .stream()
                        .map(found -> found.toRecord(database.naiveZone()))
                        .toList());
    }

    @Override
    public ScenarioNode createNode(ScenarioNode node) {
        node.validated();
        if (node.parentId() == null) {
            sessions.insert(node(node.id()), ScenarioNodeEntity.of(node));
        } else {
            createChild(node, node.parentId());
        }
        return node;
    }

    private void createChild(ScenarioNode node, String parentId) {
        ScenarioTrees.requireStored(sessions.change(
                node(node.id()),
                session -> ScenarioNodeStatements.INSERT_CHILD.update(
                        session,
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
                        Timestamps.format(node.createdAt()),
                        parentId,
                        node.explorationId(),
                        node.explorationId(),
                        parentId)));
    }

    @Override
    public Optional<ScenarioNode> findNodeById(String nodeId) {
        return sessions.find(
                node(nodeId),
                session -> Optional.ofNullable(session.get(ScenarioNodeEntity.class, nodeId))
                        .map(found -> found.toRecord(database.naiveZone())));
    }

    @Override
    public boolean updateNode(ScenarioNode node) {
        node.validated();
        return changeNode(
                node.id(),
                ScenarioNodeStatements.UPDATE,
                node.scorecardParams().toJson(),
                results(node),
                node.executionTimeSeconds(),
                node.status().text(),
                node.id());
    }

    @Override
    public boolean updateNodeStatus(String nodeId, NodeStatus status) {
        return changeNode(nodeId, ScenarioNodeStatements.UPDATE_STATUS, status.text(), nodeId);
    }

    @Override
    public boolean updateNodeStatus(String nodeId, NodeStatus expectedStatus, NodeStatus status) {
        return changeNode(
                nodeId, ScenarioNodeStatements.UPDATE_EXPECTED_STATUS, status.text(), nodeId, expectedStatus.text());
    }

    @Override
    public boolean updateNodeSimulation(String nodeId, SimulationResults results, double executionTimeSeconds) {
        Rules.notNegative(executionTimeSeconds, "scenario_nodes.execution_time_seconds");
        return changeNode(
                nodeId,
                ScenarioNodeStatements.UPDATE_SIMULATION,
                results.validated().toJson(),
                executionTimeSeconds,
                nodeId);
    }

    private boolean changeNode(String nodeId, SqlStatement statement, @Nullable Object... parameters) {
        return sessions.change(node(nodeId), session -> statement.update(session, parameters));
    }

    @Override
    public List<ScenarioNode> listNodesByExploration(String explorationId) {
        return nodes(ScenarioNodeStatements.LIST, OF_EXPLORATION, explorationId);
    }

    @Override
    public List<ScenarioNode> listFrontierNodes(String explorationId) {
        return nodes(ScenarioNodeStatements.LIST_FRONTIER, OF_EXPLORATION, explorationId);
    }

    @Override
    public Optional<ScenarioNode> findRootNode(String explorationId) {
        return nodes(ScenarioNodeStatements.FIND_ROOT, OF_EXPLORATION, explorationId).stream()
                .findFirst();
    }

    @Override
    public Optional<ScenarioNode> findWinnerNode(String explorationId) {
        return nodes(ScenarioNodeStatements.FIND_WINNER, OF_EXPLORATION, explorationId).stream()
                .findFirst();
    }

    @Override
    public List<ScenarioNode> listPathToNode(String nodeId) {
        return ScenarioTrees.path(nodeId, nodes(node(nodeId), session -> path.list(session, nodeId)));
    }

    @Override
    public Map<NodeStatus, Long> countNodesByStatus(String explorationId) {
        RowKey key = RowKey.of(ScenarioNodeEntity.TABLE, OF_EXPLORATION, explorationId);
        StoredRow stored = new StoredRow(key.table(), String.valueOf(key.text()));
        Map<NodeStatus, Long> counted = new EnumMap<>(NodeStatus.class);
        sessions.listAll(
                        key,
                        session -> session.createSelectionQuery(
                                        ScenarioNodeStatements.COUNT_BY_STATUS, NodeStatusCount.class)
                                .setParameter("value", explorationId)
                                .list())
                .forEach(count -> counted.put(stored.read(() -> NodeStatus.ofText(count.status())), count.nodes()));
        return ScenarioTrees.complete(counted);
    }

    @Override
    public Optional<ScenarioNode> findBestNodeBySuccessRate(String explorationId) {
        return nodes(
                        RowKey.of(ScenarioNodeEntity.TABLE, OF_EXPLORATION, explorationId),
                        session -> best.list(session, explorationId))
                .stream()
                .findFirst();
    }

    @Override
    public List<ScenarioNode> listChildren(String parentId) {
        return nodes(ScenarioNodeStatements.LIST_CHILDREN, "parent_id", parentId);
    }

    /** Reads nodes by one column, which also names them if that fails. */
    private List<ScenarioNode> nodes(String hql, String column, String value) {
        return nodes(
                RowKey.of(ScenarioNodeEntity.TABLE, column, value),
                session -> session.createSelectionQuery(hql, ScenarioNodeEntity.class)
                        .setParameter("value", value)
                        .list());
    }

    private List<ScenarioNode> nodes(RowKey key, Function<StatelessSession, List<ScenarioNodeEntity>> work) {
        return sessions.listAll(key, work).stream()
                .map(found -> found.toRecord(database.naiveZone()))
                .toList();
    }

    private static @Nullable JsonValue results(ScenarioNode node) {
        return node.simulationResults() == null
                ? null
                : node.simulationResults().toJson();
    }

    private static RowKey exploration(String id) {
        return RowKey.of(ExplorationEntity.TABLE, "id", id);
    }

    private static RowKey node(String id) {
        return RowKey.of(ScenarioNodeEntity.TABLE, "id", id);
    }
}
