package io.synthlab.persistence.jdbc.exploration;

import io.synthlab.persistence.DatabaseKind;
import io.synthlab.persistence.jdbc.statement.Dialect;

/** SQL on {@code scenario_nodes}. */
final class ScenarioNodeSql {
    static final String TABLE = "scenario_nodes";

    /** The parent comes last: what an INSERT writes there differs. */
    private static final String COLUMNS = "id, exploration_id, depth, action_applied, action_category, rationale,"
            + " short_action, scorecard_params, simulation_results, execution_time_seconds, node_status, created_at,"
            + " parent_id";

    private static final String SELECT = "SELECT " + COLUMNS + " FROM scenario_nodes";

    private static final String OF_EXPLORATION = SELECT + " WHERE exploration_id = ?";

    static final String FIND = SELECT + " WHERE id = ?";

    static final String LIST = OF_EXPLORATION + " ORDER BY depth, created_at, id";

    static final String LIST_FRONTIER =
            OF_EXPLORATION + " AND node_status = 'active' ORDER BY depth DESC, created_at, id";

    static final String FIND_ROOT = OF_EXPLORATION + " AND depth = 0 ORDER BY created_at, id LIMIT 1";

    static final String FIND_WINNER =
            OF_EXPLORATION + " AND node_status = 'winner' ORDER BY depth, created_at, id LIMIT 1";

    static final String LIST_CHILDREN = SELECT + " WHERE parent_id = ? ORDER BY created_at, id";

    static final String COUNT_BY_STATUS =
            "SELECT node_status, count(*) AS nodes FROM scenario_nodes WHERE exploration_id = ? GROUP BY node_status";

    /** UNION keeps each row once, so that the walk through a cycle ends where it began. */
    static final String PATH = """
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

    static final String UPDATE_STATUS = "UPDATE scenario_nodes SET node_status = ? WHERE id = ?";

    static final String UPDATE_EXPECTED_STATUS = UPDATE_STATUS + " AND node_status = ?";

    /**
     * The parent if it belongs to the exploration; no row at all if it belongs to another one; and otherwise a parent
     * that cannot exist, so that the foreign key refuses a node whose parent or exploration is unknown to this
     * statement, even if another caller has brought it since.
     */
    private static final String PARENT = """
            coalesce((SELECT p.id FROM scenario_nodes p WHERE p.id = ? AND p.exploration_id = ?), '')
             WHERE NOT EXISTS (
                   SELECT 1
                     FROM scenario_nodes p
                     JOIN explorations e ON e.id = ?
                    WHERE p.id = ? AND p.exploration_id <> e.id)
            """;

    private static final String FIND_BEST = """
            SELECT %1$s
              FROM (SELECT %1$s, %%s AS rate FROM scenario_nodes WHERE exploration_id = ?) rated
             WHERE rate IS NOT NULL
             ORDER BY rate DESC, depth, created_at, id
             LIMIT 1
            """.formatted(COLUMNS);

    final String insertRoot;
    final String insertChild;
    final String update;
    final String updateSimulation;
    final String findBest;

    ScenarioNodeSql(DatabaseKind kind) {
        String json = Dialect.of(kind).jsonParameter();
        String insert = "INSERT INTO scenario_nodes (%s) SELECT ?, ?, ?, ?, ?, ?, ?, %s, %s, ?, ?, ?, "
                .formatted(COLUMNS, json, json);
        insertRoot = insert + "NULL";
        insertChild = insert + PARENT;
        update = """
                UPDATE scenario_nodes
                   SET scorecard_params = %s, simulation_results = %s, execution_time_seconds = ?, node_status = ?
                 WHERE id = ?
                """.formatted(json, json);
        updateSimulation = "UPDATE scenario_nodes SET simulation_results = %s, execution_time_seconds = ? WHERE id = ?"
                .formatted(json);
        findBest = FIND_BEST.formatted(rate(kind));
    }

    /** The rate as a number, NULL if there is none. */
    private static String rate(DatabaseKind kind) {
        return kind == DatabaseKind.POSTGRESQL
                ? "CASE WHEN jsonb_typeof(simulation_results -> 'success_rate') = 'number'"
                        + " THEN CAST(simulation_results -> 'success_rate' AS numeric) END"
                : "CASE WHEN json_type(simulation_results, '$.success_rate') IN ('integer', 'real')"
                        + " THEN json_extract(simulation_results, '$.success_rate') END";
    }
}
