package io.synthlab.persistence.model.research;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.synthlab.persistence.error.UnreadableRowException;
import io.synthlab.persistence.model.EntityFields;
import io.synthlab.persistence.research.Message;
import io.synthlab.persistence.research.TranscriptDetail;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class TranscriptEntityTest {
    private static final TranscriptDetail TRANSCRIPT = new TranscriptDetail(
            "b1",
            "s1",
            "Ana",
            1,
            Instant.parse("2026-01-02T03:04:05.000006Z"),
            "completed",
            List.of(Message.of("Interviewer", "Why?"), new Message("Interviewee", "Ação \uD83D\uDE42", "n1")));

    @Test
    void given_a_transcript_then_every_column_survives_a_round_trip() throws Exception {
        TranscriptEntity row = TranscriptEntity.of("tra_1", TRANSCRIPT);
        assertEquals(List.of(), EntityFields.nulls(row));
        assertEquals(TRANSCRIPT, row.toRecord(ZoneOffset.UTC));
    }

    @Test
    void given_a_row_of_an_old_file_then_id_turns_and_messages_may_be_null() throws Exception {
        TranscriptEntity row = TranscriptEntity.of("tra_1", TRANSCRIPT);
        for (String column : List.of("id", "turnCount", "messages")) {
            EntityFields.with(row, column, null);
        }
        TranscriptDetail read = row.toRecord(ZoneOffset.UTC);
        assertEquals(0, read.turnCount());
        assertEquals(List.of(), read.messages());
        assertEquals("Ana", read.synthName());
    }

    @Test
    void given_messages_or_a_time_that_cannot_be_read_then_table_key_and_field_are_named() throws Exception {
        assertUnreadable("messages", "[{\"text\":5}]", "transcripts.messages[0].text");
        assertUnreadable("timestamp", "yesterday", "timestamp");
    }

    private static void assertUnreadable(String field, String stored, String named) throws Exception {
        TranscriptEntity row = EntityFields.with(TranscriptEntity.of("tra_1", TRANSCRIPT), field, stored);
        UnreadableRowException error = assertThrows(UnreadableRowException.class, () -> row.toRecord(ZoneOffset.UTC));
        assertEquals("transcripts", error.table());
        assertEquals("exec_id=b1, synth_id=s1", error.key());
        assertTrue(error.getMessage().contains(named), error::getMessage);
        assertFalse(error.getMessage().contains(stored));
    }
}
