package io.synthlab.persistence.testkit.contract;

import static io.synthlab.persistence.error.ConstraintViolationException.Kind.FOREIGN_KEY;
import static io.synthlab.persistence.error.ConstraintViolationException.Kind.UNIQUE;
import static io.synthlab.persistence.testkit.contract.Refusals.assertInvalid;
import static io.synthlab.persistence.testkit.contract.Refusals.assertUnreadable;
import static io.synthlab.persistence.testkit.contract.Refusals.assertViolation;
import static io.synthlab.persistence.testkit.fixture.Fixtures.synth;
import static io.synthlab.persistence.testkit.fixture.StudyRows.B1;
import static io.synthlab.persistence.testkit.fixture.StudyRows.T0;
import static io.synthlab.persistence.testkit.fixture.StudyRows.T1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.synthlab.persistence.JsonValue;
import io.synthlab.persistence.Page;
import io.synthlab.persistence.PageRequest;
import io.synthlab.persistence.SortOrder;
import io.synthlab.persistence.error.DatabaseException;
import io.synthlab.persistence.error.ExecutionNotFoundException;
import io.synthlab.persistence.error.InvalidRequestException;
import io.synthlab.persistence.error.TranscriptNotFoundException;
import io.synthlab.persistence.research.Message;
import io.synthlab.persistence.research.NewTranscript;
import io.synthlab.persistence.research.ResearchExecutionDetail;
import io.synthlab.persistence.research.TranscriptDetail;
import io.synthlab.persistence.research.TranscriptSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Transcripts of interviews, one per synth and batch. */
public abstract class ResearchTranscriptContract extends ResearchContractBase {
    private static final PageRequest FIRST = PageRequest.first();
    private static final String KEY = "exec_id=b1, synth_id=s1";
    private static final String STORED_T0 = "2026-01-01T10:00:00+00:00";

    /** For the cells. */
    protected ResearchTranscriptContract() {}

    @ContractCase("R2-15")
    void given_a_batch_when_a_transcript_is_created_then_it_comes_back_in_order() {
        study().execution();
        clock().set(T1);
        TranscriptDetail created = research().createTranscript(NewTranscript.of(B1, "s1", "Ana", messages(5)));
        TranscriptDetail expected = new TranscriptDetail(B1, "s1", "Ana", 2, T1, "completed", messages(5));
        assertEquals(expected, created);
        assertEquals(expected, research().getTranscript(B1, "s1"));
        assertEquals(
                new Page<>(List.of(expected.summary()), 1, FIRST), research().listTranscripts(B1));
    }

    @Test
    void given_a_transcript_when_created_then_the_batch_stays_as_it_is_and_the_row_is_complete() {
        study().execution();
        ResearchExecutionDetail before = research().getExecution(B1);
        clock().set(T1);
        research().createTranscript(NewTranscript.of(B1, "s1", "", messages(1)).withStatus("any text"));
        assertEquals(before, research().getExecution(B1));
        assertEquals("any text", research().getTranscript(B1, "s1").status());
        assertEquals("2026-01-01T10:05:00+00:00", rows().text(TRANSCRIPTS, "timestamp", "synth_id", "s1"));
        assertEquals(
                JsonValue.parse("[{\"speaker\":\"Interviewer\",\"text\":\"text 0\",\"internal_notes\":null}]"),
                JsonValue.parse(rows().text(TRANSCRIPTS, "messages", "synth_id", "s1")));
    }

    @ContractCase("R2-16")
    void given_no_messages_when_created_then_there_are_no_turns() {
        study().execution();
        transcript(B1, "s1", 0);
        assertEquals(0, research().getTranscript(B1, "s1").turnCount());
        assertEquals(List.of(), research().getTranscript(B1, "s1").messages());
        assertEquals("[]", rows().text(TRANSCRIPTS, "messages", "synth_id", "s1"));
    }

    @ContractCase("R2-17")
    void given_text_of_every_kind_when_read_back_then_it_is_equal() {
        study().execution();
        List<Message> messages = List.of(
                Message.of("Interviewer", "Olá, ação \uD83D\uDE42"),
                Message.of("Interviewee", "").withInternalNotes("n1"),
                Message.of("", "\"quoted\" \\ \t\r\n \u001F \u2028 " + "x".repeat(100_000))
                        .withInternalNotes(""));
        research().createTranscript(NewTranscript.of(B1, "s1", "Zoë \uD83D\uDE42", messages));
        assertEquals(messages, research().getTranscript(B1, "s1").messages());
        assertEquals("Zoë \uD83D\uDE42", research().getTranscript(B1, "s1").synthName());
    }

