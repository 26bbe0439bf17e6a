package io.synthlab.persistence.research;

import io.synthlab.persistence.JsonValue;
import io.synthlab.persistence.error.ValidationException;
import io.synthlab.persistence.internal.json.JsonLists;
import io.synthlab.persistence.internal.json.JsonObjectReader;
import io.synthlab.persistence.internal.text.StorableText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One thing said in an interview: an item of {@code transcripts.messages}.
 *
 * @param speaker who said it, usually {@code Interviewer} or {@code Interviewee}
 * @param text what was said, of any length
 * @param internalNotes what the speaker thought by it, or {@code null}
 */
public record Message(String speaker, String text, @Nullable String internalNotes) {
    /** Speaker of a stored message that names none. */
    public static final String UNKNOWN_SPEAKER = "Unknown";

    private static final String COLUMN = "transcripts.messages";

    /** Checks that the required parts are there. */
    public Message {
        Objects.requireNonNull(speaker, "speaker");
        Objects.requireNonNull(text, "text");
    }

    /**
     * Returns a checked message without notes.
     *
     * @param speaker who said it
     * @param text what was said
     * @return the message
     * @throws ValidationException if a text cannot be stored
     */
    public static Message of(String speaker, String text) {
        return new Message(speaker, text, null).validated();
    }

    /**
     * Returns this message with notes.
     *
     * @param newNotes the notes, or {@code null}
     * @return the new message
     * @throws ValidationException if the text cannot be stored
     */
    public Message withInternalNotes(@Nullable String newNotes) {
        return new Message(speaker, text, newNotes).validated();
    }

    /**
     * Checks every rule.
     *
     * @return this message
     * @throws ValidationException if a text cannot be stored; names the field
     */
    public Message validated() {
        StorableText.require(speaker, COLUMN + ".speaker");
        StorableText.require(text, COLUMN + ".text");
        StorableText.require(internalNotes, COLUMN + ".internal_notes");
        return this;
    }

    /**
     * Reads a stored message. Whatever is missing or JSON null has a default: the speaker is
     * {@value #UNKNOWN_SPEAKER}, the text empty, the notes absent. Unknown keys are ignored.
     *
     * @param json the message
     * @param path what it is, for messages of errors
     * @return the message
     * @throws ValidationException if it is no object, or a member no text
     */
    public static Message fromJson(JsonValue json, String path) {
        JsonObjectReader in = JsonObjectReader.of(json, path);
        return new Message(
                in.text("speaker").orElse(UNKNOWN_SPEAKER),
                in.text("text").orElse(""),
                in.text("internal_notes").orElse(null));
    }

    /** Returns the message as it is stored, notes included even if there are none. */
    public JsonValue toJson() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("speaker", speaker);
        members.put("text", text);
        members.put("internal_notes", internalNotes);
        return JsonValue.of(members);
    }

    /**
     * Reads the messages of a stored transcript.
     *
     * @param stored what the column holds, or {@code null}
     * @return the messages, in order; none if the column holds nothing
     * @throws ValidationException if it holds no array of messages
     */
    public static List<Message> listFromJson(@Nullable String stored) {
        if (stored == null || stored.isEmpty()) {
            return List.of();
        }
        return JsonLists.read(JsonValue.ofStored(stored), COLUMN, Message::fromJson);
    }

    /**
     * Returns messages as they are stored.
     *
     * @param messages the messages; possibly none
     * @return an array
     */
    public static JsonValue listToJson(List<Message> messages) {
        return JsonValue.of(messages.stream().map(Message::toJson).toList());
    }
}
