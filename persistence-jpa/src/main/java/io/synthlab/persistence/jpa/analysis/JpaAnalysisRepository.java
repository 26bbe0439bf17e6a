package io.synthlab.persistence.jpa.analysis;

import io.synthlab.persistence.analysis.AggregatedOutcomes;
import io.synthlab.persistence.analysis.AnalysisRepository;
import io.synthlab.persistence.analysis.AnalysisRun;
import io.synthlab.persistence.analysis.AnalysisStatus;
import io.synthlab.persistence.analysis.AnalysisUpdate;
import io.synthlab.persistence.jpa.session.ReturningUpdate;
import io.synthlab.persistence.jpa.session.RowKey;
import io.synthlab.persistence.jpa.session.UnitSessions;
import io.synthlab.persistence.model.ColumnText;
import io.synthlab.persistence.model.analysis.AnalysisRunEntity;
import io.synthlab.persistence.spi.DatabaseContext;
import java.util.Optional;
import java.util.function.Function;
import org.hibernate.StatelessSession;

/** Analyses on Hibernate. */
public final class JpaAnalysisRepository implements AnalysisRepository {
    private final DatabaseContext database;
    private final UnitSessions sessions;
    private final ReturningUpdate<AnalysisRunEntity> updateStatus =
            new ReturningUpdate<>(AnalysisRunEntity.class, AnalysisQueries.UPDATE_STATUS);

    /**
     * Creates the repository.
     *
     * @param database the database
     * @param sessions runs its work
     */
    public JpaAnalysisRepository(DatabaseContext database, UnitSessions sessions) {
        this.database = database;
        this.sessions = sessions;
    }

    @Override
    public AnalysisRun create(AnalysisRun run) {
        sessions.insert(row(run.id()), AnalysisRunEntity.of(run.validated()));
        return run;
    }

    @Override
    public Optional<AnalysisRun> findById(String analysisId) {
        return find(row(analysisId), session -> Optional.ofNullable(session.get(AnalysisRunEntity.class, analysisId)));
    }

    @Override
    public Optional<AnalysisRun> findByExperimentId(String experimentId) {
        return find(
                rowOf(experimentId),
                session -> session.createSelectionQuery(AnalysisQueries.FIND_BY_EXPERIMENT, AnalysisRunEntity.class)
                        .setParameter("experimentId", experimentId)
                        .uniqueResultOptional());
    }

    @Override
    public Optional<AnalysisRun> updateStatus(String analysisId, AnalysisUpdate update) {
        update.validated();
        AggregatedOutcomes outcomes = update.aggregatedOutcomes();
        AnalysisStatus expected = update.expectedStatus();
        return find(
                row(analysisId),
                session -> updateStatus.run(
                        session,
                        update.status().text(),
                        ColumnText.timestamp(update.completedAt()),
                        update.totalSynths(),
                        outcomes == null ? null : outcomes.toJson(),
                        update.executionTimeSeconds(),
                        analysisId,
                        expected == null ? null : expected.text()));
    }

    @Override
    public boolean delete(String analysisId) {
        return sessions.change(row(analysisId), session -> AnalysisQueries.DELETE.update(session, analysisId));
    }

    @Override
    public boolean deleteByExperimentId(String experimentId) {
        return sessions.change(
                rowOf(experimentId), session -> AnalysisQueries.DELETE_BY_EXPERIMENT.update(session, experimentId));
    }

    @Override
    public Optional<String> findLatestCompletedId(String experimentId) {
        return sessions.find(
                rowOf(experimentId),
                session -> session.createSelectionQuery(AnalysisQueries.FIND_LATEST_COMPLETED, String.class)
                        .setParameter("experimentId", experimentId)
                        .setMaxResults(1)
                        .uniqueResultOptional());
    }

    private Optional<AnalysisRun> find(RowKey row, Function<StatelessSession, Optional<AnalysisRunEntity>> work) {
        return sessions.find(row, work).map(found -> found.toRecord(database.naiveZone()));
    }

    private static RowKey row(String analysisId) {
        return RowKey.of(AnalysisRunEntity.TABLE, "id", analysisId);
    }

    private static RowKey rowOf(String experimentId) {
        return RowKey.of(AnalysisRunEntity.TABLE, "experiment_id", experimentId);
    }
}
