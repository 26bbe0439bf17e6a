package io.synthlab.persistence.analysis;

import io.synthlab.persistence.JsonValue;
import io.synthlab.persistence.error.ValidationException;
import io.synthlab.persistence.internal.id.Ids;
import io.synthlab.persistence.internal.json.JsonObjectReader;
import io.synthlab.persistence.internal.text.Rules;
import io.synthlab.persistence.internal.text.StorableText;
import io.synthlab.persistence.internal.time.Timestamps;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A text that says what a chart of an analysis shows: the documents {@code insight_…} of {@code analysis_cache}, and the
 * current form of those in {@code chart_insights}.
 *
 * <p>The constructor takes what a stored document may hold; {@link #of} and the {@code with…} methods apply the rules,
 * and so does every write.
 *
 * @param analysisId {@code ana_} and eight hex digits
 * @param chartType which chart, for example {@code try_vs_success}; any text
 * @param summary the text, possibly empty, at most {@value #LONGEST_SUMMARY} characters (code points); why there is none
 *     if it failed
 * @param generationTimestamp when it was written, in microseconds; {@code null} only if a stored document does not say
 * @param status how far it is
 * @param model which model wrote it, {@value #DEFAULT_MODEL} unless said otherwise
 */
public record ChartInsight(
        String analysisId,
        String chartType,
        String summary,
        @Nullable Instant generationTimestamp,
        InsightStatus status,
        String model) {
    /** Longest summary, in code points. */
    public static final int LONGEST_SUMMARY = 2_000;
    /** Model when none is given. */
    public static final String DEFAULT_MODEL = "gpt-4.1-mini";

    /** Checks that the required parts are there and cuts the time to microseconds. */
    public ChartInsight {
        Objects.requireNonNull(analysisId, "analysisId");
        Objects.requireNonNull(chartType, "chartType");
        Objects.requireNonNull(summary, "summary");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(model, "model");
        generationTimestamp = generationTimestamp == null ? null : Timestamps.truncate(generationTimestamp);
    }

    /**
     * Returns a checked insight of the default model.
     *
     * @param analysisId {@code ana_} and eight hex digits
     * @param chartType which chart
     * @param summary the text
     * @param generationTimestamp when it was written
     * @param status how far it is
     * @return the insight
     * @throws ValidationException if a value breaks a rule
     */
    public static ChartInsight of(
            String analysisId, String chartType, String summary, Instant generationTimestamp, InsightStatus status) {
        return new ChartInsight(analysisId, chartType, summary, generationTimestamp, status, DEFAULT_MODEL).validated();
    }

    /**
     * Returns this insight of another model.
     *
     * @param newModel which model wrote it
     * @return the new insight
     * @throws ValidationException if a value breaks a rule
     */
    public ChartInsight withModel(String newModel) {
        return new ChartInsight(analysisId, chartType, summary, generationTimestamp, status, newModel).validated();
    }

    /**
     * Checks every rule.
     *
     * @return this insight
     * @throws ValidationException if a value breaks a rule; names the field
     */
    public ChartInsight validated() {
        Rules.id(analysisId, "insight.analysis_id", Ids.ANALYSIS);
        StorableText.require(chartType, "insight.chart_type");
        Rules.text(summary, "insight.summary", LONGEST_SUMMARY);
        if (generationTimestamp == null) {
            throw new ValidationException("insight.generation_timestamp is missing");
        }
        StorableText.require(model, "insight.model");
        return this;
    }

    /**
     * Reads a stored document leniently: unknown keys are ignored, absent optional ones take their default, and rules
     * are not applied.
     *
     * @param json the document
     * @param path what it is, for messages, for example {@code data}
     * @param naiveZone zone of a timestamp that carries none
     * @return the insight
     * @throws ValidationException if a required key is missing, has another type or an unknown status; names the key
     */
    public static ChartInsight fromJson(JsonValue json, String path, ZoneId naiveZone) {
        JsonObjectReader in = JsonObjectReader.of(json, path);
        return new ChartInsight(
                in.requiredText("analysis_id"),
                in.requiredText("chart_type"),
                in.requiredText("summary"),
                in.instant("generation_timestamp", naiveZone).orElse(null),
                InsightStatus.ofText(in.requiredText("status"), path + ".status"),
                in.text("model").orElse(DEFAULT_MODEL));
    }

    /** Returns the document as it is stored: every key, nulls included, in the original's order. */
    public JsonValue toJson() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("analysis_id", analysisId);
        members.put("chart_type", chartType);
        members.put("summary", summary);
        members.put(
                "generation_timestamp", generationTimestamp == null ? null : Timestamps.format(generationTimestamp));
        members.put("status", status.text());
        members.put("model", model);
        return JsonValue.of(members);
    }
}
