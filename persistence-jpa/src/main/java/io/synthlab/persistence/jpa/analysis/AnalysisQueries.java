package io.synthlab.persistence.jpa.analysis;

import io.synthlab.persistence.jpa.session.SqlStatement;

/** Queries about analyses and their caches: HQL reads, SQL writes on a condition. */
final class AnalysisQueries {
    static final String FIND_BY_EXPERIMENT = "from AnalysisRunEntity where experimentId = :experimentId";

    static final String FIND_LATEST_COMPLETED = """
            select id
              from AnalysisRunEntity
             where experimentId = :experimentId and status = 'completed'
             order by startedAt desc, id
            """;

    static final String UPDATE_STATUS = """
            UPDATE analysis_runs
               SET status = ?, completed_at = coalesce(?, completed_at), total_synths = coalesce(?, total_synths),
                   aggregated_outcomes = coalesce(?, aggregated_outcomes),
                   execution_time_seconds = coalesce(?, execution_time_seconds)
             WHERE id = ? AND status = coalesce(?, status)
            """;

    static final SqlStatement DELETE = new SqlStatement("DELETE FROM analysis_runs WHERE id = ?");

    static final SqlStatement DELETE_BY_EXPERIMENT =
            new SqlStatement("DELETE FROM analysis_runs WHERE experiment_id = ?");

    private static final String CACHE = """
            select analysisId, cacheKey, data, params, computedAt
              from AnalysisCacheEntity
             where analysisId = :analysisId%s
             order by cacheKey
            """;

    static final String LIST_CACHE = CACHE.formatted("");

    static final String LIST_INSIGHTS = CACHE.formatted(" and substring(cacheKey, 1, 8) = 'insight_'");

    static final SqlStatement DELETE_CACHE = new SqlStatement("DELETE FROM analysis_cache WHERE analysis_id = ?");

    static final SqlStatement DELETE_CACHE_ENTRY =
            new SqlStatement("DELETE FROM analysis_cache WHERE analysis_id = ? AND cache_key = ?");

    private AnalysisQueries() {}
}
