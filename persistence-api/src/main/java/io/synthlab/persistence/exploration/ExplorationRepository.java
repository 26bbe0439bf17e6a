package io.synthlab.persistence.exploration;

/** Explorations and their scenario nodes. */
public interface ExplorationRepository {}
