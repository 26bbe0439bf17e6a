package io.synthlab.persistence.internal.row;

import io.synthlab.persistence.JsonValue;
import io.synthlab.persistence.analysis.AnalysisCacheEntry;
import io.synthlab.persistence.analysis.ChartInsight;
import io.synthlab.persistence.analysis.ExecutiveSummary;
import io.synthlab.persistence.error.UnreadableRowException;
import io.synthlab.persistence.error.ValidationException;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code analysis_cache} as it is stored, and what it is read as.
 *
 * @param analysisId the analysis
 * @param cacheKey what is cached
 * @param data text of the document
 * @param params text of the parameters, or {@code null}
 * @param computedAt stored time
 */
public record CacheRow(
        String analysisId,
        String cacheKey,
        String data,
        @Nullable String params,
        String computedAt) {
    /** The table. */
    public static final String TABLE = "analysis_cache";

    /**
     * Returns the key as errors name it.
     *
     * @param analysisId the analysis
     * @param cacheKey what is cached
     * @return both columns with their values
     */
    public static String key(String analysisId, String cacheKey) {
        return "analysis_id=" + analysisId + ", cache_key=" + cacheKey;
    }

    /**
     * Reads the entry.
     *
     * @param naiveZone zone of timestamps that carry none
     * @return the entry
     * @throws UnreadableRowException if a document is no object or the timestamp of no known form
     */
    public AnalysisCacheEntry toEntry(ZoneId naiveZone) {
        return new AnalysisCacheEntry(
                analysisId,
                cacheKey,
                stored().read(() -> object(data, "data")),
                params == null ? null : stored().read(() -> object(params, "params")),
                stored().requiredInstant("computed_at", computedAt, naiveZone));
    }

    /**
     * Reads the document as an insight.
     *
     * @param naiveZone zone of timestamps that carry none
     * @return the insight
     * @throws UnreadableRowException if it is none
     */
    public ChartInsight toInsight(ZoneId naiveZone) {
        return stored().read(() -> insight(naiveZone));
    }

    /**
     * Reads the document as an insight if it is one.
     *
     * @param naiveZone zone of timestamps that carry none
     * @return the insight, empty if it is none
     */
    public Optional<ChartInsight> findInsight(ZoneId naiveZone) {
        try {
            return Optional.of(insight(naiveZone));
        } catch (ValidationException e) {
            return Optional.empty();
        }
    }

    /**
     * Reads the document as an executive summary.
     *
     * @param naiveZone zone of timestamps that carry none
     * @return the summary
     * @throws UnreadableRowException if it is none
     */
    public ExecutiveSummary toSummary(ZoneId naiveZone) {
        return stored().read(() -> ExecutiveSummary.fromJson(JsonValue.ofStored(data), "data", naiveZone));
    }

    private ChartInsight insight(ZoneId naiveZone) {
        return ChartInsight.fromJson(JsonValue.ofStored(data), "data", naiveZone);
    }

    private static JsonValue object(String text, String column) {
        JsonValue document = JsonValue.ofStored(text);
        if (!document.isObject()) {
            throw new ValidationException(column + " must be a JSON object");
        }
        return document;
    }

    private StoredRow stored() {
        return new StoredRow(TABLE, key(analysisId, cacheKey));
    }
}
