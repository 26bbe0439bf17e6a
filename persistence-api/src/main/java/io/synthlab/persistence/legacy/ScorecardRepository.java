package io.synthlab.persistence.legacy;

/** Scorecards that stand by themselves. */
public interface ScorecardRepository {}
