package io.synthlab.persistence.insight;

import io.synthlab.persistence.JsonValue;
import io.synthlab.persistence.analysis.ChartInsight;
import io.synthlab.persistence.error.ValidationException;
import io.synthlab.persistence.internal.json.JsonObjectReader;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A view of {@code chart_insights.response_json}, whose shape depends on the version of the application that wrote it.
 * The view takes what it knows; the document itself stays whole in {@link StoredInsight#response()}.
 */
public sealed interface InsightDocument {
    /**
     * The current shape, told by its key {@code summary}.
     *
     * @param insight what it says
     */
    record Chart(ChartInsight insight) implements InsightDocument {}

    /**
     * The shape of December 2025, told by its key {@code caption}.
     *
     * @param simulationId simulation or analysis, or {@code null} if absent
     * @param chartType which chart, or {@code null} if absent
     * @param caption about twenty words
     * @param explanation about two hundred words
     * @param evidence what supports it, possibly nothing
     * @param recommendation what to do, or {@code null}
     * @param confidence 0 to 1; 1 if absent
     * @param generatedAt when it was written, or {@code null} if absent
     */
    record Caption(
            @Nullable String simulationId,
            @Nullable String chartType,
            String caption,
            String explanation,
            List<String> evidence,
            @Nullable String recommendation,
            double confidence,
            @Nullable Instant generatedAt)
            implements InsightDocument {
        /** Copies the evidence. */
        public Caption {
            evidence = List.copyOf(evidence);
        }
    }

    /**
     * The executive summary of a simulation.
     *
     * @param text the summary
     * @param generatedAt when it was written, or {@code null} if absent
     */
    record Summary(String text, @Nullable Instant generatedAt) implements InsightDocument {}

    /**
     * Any other shape, or one of the above with a value that cannot be read.
     *
     * @param response the document
     */
    record Unknown(JsonValue response) implements InsightDocument {}

    /**
     * Looks at a document; never fails.
     *
     * @param response the document
     * @param naiveZone zone of timestamps that carry none
     * @return the view
     */
    static InsightDocument of(JsonValue response, ZoneId naiveZone) {
        try {
            if (response.get("summary").isPresent()) {
                return new Chart(ChartInsight.fromJson(response, "response_json", naiveZone));
            }
            JsonObjectReader in = JsonObjectReader.of(response, "response_json");
            if (in.text("caption").isPresent()) {
                return caption(in, naiveZone);
            }
            return in.text("executive_summary")
                    .<InsightDocument>map(text -> new Summary(
                            text, in.instant("generated_at", naiveZone).orElse(null)))
                    .orElseGet(() -> new Unknown(response));
        } catch (ValidationException e) {
            return new Unknown(response);
        }
    }

    private static Caption caption(JsonObjectReader in, ZoneId naiveZone) {
        return new Caption(
                in.text("simulation_id").orElse(null),
                in.text("chart_type").orElse(null),
                in.requiredText("caption"),
                in.requiredText("explanation"),
                in.texts("evidence"),
                in.text("recommendation").orElse(null),
                in.number("confidence").orElse(1.0),
                in.instant("generated_at", naiveZone).orElse(null));
    }
}
