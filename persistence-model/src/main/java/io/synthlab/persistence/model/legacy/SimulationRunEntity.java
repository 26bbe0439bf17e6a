package io.synthlab.persistence.model.legacy;

import io.synthlab.persistence.internal.row.SimulationRow;
import io.synthlab.persistence.internal.time.Timestamps;
import io.synthlab.persistence.legacy.SimulationRun;
import io.synthlab.persistence.model.ColumnText;
import io.synthlab.persistence.model.schema.References;
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

/** A row of {@code simulation_runs}: a simulation of a scorecard, of older versions. */
@Entity
@Table(
        name = SimulationRunEntity.TABLE,
        indexes = {
            @Index(name = "idx_simulations_status", columnList = "status"),
            @Index(name = "idx_simulations_newest", columnList = "started_at desc, id"),
            @Index(name = "idx_simulations_scorecard_newest", columnList = "scorecard_id, started_at desc, id")
        })
public class SimulationRunEntity {
    /** The table. */
    public static final String TABLE = "simulation_runs";

    @Id
    private String id;

    @Column(name = "scorecard_id")
    @References(table = "feature_scorecards")
    private String scorecardId;

    @Column(name = "scenario_id")
    private String scenarioId;

    @JdbcTypeCode(SqlTypes.JSON)
    private String config;

    @Column(check = @CheckConstraint(constraint = "status in ('pending', 'running', 'completed', 'failed')"))
    private String status;

    @Column(name = "started_at")
    private String startedAt;

    @Column(name = "completed_at")
    private @Nullable String completedAt;

    @Column(name = "total_synths")
    @ColumnDefault("0")
    private @Nullable Integer totalSynths;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "aggregated_outcomes")
    private @Nullable String aggregatedOutcomes;

    @Column(name = "execution_time_seconds")
    private @Nullable Double executionTimeSeconds;

    /** For Hibernate alone. */
    protected SimulationRunEntity() {}

    /**
     * Makes the row of a simulation.
     *
     * @param run the simulation
     * @return its row
     */
    public static SimulationRunEntity of(SimulationRun run) {
        SimulationRunEntity row = new SimulationRunEntity();
        row.id = run.id();
        row.scorecardId = run.scorecardId();
        row.scenarioId = run.scenarioId();
        row.config = run.config().toJson().text();
        row.status = run.status().text();
        row.startedAt = Timestamps.format(run.startedAt());
        row.completedAt = ColumnText.timestamp(run.completedAt());
        row.totalSynths = run.totalSynths();
        row.aggregatedOutcomes = ColumnText.json(run.outcomesToJson());
        row.executionTimeSeconds = run.executionTimeSeconds();
        return row;
    }

    /**
     * Reads the row.
     *
     * @param naiveZone zone of timestamps that carry none
     * @return the simulation
     * @throws io.synthlab.persistence.error.UnreadableRowException if a timestamp, a document or the state cannot be
     *     read
     */
    public SimulationRun toRecord(ZoneId naiveZone) {
        return new SimulationRow(
                        id,
                        scorecardId,
                        scenarioId,
                        config,
                        status,
                        startedAt,
                        completedAt,
                        totalSynths,
                        aggregatedOutcomes,
                        executionTimeSeconds)
                .toRecord(naiveZone);
    }
}
