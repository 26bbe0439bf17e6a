package io.synthlab.persistence.jdbc.analysis;

import io.synthlab.persistence.jdbc.statement.Dialect;

/** SQL on {@code analysis_runs}. */
final class AnalysisRunSql {
    static final String TABLE = "analysis_runs";

    private static final String COLUMNS = """
            id, experiment_id, scenario_id, config, status, started_at, completed_at, total_synths,
            aggregated_outcomes, execution_time_seconds""";

    private static final String SELECT = "SELECT " + COLUMNS + " FROM analysis_runs";

    static final String FIND = SELECT + " WHERE id = ?";

    static final String FIND_BY_EXPERIMENT = SELECT + " WHERE experiment_id = ?";

    static final String FIND_LATEST_COMPLETED = """
            SELECT id
              FROM analysis_runs
             WHERE experiment_id = ? AND status = 'completed'
             ORDER BY started_at DESC, id
             LIMIT 1
            """;

    static final String DELETE = "DELETE FROM analysis_runs WHERE id = ?";

    static final String DELETE_BY_EXPERIMENT = "DELETE FROM analysis_runs WHERE experiment_id = ?";

    final String insert;
    final String updateStatus;

    AnalysisRunSql(Dialect dialect) {
        String json = dialect.jsonParameter();
        insert =
                "INSERT INTO analysis_runs (%1$s) VALUES (?, ?, ?, %2$s, ?, ?, ?, ?, %2$s, ?)".formatted(COLUMNS, json);
        updateStatus = """
                UPDATE analysis_runs
                   SET status = ?, completed_at = coalesce(?, completed_at), total_synths = coalesce(?, total_synths),
                       aggregated_outcomes = coalesce(%s, aggregated_outcomes),
                       execution_time_seconds = coalesce(?, execution_time_seconds)
                 WHERE id = ? AND status = coalesce(?, status)
                RETURNING %s
                """.formatted(json, COLUMNS);
    }
}
