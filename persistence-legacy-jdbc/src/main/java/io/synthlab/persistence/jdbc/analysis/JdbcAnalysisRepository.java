package io.synthlab.persistence.jdbc.analysis;

import static io.synthlab.persistence.internal.time.Timestamps.format;

import io.synthlab.persistence.JsonValue;
import io.synthlab.persistence.analysis.AggregatedOutcomes;
import io.synthlab.persistence.analysis.AnalysisRepository;
import io.synthlab.persistence.analysis.AnalysisRun;
import io.synthlab.persistence.analysis.AnalysisStatus;
import io.synthlab.persistence.analysis.AnalysisUpdate;
import io.synthlab.persistence.jdbc.statement.Dialect;
import io.synthlab.persistence.jdbc.statement.Statements;
import io.synthlab.persistence.jdbc.statement.Target;
import io.synthlab.persistence.spi.DatabaseContext;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Analyses in JDBC. */
public final class JdbcAnalysisRepository implements AnalysisRepository {
    private final Statements statements;
    private final AnalysisRunSql sql;
    private final AnalysisRunRows rows;

    /**
     * Creates the repository.
     *
     * @param database the database
     * @param statements runs its statements
     */
    public JdbcAnalysisRepository(DatabaseContext database, Statements statements) {
        this.statements = statements;
        this.sql = new AnalysisRunSql(Dialect.of(database.kind()));
        this.rows = new AnalysisRunRows(database.naiveZone());
    }

    @Override
    public AnalysisRun create(AnalysisRun run) {
        run.validated();
        statements.update(
                row(run.id()),
                sql.insert,
                run.id(),
                run.experimentId(),
                run.scenarioId(),
                run.config().toJson(),
                run.status().text(),
                format(run.startedAt()),
                text(run.completedAt()),
                run.totalSynths(),
                json(run.aggregatedOutcomes()),
                run.executionTimeSeconds());
        return run;
    }

    @Override
    public Optional<AnalysisRun> findById(String analysisId) {
        return statements.find(row(analysisId), AnalysisRunSql.FIND, rows::run, analysisId);
    }

    @Override
    public Optional<AnalysisRun> findByExperimentId(String experimentId) {
        return statements.find(rowOf(experimentId), AnalysisRunSql.FIND_BY_EXPERIMENT, rows::run, experimentId);
    }

    @Override
    public Optional<AnalysisRun> updateStatus(String analysisId, AnalysisUpdate update) {
        update.validated();
        AnalysisStatus expected = update.expectedStatus();
        return statements.find(
                row(analysisId),
                sql.updateStatus,
                rows::run,
                update.status().text(),
                text(update.completedAt()),
                update.totalSynths(),
                json(update.aggregatedOutcomes()),
                update.executionTimeSeconds(),
                analysisId,
                expected == null ? null : expected.text());
    }

    @Override
    public boolean delete(String analysisId) {
        return statements.update(row(analysisId), AnalysisRunSql.DELETE, analysisId) > 0;
    }

    @Override
    public boolean deleteByExperimentId(String experimentId) {
        return statements.update(rowOf(experimentId), AnalysisRunSql.DELETE_BY_EXPERIMENT, experimentId) > 0;
    }

    @Override
    public Optional<String> findLatestCompletedId(String experimentId) {
        return statements.find(
                rowOf(experimentId), AnalysisRunSql.FIND_LATEST_COMPLETED, row -> row.getString("id"), experimentId);
    }

    private static @Nullable String text(@Nullable Instant moment) {
        return moment == null ? null : format(moment);
    }

    private static @Nullable JsonValue json(@Nullable AggregatedOutcomes outcomes) {
        return outcomes == null ? null : outcomes.toJson();
    }

    private static Target row(String analysisId) {
        return Target.row(AnalysisRunSql.TABLE, "id", analysisId);
    }

    private static Target rowOf(String experimentId) {
        return Target.row(AnalysisRunSql.TABLE, "experiment_id", experimentId);
    }
}
