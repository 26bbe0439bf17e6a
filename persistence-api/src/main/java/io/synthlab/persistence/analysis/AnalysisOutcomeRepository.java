package io.synthlab.persistence.analysis;

/** Outcomes as an analysis run writes and reads them. */
public interface AnalysisOutcomeRepository {}
