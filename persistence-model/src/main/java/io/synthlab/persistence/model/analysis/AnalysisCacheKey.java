package io.synthlab.persistence.model.analysis;

import java.io.Serializable;

/**
 * Key of {@link AnalysisCacheEntity}.
 *
 * @param analysisId the analysis
 * @param cacheKey which chart
 */
public record AnalysisCacheKey(String analysisId, String cacheKey) implements Serializable {}
