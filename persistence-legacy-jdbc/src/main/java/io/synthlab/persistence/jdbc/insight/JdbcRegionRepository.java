package io.synthlab.persistence.jdbc.insight;

import io.synthlab.persistence.insight.RegionAnalysis;
import io.synthlab.persistence.insight.RegionRepository;
import io.synthlab.persistence.internal.query.RegionQueries;
import io.synthlab.persistence.internal.row.RegionRow;
import io.synthlab.persistence.jdbc.statement.Dialect;
import io.synthlab.persistence.jdbc.statement.Statements;
import io.synthlab.persistence.jdbc.statement.Target;
import io.synthlab.persistence.spi.DatabaseContext;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Regions in JDBC. */
public final class JdbcRegionRepository implements RegionRepository {
    private static final Target TABLE = Target.table(RegionRow.TABLE);
    private static final String COLUMNS = "id, simulation_id, rules, rule_text, synth_count, synth_percentage,"
            + " did_not_try_rate, failed_rate, success_rate, failure_delta";
    private static final String LIST =
            "SELECT " + COLUMNS + " FROM region_analyses WHERE simulation_id = ? ORDER BY failed_rate DESC, id";
    private static final String DELETE = "DELETE FROM region_analyses WHERE simulation_id = ?";

    private final Statements statements;
    private final String insert;

    /**
     * Creates the repository.
     *
     * @param database the database
     * @param statements runs its statements
     */
    public JdbcRegionRepository(DatabaseContext database, Statements statements) {
        this.statements = statements;
        this.insert = "INSERT INTO region_analyses (%s) VALUES (?, ?, %s, ?, ?, ?, ?, ?, ?, ?)"
                .formatted(COLUMNS, Dialect.of(database.kind()).jsonParameter());
    }

    @Override
    public void saveRegionAnalyses(List<RegionAnalysis> regions) {
        regions.forEach(RegionAnalysis::validated);
        if (regions.isEmpty()) {
            return;
        }
        Target target = regions.size() == 1
                ? Target.row(RegionRow.TABLE, "id", regions.get(0).id())
                : TABLE;
        statements.batch(
                target,
                insert,
                regions.stream().map(JdbcRegionRepository::parameters).toList());
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
        return statements.list(TABLE, LIST, JdbcRegionRepository::read, simulationId);
    }

    @Override
    public int deleteRegionAnalyses(String simulationId) {
        return statements.update(TABLE, DELETE, simulationId);
    }

    private static Object[] parameters(RegionAnalysis region) {
        return new Object[] {
            region.id(),
            region.simulationId(),
            region.rulesToJson(),
            region.ruleText(),
            region.synthCount(),
            region.synthPercentage(),
            region.didNotTryRate(),
            region.failedRate(),
            region.successRate(),
            region.failureDelta()
        };
    }

    private static RegionAnalysis read(ResultSet row) throws SQLException {
        String id = row.getString("id");
        return new RegionAnalysis(
                id,
                row.getString("simulation_id"),
                RegionRow.rules(id, row.getString("rules")),
                row.getString("rule_text"),
                row.getInt("synth_count"),
                row.getDouble("synth_percentage"),
                row.getDouble("did_not_try_rate"),
                row.getDouble("failed_rate"),
                row.getDouble("success_rate"),
                row.getDouble("failure_delta"));
    }
}
