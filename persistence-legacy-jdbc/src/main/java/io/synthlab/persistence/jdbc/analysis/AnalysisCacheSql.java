package io.synthlab.persistence.jdbc.analysis;

import io.synthlab.persistence.jdbc.statement.Dialect;

/** SQL on {@code analysis_cache}. */
final class AnalysisCacheSql {
    private static final String COLUMNS = "analysis_id, cache_key, data, params, computed_at";

    private static final String SELECT = "SELECT " + COLUMNS + " FROM analysis_cache WHERE analysis_id = ?";

    static final String FIND = SELECT + " AND cache_key = ?";

    static final String LIST = SELECT + " ORDER BY cache_key";

    static final String LIST_INSIGHTS = SELECT + " AND substr(cache_key, 1, 8) = 'insight_' ORDER BY cache_key";

    static final String DELETE_ALL = "DELETE FROM analysis_cache WHERE analysis_id = ?";

    static final String DELETE = DELETE_ALL + " AND cache_key = ?";

    final String save;

    AnalysisCacheSql(Dialect dialect) {
        save = """
                INSERT INTO analysis_cache (%1$s)
                VALUES (?, ?, %2$s, %2$s, ?)
                ON CONFLICT (analysis_id, cache_key) DO UPDATE
                   SET data = excluded.data, params = excluded.params, computed_at = excluded.computed_at
                """.formatted(COLUMNS, dialect.jsonParameter());
    }
}
