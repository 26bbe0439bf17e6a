package io.synthlab.persistence.jdbc.analysis;

import io.synthlab.persistence.CountedList;
import io.synthlab.persistence.Page;
import io.synthlab.persistence.PageRequest;
import io.synthlab.persistence.analysis.AnalysisStatistics;
import io.synthlab.persistence.analysis.SynthOutcome;
import io.synthlab.persistence.analysis.SynthOutcomeRepository;
import io.synthlab.persistence.internal.query.OutcomeQueries;
import io.synthlab.persistence.internal.row.OutcomeRow;
import io.synthlab.persistence.jdbc.statement.Statements;
import io.synthlab.persistence.jdbc.statement.Target;
import io.synthlab.persistence.spi.DatabaseContext;
import java.util.List;
import java.util.Optional;

/** Outcomes one by one in JDBC. */
public final class JdbcSynthOutcomeRepository implements SynthOutcomeRepository {
    private final Statements statements;
    private final OutcomeRows rows;

    /**
     * Creates the repository.
     *
     * @param database the database
     * @param statements runs its statements
     */
    public JdbcSynthOutcomeRepository(DatabaseContext database, Statements statements) {
        this.statements = statements;
        this.rows = new OutcomeRows(database, statements);
    }

    @Override
    public SynthOutcome create(SynthOutcome outcome) {
        rows.insert(OutcomeRow.of(outcome.validated()));
        return outcome;
    }

    @Override
    public List<SynthOutcome> createAll(List<SynthOutcome> outcomes) {
        List<OutcomeRow> prepared = OutcomeQueries.rows(outcomes);
        if (!prepared.isEmpty()) {
            rows.insert(prepared);
        }
        return List.copyOf(outcomes);
    }

    @Override
    public Optional<SynthOutcome> findById(String outcomeId) {
        OutcomeQueries.Pair pair = OutcomeQueries.pair(outcomeId);
        return statements.find(
                OutcomeRows.target(outcomeId),
                OutcomeSql.FIND,
                OutcomeRows::outcome,
                outcomeId,
                pair.analysisId(),
                pair.synthId());
    }

    @Override
    public Page<SynthOutcome> listByAnalysis(String analysisId, PageRequest request) {
        CountedList<SynthOutcome> page = rows.list(analysisId, request.limit(), request.offset());
        return new Page<>(page.items(), page.total(), request);
    }

    @Override
    public int deleteByAnalysis(String analysisId) {
        return rows.delete(analysisId);
    }

    @Override
    public long countByAnalysis(String analysisId) {
        return rows.count(analysisId);
    }

    @Override
    public Optional<SynthOutcome> findBySynthAndAnalysis(String synthId, String analysisId) {
        Target target = new Target(OutcomeSql.TABLE, OutcomeRow.key(analysisId, synthId));
        return statements.find(target, OutcomeSql.FIND_PAIR, OutcomeRows::outcome, analysisId, synthId);
    }

    @Override
    public Optional<AnalysisStatistics> findStatistics(String analysisId) {
        return statements.find(
                Target.table(OutcomeSql.TABLE),
                OutcomeSql.STATISTICS,
                row -> new AnalysisStatistics(row.getDouble(1), row.getDouble(2), row.getDouble(3), row.getLong(4)),
                analysisId);
    }

    @Override
    public Optional<SynthOutcome> findLatestForSynth(String synthId) {
        Target target = Target.row(OutcomeSql.TABLE, "synth_id", synthId);
        return statements.find(target, OutcomeSql.FIND_LATEST, OutcomeRows::outcome, synthId);
    }
}
