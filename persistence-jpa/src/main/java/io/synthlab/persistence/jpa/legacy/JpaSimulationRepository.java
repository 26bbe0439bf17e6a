package io.synthlab.persistence.jpa.legacy;

import io.synthlab.persistence.CountedList;
import io.synthlab.persistence.analysis.SynthOutcome;
import io.synthlab.persistence.internal.query.SimulationQueries;
import io.synthlab.persistence.internal.query.SnapshotPage;
import io.synthlab.persistence.internal.row.OutcomeRow;
import io.synthlab.persistence.internal.row.SimulationRow;
import io.synthlab.persistence.internal.text.StorableText;
import io.synthlab.persistence.jpa.analysis.OutcomeRows;
import io.synthlab.persistence.jpa.session.PageQuery;
import io.synthlab.persistence.jpa.session.RowKey;
import io.synthlab.persistence.jpa.session.SqlStatement;
import io.synthlab.persistence.jpa.session.UnitSessions;
import io.synthlab.persistence.legacy.SimulationFilter;
import io.synthlab.persistence.legacy.SimulationRepository;
import io.synthlab.persistence.legacy.SimulationRun;
import io.synthlab.persistence.model.ColumnText;
import io.synthlab.persistence.model.legacy.SimulationRunEntity;
import io.synthlab.persistence.spi.DatabaseContext;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Simulations on Hibernate. */
public final class JpaSimulationRepository implements SimulationRepository {
    private static final String COUNT = "select count(*) from SimulationRunEntity r where %s";
    private static final String LIST =
            "select r, (%s) from SimulationRunEntity r where %s order by r.startedAt desc, r.id";
    private static final String OF_EXPERIMENT =
            "r.scorecardId in (select s.id from FeatureScorecardEntity s where s.experimentId = :experimentId)";
    private static final Map<String, String> ATTRIBUTES =
            Map.of("scorecard_id", "scorecardId", "scenario_id", "scenarioId", "status", "status");

    private static final SqlStatement UPDATE = new SqlStatement("""
            UPDATE simulation_runs
               SET status = ?, completed_at = ?, total_synths = ?, aggregated_outcomes = ?, execution_time_seconds = ?
             WHERE id = ?
            """);

    private static final SqlStatement INSERT_EXPERIMENT = new SqlStatement(SimulationQueries.INSERT_EXPERIMENT);
    private static final SqlStatement INSERT_ANALYSIS = new SqlStatement(SimulationQueries.INSERT_ANALYSIS);

    private final DatabaseContext database;
    private final UnitSessions sessions;
    private final OutcomeRows outcomes;

    /** A row of a list. */
    private record ListRow(SimulationRunEntity run, long total) {}

    /**
     * Creates the repository.
     *
     * @param database the database
     * @param sessions runs its work
     */
    public JpaSimulationRepository(DatabaseContext database, UnitSessions sessions) {
        this.database = database;
        this.sessions = sessions;
        this.outcomes = new OutcomeRows(database, sessions);
    }

    @Override
    public String createSimulationRun(SimulationRun run) {
        sessions.insert(row(run.id()), SimulationRunEntity.of(run.validated()));
        return run.id();
    }

    @Override
    public boolean updateSimulationRun(SimulationRun run) {
        run.progressValidated();
        return sessions.change(
                row(run.id()),
                session -> UPDATE.update(
                        session,
                        run.status().text(),
                        ColumnText.timestamp(run.completedAt()),
                        run.totalSynths(),
                        run.outcomesToJson(),
                        run.executionTimeSeconds(),
                        run.id()));
    }

    @Override
    public Optional<SimulationRun> findSimulationRun(String runId) {
        return sessions.find(
                row(runId),
                session -> Optional.ofNullable(session.get(SimulationRunEntity.class, runId))
                        .map(found -> found.toRecord(database.naiveZone())));
    }

    @Override
    public CountedList<SimulationRun> listSimulationRuns(SimulationFilter filter, int limit, int offset) {
        Map<String, String> conditions = SimulationQueries.conditions(filter);
        String where = conditions.keySet().stream()
                .map(ATTRIBUTES::get)
                .map(attribute -> "r." + attribute + " = :" + attribute)
                .collect(Collectors.joining(" and "));
        Map<String, String> values = conditions.entrySet().stream()
                .collect(Collectors.toMap(each -> ATTRIBUTES.get(each.getKey()), Map.Entry::getValue));
        return list(where.isEmpty() ? "1 = 1" : where, values, limit, offset);
    }

    @Override
    public CountedList<SimulationRun> listByExperimentId(String experimentId, int limit, int offset) {
        return list(OF_EXPERIMENT, Map.of("experimentId", experimentId), limit, offset);
    }

    private CountedList<SimulationRun> list(String where, Map<String, String> values, int limit, int offset) {
        String count = COUNT.formatted(where);
        PageQuery<ListRow> query = new PageQuery<>(LIST.formatted(count, where), count, ListRow.class, values);
        boolean storable = values.values().stream().allMatch(value -> StorableText.firstUnstorable(value) < 0);
        return sessions.listPart(
                new RowKey(SimulationRow.TABLE, null, storable),
                query,
                limit,
                offset,
                row -> new SnapshotPage.Row<>(row.run().toRecord(database.naiveZone()), row.total()));
    }

    @Override
    public int saveSynthOutcomes(String simulationId, List<SynthOutcome> given) {
        List<OutcomeRow> rows = SimulationQueries.rows(simulationId, given);
        if (rows.isEmpty()) {
            return 0;
        }
        Instant now = database.clock().instant();
        insertOwner("experiments", INSERT_EXPERIMENT, SimulationQueries.experiment(simulationId, now));
        insertOwner("analysis_runs", INSERT_ANALYSIS, SimulationQueries.analysis(simulationId));
        outcomes.insert(rows);
        return given.size();
    }

    private void insertOwner(String table, SqlStatement insert, Object[] parameters) {
        RowKey row = RowKey.of(table, "id", String.valueOf(parameters[0]));
        sessions.change(row, session -> insert.update(session, parameters));
    }

    @Override
    public CountedList<SynthOutcome> listSynthOutcomes(String simulationId, int limit, int offset) {
        return outcomes.list(SimulationQueries.analysisId(simulationId), limit, offset);
    }

    private static RowKey row(String runId) {
        return RowKey.of(SimulationRow.TABLE, "id", runId);
    }
}
