package io.synthlab.persistence.model.exploration;

import io.synthlab.persistence.JsonValue;
import io.synthlab.persistence.exploration.Exploration;
import io.synthlab.persistence.exploration.ExplorationConfig;
import io.synthlab.persistence.exploration.ExplorationStatus;
import io.synthlab.persistence.exploration.Goal;
import io.synthlab.persistence.internal.row.StoredRow;
import io.synthlab.persistence.internal.time.Timestamps;
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

/** A row of {@code explorations}: a search through scenarios of an experiment. */
@Entity
@Table(
        name = ExplorationEntity.TABLE,
        indexes = {
            @Index(name = "idx_explorations_status", columnList = "status"),
            @Index(name = "idx_explorations_experiment_newest", columnList = "experiment_id, started_at desc, id")
        })
public class ExplorationEntity {
    /** The table. */
    public static final String TABLE = "explorations";

    @Id
    @Column(check = @CheckConstraint(constraint = "regexp_like(id, '^expl_[a-f0-9]{8}$')"))
    private String id;

    @Column(name = "experiment_id")
    @References(table = "experiments")
    private String experimentId;

    @Column(name = "baseline_analysis_id")
    @References(table = "analysis_runs")
    private String baselineAnalysisId;

    @JdbcTypeCode(SqlTypes.JSON)
    private String goal;

    @JdbcTypeCode(SqlTypes.JSON)
    private String config;

    @ColumnDefault("'running'")
    @Column(
            check =
                    @CheckConstraint(
                            constraint =
                                    "status in ('running', 'goal_achieved', 'depth_limit_reached', 'cost_limit_reached', 'no_viable_paths')"))
    private String status;

    @Column(name = "current_depth", check = @CheckConstraint(constraint = "current_depth >= 0"))
    @ColumnDefault("0")
    private int currentDepth;

    @Column(name = "total_nodes", check = @CheckConstraint(constraint = "total_nodes >= 0"))
    @ColumnDefault("0")
    private int totalNodes;

    @Column(name = "total_llm_calls", check = @CheckConstraint(constraint = "total_llm_calls >= 0"))
    @ColumnDefault("0")
    private int totalLlmCalls;

    @Column(
            name = "best_success_rate",
            check =
                    @CheckConstraint(
                            constraint =
                                    "best_success_rate is null or (best_success_rate >= 0 and best_success_rate <= 1)"))
    private @Nullable Double bestSuccessRate;

    @Column(name = "started_at")
    private String startedAt;

    @Column(name = "completed_at")
    private @Nullable String completedAt;

    /** For Hibernate alone. */
    protected ExplorationEntity() {}

    /**
     * Makes the row of an exploration.
     *
     * @param exploration the exploration
     * @return its row
     */
    public static ExplorationEntity of(Exploration exploration) {
        ExplorationEntity row = new ExplorationEntity();
        row.id = exploration.id();
        row.experimentId = exploration.experimentId();
        row.baselineAnalysisId = exploration.baselineAnalysisId();
        row.goal = exploration.goal().toJson().text();
        row.config = exploration.config().toJson().text();
        row.status = exploration.status().text();
        row.currentDepth = exploration.currentDepth();
        row.totalNodes = exploration.totalNodes();
        row.totalLlmCalls = exploration.totalLlmCalls();
        row.bestSuccessRate = exploration.bestSuccessRate();
        row.startedAt = Timestamps.format(exploration.startedAt());
        row.completedAt = ColumnText.timestamp(exploration.completedAt());
        return row;
    }

    /**
     * Reads the row.
     *
     * @param naiveZone zone of timestamps that carry none
     * @return the exploration
     * @throws io.synthlab.persistence.error.UnreadableRowException if status, a document or a timestamp cannot be read
     */
    public Exploration toRecord(ZoneId naiveZone) {
        StoredRow row = new StoredRow(TABLE, "id=" + id);
        return new Exploration(
                id,
                experimentId,
                baselineAnalysisId,
                row.read(() -> Goal.fromJson(JsonValue.ofStored(goal), "goal")),
                row.read(() -> ExplorationConfig.fromJson(JsonValue.ofStored(config), "config")),
                row.read(() -> ExplorationStatus.ofText(status)),
                currentDepth,
                totalNodes,
                totalLlmCalls,
                bestSuccessRate,
                row.requiredInstant("started_at", startedAt, naiveZone),
                row.instant("completed_at", completedAt, naiveZone));
    }
}
