package io.synthlab.persistence.model.exploration;

import io.synthlab.persistence.JsonValue;
import io.synthlab.persistence.exploration.Exploration;
import io.synthlab.persistence.exploration.ExplorationConfig;
import io.synthlab.persistence.exploration.ExplorationStatus;
import io.synthlab.persistence.exploration.Goal;
import io.synthlab.persistence.internal.row.StoredRow;
import io.synthlab.persistence.internal.time.Timestamps;
import io.synthlab.persistence.model.ColumnText;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.ZoneId;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A row of {@code explorations}: a search through scenarios of an experiment. */
@Entity
@Table(name = ExplorationEntity.TABLE)
public class ExplorationEntity {
    /** The table. */
    public static final String TABLE = "explorations";

    @Id
    private String id;

    @Column(name = "experiment_id")
    private String experimentId;

    @Column(name = "baseline_analysis_id")
    private String baselineAnalysisId;

    @JdbcTypeCode(SqlTypes.JSON)
    private String goal;

    @JdbcTypeCode(SqlTypes.JSON)
    private String config;

    private String status;

    @Column(name = "current_depth")
    private int currentDepth;

    @Column(name = "total_nodes")
    private int totalNodes;

    @Column(name = "total_llm_calls")
    private int totalLlmCalls;

    @Column(name = "best_success_rate")
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
