package io.synthlab.persistence.jpa.insight;

import io.synthlab.persistence.analysis.ChartInsight;
import io.synthlab.persistence.insight.InsightRepository;
import io.synthlab.persistence.insight.StoredInsight;
import io.synthlab.persistence.internal.query.InsightQueries;
import io.synthlab.persistence.internal.row.InsightRow;
import io.synthlab.persistence.internal.text.StorableText;
import io.synthlab.persistence.jpa.session.RowKey;
import io.synthlab.persistence.jpa.session.SqlStatement;
import io.synthlab.persistence.jpa.session.UnitSessions;
import io.synthlab.persistence.model.insight.ChartInsightEntity;
import io.synthlab.persistence.spi.DatabaseContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Insights on Hibernate. */
public final class JpaInsightRepository implements InsightRepository {
    private static final String FIND =
            "from ChartInsightEntity where simulationId = :simulationId and insightType = :insightType";
    private static final String LIST =
            "from ChartInsightEntity where simulationId = :simulationId order by createdAt, id";
    private static final SqlStatement SAVE = new SqlStatement(InsightQueries.SAVE.formatted("?"));
    private static final SqlStatement DELETE_ALL =
            new SqlStatement("DELETE FROM chart_insights WHERE simulation_id = ?");
    private static final SqlStatement DELETE =
            new SqlStatement("DELETE FROM chart_insights WHERE simulation_id = ? AND insight_type = ?");

    private final DatabaseContext database;
    private final UnitSessions sessions;

    /**
     * Creates the repository.
     *
     * @param database the database
     * @param sessions runs its work
     */
    public JpaInsightRepository(DatabaseContext database, UnitSessions sessions) {
        this.database = database;
        this.sessions = sessions;
    }

    @Override
    public Optional<ChartInsight> find(String simulationId, String insightType) {
        return findRow(simulationId, insightType).map(row -> row.toInsight(database.naiveZone()));
    }

    @Override
    public Map<String, ChartInsight> findAll(String simulationId) {
        return InsightQueries.charts(listRows(simulationId), database.naiveZone());
    }

    @Override
    public Optional<StoredInsight> findStored(String simulationId, String insightType) {
        return findRow(simulationId, insightType).map(row -> row.toStored(database.naiveZone()));
    }

    @Override
    public List<StoredInsight> listStored(String simulationId) {
        return listRows(simulationId).stream()
                .map(row -> row.toStored(database.naiveZone()))
                .toList();
    }

    @Override
    public String save(String simulationId, String insightType, ChartInsight insight) {
        return save(
                row(simulationId, insightType),
                InsightQueries.insight(
                        simulationId, insightType, insight, database.clock().instant()));
    }

    @Override
    public String saveExecutiveSummary(String simulationId, String summary) {
        return save(
                row(simulationId, EXECUTIVE_SUMMARY),
                InsightQueries.summary(simulationId, summary, database.clock().instant()));
    }

    private String save(RowKey row, Object[] parameters) {
        return sessions.find(row, session -> SAVE.find(session, stored -> stored.getString("id"), parameters))
                .orElseThrow();
    }

    @Override
    public Optional<String> findExecutiveSummary(String simulationId) {
        return findRow(simulationId, EXECUTIVE_SUMMARY).flatMap(InsightRow::summary);
    }

    @Override
    public int deleteBySimulation(String simulationId) {
        return sessions.changeAll(table(simulationId), session -> DELETE_ALL.update(session, simulationId));
    }

    @Override
    public boolean delete(String simulationId, String insightType) {
        return sessions.change(
                row(simulationId, insightType), session -> DELETE.update(session, simulationId, insightType));
    }

    private Optional<InsightRow> findRow(String simulationId, String insightType) {
        return sessions.find(
                row(simulationId, insightType),
                session -> session.createSelectionQuery(FIND, ChartInsightEntity.class)
                        .setParameter("simulationId", simulationId)
                        .setParameter("insightType", insightType)
                        .uniqueResultOptional()
                        .map(ChartInsightEntity::toRow));
    }

    private List<InsightRow> listRows(String simulationId) {
        return sessions
                .listAll(
                        table(simulationId),
                        session -> session.createSelectionQuery(LIST, ChartInsightEntity.class)
                                .setParameter("simulationId", simulationId)
                                .list())
                .stream()
                .map(ChartInsightEntity::toRow)
                .toList();
    }

    private static RowKey row(String simulationId, String insightType) {
        String key = InsightRow.key(simulationId, insightType);
        return new RowKey(InsightRow.TABLE, key, StorableText.firstUnstorable(key) < 0);
    }

    /** All rows of a simulation; errors name the table alone. */
    private static RowKey table(String simulationId) {
        return RowKey.ofText(InsightRow.TABLE, simulationId);
    }
}
