package io.synthlab.persistence.jpa.analysis;

import io.synthlab.persistence.CountedList;
import io.synthlab.persistence.analysis.AnalysisOutcomeRepository;
import io.synthlab.persistence.analysis.OutcomeDraft;
import io.synthlab.persistence.analysis.SynthOutcome;
import io.synthlab.persistence.internal.query.OutcomeQueries;
import io.synthlab.persistence.internal.row.OutcomeRow;
import io.synthlab.persistence.jpa.session.UnitSessions;
import io.synthlab.persistence.spi.DatabaseContext;
import java.util.List;

/** Outcomes of whole analyses on Hibernate. */
public final class JpaAnalysisOutcomeRepository implements AnalysisOutcomeRepository {
    private final OutcomeRows rows;

    /**
     * Creates the repository.
     *
     * @param database the database
     * @param sessions runs its work
     */
    public JpaAnalysisOutcomeRepository(DatabaseContext database, UnitSessions sessions) {
        this.rows = new OutcomeRows(database, sessions);
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
