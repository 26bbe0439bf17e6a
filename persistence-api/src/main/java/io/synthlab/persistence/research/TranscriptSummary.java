package io.synthlab.persistence.research;

import io.synthlab.persistence.internal.time.Timestamps;
import java.time.Instant;
import java.util.Objects;

/**
 * The interview of one synth as lists show it.
 *
 * @param synthId the synth, which need not be stored any more
 * @param synthName its name at the time of the interview, whatever it is called now
 * @param turnCount how many turns were taken; 0 if unknown
 * @param timestamp when it was stored, in microseconds
 * @param status where it stands, any text
 */
public record TranscriptSummary(String synthId, String synthName, int turnCount, Instant timestamp, String status) {
    /** Checks that the parts are there and cuts the time to microseconds. */
    public TranscriptSummary {
        Objects.requireNonNull(synthId, "synthId");
        Objects.requireNonNull(synthName, "synthName");
        Objects.requireNonNull(status, "status");
        timestamp = Timestamps.truncate(timestamp);
    }
}
