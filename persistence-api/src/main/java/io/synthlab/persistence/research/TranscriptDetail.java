package io.synthlab.persistence.research;

import io.synthlab.persistence.internal.time.Timestamps;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * The interview of one synth with all that was said.
 *
 * @param execId the batch
 * @param synthId the synth, which need not be stored any more
 * @param synthName its name at the time of the interview, whatever it is called now
 * @param turnCount how many turns were taken; 0 if unknown
 * @param timestamp when it was stored, in microseconds
 * @param status where it stands, any text
 * @param messages what was said, in order; possibly nothing
 */
public record TranscriptDetail(
        String execId,
        String synthId,
        String synthName,
        int turnCount,
        Instant timestamp,
        String status,
        List<Message> messages) {
    /** Checks that the parts are there, copies the messages and cuts the time to microseconds. */
    public TranscriptDetail {
        Objects.requireNonNull(execId, "execId");
        Objects.requireNonNull(synthId, "synthId");
        Objects.requireNonNull(synthName, "synthName");
        Objects.requireNonNull(status, "status");
        timestamp = Timestamps.truncate(timestamp);
        messages = List.copyOf(messages);
    }

    /** Returns this interview as lists show it. */
    public TranscriptSummary summary() {
        return new TranscriptSummary(synthId, synthName, turnCount, timestamp, status);
    }
}
