package io.synthlab.persistence.jpa.insight;

import io.synthlab.persistence.insight.RegionAnalysis;
import io.synthlab.persistence.insight.RegionRepository;
import io.synthlab.persistence.internal.query.RegionQueries;
import io.synthlab.persistence.internal.row.RegionRow;
import io.synthlab.persistence.jpa.session.RowKey;
import io.synthlab.persistence.jpa.session.SqlStatement;
import io.synthlab.persistence.jpa.session.UnitSessions;
import io.synthlab.persistence.model.insight.RegionAnalysisEntity;
import java.util.List;

/** Regions on Hibernate. */
public final class JpaRegionRepository implements RegionRepository {
    private static final String LIST =
            "from RegionAnalysisEntity where simulationId = :simulationId order by failedRate desc, id";
    private static final SqlStatement DELETE = new SqlStatement("DELETE FROM region_analyses WHERE simulation_id = ?");

    private final UnitSessions sessions;

    /**
     * Creates the repository.
     *
     * @param sessions runs its work
     */
    public JpaRegionRepository(UnitSessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public void saveRegionAnalyses(List<RegionAnalysis> regions) {
        regions.forEach(RegionAnalysis::validated);
        List<RegionAnalysisEntity> rows =
                regions.stream().map(RegionAnalysisEntity::of).toList();
        if (rows.size() == 1) {
            sessions.insert(RowKey.of(RegionRow.TABLE, "id", regions.get(0).id()), rows.get(0));
        } else if (!rows.isEmpty()) {
            sessions.insertAll(RegionRow.TABLE, rows);
        }
    }

    @Override
    public int replaceRegionAnalyses(String simulationId, List<RegionAnalysis> regions) {
        RegionQueries.requireAllOf(simulationId, regions);
        int before = deleteRegionAnalyses(simulationId);
        saveRegionAnalyses(regions);
        return before;
    }

    @Override
    public List<RegionAnalysis> listRegionAnalyses(String simulationId) {
        return sessions
                .listAll(
                        table(simulationId),
                        session -> session.createSelectionQuery(LIST, RegionAnalysisEntity.class)
                                .setParameter("simulationId", simulationId)
                                .list())
                .stream()
                .map(RegionAnalysisEntity::toRecord)
                .toList();
    }

    @Override
    public int deleteRegionAnalyses(String simulationId) {
        return sessions.changeAll(table(simulationId), session -> DELETE.update(session, simulationId));
    }

    /** All regions of a simulation; errors name the table alone. */
    private static RowKey table(String simulationId) {
        return RowKey.ofText(RegionRow.TABLE, simulationId);
    }
}
