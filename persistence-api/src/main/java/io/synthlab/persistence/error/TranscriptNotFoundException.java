package io.synthlab.persistence.error;

import java.util.Map;

/** No interview of the given synth is in the given batch. */
public final class TranscriptNotFoundException extends NotFoundException {
    private static final long serialVersionUID = 1L;

    /** Code of this error. */
    public static final String CODE = "TRANSCRIPT_NOT_FOUND";

    /**
     * Creates the error.
     *
     * @param execId the batch; becomes detail {@code exec_id}
     * @param synthId the synth that was looked for; becomes detail {@code synth_id}
     */
    public TranscriptNotFoundException(String execId, String synthId) {
        super(
                CODE,
                "Transcript not found for synth " + synthId + " in execution " + execId,
                Map.of("exec_id", execId, "synth_id", synthId));
    }
}
