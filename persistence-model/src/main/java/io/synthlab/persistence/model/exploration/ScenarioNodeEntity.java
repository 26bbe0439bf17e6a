package io.synthlab.persistence.model.exploration;

import io.synthlab.persistence.JsonValue;
import io.synthlab.persistence.exploration.NodeStatus;
import io.synthlab.persistence.exploration.ScenarioNode;
import io.synthlab.persistence.exploration.ScorecardParams;
import io.synthlab.persistence.exploration.SimulationResults;
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
