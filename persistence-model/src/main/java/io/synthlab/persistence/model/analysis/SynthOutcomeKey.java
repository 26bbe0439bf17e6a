package io.synthlab.persistence.model.analysis;

import java.io.Serializable;

/**
 * Key of {@link SynthOutcomeEntity}.
 *
 * @param analysisId the analysis
 * @param synthId the synth
 */
public record SynthOutcomeKey(String analysisId, String synthId) implements Serializable {}
