package io.synthlab.persistence.model.legacy;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A row of {@code feature_scorecards}: a scorecard outside of its experiment, of older versions. */
@Entity
@Table(name = FeatureScorecardEntity.TABLE)
public class FeatureScorecardEntity {
    /** The table. */
    public static final String TABLE = "feature_scorecards";

    @Id
    private String id;

    @Column(name = "experiment_id")
    private @Nullable String experimentId;

    @JdbcTypeCode(SqlTypes.JSON)
    private String data;

    @Column(name = "created_at")
    private String createdAt;

    @Column(name = "updated_at")
    private @Nullable String updatedAt;

    /** For Hibernate alone. */
    protected FeatureScorecardEntity() {}
}