    @ContractCase("R2-18")
    void given_a_transcript_when_another_of_the_pair_is_created_then_a_unique_violation_leaves_the_first() {
        study().execution();
        transcript(B1, "s1", 4);
        TranscriptDetail first = research().getTranscript(B1, "s1");
        assertViolation(UNIQUE, TRANSCRIPTS, KEY, () -> transcript(B1, "s1", 2));
        assertEquals(first, research().getTranscript(B1, "s1"));
        execution("b2", null);
        transcript("b2", "s1", 2);
        assertEquals(first, research().getTranscript(B1, "s1"));
    }

    @ContractCase("R2-19")
    void given_no_such_batch_when_created_then_a_foreign_key_violation_leaves_no_row() {
        assertViolation(FOREIGN_KEY, TRANSCRIPTS, "exec_id=nope, synth_id=s1", () -> transcript("nope", "s1", 2));
        assertEquals(0, rows().count(TRANSCRIPTS));
    }

    @ContractCase("R2-20")
    void given_two_synths_when_interviewed_then_each_row_has_an_id_of_its_own() {
        study().execution();
        transcript(B1, "s1", 2);
        transcript(B1, "s2", 2);
        List<Object> ids = new ArrayList<>();
        database().query("SELECT id FROM transcripts").forEach(row -> ids.add(row.get("id")));
        assertEquals(2, ids.stream().distinct().count());
        ids.forEach(id -> assertTrue(String.valueOf(id).matches("tra_[a-f0-9]{32}")));
    }

    @ContractCase("R2-21")
    void given_a_synth_that_was_renamed_when_read_then_the_stored_name_counts() {
        study().execution();
        synths().save(synth("aaa111", "Zoe"));
        research().createTranscript(NewTranscript.of(B1, "aaa111", "Ana", messages(2)));
        assertEquals("Ana", research().getTranscript(B1, "aaa111").synthName());
        assertEquals("Ana", research().listTranscripts(B1).items().get(0).synthName());
    }

    @ContractCase("R2-22")
    void given_a_synth_that_does_not_exist_when_listed_then_its_transcript_is_there() {
        study().execution();
        research().createTranscript(NewTranscript.of(B1, "ghost", "Ghost", messages(2)));
        TranscriptSummary listed = research().listTranscripts(B1).items().get(0);
        assertEquals("ghost", listed.synthId());
        assertEquals("Ghost", listed.synthName());
    }

    @ContractCase("R2-23")
    void given_a_synth_without_interview_when_asked_for_then_the_error_names_the_pair() {
        study().execution();
        TranscriptNotFoundException refusal =
                assertThrows(TranscriptNotFoundException.class, () -> research().getTranscript(B1, "s9"));
        assertEquals("TRANSCRIPT_NOT_FOUND", refusal.code());
        assertEquals("Transcript not found for synth s9 in execution b1", refusal.getMessage());
        assertEquals(Map.of("exec_id", B1, "synth_id", "s9"), refusal.details());
    }

    @ContractCase("R2-24")
    void given_no_such_batch_when_a_transcript_is_asked_for_then_the_transcript_is_missing() {
        study().execution();
        transcript(B1, "s1", 2);
        assertThrows(TranscriptNotFoundException.class, () -> research().getTranscript("nope", "s1"));
    }

    @ContractCase("R2-25")
    void given_no_such_batch_when_transcripts_are_listed_then_the_batch_is_missing() {
        study().execution();
        ExecutionNotFoundException refusal =
                assertThrows(ExecutionNotFoundException.class, () -> research().listTranscripts("nope"));
        assertEquals("Research execution not found: nope", refusal.getMessage());
    }

    @ContractCase("R2-26")
    void given_a_batch_without_interviews_when_listed_then_the_page_is_empty() {
        study().execution();
        execution("b2", null);
        transcript("b2", "s1", 2);
        assertEquals(new Page<>(List.of(), 0, FIRST), research().listTranscripts(B1));
    }

    @ContractCase("R2-27")
    void given_sixty_transcripts_when_listed_without_page_then_fifty_come_and_ten_are_left() {
        study().execution();
        repositories().inTransaction(tx -> {
            for (int number = 59; number >= 0; number--) {
                tx.research().createTranscript(NewTranscript.of(B1, "s" + (100 + number), "n", messages(2)));
            }
            return true;
        });
        Page<TranscriptSummary> page = research().listTranscripts(B1);
        assertEquals(50, page.items().size());
        assertEquals("s100", page.items().get(0).synthId());
        assertEquals(60, page.total());
        assertTrue(page.hasNext());
        Page<TranscriptSummary> rest = research().listTranscripts(B1, FIRST.withOffset(50));
        assertEquals(10, rest.items().size());
        assertEquals("s159", rest.items().get(9).synthId());
        assertFalse(rest.hasNext());
        assertEquals(60, research().listTranscripts(B1, FIRST.withOffset(60)).total());
    }

