package io.synthlab.persistence.legacy;

/** Simulations of scorecards. */
public interface SimulationRepository {}
