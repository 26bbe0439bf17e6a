package io.synthlab.persistence.jpa.experiment;

import io.synthlab.persistence.Page;
import io.synthlab.persistence.PageRequest;
import io.synthlab.persistence.experiment.Experiment;
import io.synthlab.persistence.experiment.ExperimentRepository;
import io.synthlab.persistence.experiment.ExperimentSummary;
import io.synthlab.persistence.experiment.ExperimentUpdate;
import io.synthlab.persistence.experiment.ScorecardData;
import io.synthlab.persistence.internal.time.Timestamps;
import io.synthlab.persistence.jpa.session.PageQuery;
import io.synthlab.persistence.jpa.session.ReturningUpdate;
import io.synthlab.persistence.jpa.session.RowKey;
import io.synthlab.persistence.jpa.session.UnitSessions;
import io.synthlab.persistence.model.experiment.ExperimentEntity;
import io.synthlab.persistence.spi.DatabaseContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Experiments on Hibernate. */
public final class JpaExperimentRepository implements ExperimentRepository {
    private static final PageQuery<ExperimentSummaryRow> LIST =
            new PageQuery<>(ExperimentQueries.LIST, ExperimentQueries.COUNT, ExperimentSummaryRow.class, Map.of());

    private final DatabaseContext database;
    private final UnitSessions sessions;
    private final ReturningUpdate<ExperimentEntity> updateTexts =
            new ReturningUpdate<>(ExperimentEntity.class, ExperimentQueries.UPDATE_TEXTS);
    private final ReturningUpdate<ExperimentEntity> updateScorecard =
            new ReturningUpdate<>(ExperimentEntity.class, ExperimentQueries.UPDATE_SCORECARD);

    /**
     * Creates the repository.
     *
     * @param database the database
     * @param sessions runs its work
     */
    public JpaExperimentRepository(DatabaseContext database, UnitSessions sessions) {
        this.database = database;
        this.sessions = sessions;
    }

    @Override
    public Experiment create(Experiment experiment) {
        sessions.insert(row(experiment.id()), ExperimentEntity.of(experiment.validated()));
        return experiment;
    }

    @Override
    public Optional<Experiment> findById(String experimentId) {
        return sessions.find(
                row(experimentId),
                session -> Optional.ofNullable(session.get(ExperimentEntity.class, experimentId))
                        .filter(ExperimentEntity::isActive)
                        .map(found -> found.toRecord(database.naiveZone())));
    }

    @Override
    public Optional<ExperimentSummary> findSummary(String experimentId) {
        return sessions.find(
                row(experimentId),
                session -> session.createSelectionQuery(ExperimentQueries.FIND_SUMMARY, ExperimentSummaryRow.class)
                        .setParameter("id", experimentId)
                        .uniqueResultOptional()
                        .map(found -> found.toRecord(database.naiveZone())));
    }

    @Override
    public Page<ExperimentSummary> list(PageRequest request) {
        return sessions.list(
                ExperimentEntity.TABLE,
                session -> LIST.run(session, request, found -> found.toPageRow(database.naiveZone())));
    }

    @Override
    public Optional<Experiment> update(String experimentId, ExperimentUpdate update) {
        update.validated();
        return updated(experimentId, updateTexts, update.name(), update.hypothesis(), update.description());
    }

    @Override
    public Optional<Experiment> updateScorecard(String experimentId, ScorecardData scorecard) {
        return updated(experimentId, updateScorecard, scorecard.validated().toJson());
    }

    private Optional<Experiment> updated(
            String experimentId, ReturningUpdate<ExperimentEntity> update, @Nullable Object... values) {
        List<Object> parameters = new ArrayList<>(Arrays.asList(values));
        parameters.add(now());
        parameters.add(experimentId);
        return sessions.find(row(experimentId), session -> update.run(session, parameters.toArray()))
                .map(found -> found.toRecord(database.naiveZone()));
    }

    @Override
    public boolean softDelete(String experimentId) {
        return sessions.change(
                row(experimentId), session -> ExperimentQueries.SOFT_DELETE.update(session, now(), experimentId));
    }

    private String now() {
        return Timestamps.format(database.clock().instant());
    }

    private static RowKey row(String experimentId) {
        return RowKey.of(ExperimentEntity.TABLE, "id", experimentId);
    }
}
