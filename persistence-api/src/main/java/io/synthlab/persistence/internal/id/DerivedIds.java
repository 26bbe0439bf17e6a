package io.synthlab.persistence.internal.id;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Ids of rows that old files store without one, made of the pair that identifies the row: the same on each run, in the
 * mover that fills them and in readers of a file where they are not filled.
 */
public final class DerivedIds {
    private static final int HASH_BYTES = 16;

    private DerivedIds() {}

    /**
     * Returns the id of an outcome: {@code <analysis_id>_<synth_id>} as the original writes it, unless the synth's id
     * holds an underscore, because two pairs could then give one id.
     *
     * @param analysisId the analysis
     * @param synthId the synth
     * @param attempt 0, and higher as long as another row has the id
     * @return the id; otherwise {@code out_} and a hash of the pair
     */
    public static String outcome(String analysisId, String synthId, int attempt) {
        boolean plain = synthId.indexOf('_') < 0;
        if (plain && attempt == 0) {
            return analysisId + '_' + synthId;
        }
        return "out_" + hash(analysisId, synthId, plain ? attempt - 1 : attempt);
    }

    /**
     * Returns the id of a transcript.
     *
     * @param execId the execution
     * @param synthId the synth
     * @param attempt 0, and higher as long as another row has the id
     * @return {@code tra_} and a hash of the pair
     */
    public static String transcript(String execId, String synthId, int attempt) {
        return "tra_" + hash(execId, synthId, attempt);
    }

    /** The first half of the SHA-256 of both and of the counter, as 32 hex digits. */
    private static String hash(String first, String second, int counter) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(first.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            digest.update(second.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            digest.update(Integer.toString(counter).getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(digest.digest(), 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
