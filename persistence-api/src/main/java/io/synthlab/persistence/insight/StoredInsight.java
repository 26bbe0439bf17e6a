package io.synthlab.persistence.insight;

import io.synthlab.persistence.JsonValue;
import java.time.Instant;
import java.util.Objects;

/**
 * A row of {@code chart_insights} as it is, whatever version of the application wrote it.
 *
 * @param id {@code ins_} and twelve hex digits, or another text
 * @param simulationId simulation or analysis it is about
 * @param insightType which chart, or {@value InsightRepository#EXECUTIVE_SUMMARY}
 * @param response the document, whole
 * @param document what it says
 * @param createdAt when it was first saved, in microseconds
 * @param updatedAt when it was last saved, in microseconds
 */
public record StoredInsight(
        String id,
        String simulationId,
        String insightType,
        JsonValue response,
        InsightDocument document,
        Instant createdAt,
        Instant updatedAt) {
    /** Checks that every part is there. */
    public StoredInsight {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(simulationId, "simulationId");
        Objects.requireNonNull(insightType, "insightType");
        Objects.requireNonNull(response, "response");
        Objects.requireNonNull(document, "document");
        Objects.requireNonNull(createdAt, "createdAt");
        Objects.requireNonNull(updatedAt, "updatedAt");
    }
}
