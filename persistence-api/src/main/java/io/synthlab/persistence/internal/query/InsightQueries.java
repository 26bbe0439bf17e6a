package io.synthlab.persistence.internal.query;

import io.synthlab.persistence.JsonValue;
import io.synthlab.persistence.analysis.ChartInsight;
import io.synthlab.persistence.error.ValidationException;
import io.synthlab.persistence.insight.InsightRepository;
import io.synthlab.persistence.internal.id.Ids;
import io.synthlab.persistence.internal.row.InsightRow;
import io.synthlab.persistence.internal.text.StorableText;
import io.synthlab.persistence.internal.time.Timestamps;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What both implementations store of insights. */
public final class InsightQueries {
    /**
     * Stores a document or replaces the one of its key, and returns the id of the row. Parameters are those of
     * {@link #insight} and {@link #summary}; {@code %s} is the placeholder of the document.
     */
    public static final String SAVE = """
            INSERT INTO chart_insights (id, simulation_id, insight_type, response_json, created_at, updated_at)
            VALUES (?, ?, ?, %s, ?, ?)
            ON CONFLICT (simulation_id, insight_type)
            DO UPDATE SET response_json = excluded.response_json, updated_at = excluded.updated_at
            RETURNING id
            """;

    private static final String ID_PREFIX = "ins_";
    private static final int ID_BYTES = 6;

    private InsightQueries() {}

    /**
     * Returns the parameters that store an insight.
     *
     * @param simulationId simulation or analysis
     * @param insightType which chart
     * @param insight the insight
     * @param now when it is stored
     * @return the parameters of {@link #SAVE}
     * @throws ValidationException if a value breaks a rule
     */
    public static Object[] insight(String simulationId, String insightType, ChartInsight insight, Instant now) {
        StorableText.require(insightType, "chart_insights.insight_type");
        if (insightType.equals(InsightRepository.EXECUTIVE_SUMMARY)) {
            throw new ValidationException("chart_insights.insight_type " + InsightRepository.EXECUTIVE_SUMMARY
                    + " is reserved; store the text with saveExecutiveSummary");
        }
        return parameters(simulationId, insightType, insight.validated().toJson(), now);
    }

    /**
     * Returns the parameters that store an executive summary.
     *
     * @param simulationId simulation or analysis
     * @param summary the text
     * @param now when it is stored
     * @return the parameters of {@link #SAVE}
     * @throws ValidationException if a text cannot be stored
     */
    public static Object[] summary(String simulationId, String summary, Instant now) {
        StorableText.require(summary, "executive_summary");
        Map<String, String> document = new LinkedHashMap<>();
        document.put("executive_summary", summary);
        document.put("generated_at", Timestamps.format(now));
        return parameters(simulationId, InsightRepository.EXECUTIVE_SUMMARY, JsonValue.of(document), now);
    }

    private static Object[] parameters(String simulationId, String insightType, JsonValue document, Instant now) {
        StorableText.require(simulationId, "chart_insights.simulation_id");
        String time = Timestamps.format(now);
        return new Object[] {Ids.random(ID_PREFIX, ID_BYTES), simulationId, insightType, document, time, time};
    }

    /**
     * Reads rows as insights about charts.
     *
     * @param rows rows of a simulation, in order
     * @param naiveZone zone of timestamps that carry none
     * @return chart type to insight, in that order, without the executive summary; cannot be changed
     * @throws io.synthlab.persistence.error.UnreadableRowException if a document is not of the current shape
     */
    public static Map<String, ChartInsight> charts(List<InsightRow> rows, ZoneId naiveZone) {
        Map<String, ChartInsight> insights = new LinkedHashMap<>();
        rows.stream()
                .filter(row -> !row.insightType().equals(InsightRepository.EXECUTIVE_SUMMARY))
                .forEach(row -> insights.put(row.insightType(), row.toInsight(naiveZone)));
        return Collections.unmodifiableMap(insights);
    }
}
