package io.synthlab.persistence.insight;

/** Insights of simulations and analyses. */
public interface InsightRepository {}
