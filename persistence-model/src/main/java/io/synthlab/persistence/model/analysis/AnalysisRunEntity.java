package io.synthlab.persistence.model.analysis;

import io.synthlab.persistence.JsonValue;
import io.synthlab.persistence.analysis.AggregatedOutcomes;
import io.synthlab.persistence.analysis.AnalysisConfig;
import io.synthlab.persistence.analysis.AnalysisRun;
import io.synthlab.persistence.analysis.AnalysisStatus;
import io.synthlab.persistence.internal.row.StoredRow;
import io.synthlab.persistence.internal.time.Timestamps;
import io.synthlab.persistence.model.ColumnText;
import io.synthlab.persistence.model.schema.References;
import io.synthlab.persistence.model.schema.References.OnDelete;
import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.time.ZoneId;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A row of {@code analysis_runs}: the analysis of an experiment, at most one each. */
@Entity
@Table(
        name = AnalysisRunEntity.TABLE,
        indexes = @Index(name = "idx_analysis_runs_status", columnList = "status"),
        uniqueConstraints = @UniqueConstraint(columnNames = "experiment_id"))
public class AnalysisRunEntity {
    /** The table. */
    public static final String TABLE = "analysis_runs";

    @Id
    private String id;

    @Column(name = "experiment_id")
    @References(table = "experiments", onDelete = OnDelete.CASCADE)
    private String experimentId;

    @Column(name = "scenario_id")
    @ColumnDefault("'baseline'")
    private String scenarioId;

    @JdbcTypeCode(SqlTypes.JSON)
    private String config;

    @ColumnDefault("'pending'")
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
    protected AnalysisRunEntity() {}

    /**
     * Makes the row of an analysis.
     *
     * @param run the analysis
     * @return its row
     */
    public static AnalysisRunEntity of(AnalysisRun run) {
        AnalysisRunEntity row = new AnalysisRunEntity();
        row.id = run.id();
        row.experimentId = run.experimentId();
        row.scenarioId = run.scenarioId();
        row.config = run.config().toJson().text();
        row.status = run.status().text();
        row.startedAt = Timestamps.format(run.startedAt());
        row.completedAt = ColumnText.timestamp(run.completedAt());
        row.totalSynths = run.totalSynths();
        row.aggregatedOutcomes = run.aggregatedOutcomes() == null
                ? null
                : run.aggregatedOutcomes().toJson().text();
        row.executionTimeSeconds = run.executionTimeSeconds();
        return row;
    }

    /**
     * Reads the row; a missing number of synths is 0.
     *
     * @param naiveZone zone of timestamps that carry none
     * @return the analysis
     * @throws io.synthlab.persistence.error.UnreadableRowException if a timestamp, the status or a document cannot be read
     */
    public AnalysisRun toRecord(ZoneId naiveZone) {
        StoredRow row = new StoredRow(TABLE, "id=" + id);
        String outcomes = aggregatedOutcomes;
        return new AnalysisRun(
                id,
                experimentId,
                scenarioId,
                row.read(() -> AnalysisConfig.fromJson(JsonValue.ofStored(config), "config")),
                row.read(() -> AnalysisStatus.ofText(status, "status")),
                row.requiredInstant("started_at", startedAt, naiveZone),
                row.instant("completed_at", completedAt, naiveZone),
                totalSynths == null ? 0 : totalSynths,
                outcomes == null
                        ? null
                        : row.read(
                                () -> AggregatedOutcomes.fromJson(JsonValue.ofStored(outcomes), "aggregated_outcomes")),
                executionTimeSeconds);
    }
}