    @ContractCase("R2-28")
    void given_turns_when_sorted_by_them_then_both_directions_work() {
        study().execution();
        transcript(B1, "s1", 4);
        transcript(B1, "s2", 10);
        transcript(B1, "s3", 2);
        assertEquals(List.of("s3", "s1", "s2"), synthIds("turn_count", SortOrder.ASC));
        assertEquals(List.of("s2", "s1", "s3"), synthIds("turn_count", SortOrder.DESC));
        database().execute("UPDATE transcripts SET turn_count = NULL WHERE synth_id <> 's3'");
        assertEquals(List.of("s1", "s2", "s3"), synthIds("turn_count", SortOrder.ASC));
        assertEquals(List.of("s3", "s1", "s2"), synthIds("turn_count", SortOrder.DESC));
    }

    @Test
    void given_every_column_when_sorted_by_then_the_synth_breaks_ties_and_unknown_ones_are_refused() {
        study().execution();
        insert("s3", "b", "x", STORED_T0);
        insert("s2", "a", "y", STORED_T0);
        insert("s1", "b", "x", "2026-01-01T10:05:00+00:00");
        assertEquals(List.of("s1", "s2", "s3"), synthIds("exec_id", SortOrder.DESC));
        assertEquals(List.of("s3", "s2", "s1"), synthIds("synth_id", SortOrder.DESC));
        assertEquals(List.of("s2", "s1", "s3"), synthIds("synth_name", SortOrder.ASC));
        assertEquals(List.of("s2", "s1", "s3"), synthIds("status", SortOrder.DESC));
        assertEquals(List.of("s2", "s3", "s1"), synthIds("timestamp", SortOrder.ASC));
        assertEquals(List.of("s1", "s2", "s3"), synthIds("no such;", SortOrder.DESC));
        for (String column : List.of("id", "messages", "nome", "nosuch", "1")) {
            PageRequest request = FIRST.sortedBy(column);
            assertThrows(InvalidRequestException.class, () -> research().listTranscripts(B1, request));
        }
    }

    private List<String> synthIds(String column, SortOrder order) {
        return research().listTranscripts(B1, FIRST.sortedBy(column, order)).items().stream()
                .map(TranscriptSummary::synthId)
                .toList();
    }

    @ContractCase("R2-29")
    void given_messages_without_keys_when_read_then_they_have_defaults() {
        study().execution();
        insertMessages("s1", JsonValue.parse("[{}]"));
        assertEquals(
                List.of(new Message("Unknown", "", null)),
                research().getTranscript(B1, "s1").messages());
    }

    @Test
    void given_old_rows_when_read_then_unknown_keys_and_nothing_at_all_do_no_harm() {
        study().execution();
        insertMessages("s1", null);
        insertMessages("s2", JsonValue.parse("""
                [{"text":"t","speaker":null,"internal_notes":"n","sentiment":0.5,"more":{"a":[1]}}, {"speaker":"S"}]
                """));
        database().execute("UPDATE transcripts SET turn_count = NULL");
        assertEquals(
                new TranscriptDetail(B1, "s1", "n", 0, T0, "pending", List.of()),
                research().getTranscript(B1, "s1"));
        assertEquals(
                List.of(new Message("Unknown", "t", "n"), new Message("S", "", null)),
                research().getTranscript(B1, "s2").messages());
        assertEquals(0, research().listTranscripts(B1).items().get(1).turnCount());
    }

    @Test
    void given_messages_of_another_shape_when_read_then_row_and_field_are_named() {
        study().execution();
        Map<String, String> fields = Map.of(
                "{}", "transcripts.messages",
                "null", "transcripts.messages",
                "[1]", "transcripts.messages[0]",
                "[{},{\"text\":5}]", "transcripts.messages[1].text");
        fields.forEach((json, field) -> {
            insertMessages("s1", JsonValue.parse(json));
            assertUnreadable(TRANSCRIPTS, KEY, field, () -> research().getTranscript(B1, "s1"));
            // What a list shows can be read.
            assertEquals(1, research().listTranscripts(B1).total());
            database().execute("DELETE FROM transcripts");
        });
    }

