package io.synthlab.persistence.analysis;

/** Outcomes one by one. */
public interface SynthOutcomeRepository {}
