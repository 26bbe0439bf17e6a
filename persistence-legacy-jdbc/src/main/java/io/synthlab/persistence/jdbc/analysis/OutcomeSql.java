package io.synthlab.persistence.jdbc.analysis;

/** SQL on {@code synth_outcomes}; the statements that store many rows are shared by both implementations. */
final class OutcomeSql {
    static final String TABLE = "synth_outcomes";

    private static final String COLUMNS = "o.id, o.analysis_id, o.synth_id, o.did_not_try_rate, o.failed_rate,"
            + " o.success_rate, o.synth_attributes";

    private static final String SELECT = "SELECT " + COLUMNS + " FROM synth_outcomes o ";

    /** Each side of the OR has an index; a stored id goes before one that is only read as such. */
    static final String FIND = SELECT + """
             WHERE o.id = ? OR (o.id IS NULL AND o.analysis_id = ? AND o.synth_id = ?)
             ORDER BY o.id IS NULL
             LIMIT 1
            """;

    static final String FIND_PAIR = SELECT + "WHERE o.analysis_id = ? AND o.synth_id = ?";

    /** From the outcomes of the synth to their analyses. */
    static final String FIND_LATEST = """
            SELECT %s
              FROM analysis_runs a
              JOIN synth_outcomes o ON o.analysis_id = a.id
             WHERE o.synth_id = ? AND a.status = 'completed'
             ORDER BY a.completed_at DESC NULLS LAST, a.id
             LIMIT 1
            """.formatted(COLUMNS);

    static final String COUNT = "SELECT count(*) FROM synth_outcomes WHERE analysis_id = ?";

    static final String LIST = """
            SELECT %s, (%s) AS total
              FROM synth_outcomes o
             WHERE o.analysis_id = ?
             ORDER BY o.synth_id
             LIMIT ? OFFSET ?
            """.formatted(COLUMNS, COUNT);

    static final String STATISTICS = """
            SELECT avg(success_rate), avg(did_not_try_rate), avg(failed_rate), count(*)
              FROM synth_outcomes
             WHERE analysis_id = ?
             GROUP BY analysis_id
            """;

    static final String DELETE = "DELETE FROM synth_outcomes WHERE analysis_id = ?";

    private OutcomeSql() {}
}
