package io.synthlab.persistence.jdbc.insight;

import io.synthlab.persistence.insight.SensitivityRepository;
import io.synthlab.persistence.insight.SensitivityResult;
import io.synthlab.persistence.internal.row.SensitivityRow;
import io.synthlab.persistence.internal.time.Timestamps;
import io.synthlab.persistence.jdbc.statement.Dialect;
import io.synthlab.persistence.jdbc.statement.Statements;
import io.synthlab.persistence.jdbc.statement.Target;
import io.synthlab.persistence.spi.DatabaseContext;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** Sensitivity analyses in JDBC. */
public final class JdbcSensitivityRepository implements SensitivityRepository {
    private static final String COLUMNS =
            "id, simulation_id, analyzed_at, deltas_used, baseline_success," + " most_sensitive_dimension, dimensions";
    private static final String SELECT = "SELECT " + COLUMNS + " FROM sensitivity_results ";
    private static final String FIND = SELECT + "WHERE id = ?";
    private static final String FIND_LATEST = SELECT + "WHERE simulation_id = ? ORDER BY analyzed_at DESC, id LIMIT 1";
    private static final String DELETE = "DELETE FROM sensitivity_results WHERE simulation_id = ?";

    private final Statements statements;
    private final String insert;

    /**
     * Creates the repository.
     *
     * @param database the database
     * @param statements runs its statements
     */
    public JdbcSensitivityRepository(DatabaseContext database, Statements statements) {
        this.statements = statements;
        String json = Dialect.of(database.kind()).jsonParameter();
        this.insert =
                "INSERT INTO sensitivity_results (%s) VALUES (?, ?, ?, %s, ?, ?, %s)".formatted(COLUMNS, json, json);
    }

    @Override
    public String saveResult(SensitivityResult result) {
        result.validated();
        String id = SensitivityRow.newId();
        statements.update(
                Target.row(SensitivityRow.TABLE, "id", id),
                insert,
                id,
                result.simulationId(),
                Timestamps.format(result.analyzedAt()),
                result.deltasToJson(),
                result.baselineSuccess(),
                result.mostSensitiveDimension(),
                result.dimensionsToJson());
        return id;
    }

    @Override
    public Optional<SensitivityResult> findBySimulation(String simulationId) {
        return statements.find(
                Target.row(SensitivityRow.TABLE, "simulation_id", simulationId),
                FIND_LATEST,
                JdbcSensitivityRepository::read,
                simulationId);
    }

    @Override
    public Optional<SensitivityResult> findById(String resultId) {
        return statements.find(
                Target.row(SensitivityRow.TABLE, "id", resultId), FIND, JdbcSensitivityRepository::read, resultId);
    }

    @Override
    public int deleteBySimulation(String simulationId) {
        return statements.update(Target.table(SensitivityRow.TABLE), DELETE, simulationId);
    }

    private static SensitivityResult read(ResultSet row) throws SQLException {
        return new SensitivityRow(
                        row.getString("id"),
                        row.getString("simulation_id"),
                        row.getString("analyzed_at"),
                        row.getString("deltas_used"),
                        row.getDouble("baseline_success"),
                        row.getString("most_sensitive_dimension"),
                        row.getString("dimensions"))
                .toRecord();
    }
}
