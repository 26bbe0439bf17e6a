package io.synthlab.persistence.internal.query;

import io.synthlab.persistence.JsonValue;
import io.synthlab.persistence.analysis.AnalysisCacheEntry;
import io.synthlab.persistence.analysis.ChartInsight;
import io.synthlab.persistence.analysis.ExecutiveSummary;
import io.synthlab.persistence.error.ValidationException;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Entries of the cache of an analysis as they are written; no database is needed. */
public final class CacheEntries {
    private CacheEntries() {}

    /**
     * Makes entries without parameters, by key, so that two callers lock in one order.
     *
     * @param analysisId the analysis
     * @param documents key to document
     * @param now when they are stored
     * @return checked entries
     * @throws ValidationException if a value breaks a rule
     */
    public static List<AnalysisCacheEntry> of(String analysisId, Map<String, JsonValue> documents, Instant now) {
        return documents.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> AnalysisCacheEntry.of(analysisId, entry.getKey(), entry.getValue(), null, now))
                .toList();
    }

    /**
     * Makes the entry of an insight.
     *
     * @param insight the insight
     * @param now when it is stored
     * @return the checked entry
     * @throws ValidationException if a value breaks a rule
     */
    public static AnalysisCacheEntry of(ChartInsight insight, Instant now) {
        insight.validated();
        String key = AnalysisCacheEntry.insightKey(insight.chartType());
        return AnalysisCacheEntry.of(insight.analysisId(), key, insight.toJson(), null, now);
    }

    /**
     * Makes the entry of an executive summary.
     *
     * @param summary the summary
     * @param now when it is stored
     * @return the checked entry
     * @throws ValidationException if a value breaks a rule
     */
    public static AnalysisCacheEntry of(ExecutiveSummary summary, Instant now) {
        summary.validated();
        return AnalysisCacheEntry.of(
                summary.analysisId(), AnalysisCacheEntry.EXECUTIVE_SUMMARY, summary.toJson(), null, now);
    }
}
