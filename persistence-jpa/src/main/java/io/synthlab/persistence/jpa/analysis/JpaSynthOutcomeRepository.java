package io.synthlab.persistence.jpa.analysis;

import io.synthlab.persistence.CountedList;
import io.synthlab.persistence.Page;
import io.synthlab.persistence.PageRequest;
import io.synthlab.persistence.analysis.AnalysisStatistics;
import io.synthlab.persistence.analysis.SynthOutcome;
import io.synthlab.persistence.analysis.SynthOutcomeRepository;
import io.synthlab.persistence.internal.query.OutcomeQueries;
import io.synthlab.persistence.internal.row.OutcomeRow;
import io.synthlab.persistence.internal.text.StorableText;
import io.synthlab.persistence.jpa.session.RowKey;
import io.synthlab.persistence.jpa.session.UnitSessions;
import io.synthlab.persistence.model.analysis.SynthOutcomeEntity;
import io.synthlab.persistence.model.analysis.SynthOutcomeKey;
import io.synthlab.persistence.spi.DatabaseContext;
import java.util.List;
import java.util.Optional;

/** Outcomes one by one on Hibernate. */
public final class JpaSynthOutcomeRepository implements SynthOutcomeRepository {
    private final UnitSessions sessions;
    private final OutcomeRows rows;

    /**
     * Creates the repository.
     *
     * @param database the database
     * @param sessions runs its work
     */
    public JpaSynthOutcomeRepository(DatabaseContext database, UnitSessions sessions) {
        this.sessions = sessions;
        this.rows = new OutcomeRows(database, sessions);
    }

    @Override
    public SynthOutcome create(SynthOutcome outcome) {
        sessions.insert(OutcomeRows.row(outcome.id()), SynthOutcomeEntity.of(outcome.validated()));
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
        return sessions.find(
                OutcomeRows.row(outcomeId),
                session -> session.createSelectionQuery(OutcomeStatements.FIND, OutcomeRow.class)
                        .setParameter("id", outcomeId)
                        .setParameter("analysisId", pair.analysisId())
                        .setParameter("synthId", pair.synthId())
                        .setMaxResults(1)
                        .uniqueResultOptional()
                        .map(OutcomeRow::toRecord));
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
        return sessions.find(
                        OutcomeRows.ofAnalysis(analysisId),
                        session -> session.createSelectionQuery(OutcomeStatements.COUNT, Long.class)
                                .setParameter("analysisId", analysisId)
                                .uniqueResultOptional())
                .orElse(0L);
    }

    @Override
    public Optional<SynthOutcome> findBySynthAndAnalysis(String synthId, String analysisId) {
        boolean storable = StorableText.firstUnstorable(synthId) < 0 && StorableText.firstUnstorable(analysisId) < 0;
        RowKey key = new RowKey(SynthOutcomeEntity.TABLE, OutcomeRow.key(analysisId, synthId), storable);
        return sessions.find(
                key,
                session -> Optional.ofNullable(
                                session.get(SynthOutcomeEntity.class, new SynthOutcomeKey(analysisId, synthId)))
                        .map(SynthOutcomeEntity::toRecord));
    }

    @Override
    public Optional<AnalysisStatistics> findStatistics(String analysisId) {
        return sessions.find(
                OutcomeRows.ofAnalysis(analysisId),
                session -> session.createSelectionQuery(OutcomeStatements.STATISTICS, AnalysisStatistics.class)
                        .setParameter("analysisId", analysisId)
                        .uniqueResultOptional());
    }

    @Override
    public Optional<SynthOutcome> findLatestForSynth(String synthId) {
        return sessions.find(
                RowKey.of(SynthOutcomeEntity.TABLE, "synth_id", synthId),
                session -> session.createSelectionQuery(OutcomeStatements.FIND_LATEST, OutcomeRow.class)
                        .setParameter("synthId", synthId)
                        .setMaxResults(1)
                        .uniqueResultOptional()
                        .map(OutcomeRow::toRecord));
    }
}
