package io.synthlab.persistence.model.exploration;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A row of {@code scenario_nodes}: one scenario in the tree of an exploration. */
@Entity
@Table(name = ScenarioNodeEntity.TABLE)
public class ScenarioNodeEntity {
    /** The table. */
    public static final String TABLE = "scenario_nodes";

    @Id
    private String id;

    @Column(name = "exploration_id")
    private String explorationId;

    @Column(name = "parent_id")
    private @Nullable String parentId;

    private int depth;

    @Column(name = "action_applied")
    private @Nullable String actionApplied;

    @Column(name = "action_category")
    private @Nullable String actionCategory;

    private @Nullable String rationale;

    @Column(name = "short_action")
    private @Nullable String shortAction;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "scorecard_params")
    private String scorecardParams;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "simulation_results")
    private @Nullable String simulationResults;

    @Column(name = "execution_time_seconds")
    private @Nullable Double executionTimeSeconds;

    @Column(name = "node_status")
    private String nodeStatus;

    @Column(name = "created_at")
    private String createdAt;

    /** For Hibernate alone. */
    protected ScenarioNodeEntity() {}
}
