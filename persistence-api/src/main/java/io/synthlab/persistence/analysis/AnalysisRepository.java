package io.synthlab.persistence.analysis;

/** Analyses, at most one per experiment. */
public interface AnalysisRepository {}
