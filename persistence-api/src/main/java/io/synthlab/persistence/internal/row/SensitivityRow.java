package io.synthlab.persistence.internal.row;

import io.synthlab.persistence.JsonValue;
import io.synthlab.persistence.insight.DimensionSensitivity;
import io.synthlab.persistence.insight.SensitivityResult;
import io.synthlab.persistence.internal.id.Ids;
import io.synthlab.persistence.internal.json.JsonLists;
import io.synthlab.persistence.internal.json.JsonObjectReader;
import java.time.ZoneOffset;

/**
 * A row of {@code sensitivity_results} as it is stored, and what it is read as.
 *
 * @param id its id
 * @param simulationId the simulation
 * @param analyzedAt stored time
 * @param deltasUsed text of the deltas
 * @param baselineSuccess share of success
 * @param mostSensitiveDimension name of a dimension
 * @param dimensions text of the dimensions
 */
public record SensitivityRow(
        String id,
        String simulationId,
        String analyzedAt,
        String deltasUsed,
        double baselineSuccess,
        String mostSensitiveDimension,
        String dimensions) {
    /** The table. */
    public static final String TABLE = "sensitivity_results";

    private static final int ID_BYTES = 6;

    /** Returns a new random id. */
    public static String newId() {
        return Ids.random("sens_", ID_BYTES);
    }

    /** Reads the row; a time without zone is UTC, as the original reads it. */
    public SensitivityResult toRecord() {
        StoredRow stored = new StoredRow(TABLE, "id=" + id);
        return new SensitivityResult(
                simulationId,
                stored.requiredInstant("analyzed_at", analyzedAt, ZoneOffset.UTC),
                stored.read(() ->
                        JsonLists.read(JsonValue.ofStored(deltasUsed), "deltas_used", JsonObjectReader::toDouble)),
                baselineSuccess,
                mostSensitiveDimension,
                stored.read(() -> DimensionSensitivity.listFromJson(JsonValue.ofStored(dimensions), "dimensions")));
    }
}
