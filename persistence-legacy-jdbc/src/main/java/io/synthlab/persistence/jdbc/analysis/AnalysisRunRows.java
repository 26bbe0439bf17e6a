package io.synthlab.persistence.jdbc.analysis;

import io.synthlab.persistence.JsonValue;
import io.synthlab.persistence.analysis.AggregatedOutcomes;
import io.synthlab.persistence.analysis.AnalysisConfig;
import io.synthlab.persistence.analysis.AnalysisRun;
import io.synthlab.persistence.analysis.AnalysisStatus;
import io.synthlab.persistence.internal.row.StoredRow;
import io.synthlab.persistence.jdbc.statement.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Rows of {@code analysis_runs} to records. */
final class AnalysisRunRows {
    private final ZoneId naiveZone;

    AnalysisRunRows(ZoneId naiveZone) {
        this.naiveZone = naiveZone;
    }

    AnalysisRun run(ResultSet row) throws SQLException {
        String id = row.getString("id");
        StoredRow stored = new StoredRow(AnalysisRunSql.TABLE, "id=" + id);
        String config = row.getString("config");
        String status = row.getString("status");
        return new AnalysisRun(
                id,
                row.getString("experiment_id"),
                row.getString("scenario_id"),
                stored.read(() -> AnalysisConfig.fromJson(JsonValue.ofStored(config), "config")),
                stored.read(() -> AnalysisStatus.ofText(status, "status")),
                stored.requiredInstant("started_at", row.getString("started_at"), naiveZone),
                stored.instant("completed_at", row.getString("completed_at"), naiveZone),
                row.getInt("total_synths"), // 0 for NULL, as the record has it
                outcomes(row.getString("aggregated_outcomes"), stored),
                Columns.number(row, "execution_time_seconds"));
    }

    private static @Nullable AggregatedOutcomes outcomes(@Nullable String stored, StoredRow row) {
        return stored == null
                ? null
                : row.read(() -> AggregatedOutcomes.fromJson(JsonValue.ofStored(stored), "aggregated_outcomes"));
    }
}
