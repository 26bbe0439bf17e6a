package io.synthlab.persistence.model.legacy;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Table;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A row of {@code assumption_log}: who changed which assumption, of older versions. */
@Entity
@Table(
        name = AssumptionLogEntity.TABLE,
        indexes = {
            @Index(name = "idx_log_action", columnList = "action"),
            @Index(name = "idx_log_scorecard", columnList = "scorecard_id"),
            @Index(name = "idx_log_timestamp", columnList = "`timestamp` desc")
        })
public class AssumptionLogEntity {
    /** The table. */
    public static final String TABLE = "assumption_log";

    @Id
    private String id;

    @Column(name = "`timestamp`")
    private String timestamp;

    private String action;

    @Column(name = "scorecard_id")
    private @Nullable String scorecardId;

    @Column(name = "simulation_id")
    private @Nullable String simulationId;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable String data;

    @Column(name = "`user`")
    private @Nullable String user;

    /** For Hibernate alone. */
    protected AssumptionLogEntity() {}
}
