package io.synthlab.persistence.model.research;

import java.io.Serializable;

/**
 * Key of {@link TranscriptEntity}.
 *
 * @param execId the execution
 * @param synthId the synth
 */
public record TranscriptKey(String execId, String synthId) implements Serializable {}
