package io.synthlab.persistence.jpa.analysis;

import io.synthlab.persistence.internal.query.OutcomeQueries;
import io.synthlab.persistence.jpa.session.SqlStatement;

/** Statements about outcomes: HQL reads, SQL writes of many rows. */
final class OutcomeStatements {
    /** The attributes of {@link io.synthlab.persistence.internal.row.OutcomeRow}. */
    private static final String ROW = "select o.outcomeId, o.analysisId, o.synthId, o.didNotTryRate, o.failedRate,"
            + " o.successRate, o.synthAttributes";

    /** Each side of the OR has an index; a stored id goes before one that is only read as such. */
    static final String FIND = ROW + """
              from SynthOutcomeEntity o
             where o.outcomeId = :id
                or (o.outcomeId is null and o.analysisId = :analysisId and o.synthId = :synthId)
             order by o.outcomeId nulls last
            """;

    /** From the outcomes of the synth to their analyses. */
    static final String FIND_LATEST = ROW + """
              from AnalysisRunEntity a
              join SynthOutcomeEntity o on o.analysisId = a.id
             where o.synthId = :synthId and a.status = 'completed'
             order by a.completedAt desc nulls last, a.id
            """;

    static final String COUNT = "select count(*) from SynthOutcomeEntity where analysisId = :analysisId";

    static final String LIST = ROW + """
            , (%s)
              from SynthOutcomeEntity o
             where o.analysisId = :analysisId
             order by o.synthId
            """.formatted(COUNT);

    static final String STATISTICS = """
            select avg(successRate), avg(didNotTryRate), avg(failedRate), count(*)
              from SynthOutcomeEntity
             where analysisId = :analysisId
             group by analysisId
            """;

    static final SqlStatement DELETE = new SqlStatement("DELETE FROM synth_outcomes WHERE analysis_id = ?");

    static final SqlStatement LOCK_ANALYSIS = new SqlStatement(OutcomeQueries.LOCK_ANALYSIS);

    static final SqlStatement HASHED_PAIRS = new SqlStatement(OutcomeQueries.HASHED_PAIRS);

    static final SqlStatement STRAY_IDS = new SqlStatement(OutcomeQueries.STRAY_IDS);

    static final SqlStatement DELETE_STRAYS = new SqlStatement(OutcomeQueries.DELETE_STRAYS);

    private OutcomeStatements() {}
}
