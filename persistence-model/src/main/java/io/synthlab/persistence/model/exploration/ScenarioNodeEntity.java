package io.synthlab.persistence.model.exploration;

import io.synthlab.persistence.JsonValue;
import io.synthlab.persistence.exploration.NodeStatus;
import io.synthlab.persistence.exploration.ScenarioNode;
import io.synthlab.persistence.exploration.ScorecardParams;
import io.synthlab.persistence.exploration.SimulationResults;
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
import java.time.ZoneId;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A row of {@code scenario_nodes}: one scenario in the tree of an exploration. */
@Entity
@Table(
        name = ScenarioNodeEntity.TABLE,
        indexes = {
            @Index(name = "idx_scenario_nodes_status", columnList = "exploration_id, node_status"),
            @Index(name = "idx_scenario_nodes_tree", columnList = "exploration_id, depth, created_at, id"),
            @Index(name = "idx_scenario_nodes_children", columnList = "parent_id, created_at, id")
        })
public class ScenarioNodeEntity {
    /** The table. */
    public static final String TABLE = "scenario_nodes";

    @Id
    @Column(check = @CheckConstraint(constraint = "regexp_like(id, '^node_[a-f0-9]{8}$')"))
    private String id;

    @Column(name = "exploration_id")
    @References(table = "explorations", onDelete = OnDelete.CASCADE)
    private String explorationId;

    @Column(name = "parent_id")
    @References(table = "scenario_nodes")
    private @Nullable String parentId;

    @Column(check = @CheckConstraint(constraint = "depth >= 0"))
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

    @Column(
            name = "execution_time_seconds",
            check = @CheckConstraint(constraint = "execution_time_seconds is null or execution_time_seconds >= 0"))
    private @Nullable Double executionTimeSeconds;

    @Column(
            name = "node_status",
            check =
                    @CheckConstraint(
                            constraint = "node_status in ('active', 'dominated', 'winner', 'expansion_failed')"))
    @ColumnDefault("'active'")
    private String nodeStatus;

    @Column(name = "created_at")
    private String createdAt;

    /** For Hibernate alone. */
    protected ScenarioNodeEntity() {}

    /**
     * Makes the row of a node.
     *
     * @param node the node
     * @return its row
     */
    public static ScenarioNodeEntity of(ScenarioNode node) {
        ScenarioNodeEntity row = new ScenarioNodeEntity();
        row.id = node.id();
        row.explorationId = node.explorationId();
        row.parentId = node.parentId();
        row.depth = node.depth();
        row.actionApplied = node.actionApplied();
        row.actionCategory = node.actionCategory();
        row.rationale = node.rationale();
        row.shortAction = node.shortAction();
        row.scorecardParams = node.scorecardParams().toJson().text();
        row.simulationResults = node.simulationResults() == null
                ? null
                : node.simulationResults().toJson().text();
        row.executionTimeSeconds = node.executionTimeSeconds();
        row.nodeStatus = node.status().text();
        row.createdAt = Timestamps.format(node.createdAt());
        return row;
    }

    /**
     * Reads the row.
     *
     * @param naiveZone zone of timestamps that carry none
     * @return the node
     * @throws io.synthlab.persistence.error.UnreadableRowException if status, a document or the timestamp cannot be read
     */
    public ScenarioNode toRecord(ZoneId naiveZone) {
        StoredRow row = new StoredRow(TABLE, "id=" + id);
        return new ScenarioNode(
                id,
                explorationId,
                parentId,
                depth,
                actionApplied,
                actionCategory,
                rationale,
                shortAction,
                row.read(() -> ScorecardParams.fromJson(JsonValue.ofStored(scorecardParams), "scorecard_params")),
                row.read(() -> SimulationResults.fromNullable(
                                ColumnText.document(simulationResults), "simulation_results"))
                        .orElse(null),
                executionTimeSeconds,
                row.read(() -> NodeStatus.ofText(nodeStatus)),
                row.requiredInstant("created_at", createdAt, naiveZone));
    }
}
