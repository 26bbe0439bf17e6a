package io.synthlab.persistence.insight;

/** Sensitivity analyses of simulations. */
public interface SensitivityRepository {}
