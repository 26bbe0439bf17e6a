package io.synthlab.persistence.research;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.synthlab.persistence.error.ValidationException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NewTranscriptTest {
    private static final Instant NOW = Instant.parse("2026-01-01T10:00:00.123456789Z");
    private static final Message MESSAGE = Message.of("Interviewer", "Why?");

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 0", "2, 1", "5, 2", "12, 6"})
    void twoMessagesAreATurn(int messages, int turns) {
        NewTranscript transcript = NewTranscript.of("b1", "s1", "Ana", Collections.nCopies(messages, MESSAGE));
        assertEquals(turns, transcript.at(NOW).turnCount());
    }

    @Test
    void aStoredOneShowsAllOfIt() {
        TranscriptDetail stored =
                NewTranscript.of("b1", "s1", "Ana", List.of(MESSAGE)).at(NOW);
        Instant storedAt = Instant.parse("2026-01-01T10:00:00.123456Z");
        assertEquals(new TranscriptDetail("b1", "s1", "Ana", 0, storedAt, "completed", List.of(MESSAGE)), stored);
        assertEquals(new TranscriptSummary("s1", "Ana", 0, storedAt, "completed"), stored.summary());
    }

    @Test
    void messagesAreCopied() {
        List<Message> messages = new ArrayList<>(List.of(MESSAGE));
        NewTranscript transcript = NewTranscript.of("b1", "s1", "Ana", messages);
        messages.clear();
        assertEquals(List.of(MESSAGE), transcript.messages());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\0", "\uD800"})
    void refusesTextThatCannotBeStored(String bad) {
        List<Message> none = List.of();
        assertRefused("transcripts.exec_id", () -> NewTranscript.of(bad, "s", "n", none));
        assertRefused("transcripts.synth_id", () -> NewTranscript.of("b", bad, "n", none));
        assertRefused("transcripts.synth_name", () -> NewTranscript.of("b", "s", bad, none));
        assertRefused(
                "transcripts.status",
                () -> NewTranscript.of("b", "s", "n", none).withStatus(bad));
        assertRefused(
                "transcripts.messages.text",
                () -> NewTranscript.of("b", "s", "n", List.of(MESSAGE, new Message("s", bad, null))));
    }

    private static void assertRefused(String field, Runnable check) {
        ValidationException refusal = assertThrows(ValidationException.class, check::run);
        assertTrue(String.valueOf(refusal.getMessage()).startsWith(field + " holds"), refusal::getMessage);
    }
}
