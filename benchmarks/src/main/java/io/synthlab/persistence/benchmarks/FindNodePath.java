package io.synthlab.persistence.benchmarks;

import io.synthlab.persistence.JsonValue;
import io.synthlab.persistence.Repositories;
import io.synthlab.persistence.exploration.NodeStatus;
import io.synthlab.persistence.exploration.ScenarioNode;
import io.synthlab.persistence.exploration.ScorecardParams;
import io.synthlab.persistence.exploration.SimulationResults;
import io.synthlab.persistence.internal.time.Timestamps;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/** Path to a node at depth 20: it and its twenty ancestors, root first. */
final class FindNodePath implements Task {
    private static final int EXPLORATIONS = 50;
    private static final int DEPTH = 20;
    /** Nodes at each depth but the first; the first of them goes on. */
    private static final int WIDTH = 3;

    private static final int NODES = 1 + DEPTH * WIDTH;
    private static final String STARTED_AT = "2025-01-01T00:00:00+00:00";

    private static final String COLUMNS = "id, exploration_id, depth, action_applied, action_category, rationale,"
            + " short_action, scorecard_params, simulation_results, execution_time_seconds, node_status, created_at,"
            + " parent_id";

    private static final String PATH = """
            WITH RECURSIVE walk AS (
                SELECT %1$s
                  FROM scenario_nodes
                 WHERE id = ?
                UNION
                SELECT %2$s
                  FROM walk
                  JOIN scenario_nodes n ON n.id = walk.parent_id)
            SELECT %1$s FROM walk
            """.formatted(COLUMNS, "n." + COLUMNS.replace(", ", ", n."));

    @Override
    public void seed(Seed seed) throws SQLException {
        ExperimentSeed.experiments(seed);
        ExperimentSeed.analyses(seed, EXPLORATIONS);
        String json = seed.jsonHole();
        seed.insert("""
                INSERT INTO explorations (id, experiment_id, baseline_analysis_id, goal, config, started_at)
                VALUES (?, ?, ?, %s, %s, ?)
                """.formatted(json, json), EXPLORATIONS, number -> new Object[] {
            explorationId(number), ExperimentSeed.id(number), ExperimentSeed.analysisId(number), "{}", "{}", STARTED_AT
        });
        seed.insert("""
                INSERT INTO scenario_nodes (id, exploration_id, parent_id, depth, action_applied, action_category,
                       rationale, short_action, scorecard_params, simulation_results, execution_time_seconds, created_at)
                VALUES (?, ?, ?, ?, 'Fewer fields', 'forms', 'Less to type', 'Fields', %s, %s, ?, ?)
                """.formatted(json, json), EXPLORATIONS * NODES, FindNodePath::node);
    }

    /** Each depth hangs below the first node of the one above; a root's texts are of no matter here. */
    private static Object[] node(int number) {
        int exploration = number / NODES;
        int place = number % NODES;
        int depth = (place + WIDTH - 1) / WIDTH;
        Object parent = depth == 0 ? null : nodeId(exploration, Math.max(0, (depth - 2) * WIDTH + 1));
        return new Object[] {
            nodeId(exploration, place),
            explorationId(exploration),
            parent,
            depth,
            "{\"complexity\":0.4,\"initial_effort\":0.3,\"perceived_risk\":0.2,\"time_to_value\":0.5}",
            "{\"success_rate\":0.25,\"fail_rate\":0.5,\"did_not_try_rate\":0.25}",
            0.75,
            STARTED_AT
        };
    }

    private static String explorationId(int number) {
        return "expl_" + HexFormat.of().toHexDigits(number);
    }

    private static String nodeId(int exploration, int place) {
        return "node_" + HexFormat.of().toHexDigits(exploration * NODES + place);
    }

    /** Returns the first node at the last depth of an exploration. */
    private static String target(int number) {
        return nodeId(number % EXPLORATIONS, (DEPTH - 1) * WIDTH + 1);
    }

    @Override
    public Object direct(DirectJdbc jdbc, int number) throws SQLException {
        return jdbc.read(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(PATH)) {
                statement.setString(1, target(number));
                List<ScenarioNode> path = new ArrayList<>();
                try (ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                        path.add(read(row, jdbc.naiveZone()));
                    }
                }
                path.sort(Comparator.comparingInt(ScenarioNode::depth));
                return path;
            }
        });
    }

    private static ScenarioNode read(ResultSet row, ZoneId naiveZone) throws SQLException {
        String results = row.getString(9);
        double seconds = row.getDouble(10);
        Double time = row.wasNull() ? null : Double.valueOf(seconds);
        return new ScenarioNode(
                row.getString(1),
                row.getString(2),
                row.getString(13),
                row.getInt(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                ScorecardParams.fromJson(JsonValue.ofStored(row.getString(8)), "scorecard_params"),
                results == null
                        ? null
                        : SimulationResults.fromNullable(JsonValue.ofStored(results), "simulation_results")
                                .orElse(null),
                time,
                NodeStatus.ofText(row.getString(11)),
                Timestamps.parse(row.getString(12), naiveZone));
    }

    @Override
    public Object through(Repositories repositories, int number) {
        return repositories.explorations().listPathToNode(target(number));
    }
}
