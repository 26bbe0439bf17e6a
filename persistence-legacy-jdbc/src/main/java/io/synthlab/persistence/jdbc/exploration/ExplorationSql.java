package io.synthlab.persistence.jdbc.exploration;

import io.synthlab.persistence.jdbc.statement.Dialect;

/** SQL on {@code explorations}. */
final class ExplorationSql {
    static final String TABLE = "explorations";

    private static final String COLUMNS = "id, experiment_id, baseline_analysis_id, goal, config, status,"
            + " current_depth, total_nodes, total_llm_calls, best_success_rate, started_at, completed_at";

    private static final String SELECT = "SELECT " + COLUMNS + " FROM explorations";

    static final String FIND = SELECT + " WHERE id = ?";

    static final String LIST_BY_EXPERIMENT = SELECT + " WHERE experiment_id = ? ORDER BY started_at DESC, id";

    final String insert;
    final String update;
    final String updateExpected;

    ExplorationSql(Dialect dialect) {
        String json = dialect.jsonParameter();
        insert = "INSERT INTO explorations (%s) VALUES (?, ?, ?, %s, %s, ?, ?, ?, ?, ?, ?, ?)"
                .formatted(COLUMNS, json, json);
        update = """
                UPDATE explorations
                   SET goal = %s, config = %s, status = ?, current_depth = ?, total_nodes = ?, total_llm_calls = ?,
                       best_success_rate = ?, completed_at = ?
                 WHERE id = ?
                """.formatted(json, json);
        updateExpected = update + " AND status = ?";
    }
}
