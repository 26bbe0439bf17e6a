package io.synthlab.persistence.jdbc.legacy;

import io.synthlab.persistence.CountedList;
import io.synthlab.persistence.analysis.SynthOutcome;
import io.synthlab.persistence.internal.query.SimulationQueries;
import io.synthlab.persistence.internal.query.SnapshotPage;
import io.synthlab.persistence.internal.row.OutcomeRow;
import io.synthlab.persistence.internal.row.SimulationRow;
import io.synthlab.persistence.internal.time.Timestamps;
import io.synthlab.persistence.jdbc.analysis.OutcomeRows;
import io.synthlab.persistence.jdbc.statement.Columns;
import io.synthlab.persistence.jdbc.statement.Dialect;
import io.synthlab.persistence.jdbc.statement.Statements;
import io.synthlab.persistence.jdbc.statement.Target;
import io.synthlab.persistence.legacy.SimulationFilter;
import io.synthlab.persistence.legacy.SimulationRepository;
import io.synthlab.persistence.legacy.SimulationRun;
import io.synthlab.persistence.spi.DatabaseContext;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Simulations in JDBC. */
public final class JdbcSimulationRepository implements SimulationRepository {
    private static final Target TABLE = Target.table(SimulationRow.TABLE);
    private static final String COLUMNS = "id, scorecard_id, scenario_id, config, status, started_at, completed_at,"
            + " total_synths, aggregated_outcomes, execution_time_seconds";
    private static final String FIND = "SELECT " + COLUMNS + " FROM simulation_runs WHERE id = ?";
    private static final String OF_EXPERIMENT =
            "r.scorecard_id IN (SELECT s.id FROM feature_scorecards s WHERE s.experiment_id = ?)";

    private final DatabaseContext database;
    private final Statements statements;
    private final OutcomeRows outcomes;
    private final String insert;
    private final String update;

    /**
     * Creates the repository.
     *
     * @param database the database
     * @param statements runs its statements
     */
    public JdbcSimulationRepository(DatabaseContext database, Statements statements) {
        this.database = database;
        this.statements = statements;
        this.outcomes = new OutcomeRows(database, statements);
        String json = Dialect.of(database.kind()).jsonParameter();
        this.insert = "INSERT INTO simulation_runs (%s) VALUES (?, ?, ?, %s, ?, ?, ?, ?, %s, ?)"
                .formatted(COLUMNS, json, json);
        this.update = """
                UPDATE simulation_runs
                   SET status = ?, completed_at = ?, total_synths = ?, aggregated_outcomes = %s,
                       execution_time_seconds = ?
                 WHERE id = ?
                """.formatted(json);
    }

    @Override
    public String createSimulationRun(SimulationRun run) {
        run.validated();
        statements.update(
                row(run.id()),
                insert,
                run.id(),
                run.scorecardId(),
                run.scenarioId(),
                run.config().toJson(),
                run.status().text(),
                Timestamps.format(run.startedAt()),
                timestamp(run.completedAt()),
                run.totalSynths(),
                run.outcomesToJson(),
                run.executionTimeSeconds());
        return run.id();
    }

    @Override
    public boolean updateSimulationRun(SimulationRun run) {
        run.progressValidated();
        return statements.update(
                        row(run.id()),
                        update,
                        run.status().text(),
                        timestamp(run.completedAt()),
                        run.totalSynths(),
                        run.outcomesToJson(),
                        run.executionTimeSeconds(),
                        run.id())
                > 0;
    }

    @Override
    public Optional<SimulationRun> findSimulationRun(String runId) {
        return statements.find(row(runId), FIND, this::read, runId);
    }

    @Override
    public CountedList<SimulationRun> listSimulationRuns(SimulationFilter filter, int limit, int offset) {
        Map<String, String> conditions = SimulationQueries.conditions(filter);
        String where = conditions.keySet().stream()
                .map(column -> "r." + column + " = ?")
                .collect(Collectors.joining(" AND "));
        return list(where.isEmpty() ? "1 = 1" : where, List.copyOf(conditions.values()), limit, offset);
    }

    @Override
    public CountedList<SimulationRun> listByExperimentId(String experimentId, int limit, int offset) {
        return list(OF_EXPERIMENT, List.of(experimentId), limit, offset);
    }

    private CountedList<SimulationRun> list(String where, List<String> values, int limit, int offset) {
        String count = "SELECT count(*) FROM simulation_runs r WHERE " + where;
        String page =
                "SELECT %s, (%s) AS total FROM simulation_runs r WHERE %s ORDER BY started_at DESC, id LIMIT ? OFFSET ?"
                        .formatted(COLUMNS, count, where);
        return SnapshotPage.read(
                limit,
                offset,
                () -> statements.list(
                        TABLE,
                        page,
                        row -> new SnapshotPage.Row<>(read(row), row.getLong("total")),
                        Statements.parameters(values, Statements.parameters(values, limit, offset))),
                () -> statements.count(TABLE, count, values.toArray()));
    }

    @Override
    public int saveSynthOutcomes(String simulationId, List<SynthOutcome> given) {
        List<OutcomeRow> rows = SimulationQueries.rows(simulationId, given);
        if (rows.isEmpty()) {
            return 0;
        }
        Instant now = database.clock().instant();
        insertOwner(
                "experiments", SimulationQueries.INSERT_EXPERIMENT, SimulationQueries.experiment(simulationId, now));
        insertOwner("analysis_runs", SimulationQueries.INSERT_ANALYSIS, SimulationQueries.analysis(simulationId));
        outcomes.insert(rows);
        return given.size();
    }

    private void insertOwner(String table, String sql, Object[] parameters) {
        statements.update(Target.row(table, "id", String.valueOf(parameters[0])), sql, parameters);
    }

    @Override
    public CountedList<SynthOutcome> listSynthOutcomes(String simulationId, int limit, int offset) {
        return outcomes.list(SimulationQueries.analysisId(simulationId), limit, offset);
    }

    private SimulationRun read(ResultSet row) throws SQLException {
        return new SimulationRow(
                        row.getString("id"),
                        row.getString("scorecard_id"),
                        row.getString("scenario_id"),
                        row.getString("config"),
                        row.getString("status"),
                        row.getString("started_at"),
                        row.getString("completed_at"),
                        row.getInt("total_synths"),
                        row.getString("aggregated_outcomes"),
                        Columns.number(row, "execution_time_seconds"))
                .toRecord(database.naiveZone());
    }

    private static @Nullable String timestamp(@Nullable Instant moment) {
        return moment == null ? null : Timestamps.format(moment);
    }

    private static Target row(String runId) {
        return Target.row(SimulationRow.TABLE, "id", runId);
    }
}
