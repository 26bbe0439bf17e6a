package io.synthlab.persistence.jpa.insight;

import io.synthlab.persistence.insight.SensitivityRepository;
import io.synthlab.persistence.insight.SensitivityResult;
import io.synthlab.persistence.internal.row.SensitivityRow;
import io.synthlab.persistence.internal.time.Timestamps;
import io.synthlab.persistence.jpa.session.RowKey;
import io.synthlab.persistence.jpa.session.SqlStatement;
import io.synthlab.persistence.jpa.session.UnitSessions;
import io.synthlab.persistence.model.insight.SensitivityResultEntity;
import java.util.Optional;

/** Sensitivity analyses on Hibernate. */
public final class JpaSensitivityRepository implements SensitivityRepository {
    private static final String FIND_LATEST =
            "from SensitivityResultEntity where simulationId = :simulationId order by analyzedAt desc, id";

    /** The entity would write NULL into {@code created_at}, which is the database's to fill. */
    private static final SqlStatement INSERT = new SqlStatement("""
            INSERT INTO sensitivity_results (id, simulation_id, analyzed_at, deltas_used, baseline_success,
                   most_sensitive_dimension, dimensions)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """);

    private static final SqlStatement DELETE =
            new SqlStatement("DELETE FROM sensitivity_results WHERE simulation_id = ?");

    private final UnitSessions sessions;

    /**
     * Creates the repository.
     *
     * @param sessions runs its work
     */
    public JpaSensitivityRepository(UnitSessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public String saveResult(SensitivityResult result) {
        result.validated();
        String id = SensitivityRow.newId();
        sessions.change(
                RowKey.of(SensitivityRow.TABLE, "id", id),
                session -> INSERT.update(
                        session,
                        id,
                        result.simulationId(),
                        Timestamps.format(result.analyzedAt()),
                        result.deltasToJson(),
                        result.baselineSuccess(),
                        result.mostSensitiveDimension(),
                        result.dimensionsToJson()));
        return id;
    }

    @Override
    public Optional<SensitivityResult> findBySimulation(String simulationId) {
        return sessions.find(
                RowKey.of(SensitivityRow.TABLE, "simulation_id", simulationId),
                session -> session.createSelectionQuery(FIND_LATEST, SensitivityResultEntity.class)
                        .setParameter("simulationId", simulationId)
                        .setMaxResults(1)
                        .uniqueResultOptional()
                        .map(SensitivityResultEntity::toRecord));
    }

    @Override
    public Optional<SensitivityResult> findById(String resultId) {
        return sessions.find(
                RowKey.of(SensitivityRow.TABLE, "id", resultId),
                session -> Optional.ofNullable(session.get(SensitivityResultEntity.class, resultId))
                        .map(SensitivityResultEntity::toRecord));
    }

    @Override
    public int deleteBySimulation(String simulationId) {
        return sessions.changeAll(
                RowKey.ofText(SensitivityRow.TABLE, simulationId), session -> DELETE.update(session, simulationId));
    }
}
