package io.synthlab.persistence.research;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.synthlab.persistence.JsonValue;
import io.synthlab.persistence.error.ValidationException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageTest {
    private static final Message MESSAGE = Message.of("Interviewer", "Olá \uD83D\uDE42");

    @Test
    void isStoredWithAllKeysInTheirOrder() {
        assertEquals(
                "{\"speaker\": \"Interviewer\", \"text\": \"Olá \uD83D\uDE42\", \"internal_notes\": null}",
                MESSAGE.toJson().text());
        assertEquals("[]", Message.listToJson(List.of()).text());
    }

    @Test
    void comesBackAsItWas() {
        List<Message> messages = List.of(MESSAGE, MESSAGE.withInternalNotes("n1"), Message.of("", ""));
        assertEquals(messages, Message.listFromJson(Message.listToJson(messages).text()));
    }

    @Test
    void nothingStoredIsNothingSaid() {
        assertEquals(List.of(), Message.listFromJson(null));
        assertEquals(List.of(), Message.listFromJson(""));
        assertEquals(List.of(), Message.listFromJson("[]"));
    }

    @Test
    void whatIsMissingHasADefaultAndUnknownKeysAreIgnored() {
        Message unknown = new Message("Unknown", "", null);
        assertEquals(List.of(unknown), Message.listFromJson("[{}]"));
        assertEquals(
                List.of(unknown),
                Message.listFromJson("[{\"speaker\":null,\"text\":null,\"internal_notes\":null,\"sentiment\":1}]"));
        assertEquals(new Message("S", "", "n"), message("{\"speaker\":\"S\",\"internal_notes\":\"n\"}"));
    }

    private static Message message(String json) {
        return Message.fromJson(JsonValue.parse(json), "m");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "null | transcripts.messages must be a JSON array",
                "{} | transcripts.messages must be a JSON array",
                "[{}, 1] | transcripts.messages[1] must be a JSON object",
                "[{\"speaker\": 7}] | transcripts.messages[0].speaker must be text",
                "[{\"text\": [\"x\"]}] | transcripts.messages[0].text must be text",
                "[{\"internal_notes\": {}}] | transcripts.messages[0].internal_notes must be text"
            })
    void refusesOtherShapes(String json, String message) {
        ValidationException refusal = assertThrows(ValidationException.class, () -> Message.listFromJson(json));
        assertEquals(message, refusal.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\0", "a\uD800"})
    void refusesTextThatCannotBeStored(String bad) {
        assertRefused("transcripts.messages.speaker", () -> Message.of(bad, "t"));
        assertRefused("transcripts.messages.text", () -> Message.of("s", bad));
        assertRefused("transcripts.messages.internal_notes", () -> MESSAGE.withInternalNotes(bad));
    }

    private static void assertRefused(String field, Runnable check) {
        ValidationException refusal = assertThrows(ValidationException.class, check::run);
        assertTrue(String.valueOf(refusal.getMessage()).startsWith(field + " "), refusal::getMessage);
    }
}
