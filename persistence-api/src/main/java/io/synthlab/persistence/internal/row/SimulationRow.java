package io.synthlab.persistence.internal.row;

import io.synthlab.persistence.JsonValue;
import io.synthlab.persistence.internal.json.JsonObjectReader;
import io.synthlab.persistence.legacy.SimulationConfig;
import io.synthlab.persistence.legacy.SimulationRun;
import io.synthlab.persistence.legacy.SimulationStatus;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code simulation_runs} as it is stored, and what it is read as.
 *
 * @param id its id
 * @param scorecardId the scorecard
 * @param scenarioId scenario
 * @param config text of the parameters
 * @param status stored state
 * @param startedAt stored time
 * @param completedAt stored time, or {@code null}
 * @param totalSynths number of synths; {@code null} reads as 0
 * @param outcomes text of the outcomes, or {@code null}
 * @param executionTimeSeconds duration, or {@code null}
 */
public record SimulationRow(
        String id,
        String scorecardId,
        String scenarioId,
        String config,
        String status,
        String startedAt,
        @Nullable String completedAt,
        @Nullable Integer totalSynths,
        @Nullable String outcomes,
        @Nullable Double executionTimeSeconds) {
    /** The table. */
    public static final String TABLE = "simulation_runs";

    /**
     * Reads the row.
     *
     * @param naiveZone zone of timestamps that carry none
     * @return the simulation
     */
    public SimulationRun toRecord(ZoneId naiveZone) {
        StoredRow stored = new StoredRow(TABLE, "id=" + id);
        String aggregated = outcomes;
        return new SimulationRun(
                id,
                scorecardId,
                scenarioId,
                stored.read(() -> SimulationConfig.fromJson(JsonValue.ofStored(config), "config")),
                stored.read(() -> SimulationStatus.ofText(status, "status")),
                stored.requiredInstant("started_at", startedAt, naiveZone),
                stored.instant("completed_at", completedAt, naiveZone),
                totalSynths == null ? 0 : totalSynths,
                aggregated == null
                        ? null
                        : stored.read(() -> JsonObjectReader.mapOf(
                                JsonValue.ofStored(aggregated), "aggregated_outcomes", JsonObjectReader::toDouble)),
                executionTimeSeconds);
    }
}
