package io.synthlab.persistence.jpa.experiment;

import io.synthlab.persistence.jpa.session.SqlStatement;

/**
 * Queries about experiments: HQL reads, SQL writes on a condition. An update in HQL would be translated anew each
 * time, and it returns no row.
 */
final class ExperimentQueries {
    /** In HQL and in SQL. NULL counts as active: a row of a lifted file may hold it. */
    private static final String ACTIVE = "(status = 'active' or status is null)";

    /** Counts where EXISTS would do: PostgreSQL would look up all experiments at once, for a page of a few. */
    private static final String SUMMARY = """
            select e.id, e.name, e.hypothesis, e.description,
                   e.scorecardData is not null,
                   (select count(*) from AnalysisRunEntity a where a.experimentId = e.id) > 0,
                   (select count(*) from InterviewGuideEntity g where g.experimentId = e.id) > 0,
                   (select count(*) from ResearchExecutionEntity r where r.experimentId = e.id),
                   e.createdAt, e.updatedAt, %s
              from %s e
            """;

    static final String COUNT = "select count(*) from ExperimentEntity where " + ACTIVE;

    /** Cuts the page out first: what belongs to an experiment is counted for its rows only, not for those skipped. */
    private static final String PAGE = """
            (select x.id as id, x.name as name, x.hypothesis as hypothesis, x.description as description,
                    x.scorecardData as scorecardData, x.createdAt as createdAt, x.updatedAt as updatedAt
               from ExperimentEntity x
              where %s
              order by x.createdAt desc, x.id
              limit :limit offset :offset)""".formatted(ACTIVE);

    static final String LIST = SUMMARY.formatted("(" + COUNT + ")", PAGE) + " order by e.createdAt desc, e.id";

    static final String FIND_SUMMARY = SUMMARY.formatted("1L", "ExperimentEntity") + " where e.id = :id and " + ACTIVE;

    private static final String UPDATE = "UPDATE experiments SET %s, updated_at = ? WHERE id = ? AND " + ACTIVE;

    static final String UPDATE_TEXTS = UPDATE.formatted(
            "name = coalesce(?, name), hypothesis = coalesce(?, hypothesis), description = coalesce(?, description)");

    static final String UPDATE_SCORECARD = UPDATE.formatted("scorecard_data = ?");

    static final SqlStatement SOFT_DELETE = new SqlStatement(UPDATE.formatted("status = 'deleted'"));

    private ExperimentQueries() {}
}
