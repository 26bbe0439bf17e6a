package io.synthlab.persistence.model.legacy;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A row of {@code simulation_runs}: a simulation of a scorecard, of older versions. */
@Entity
@Table(name = SimulationRunEntity.TABLE)
public class SimulationRunEntity {
    /** The table. */
    public static final String TABLE = "simulation_runs";

    @Id
    private String id;

    @Column(name = "scorecard_id")
    private String scorecardId;

    @Column(name = "scenario_id")
    private String scenarioId;

    @JdbcTypeCode(SqlTypes.JSON)
    private String config;

    private String status;

    @Column(name = "started_at")
    private String startedAt;

    @Column(name = "completed_at")
    private @Nullable String completedAt;

    @Column(name = "total_synths")
    private @Nullable Integer totalSynths;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "aggregated_outcomes")
    private @Nullable String aggregatedOutcomes;

    @Column(name = "execution_time_seconds")
    private @Nullable Double executionTimeSeconds;

    /** For Hibernate alone. */
    protected SimulationRunEntity() {}
}
