package io.synthlab.persistence.jdbc.analysis;

import io.synthlab.persistence.CountedList;
import io.synthlab.persistence.analysis.AnalysisOutcomeRepository;
import io.synthlab.persistence.analysis.OutcomeDraft;
import io.synthlab.persistence.analysis.SynthOutcome;
import io.synthlab.persistence.internal.query.OutcomeQueries;
import io.synthlab.persistence.internal.row.OutcomeRow;
import io.synthlab.persistence.jdbc.statement.Statements;
import io.synthlab.persistence.spi.DatabaseContext;
import java.util.List;

/** Outcomes of whole analyses in JDBC. */
public final class JdbcAnalysisOutcomeRepository implements AnalysisOutcomeRepository {
    private final OutcomeRows rows;

    /**
     * Creates the repository.
     *
     * @param database the database
     * @param statements runs its statements
     */
    public JdbcAnalysisOutcomeRepository(DatabaseContext database, Statements statements) {
        this.rows = new OutcomeRows(database, statements);
    }

    @Override
    public int saveAll(String analysisId, List<OutcomeDraft> drafts) {
        List<OutcomeRow> prepared = OutcomeQueries.rows(analysisId, drafts);
        if (!prepared.isEmpty()) {
            rows.replace(analysisId, prepared);
        }
        return drafts.size();
    }

    @Override
    public CountedList<SynthOutcome> listByAnalysis(String analysisId, int limit, int offset) {
        return OutcomeQueries.withAttributes(rows.list(analysisId, limit, offset));
    }

    @Override
    public int deleteByAnalysis(String analysisId) {
        return rows.delete(analysisId);
    }
}
