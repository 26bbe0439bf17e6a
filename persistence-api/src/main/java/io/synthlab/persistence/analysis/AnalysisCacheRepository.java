package io.synthlab.persistence.analysis;

/** Charts and insights computed for analyses. */
public interface AnalysisCacheRepository {}
