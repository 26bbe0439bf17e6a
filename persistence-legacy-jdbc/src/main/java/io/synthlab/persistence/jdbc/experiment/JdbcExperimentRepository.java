package io.synthlab.persistence.jdbc.experiment;

import static io.synthlab.persistence.internal.time.Timestamps.format;

import io.synthlab.persistence.Page;
import io.synthlab.persistence.PageRequest;
import io.synthlab.persistence.experiment.Experiment;
import io.synthlab.persistence.experiment.ExperimentRepository;
import io.synthlab.persistence.experiment.ExperimentSummary;
import io.synthlab.persistence.experiment.ExperimentUpdate;
import io.synthlab.persistence.experiment.ScorecardData;
import io.synthlab.persistence.internal.query.SnapshotPage;
import io.synthlab.persistence.jdbc.statement.Dialect;
import io.synthlab.persistence.jdbc.statement.Statements;
import io.synthlab.persistence.jdbc.statement.Target;
import io.synthlab.persistence.spi.DatabaseContext;
import java.util.Optional;

/** Experiments in JDBC. */
public final class JdbcExperimentRepository implements ExperimentRepository {
    private static final Target TABLE = Target.table(ExperimentSql.TABLE);

    private final DatabaseContext database;
    private final Statements statements;
    private final ExperimentSql sql;
    private final ExperimentRows rows;

    /**
     * Creates the repository.
     *
     * @param database the database
     * @param statements runs its statements
     */
    public JdbcExperimentRepository(DatabaseContext database, Statements statements) {
        this.database = database;
        this.statements = statements;
        this.sql = new ExperimentSql(Dialect.of(database.kind()));
        this.rows = new ExperimentRows(database.naiveZone());
    }

    @Override
    public Experiment create(Experiment experiment) {
        experiment.validated();
        statements.update(
                row(experiment.id()),
                sql.insert,
                experiment.id(),
                experiment.name(),
                experiment.hypothesis(),
                experiment.description(),
                experiment.scorecardData() == null
                        ? null
                        : experiment.scorecardData().toJson(),
                format(experiment.createdAt()),
                experiment.updatedAt() == null ? null : format(experiment.updatedAt()));
        return experiment;
    }

    @Override
    public Optional<Experiment> findById(String experimentId) {
        return statements.find(row(experimentId), ExperimentSql.FIND, rows::experiment, experimentId);
    }

    @Override
    public Optional<ExperimentSummary> findSummary(String experimentId) {
        return statements.find(row(experimentId), ExperimentSql.FIND_SUMMARY, rows::summary, experimentId);
    }

    @Override
    public Page<ExperimentSummary> list(PageRequest request) {
        return SnapshotPage.read(
                request,
                () -> statements.list(
                        TABLE,
                        ExperimentSql.LIST,
                        row -> new SnapshotPage.Row<>(rows.summary(row), row.getLong("total")),
                        request.limit(),
                        request.offset()),
                () -> statements.count(TABLE, ExperimentSql.COUNT));
    }

    @Override
    public Optional<Experiment> update(String experimentId, ExperimentUpdate update) {
        update.validated();
        return statements.find(
                row(experimentId),
                ExperimentSql.UPDATE,
                rows::experiment,
                update.name(),
                update.hypothesis(),
                update.description(),
                now(),
                experimentId);
    }

    @Override
    public Optional<Experiment> updateScorecard(String experimentId, ScorecardData scorecard) {
        return statements.find(
                row(experimentId),
                sql.updateScorecard,
                rows::experiment,
                scorecard.validated().toJson(),
                now(),
                experimentId);
    }

    @Override
    public boolean softDelete(String experimentId) {
        return statements.update(row(experimentId), ExperimentSql.SOFT_DELETE, now(), experimentId) > 0;
    }

    private String now() {
        return format(database.clock().instant());
    }

    private static Target row(String id) {
        return Target.row(ExperimentSql.TABLE, "id", id);
    }
}
