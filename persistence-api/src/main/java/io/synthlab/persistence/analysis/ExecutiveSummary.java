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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What all insights of an analysis come to: the document {@code executive_summary} of {@code analysis_cache}.
 *
 * <p>The constructor takes what a stored document may hold; {@link #of} and the {@code with…} methods apply the rules,
 * and so does every write.
 *
 * @param analysisId {@code ana_} and eight hex digits
 * @param overview text, possibly empty, at most {@value #LONGEST_TEXT} characters (code points); so are the next three
 * @param explainability which attributes decide
 * @param segmentation which groups there are
 * @param edgeCases who is out of the ordinary
 * @param recommendations {@value #FEWEST_RECOMMENDATIONS} to {@value #MOST_RECOMMENDATIONS} texts, in order
 * @param includedChartTypes charts it was written from, one at least, in order
 * @param generationTimestamp when it was written, in microseconds; {@code null} only if a stored document does not say
 * @param status how far it is
 * @param model which model wrote it, {@value #DEFAULT_MODEL} unless said otherwise
 */
public record ExecutiveSummary(
        String analysisId,
        String overview,
        String explainability,
        String segmentation,
        String edgeCases,
        List<String> recommendations,
        List<String> includedChartTypes,
        @Nullable Instant generationTimestamp,
        SummaryStatus status,
        String model) {
    /** Longest text, in code points. */
    public static final int LONGEST_TEXT = 1_000;
    /** Fewest recommendations. */
    public static final int FEWEST_RECOMMENDATIONS = 2;
    /** Most recommendations. */
    public static final int MOST_RECOMMENDATIONS = 3;
    /** Model when none is given. */
    public static final String DEFAULT_MODEL = "04-mini";

    /** Checks that the required parts are there, copies the lists and cuts the time to microseconds. */
    public ExecutiveSummary {
        Objects.requireNonNull(analysisId, "analysisId");
        Objects.requireNonNull(overview, "overview");
        Objects.requireNonNull(explainability, "explainability");
        Objects.requireNonNull(segmentation, "segmentation");
        Objects.requireNonNull(edgeCases, "edgeCases");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(model, "model");
        recommendations = List.copyOf(recommendations);
        includedChartTypes = List.copyOf(includedChartTypes);
        generationTimestamp = generationTimestamp == null ? null : Timestamps.truncate(generationTimestamp);
    }

    /**
     * Returns a checked summary of the default model.
     *
     * @param analysisId {@code ana_} and eight hex digits
     * @param overview text
     * @param explainability which attributes decide
     * @param segmentation which groups there are
     * @param edgeCases who is out of the ordinary
     * @param recommendations what to do
     * @param includedChartTypes charts it was written from
     * @param generationTimestamp when it was written
     * @param status how far it is
     * @return the summary
     * @throws ValidationException if a value breaks a rule
     */
    public static ExecutiveSummary of(
            String analysisId,
            String overview,
            String explainability,
            String segmentation,
            String edgeCases,
            List<String> recommendations,
            List<String> includedChartTypes,
            Instant generationTimestamp,
            SummaryStatus status) {
        return new ExecutiveSummary(
                        analysisId,
                        overview,
                        explainability,
                        segmentation,
                        edgeCases,
                        recommendations,
                        includedChartTypes,
                        generationTimestamp,
                        status,
                        DEFAULT_MODEL)
                .validated();
    }

    /**
     * Returns this summary of another model.
     *
     * @param newModel which model wrote it
     * @return the new summary
     * @throws ValidationException if a value breaks a rule
     */
    public ExecutiveSummary withModel(String newModel) {
        return new ExecutiveSummary(
                        analysisId,
                        overview,
                        explainability,
                        segmentation,
                        edgeCases,
                        recommendations,
                        includedChartTypes,
                        generationTimestamp,
                        status,
                        newModel)
                .validated();
    }

    /**
     * Checks every rule.
     *
     * @return this summary
     * @throws ValidationException if a value breaks a rule; names the field
     */
    public ExecutiveSummary validated() {
        Rules.id(analysisId, "summary.analysis_id", Ids.ANALYSIS);
        Rules.text(overview, "summary.overview", LONGEST_TEXT);
        Rules.text(explainability, "summary.explainability", LONGEST_TEXT);
        Rules.text(segmentation, "summary.segmentation", LONGEST_TEXT);
        Rules.text(edgeCases, "summary.edge_cases", LONGEST_TEXT);
        Rules.range(
                recommendations.size(),
                "the number of summary.recommendations",
                FEWEST_RECOMMENDATIONS,
                MOST_RECOMMENDATIONS);
        recommendations.forEach(text -> StorableText.require(text, "summary.recommendations"));
        if (includedChartTypes.isEmpty()) {
            throw new ValidationException("summary.included_chart_types must name one at least");
        }
        includedChartTypes.forEach(type -> StorableText.require(type, "summary.included_chart_types"));
        if (generationTimestamp == null) {
            throw new ValidationException("summary.generation_timestamp is missing");
        }
        StorableText.require(model, "summary.model");
        return this;
    }

    /**
     * Reads a stored document leniently: unknown keys are ignored, absent optional ones take their default, and rules
     * are not applied.
     *
     * @param json the document
     * @param path what it is, for messages, for example {@code data}
     * @param naiveZone zone of a timestamp that carries none
     * @return the summary
     * @throws ValidationException if a required key is missing, has another type or an unknown status; names the key
     */
    public static ExecutiveSummary fromJson(JsonValue json, String path, ZoneId naiveZone) {
        JsonObjectReader in = JsonObjectReader.of(json, path);
        return new ExecutiveSummary(
                in.requiredText("analysis_id"),
                in.requiredText("overview"),
                in.requiredText("explainability"),
                in.requiredText("segmentation"),
                in.requiredText("edge_cases"),
                in.requiredTexts("recommendations"),
                in.requiredTexts("included_chart_types"),
                in.instant("generation_timestamp", naiveZone).orElse(null),
                SummaryStatus.ofText(in.requiredText("status"), path + ".status"),
                in.text("model").orElse(DEFAULT_MODEL));
    }

    /** Returns the document as it is stored: every key, nulls included, in the original's order. */
    public JsonValue toJson() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("analysis_id", analysisId);
        members.put("overview", overview);
        members.put("explainability", explainability);
        members.put("segmentation", segmentation);
        members.put("edge_cases", edgeCases);
        members.put("recommendations", recommendations);
        members.put("included_chart_types", includedChartTypes);
        members.put(
                "generation_timestamp", generationTimestamp == null ? null : Timestamps.format(generationTimestamp));
        members.put("status", status.text());
        members.put("model", model);
        return JsonValue.of(members);
    }
}
