package io.synthlab.persistence.internal.row;

import io.synthlab.persistence.JsonValue;
import io.synthlab.persistence.legacy.FeatureScorecard;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code feature_scorecards} as it is stored, and what it is read as.
 *
 * @param id its id
 * @param experimentId the experiment, or {@code null}
 * @param data text of the document
 * @param createdAt stored time
 */
public record ScorecardRow(String id, @Nullable String experimentId, String data, String createdAt) {
    /** The table. */
    public static final String TABLE = "feature_scorecards";

    /**
     * Reads the row; id, experiment and time of creation are the columns'.
     *
     * @param naiveZone zone of timestamps that carry none
     * @return the scorecard
     */
    public FeatureScorecard toRecord(ZoneId naiveZone) {
        StoredRow stored = new StoredRow(TABLE, "id=" + id);
        Instant created = stored.requiredInstant("created_at", createdAt, naiveZone);
        return stored.read(
                () -> FeatureScorecard.fromJson(JsonValue.ofStored(data), id, experimentId, created, naiveZone));
    }
}
