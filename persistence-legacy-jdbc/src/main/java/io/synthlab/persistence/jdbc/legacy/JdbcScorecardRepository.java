package io.synthlab.persistence.jdbc.legacy;

import io.synthlab.persistence.CountedList;
import io.synthlab.persistence.internal.query.SnapshotPage;
import io.synthlab.persistence.internal.row.ScorecardRow;
import io.synthlab.persistence.internal.time.Timestamps;
import io.synthlab.persistence.jdbc.statement.Dialect;
import io.synthlab.persistence.jdbc.statement.Statements;
import io.synthlab.persistence.jdbc.statement.Target;
import io.synthlab.persistence.legacy.FeatureScorecard;
import io.synthlab.persistence.legacy.ScorecardRepository;
import io.synthlab.persistence.spi.DatabaseContext;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Scorecards in JDBC. */
public final class JdbcScorecardRepository implements ScorecardRepository {
    private static final Target TABLE = Target.table(ScorecardRow.TABLE);
    private static final String COLUMNS = "id, experiment_id, data, created_at";
    private static final String FIND = "SELECT " + COLUMNS + " FROM feature_scorecards WHERE id = ?";
    private static final String OF_EXPERIMENT = " WHERE experiment_id = ?";
    private static final String DELETE = "DELETE FROM feature_scorecards WHERE id = ?";

    private final DatabaseContext database;
    private final Statements statements;
    private final String insert;
    private final String update;

    /**
     * Creates the repository.
     *
     * @param database the database
     * @param statements runs its statements
     */
    public JdbcScorecardRepository(DatabaseContext database, Statements statements) {
        this.database = database;
        this.statements = statements;
        String json = Dialect.of(database.kind()).jsonParameter();
        this.insert = "INSERT INTO feature_scorecards (%s) VALUES (?, ?, %s, ?)".formatted(COLUMNS, json);
        this.update = "UPDATE feature_scorecards SET data = %s, updated_at = ? WHERE id = ?".formatted(json);
    }

    @Override
    public String createScorecard(FeatureScorecard scorecard) {
        scorecard.validated();
        statements.update(
                row(scorecard.id()),
                insert,
                scorecard.id(),
                scorecard.experimentId(),
                scorecard.toJson(),
                Timestamps.format(scorecard.createdAt()));
        return scorecard.id();
    }

    @Override
    public Optional<FeatureScorecard> findScorecard(String scorecardId) {
        return statements.find(row(scorecardId), FIND, this::read, scorecardId);
    }

    @Override
    public CountedList<FeatureScorecard> listScorecards(int limit, int offset) {
        return list("", List.of(), limit, offset);
    }

    @Override
    public CountedList<FeatureScorecard> listByExperimentId(String experimentId, int limit, int offset) {
        return list(OF_EXPERIMENT, List.of(experimentId), limit, offset);
    }

    private CountedList<FeatureScorecard> list(String where, List<String> values, int limit, int offset) {
        String count = "SELECT count(*) FROM feature_scorecards" + where;
        String page = "SELECT %s, (%s) AS total FROM feature_scorecards%s ORDER BY created_at DESC, id LIMIT ? OFFSET ?"
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
    public boolean updateScorecard(FeatureScorecard scorecard) {
        Instant now = database.clock().instant();
        FeatureScorecard stamped = scorecard.withUpdatedAt(now).validated();
        return statements.update(row(scorecard.id()), update, stamped.toJson(), Timestamps.format(now), scorecard.id())
                > 0;
    }

    @Override
    public boolean deleteScorecard(String scorecardId) {
        return statements.update(row(scorecardId), DELETE, scorecardId) > 0;
    }

    private FeatureScorecard read(ResultSet row) throws SQLException {
        return new ScorecardRow(
                        row.getString("id"),
                        row.getString("experiment_id"),
                        row.getString("data"),
                        row.getString("created_at"))
                .toRecord(database.naiveZone());
    }

    private static Target row(String scorecardId) {
        return Target.row(ScorecardRow.TABLE, "id", scorecardId);
    }
}
