package io.synthlab.persistence.jdbc.insight;

import io.synthlab.persistence.analysis.ChartInsight;
import io.synthlab.persistence.insight.InsightRepository;
import io.synthlab.persistence.insight.StoredInsight;
import io.synthlab.persistence.internal.query.InsightQueries;
import io.synthlab.persistence.internal.row.InsightRow;
import io.synthlab.persistence.jdbc.statement.Dialect;
import io.synthlab.persistence.jdbc.statement.Statements;
import io.synthlab.persistence.jdbc.statement.Target;
import io.synthlab.persistence.spi.DatabaseContext;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Insights in JDBC. */
public final class JdbcInsightRepository implements InsightRepository {
    private static final Target TABLE = Target.table(InsightRow.TABLE);
    private static final String SELECT =
            "SELECT id, simulation_id, insight_type, response_json, created_at, updated_at FROM chart_insights";
    private static final String FIND = SELECT + " WHERE simulation_id = ? AND insight_type = ?";
    private static final String LIST = SELECT + " WHERE simulation_id = ? ORDER BY created_at, id";
    private static final String DELETE_ALL = "DELETE FROM chart_insights WHERE simulation_id = ?";
    private static final String DELETE = DELETE_ALL + " AND insight_type = ?";

    private final DatabaseContext database;
    private final Statements statements;
    private final String save;

    /**
     * Creates the repository.
     *
     * @param database the database
     * @param statements runs its statements
     */
    public JdbcInsightRepository(DatabaseContext database, Statements statements) {
        this.database = database;
        this.statements = statements;
        this.save = InsightQueries.SAVE.formatted(Dialect.of(database.kind()).jsonParameter());
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

    private String save(Target row, Object[] parameters) {
        return statements
                .find(row, save, stored -> stored.getString("id"), parameters)
                .orElseThrow();
    }

    @Override
    public Optional<String> findExecutiveSummary(String simulationId) {
        return findRow(simulationId, EXECUTIVE_SUMMARY).flatMap(InsightRow::summary);
    }

    @Override
    public int deleteBySimulation(String simulationId) {
        return statements.update(TABLE, DELETE_ALL, simulationId);
    }

    @Override
    public boolean delete(String simulationId, String insightType) {
        return statements.update(row(simulationId, insightType), DELETE, simulationId, insightType) > 0;
    }

    private Optional<InsightRow> findRow(String simulationId, String insightType) {
        return statements.find(
                row(simulationId, insightType), FIND, JdbcInsightRepository::read, simulationId, insightType);
    }

    private List<InsightRow> listRows(String simulationId) {
        return statements.list(TABLE, LIST, JdbcInsightRepository::read, simulationId);
    }

    private static InsightRow read(ResultSet row) throws SQLException {
        return new InsightRow(
                row.getString("id"),
                row.getString("simulation_id"),
                row.getString("insight_type"),
                row.getString("response_json"),
                row.getString("created_at"),
                row.getString("updated_at"));
    }

    private static Target row(String simulationId, String insightType) {
        return new Target(InsightRow.TABLE, InsightRow.key(simulationId, insightType));
    }
}
