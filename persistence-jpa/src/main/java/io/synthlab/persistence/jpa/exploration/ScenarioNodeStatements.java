package io.synthlab.persistence.jpa.exploration;

import io.synthlab.persistence.DatabaseKind;
import io.synthlab.persistence.jpa.session.SqlStatement;

/** Statements about scenario nodes: HQL reads; SQL writes, walks along parents and looks into documents. */
final class ScenarioNodeStatements {
    private static final String OF_EXPLORATION = "select n from ScenarioNodeEntity n where n.explorationId = :value";

    static final String LIST = OF_EXPLORATION + " order by n.depth, n.createdAt, n.id";

    static final String LIST_FRONTIER =
            OF_EXPLORATION + " and n.nodeStatus = 'active' order by n.depth desc, n.createdAt, n.id";

    static final String FIND_ROOT = OF_EXPLORATION + " and n.depth = 0 order by n.createdAt, n.id limit 1";

    static final String FIND_WINNER =
            OF_EXPLORATION + " and n.nodeStatus = 'winner' order by n.depth, n.createdAt, n.id limit 1";

    static final String LIST_CHILDREN =
            "select n from ScenarioNodeEntity n where n.parentId = :value order by n.createdAt, n.id";

    static final String COUNT_BY_STATUS =
            "select n.nodeStatus, count(*) from ScenarioNodeEntity n where n.explorationId = :value group by n.nodeStatus";

    /** UNION keeps each row once, so that the walk through a cycle ends where it began. */
    static final String PATH = """
            WITH RECURSIVE walk AS (
                SELECT {columns}
                  FROM scenario_nodes
                 WHERE id = ?
                UNION
                SELECT {columns of n}
                  FROM walk
                  JOIN scenario_nodes n ON n.id = walk.parent_id)
            SELECT {columns} FROM walk
            """;

    /**
     * The parent if it belongs to the exploration; no row at all if it belongs to another one; and otherwise a parent
     * that cannot exist, so that the foreign key refuses a node whose parent or exploration is unknown to this
     * statement, even if another caller has brought it since.
     */
    static final SqlStatement INSERT_CHILD = new SqlStatement("""
            INSERT INTO scenario_nodes (id, exploration_id, depth, action_applied, action_category, rationale,
                   short_action, scorecard_params, simulation_results, execution_time_seconds, node_status, created_at,
                   parent_id)
            SELECT ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
                   coalesce((SELECT p.id FROM scenario_nodes p WHERE p.id = ? AND p.exploration_id = ?), '')
             WHERE NOT EXISTS (
                   SELECT 1
                     FROM scenario_nodes p
                     JOIN explorations e ON e.id = ?
                    WHERE p.id = ? AND p.exploration_id <> e.id)
            """);

    static final SqlStatement UPDATE = new SqlStatement("""
            UPDATE scenario_nodes
               SET scorecard_params = ?, simulation_results = ?, execution_time_seconds = ?, node_status = ?
             WHERE id = ?
            """);

    private static final String CHANGE_STATUS = "UPDATE scenario_nodes SET node_status = ? WHERE id = ?";

    static final SqlStatement UPDATE_STATUS = new SqlStatement(CHANGE_STATUS);

    static final SqlStatement UPDATE_EXPECTED_STATUS = new SqlStatement(CHANGE_STATUS + " AND node_status = ?");

    static final SqlStatement UPDATE_SIMULATION = new SqlStatement(
            "UPDATE scenario_nodes SET simulation_results = ?, execution_time_seconds = ? WHERE id = ?");

    private ScenarioNodeStatements() {}

    /** SQL that finds the node whose results hold the greatest number as rate. */
    static String findBest(DatabaseKind kind) {
        return """
                SELECT {columns}
                  FROM (SELECT {columns}, %s AS rate FROM scenario_nodes WHERE exploration_id = ?) rated
                 WHERE rate IS NOT NULL
                 ORDER BY rate DESC, depth, created_at, id
                 LIMIT 1
                """.formatted(rate(kind));
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
