package io.synthlab.persistence.analysis;

import io.synthlab.persistence.JsonValue;
import io.synthlab.persistence.error.ValidationException;
import io.synthlab.persistence.internal.id.Ids;
import io.synthlab.persistence.internal.json.StorableJson;
import io.synthlab.persistence.internal.text.Rules;
import io.synthlab.persistence.internal.time.Timestamps;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something computed ahead for an analysis: one row of {@code analysis_cache}.
 *
 * <p>The original's keys are {@code try_vs_success}, {@code distribution}, {@code heatmap}, {@code scatter},
 * {@code correlations}, {@code clustering_k<n>}, {@code elbow}, {@code pca_scatter}, {@code radar_comparison},
 * {@code extreme_cases}, {@code outliers}, {@code shap_summary}, {@code sankey}, {@value #EXECUTIVE_SUMMARY}, and
 * {@value #INSIGHT_PREFIX} with a chart type; any other may be used.
 *
 * @param analysisId the analysis: {@code ana_} and eight hex digits
 * @param cacheKey what is cached, 1 to {@value #LONGEST_KEY} characters (code points)
 * @param data the document, a JSON object
 * @param params what it was computed with, a JSON object, or {@code null}
 * @param computedAt when it was stored, in microseconds
 */
public record AnalysisCacheEntry(
        String analysisId,
        String cacheKey,
        JsonValue data,
        @Nullable JsonValue params,
        Instant computedAt) {
    /** Longest key, in code points. */
    public static final int LONGEST_KEY = 50;
    /** Start of the keys of {@link ChartInsight}s, in front of the chart type. */
    public static final String INSIGHT_PREFIX = "insight_";
    /** Key of the {@link ExecutiveSummary}. */
    public static final String EXECUTIVE_SUMMARY = "executive_summary";

    /** Checks that the required parts are there and cuts the time to microseconds. */
    public AnalysisCacheEntry {
        Objects.requireNonNull(analysisId, "analysisId");
        Objects.requireNonNull(cacheKey, "cacheKey");
        Objects.requireNonNull(data, "data");
        computedAt = Timestamps.truncate(computedAt);
    }

    /**
     * Returns a checked entry.
     *
     * @param analysisId the analysis
     * @param cacheKey what is cached
     * @param data the document
     * @param params what it was computed with, or {@code null}; an object without members becomes {@code null}
     * @param computedAt when it is stored
     * @return the entry
     * @throws ValidationException if a value breaks a rule
     */
    public static AnalysisCacheEntry of(
            String analysisId, String cacheKey, JsonValue data, @Nullable JsonValue params, Instant computedAt) {
        boolean none = params == null || params.isObject() && params.members().isEmpty();
        return new AnalysisCacheEntry(analysisId, cacheKey, data, none ? null : params, computedAt).validated();
    }

    /**
     * Returns the key of the insight into a chart.
     *
     * @param chartType which chart
     * @return the key, too long to be stored if the type has more than 42 characters
     */
    public static String insightKey(String chartType) {
        return INSIGHT_PREFIX + chartType;
    }

    /**
     * Checks every rule.
     *
     * @return this entry
     * @throws ValidationException if a value breaks a rule; names the field
     */
    public AnalysisCacheEntry validated() {
        Rules.id(analysisId, "analysis_cache.analysis_id", Ids.ANALYSIS);
        if (cacheKey.isEmpty()) {
            throw new ValidationException("analysis_cache.cache_key must not be empty");
        }
        Rules.text(cacheKey, "analysis_cache.cache_key", LONGEST_KEY);
        requireObject(data, "analysis_cache.data");
        requireObject(params, "analysis_cache.params");
        return this;
    }

    private static void requireObject(@Nullable JsonValue document, String field) {
        if (document != null && !document.isObject()) {
            throw new ValidationException(field + " must be a JSON object");
        }
        StorableJson.require(document, field);
    }
}
