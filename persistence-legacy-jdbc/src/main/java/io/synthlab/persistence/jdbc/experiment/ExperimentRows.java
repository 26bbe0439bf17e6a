package io.synthlab.persistence.jdbc.experiment;

import io.synthlab.persistence.JsonValue;
import io.synthlab.persistence.experiment.Experiment;
import io.synthlab.persistence.experiment.ExperimentSummary;
import io.synthlab.persistence.experiment.ScorecardData;
import io.synthlab.persistence.internal.row.StoredRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;

/** Rows of {@code experiments} to records. */
final class ExperimentRows {
    private final ZoneId naiveZone;

    ExperimentRows(ZoneId naiveZone) {
        this.naiveZone = naiveZone;
    }

    Experiment experiment(ResultSet row) throws SQLException {
        String id = row.getString("id");
        StoredRow stored = new StoredRow(ExperimentSql.TABLE, "id=" + id);
        String scorecard = row.getString("scorecard_data");
        return new Experiment(
                id,
                row.getString("name"),
                row.getString("hypothesis"),
                row.getString("description"),
                scorecard == null ? null : stored.read(() -> ScorecardData.fromJson(JsonValue.ofStored(scorecard))),
                stored.requiredInstant("created_at", row.getString("created_at"), naiveZone),
                stored.instant("updated_at", row.getString("updated_at"), naiveZone));
    }

    ExperimentSummary summary(ResultSet row) throws SQLException {
        String id = row.getString("id");
        StoredRow stored = new StoredRow(ExperimentSql.TABLE, "id=" + id);
        return new ExperimentSummary(
                id,
                row.getString("name"),
                row.getString("hypothesis"),
                row.getString("description"),
                row.getBoolean("has_scorecard"),
                row.getBoolean("has_analysis"),
                row.getBoolean("has_guide"),
                row.getLong("interviews"),
                stored.requiredInstant("created_at", row.getString("created_at"), naiveZone),
                stored.instant("updated_at", row.getString("updated_at"), naiveZone));
    }
}
