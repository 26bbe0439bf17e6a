package io.synthlab.persistence.internal.row;

import io.synthlab.persistence.research.NewExecution;
import org.jspecify.annotations.Nullable;

/** How batches of interviews and transcripts are read and named. */
public final class StoredResearch {
    private StoredResearch() {}

    /**
     * Returns the language model of a batch.
     *
     * @param stored what the row holds, or {@code null}
     * @return the model; the usual one for nothing and for empty text
     */
    public static String model(@Nullable String stored) {
        return stored == null || stored.isEmpty() ? NewExecution.DEFAULT_MODEL : stored;
    }

    /**
     * Returns the limit of turns of a batch.
     *
     * @param stored what the row holds; 0 for nothing
     * @return the limit; the usual one for 0
     */
    public static int maxTurns(int stored) {
        return stored == 0 ? NewExecution.DEFAULT_MAX_TURNS : stored;
    }

    /**
     * Returns the key of a transcript as errors name it.
     *
     * @param execId the batch
     * @param synthId the synth
     * @return for example {@code exec_id=b1, synth_id=a1b2c3}
     */
    public static String transcriptKey(String execId, String synthId) {
        return "exec_id=" + execId + ", synth_id=" + synthId;
    }
}
