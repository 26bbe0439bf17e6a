package io.synthlab.persistence.research;

import io.synthlab.persistence.error.ValidationException;
import io.synthlab.persistence.internal.text.StorableText;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * The interview of one synth that is about to be stored. All texts are free; the synth need not be stored.
 *
 * @param execId the batch
 * @param synthId the synth, once per batch
 * @param synthName its name at the time
 * @param status where the interview stands
 * @param messages what was said, in order; possibly nothing
 */
public record NewTranscript(String execId, String synthId, String synthName, String status, List<Message> messages) {
    /** State of an interview that is over. */
    public static final String COMPLETED = "completed";

    private static final String TABLE = "transcripts.";
    private static final int MESSAGES_PER_TURN = 2;

    /** Checks that the required parts are there and copies the messages. */
    public NewTranscript {
        Objects.requireNonNull(execId, "execId");
        Objects.requireNonNull(synthId, "synthId");
        Objects.requireNonNull(synthName, "synthName");
        Objects.requireNonNull(status, "status");
        messages = List.copyOf(messages);
    }

    /**
     * Returns a checked interview that is over.
     *
     * @param execId the batch
     * @param synthId the synth
     * @param synthName its name
     * @param messages what was said, in order
     * @return the interview
     * @throws ValidationException if a text cannot be stored
     */
    public static NewTranscript of(String execId, String synthId, String synthName, List<Message> messages) {
        return new NewTranscript(execId, synthId, synthName, COMPLETED, messages).validated();
    }

    /**
     * Returns this interview in another state.
     *
     * @param newStatus the state, any text
     * @return the new interview
     * @throws ValidationException if the text cannot be stored
     */
    public NewTranscript withStatus(String newStatus) {
        return new NewTranscript(execId, synthId, synthName, newStatus, messages).validated();
    }

    /**
     * Checks every rule.
     *
     * @return this interview
     * @throws ValidationException if a text cannot be stored; names the field
     */
    public NewTranscript validated() {
        StorableText.require(execId, TABLE + "exec_id");
        StorableText.require(synthId, TABLE + "synth_id");
        StorableText.require(synthName, TABLE + "synth_name");
        StorableText.require(status, TABLE + "status");
        messages.forEach(Message::validated);
        return this;
    }

    /**
     * Returns this interview as it is read once it is stored. Two messages are a turn; an odd last one is not counted.
     *
     * @param timestamp when it was stored
     * @return the transcript
     */
    public TranscriptDetail at(Instant timestamp) {
        int turns = messages.size() / MESSAGES_PER_TURN;
        return new TranscriptDetail(execId, synthId, synthName, turns, timestamp, status, messages);
    }
}