    @Test
    void given_old_forms_of_time_when_read_then_each_is_understood_and_an_unreadable_one_named() {
        study().execution();
        insert("s1", "n", "x", "2026-01-01 10:00:00");
        insert("s2", "n", "x", "2026-01-01T10:00:00.5");
        insert("s3", "n", "x", "2026-01-01T10:00:00Z");
        assertEquals(T0, research().getTranscript(B1, "s1").timestamp());
        assertEquals(
                List.of(T0, T0.plusMillis(500), T0),
                research().listTranscripts(B1).items().stream()
                        .map(TranscriptSummary::timestamp)
                        .toList());
        database().execute("UPDATE transcripts SET timestamp = 'then' WHERE synth_id = 's1'");
        assertUnreadable(TRANSCRIPTS, KEY, "timestamp", () -> research().getTranscript(B1, "s1"));
        assertUnreadable(TRANSCRIPTS, KEY, "timestamp", () -> research().listTranscripts(B1));
    }

    /** Syntax is the one thing about messages that the table itself checks. */
    @Test
    void given_texts_that_cannot_be_stored_when_written_then_nothing_is() {
        study().execution();
        for (String text : UNSTORABLE) {
            assertRefused("exec_id", new NewTranscript(text, "s1", "n", "x", List.of()));
            assertRefused("synth_id", new NewTranscript(B1, text, "n", "x", List.of()));
            assertRefused("synth_name", new NewTranscript(B1, "s1", text, "x", List.of()));
            assertRefused("status", new NewTranscript(B1, "s1", "n", text, List.of()));
            assertRefused("messages.speaker", said(new Message(text, "t", null)));
            assertRefused("messages.text", said(new Message("s", text, null)));
            assertRefused("messages.internal_notes", said(new Message("s", "t", text)));
        }
        assertThrows(
                DatabaseException.class,
                () -> database()
                        .execute("INSERT INTO transcripts (id, exec_id, synth_id, synth_name, timestamp, messages)"
                                + " VALUES ('t', 'b1', 's1', 'n', 'x', '[')"));
        assertEquals(0, rows().count(TRANSCRIPTS));
    }

    private static NewTranscript said(Message message) {
        return new NewTranscript(B1, "s1", "n", "x", List.of(message));
    }

    private void assertRefused(String column, NewTranscript transcript) {
        assertInvalid("transcripts." + column, () -> research().createTranscript(transcript));
        assertEquals(0, rows().count(TRANSCRIPTS));
    }

    @Test
    void given_keys_that_cannot_be_stored_when_asked_for_then_there_is_no_such_row() {
        study().execution();
        transcript(B1, "s1", 2);
        for (String key : UNSTORABLE) {
            assertThrows(TranscriptNotFoundException.class, () -> research().getTranscript(key, "s1"));
            assertThrows(TranscriptNotFoundException.class, () -> research().getTranscript(B1, key));
            assertThrows(ExecutionNotFoundException.class, () -> research().listTranscripts(key));
        }
    }

    @ContractCase("R2-44")
    void given_a_batch_when_its_row_is_removed_then_its_transcripts_are_gone() {
        study().execution();
        execution("b2", null);
        transcript(B1, "s1", 2);
        transcript("b2", "s1", 2);
        database().execute("DELETE FROM research_executions WHERE exec_id = ?", B1);
        assertThrows(TranscriptNotFoundException.class, () -> research().getTranscript(B1, "s1"));
        assertEquals(1, rows().count(TRANSCRIPTS));
    }

    @Test
    void given_eight_threads_when_interviews_end_at_once_then_all_are_stored() throws Exception {
        study().execution();
        AtomicInteger synth = new AtomicInteger();
        Race.of(
                8,
                () -> research()
                        .createTranscript(NewTranscript.of(B1, "s" + synth.incrementAndGet(), "n", messages(2))));
        assertEquals(8, research().listTranscripts(B1).total());
    }

    @Test
    void given_two_threads_when_both_store_one_interview_then_one_does() throws Exception {
        study().execution();
        List<Boolean> stored = Race.of(2, () -> {
            try {
                transcript(B1, "s1", 2);
                return true;
            } catch (DatabaseException taken) {
                return false;
            }
        });
        assertEquals(1, stored.stream().filter(told -> told).count());
        assertEquals(1, rows().count(TRANSCRIPTS));
    }

    private void insertMessages(String synthId, @Nullable JsonValue messages) {
        rows().insert(
                        TRANSCRIPTS,
                        "id",
                        synthId,
                        "exec_id",
                        B1,
                        "synth_id",
                        synthId,
                        "synth_name",
                        "n",
                        "timestamp",
                        STORED_T0,
                        "messages",
                        messages);
    }

    private void insert(String synthId, String name, String status, String timestamp) {
        rows().insert(
                        TRANSCRIPTS,
                        "id",
                        synthId,
                        "exec_id",
                        B1,
                        "synth_id",
                        synthId,
                        "synth_name",
                        name,
                        "status",
                        status,
                        "timestamp",
                        timestamp);
    }
}
