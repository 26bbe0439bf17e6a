package io.synthlab.persistence.jpa.legacy;

import io.synthlab.persistence.CountedList;
import io.synthlab.persistence.internal.query.SnapshotPage;
import io.synthlab.persistence.internal.row.ScorecardRow;
import io.synthlab.persistence.internal.time.Timestamps;
import io.synthlab.persistence.jpa.session.PageQuery;
import io.synthlab.persistence.jpa.session.RowKey;
import io.synthlab.persistence.jpa.session.SqlStatement;
import io.synthlab.persistence.jpa.session.UnitSessions;
import io.synthlab.persistence.legacy.FeatureScorecard;
import io.synthlab.persistence.legacy.ScorecardRepository;
import io.synthlab.persistence.model.legacy.FeatureScorecardEntity;
import io.synthlab.persistence.spi.DatabaseContext;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Scorecards on Hibernate. */
public final class JpaScorecardRepository implements ScorecardRepository {
    private static final String COUNT = "select count(*) from FeatureScorecardEntity%s";
    private static final String LIST = "select s, (%s) from FeatureScorecardEntity s%s order by s.createdAt desc, s.id";
    private static final String OF_EXPERIMENT = " where experimentId = :experimentId";
    private static final SqlStatement UPDATE =
            new SqlStatement("UPDATE feature_scorecards SET data = ?, updated_at = ? WHERE id = ?");
    private static final SqlStatement DELETE = new SqlStatement("DELETE FROM feature_scorecards WHERE id = ?");

    private final DatabaseContext database;
    private final UnitSessions sessions;

    /** A row of a list. */
    private record ListRow(FeatureScorecardEntity scorecard, long total) {}

    /**
     * Creates the repository.
     *
     * @param database the database
     * @param sessions runs its work
     */
    public JpaScorecardRepository(DatabaseContext database, UnitSessions sessions) {
        this.database = database;
        this.sessions = sessions;
    }

    @Override
    public String createScorecard(FeatureScorecard scorecard) {
        sessions.insert(row(scorecard.id()), FeatureScorecardEntity.of(scorecard.validated()));
        return scorecard.id();
    }

    @Override
    public Optional<FeatureScorecard> findScorecard(String scorecardId) {
        return sessions.find(
                row(scorecardId),
                session -> Optional.ofNullable(session.get(FeatureScorecardEntity.class, scorecardId))
                        .map(found -> found.toRecord(database.naiveZone())));
    }

    @Override
    public CountedList<FeatureScorecard> listScorecards(int limit, int offset) {
        return list(RowKey.ofText(ScorecardRow.TABLE, ""), "", Map.of(), limit, offset);
    }

    @Override
    public CountedList<FeatureScorecard> listByExperimentId(String experimentId, int limit, int offset) {
        return list(
                RowKey.ofText(ScorecardRow.TABLE, experimentId),
                OF_EXPERIMENT,
                Map.of("experimentId", experimentId),
                limit,
                offset);
    }

    private CountedList<FeatureScorecard> list(
            RowKey rows, String where, Map<String, String> values, int limit, int offset) {
        String count = COUNT.formatted(where);
        PageQuery<ListRow> query = new PageQuery<>(LIST.formatted(count, where), count, ListRow.class, values);
        return sessions.listPart(
                rows,
                query,
                limit,
                offset,
                row -> new SnapshotPage.Row<>(row.scorecard().toRecord(database.naiveZone()), row.total()));
    }

    @Override
    public boolean updateScorecard(FeatureScorecard scorecard) {
        Instant now = database.clock().instant();
        FeatureScorecard stamped = scorecard.withUpdatedAt(now).validated();
        return sessions.change(
                row(scorecard.id()),
                session -> UPDATE.update(session, stamped.toJson(), Timestamps.format(now), scorecard.id()));
    }

    @Override
    public boolean deleteScorecard(String scorecardId) {
        return sessions.change(row(scorecardId), session -> DELETE.update(session, scorecardId));
    }

    private static RowKey row(String scorecardId) {
        return RowKey.of(ScorecardRow.TABLE, "id", scorecardId);
    }
}
