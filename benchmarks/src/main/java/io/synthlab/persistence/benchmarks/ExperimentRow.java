package io.synthlab.persistence.benchmarks;

import io.synthlab.persistence.JsonValue;
import io.synthlab.persistence.experiment.Experiment;
import io.synthlab.persistence.experiment.ExperimentSummary;
import io.synthlab.persistence.experiment.ScorecardData;
import io.synthlab.persistence.internal.time.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Rows of experiments to records, with the record's own reading of JSON and time, columns by position. */
final class ExperimentRow {
    static final String COLUMNS = "id, name, hypothesis, description, scorecard_data, created_at, updated_at";

    private ExperimentRow() {}

    /** Reads {@link #COLUMNS}. */
    static Experiment read(ResultSet row, ZoneId naiveZone) throws SQLException {
        String scorecard = row.getString(5);
        return new Experiment(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                scorecard == null ? null : ScorecardData.fromJson(JsonValue.ofStored(scorecard)),
                Timestamps.parse(row.getString(6), naiveZone),
                moment(row.getString(7), naiveZone));
    }

    /** Reads id, name, hypothesis, description, times, three flags and a count. */
    static ExperimentSummary readSummary(ResultSet row, ZoneId naiveZone) throws SQLException {
        return new ExperimentSummary(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getBoolean(7),
                row.getBoolean(8),
                row.getBoolean(9),
                row.getLong(10),
                Timestamps.parse(row.getString(5), naiveZone),
                moment(row.getString(6), naiveZone));
    }

    private static @Nullable Instant moment(@Nullable String text, ZoneId naiveZone) {
        return text == null ? null : Timestamps.parse(text, naiveZone);
    }
}
