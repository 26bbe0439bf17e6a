package io.synthlab.persistence.model.exploration;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
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
}
