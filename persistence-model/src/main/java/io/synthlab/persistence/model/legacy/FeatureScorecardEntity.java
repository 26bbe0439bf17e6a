package io.synthlab.persistence.model.legacy;

import io.synthlab.persistence.internal.row.ScorecardRow;
import io.synthlab.persistence.internal.time.Timestamps;
import io.synthlab.persistence.legacy.FeatureScorecard;
import io.synthlab.persistence.model.schema.References;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Table;
import java.time.ZoneId;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A row of {@code feature_scorecards}: a scorecard outside of its experiment, of older versions. */
@Entity
@Table(
        name = FeatureScorecardEntity.TABLE,
        indexes = {
            @Index(name = "idx_scorecards_newest", columnList = "created_at desc, id"),
            @Index(name = "idx_scorecards_experiment_newest", columnList = "experiment_id, created_at desc, id")
        })
public class FeatureScorecardEntity {
    /** The table. */
    public static final String TABLE = "feature_scorecards";

    @Id
    private String id;

    @Column(name = "experiment_id")
    @References(table = "experiments")
    private @Nullable String experimentId;

    @JdbcTypeCode(SqlTypes.JSON)
    private String data;

    @Column(name = "created_at")
    private String createdAt;

    @Column(name = "updated_at")
    private @Nullable String updatedAt;

    /** For Hibernate alone. */
    protected FeatureScorecardEntity() {}

    /**
     * Makes the row of a new scorecard, which has not been updated.
     *
     * @param scorecard the scorecard
     * @return its row
     */
    public static FeatureScorecardEntity of(FeatureScorecard scorecard) {
        FeatureScorecardEntity row = new FeatureScorecardEntity();
        row.id = scorecard.id();
        row.experimentId = scorecard.experimentId();
        row.data = scorecard.toJson().text();
        row.createdAt = Timestamps.format(scorecard.createdAt());
        return row;
    }

    /**
     * Reads the row; experiment and time of creation are the columns'.
     *
     * @param naiveZone zone of timestamps that carry none
     * @return the scorecard
     * @throws io.synthlab.persistence.error.UnreadableRowException if a timestamp or the document cannot be read
     */
    public FeatureScorecard toRecord(ZoneId naiveZone) {
        return new ScorecardRow(id, experimentId, data, createdAt).toRecord(naiveZone);
    }
}
