package io.synthlab.persistence.model.experiment;

import io.synthlab.persistence.JsonValue;
import io.synthlab.persistence.experiment.Experiment;
import io.synthlab.persistence.experiment.ScorecardData;
import io.synthlab.persistence.internal.row.StoredRow;
import io.synthlab.persistence.internal.time.Timestamps;
import io.synthlab.persistence.model.ColumnText;
import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Table;
import java.time.ZoneId;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A row of {@code experiments}: an idea with its scorecard, deleted or not. */
@Entity
@Table(
        name = ExperimentEntity.TABLE,
        indexes = {
            @Index(name = "idx_experiments_name", columnList = "name"),
            @Index(name = "idx_experiments_newest", columnList = "created_at desc, id")
        })
public class ExperimentEntity {
    /** The table. */
    public static final String TABLE = "experiments";

    private static final String ACTIVE = "active";

    @Id
    private String id;

    @Column(check = @CheckConstraint(constraint = "char_length(name) <= 100"))
    private String name;

    @Column(check = @CheckConstraint(constraint = "char_length(hypothesis) <= 500"))
    private String hypothesis;

    @Column(check = @CheckConstraint(constraint = "char_length(description) <= 2000"))
    private @Nullable String description;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "scorecard_data")
    private @Nullable String scorecardData;

    @ColumnDefault("'active'")
    @Column(nullable = false, check = @CheckConstraint(constraint = "status in ('active', 'deleted')"))
    private @Nullable String status;

    @Column(name = "created_at")
    private String createdAt;

    @Column(name = "updated_at")
    private @Nullable String updatedAt;

    /** For Hibernate alone. */
    protected ExperimentEntity() {}

    /**
     * Makes the row of an experiment that is not deleted.
     *
     * @param experiment the experiment
     * @return its row
     */
    public static ExperimentEntity of(Experiment experiment) {
        ExperimentEntity row = new ExperimentEntity();
        row.id = experiment.id();
        row.name = experiment.name();
        row.hypothesis = experiment.hypothesis();
        row.description = experiment.description();
        row.scorecardData = experiment.scorecardData() == null
                ? null
                : experiment.scorecardData().toJson().text();
        row.status = ACTIVE;
        row.createdAt = Timestamps.format(experiment.createdAt());
        row.updatedAt = ColumnText.timestamp(experiment.updatedAt());
        return row;
    }

    /**
     * Reads the row; whether it is deleted is no part of the record.
     *
     * @param naiveZone zone of timestamps that carry none
     * @return the experiment
     * @throws io.synthlab.persistence.error.UnreadableRowException if a timestamp or the scorecard cannot be read
     */
    public Experiment toRecord(ZoneId naiveZone) {
        StoredRow row = new StoredRow(TABLE, "id=" + id);
        String scorecard = scorecardData;
        return new Experiment(
                id,
                name,
                hypothesis,
                description,
                scorecard == null ? null : row.read(() -> ScorecardData.fromJson(JsonValue.ofStored(scorecard))),
                row.requiredInstant("created_at", createdAt, naiveZone),
                row.instant("updated_at", updatedAt, naiveZone));
    }

    /** Returns whether the row is not marked as deleted; NULL, which lifted files may hold, is no mark. */
    public boolean isActive() {
        return status == null || status.equals(ACTIVE);
    }
}
