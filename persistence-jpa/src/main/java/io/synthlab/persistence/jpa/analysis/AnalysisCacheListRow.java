package io.synthlab.persistence.jpa.analysis;

import io.synthlab.persistence.internal.row.CacheRow;
import org.jspecify.annotations.Nullable;

/** A row of a cache, as {@link AnalysisQueries} selects it; Hibernate sees no types of the API's internals. */
record AnalysisCacheListRow(
        String analysisId,
        String cacheKey,
        String data,
        @Nullable String params,
        String computedAt) {
    CacheRow toRow() {
        return new CacheRow(analysisId, cacheKey, data, params, computedAt);
    }
}
