package io.synthlab.persistence.synth;
/** x */
public interface SynthRepository {}
