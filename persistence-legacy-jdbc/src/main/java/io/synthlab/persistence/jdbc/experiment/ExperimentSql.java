package io.synthlab.persistence.jdbc.experiment;

import io.synthlab.persistence.jdbc.statement.Dialect;

/** SQL on {@code experiments}. */
final class ExperimentSql {
    static final String TABLE = "experiments";

    /** NULL counts as active: a row of a lifted file may hold it. */
    private static final String ACTIVE = "(status = 'active' OR status IS NULL)";

    private static final String COLUMNS = "id, name, hypothesis, description, scorecard_data, created_at, updated_at";

    static final String FIND = "SELECT " + COLUMNS + " FROM experiments WHERE id = ? AND " + ACTIVE;

    /** Columns around a page or a single row {@code e}; what belongs to an experiment is counted for these rows only. */
    private static final String SUMMARY = """
            SELECT e.id, e.name, e.hypothesis, e.description, e.created_at, e.updated_at,
                   e.scorecard_data IS NOT NULL AS has_scorecard,
                   EXISTS (SELECT 1 FROM analysis_runs a WHERE a.experiment_id = e.id) AS has_analysis,
                   EXISTS (SELECT 1 FROM interview_guide g WHERE g.experiment_id = e.id) AS has_guide,
                   (SELECT count(*) FROM research_executions r WHERE r.experiment_id = e.id) AS interviews%s
              FROM %s e
            """;

    static final String FIND_SUMMARY = SUMMARY.formatted("", "experiments") + " WHERE e.id = ? AND " + ACTIVE;

    static final String COUNT = "SELECT count(*) FROM experiments WHERE " + ACTIVE;

    static final String LIST = SUMMARY.formatted(", (" + COUNT + ") AS total", """
                            (SELECT id, name, hypothesis, description, created_at, updated_at, scorecard_data
                               FROM experiments
                              WHERE %s
                              ORDER BY created_at DESC, id
                              LIMIT ? OFFSET ?)""".formatted(ACTIVE))
            + " ORDER BY e.created_at DESC, e.id";

    static final String UPDATE = """
            UPDATE experiments
               SET name = coalesce(?, name), hypothesis = coalesce(?, hypothesis),
                   description = coalesce(?, description), updated_at = ?
             WHERE id = ? AND %s
            RETURNING %s
            """.formatted(ACTIVE, COLUMNS);

    static final String SOFT_DELETE =
            "UPDATE experiments SET status = 'deleted', updated_at = ? WHERE id = ? AND " + ACTIVE;

    final String insert;
    final String updateScorecard;

    ExperimentSql(Dialect dialect) {
        String json = dialect.jsonParameter();
        insert = "INSERT INTO experiments (%s) VALUES (?, ?, ?, ?, %s, ?, ?)".formatted(COLUMNS, json);
        updateScorecard = """
                UPDATE experiments
                   SET scorecard_data = %s, updated_at = ?
                 WHERE id = ? AND %s
                RETURNING %s
                """.formatted(json, ACTIVE, COLUMNS);
    }
}
