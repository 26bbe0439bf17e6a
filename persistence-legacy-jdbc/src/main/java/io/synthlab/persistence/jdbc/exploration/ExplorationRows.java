package io.synthlab.persistence.jdbc.exploration;

import io.synthlab.persistence.JsonValue;
import io.synthlab.persistence.exploration.Exploration;
import io.synthlab.persistence.exploration.ExplorationConfig;
import io.synthlab.persistence.exploration.ExplorationStatus;
import io.synthlab.persistence.exploration.Goal;
import io.synthlab.persistence.exploration.NodeStatus;
import io.synthlab.persistence.exploration.ScenarioNode;
import io.synthlab.persistence.exploration.ScorecardParams;
import io.synthlab.persistence.exploration.SimulationResults;
import io.synthlab.persistence.internal.row.StoredRow;
import io.synthlab.persistence.jdbc.statement.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;

/** Rows of {@code explorations} and {@code scenario_nodes} to records. */
final class ExplorationRows {
    private final ZoneId naiveZone;

    ExplorationRows(ZoneId naiveZone) {
        this.naiveZone = naiveZone;
    }

    Exploration exploration(ResultSet row) throws SQLException {
        String id = row.getString("id");
        StoredRow stored = new StoredRow(ExplorationSql.TABLE, "id=" + id);
        JsonValue goal = JsonValue.ofStored(row.getString("goal"));
        JsonValue config = JsonValue.ofStored(row.getString("config"));
        String status = row.getString("status");
        return new Exploration(
                id,
                row.getString("experiment_id"),
                row.getString("baseline_analysis_id"),
                stored.read(() -> Goal.fromJson(goal, "goal")),
                stored.read(() -> ExplorationConfig.fromJson(config, "config")),
                stored.read(() -> ExplorationStatus.ofText(status)),
                row.getInt("current_depth"),
                row.getInt("total_nodes"),
                row.getInt("total_llm_calls"),
                Columns.number(row, "best_success_rate"),
                stored.requiredInstant("started_at", row.getString("started_at"), naiveZone),
                stored.instant("completed_at", row.getString("completed_at"), naiveZone));
    }

    ScenarioNode node(ResultSet row) throws SQLException {
        String id = row.getString("id");
        StoredRow stored = new StoredRow(ScenarioNodeSql.TABLE, "id=" + id);
        JsonValue params = JsonValue.ofStored(row.getString("scorecard_params"));
        String results = row.getString("simulation_results");
        String status = row.getString("node_status");
        return new ScenarioNode(
                id,
                row.getString("exploration_id"),
                row.getString("parent_id"),
                row.getInt("depth"),
                row.getString("action_applied"),
                row.getString("action_category"),
                row.getString("rationale"),
                row.getString("short_action"),
                stored.read(() -> ScorecardParams.fromJson(params, "scorecard_params")),
                stored.read(() -> SimulationResults.fromNullable(
                                results == null ? null : JsonValue.ofStored(results), "simulation_results"))
                        .orElse(null),
                Columns.number(row, "execution_time_seconds"),
                stored.read(() -> NodeStatus.ofText(status)),
                stored.requiredInstant("created_at", row.getString("created_at"), naiveZone));
    }
}
