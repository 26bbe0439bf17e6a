package io.synthlab.persistence.insight;

/** Regions of synths with notable failure rates. */
public interface RegionRepository {}
