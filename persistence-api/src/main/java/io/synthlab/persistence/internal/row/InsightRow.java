package io.synthlab.persistence.internal.row;

import io.synthlab.persistence.JsonValue;
import io.synthlab.persistence.analysis.ChartInsight;
import io.synthlab.persistence.insight.InsightDocument;
import io.synthlab.persistence.insight.StoredInsight;
import java.time.ZoneId;
import java.util.Optional;

/**
 * A row of {@code chart_insights} as it is stored, and what it is read as.
 *
 * @param id its id
 * @param simulationId simulation or analysis
 * @param insightType which chart
 * @param response text of the document
 * @param createdAt stored time
 * @param updatedAt stored time
 */
public record InsightRow(
        String id, String simulationId, String insightType, String response, String createdAt, String updatedAt) {
    /** The table. */
    public static final String TABLE = "chart_insights";

    /**
     * Returns the key as errors name it.
     *
     * @param simulationId simulation or analysis
     * @param insightType which chart
     * @return both columns with their values
     */
    public static String key(String simulationId, String insightType) {
        return "simulation_id=" + simulationId + ", insight_type=" + insightType;
    }

    /**
     * Reads the document in its current shape.
     *
     * @param naiveZone zone of timestamps that carry none
     * @return the insight
     */
    public ChartInsight toInsight(ZoneId naiveZone) {
        return stored().read(() -> ChartInsight.fromJson(JsonValue.ofStored(response), "response_json", naiveZone));
    }

    /**
     * Reads the row whatever shape its document has.
     *
     * @param naiveZone zone of timestamps that carry none
     * @return the row
     */
    public StoredInsight toStored(ZoneId naiveZone) {
        JsonValue document = JsonValue.ofStored(response);
        return new StoredInsight(
                id,
                simulationId,
                insightType,
                document,
                InsightDocument.of(document, naiveZone),
                stored().requiredInstant("created_at", createdAt, naiveZone),
                stored().requiredInstant("updated_at", updatedAt, naiveZone));
    }

    /** Returns the text of an executive summary, empty if the document holds none. */
    public Optional<String> summary() {
        return JsonValue.ofStored(response).get("executive_summary").flatMap(JsonValue::asText);
    }

    private StoredRow stored() {
        return new StoredRow(TABLE, key(simulationId, insightType));
    }
}
