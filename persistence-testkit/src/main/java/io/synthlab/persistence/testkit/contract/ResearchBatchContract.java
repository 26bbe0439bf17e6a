package io.synthlab.persistence.testkit.contract;

import static io.synthlab.persistence.testkit.contract.Refusals.assertUnreadable;
import static io.synthlab.persistence.testkit.fixture.StudyRows.B1;
import static io.synthlab.persistence.testkit.fixture.StudyRows.X;
import static io.synthlab.persistence.testkit.fixture.StudyRows.Y;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.synthlab.persistence.error.DatabaseException;
import io.synthlab.persistence.research.NewExecution;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is asked about many batches of interviews at once. */
public abstract class ResearchBatchContract extends ResearchContractBase {
    /** For the cells. */
    protected ResearchBatchContract() {}

    /** Without its tables each method fails as soon as it asks them. */
    @ContractCase("R2-36")
    void given_no_ids_when_asked_then_the_answer_is_empty_and_no_statement_is_run() {
        for (String table : List.of(EXECUTIONS, TRANSCRIPTS, "prfaq_metadata", "experiment_documents")) {
            database().execute("ALTER TABLE " + table + " RENAME TO gone_" + table);
        }
        assertNothing(List.of());
        assertNothing(null);
        assertNothing(UNSTORABLE);
        List<String> one = List.of(B1);
        assertThrows(DatabaseException.class, () -> research().checkSummariesExistBatch(one));
        assertThrows(DatabaseException.class, () -> research().checkPrfaqsExistBatch(one));
        assertThrows(DatabaseException.class, () -> research().checkAdditionalContextExistBatch(one));
        assertThrows(DatabaseException.class, () -> research().getAdditionalContextBatch(one));
        assertThrows(DatabaseException.class, () -> research().getTotalTurnsBatch(one));
    }

    private void assertNothing(@Nullable Collection<String> execIds) {
        assertEquals(Set.of(), research().checkSummariesExistBatch(execIds));
        assertEquals(Set.of(), research().checkPrfaqsExistBatch(execIds));
        assertEquals(Set.of(), research().checkAdditionalContextExistBatch(execIds));
        assertEquals(Map.of(), research().getAdditionalContextBatch(execIds));
        assertEquals(Map.of(), research().getTotalTurnsBatch(execIds));
    }

    @ContractCase("R2-37")
    void given_contexts_when_asked_which_exist_then_empty_text_is_none_and_white_space_is() {
        contexts();
        assertEquals(Set.of(B1), research().checkAdditionalContextExistBatch(List.of(B1, "b3", "b4", "zz", B1)));
        withContext("b5", " ");
        assertEquals(Set.of("b5"), research().checkAdditionalContextExistBatch(List.of("b3", "b5")));
    }

    @ContractCase("R2-38")
    void given_contexts_when_asked_for_then_each_batch_that_is_stored_has_an_entry() {
        contexts();
        assertEquals(
                Map.of(B1, Optional.of("ctx"), "b3", Optional.of(""), "b4", Optional.empty()),
                research().getAdditionalContextBatch(List.of(B1, "b3", "b4", "zz", "b4")));
    }

    private void contexts() {
        withContext(B1, "ctx");
        withContext("b3", "");
        withContext("b4", null);
        withContext("b9", "not asked for");
    }

    private void withContext(String execId, @Nullable String context) {
        research().createExecution(NewExecution.of(execId, "checkout", 3).withAdditionalContext(context));
    }

    @ContractCase("R2-39")
    void given_transcripts_when_turns_are_asked_for_then_batches_without_are_absent() {
        study().execution();
        execution("b3", null);
        execution("b9", null);
        transcript(B1, "s1", 4);
        transcript(B1, "s2", 6);
        transcript("b9", "s1", 2);
        assertEquals(Map.of(B1, 5), research().getTotalTurnsBatch(List.of(B1, "b3", "zz", B1)));
    }

    @ContractCase("R2-40")
    void given_turns_that_are_unknown_when_asked_for_then_they_count_as_none() {
        study().execution();
        transcript(B1, "s1", 4);
        transcript(B1, "s2", 6);
        database().execute("UPDATE transcripts SET turn_count = NULL WHERE synth_id = 's1'");
        assertEquals(Map.of(B1, 3), research().getTotalTurnsBatch(List.of(B1)));
        database().execute("UPDATE transcripts SET turn_count = NULL");
        assertEquals(Map.of(B1, 0), research().getTotalTurnsBatch(List.of(B1)));
    }

    @Test
    void given_turns_beyond_32_bits_when_asked_for_then_the_batch_is_named() {
        study().execution();
        transcript(B1, "s1", 2);
        transcript(B1, "s2", 2);
        database().execute("UPDATE transcripts SET turn_count = 2147483647");
        assertUnreadable(
                TRANSCRIPTS, "exec_id=" + B1, "turn_count", () -> research().getTotalTurnsBatch(List.of(B1)));
    }

    @ContractCase("R2-41")
    void given_prfaqs_when_asked_which_exist_then_completed_ones_do_also_of_no_batch() {
        study().execution();
        execution("b3", X);
        rows().insert("prfaq_metadata", "exec_id", B1, "status", "completed");
        rows().insert("prfaq_metadata", "exec_id", "b3", "status", "generating");
        rows().insert("prfaq_metadata", "exec_id", "b5", "status", null);
        rows().insert("prfaq_metadata", "exec_id", "o1", "status", "completed");
        document(X, "prfaq", "completed");
        assertEquals(Set.of(B1, "o1"), research().checkPrfaqsExistBatch(List.of(B1, "b3", "b5", "o1", B1)));
        assertEquals(Set.of("o1"), research().checkPrfaqsExistBatch(List.of("o1")));
    }

    /**
     * Decided otherwise: a summary is a completed document of the experiment, as for the flag of a single batch,
     * because the column that the case speaks of is gone from the schema and nobody writes it. Where an old file still
     * has it, it does not count.
     */
    @ContractCase("R2-42")
    void given_summaries_when_asked_which_exist_then_documents_count_and_the_old_column_does_not() {
        study().execution();
        execution("b2", X);
        study().experiment(Y);
        execution("b3", Y);
        execution("b4", null);
        List<String> asked = List.of(B1, "b2", "b3", "b4", "zz", B1);
        database().execute("ALTER TABLE research_executions ADD COLUMN summary_content text");
        database().execute("UPDATE research_executions SET summary_content = '# S'");
        assertEquals(Set.of(), research().checkSummariesExistBatch(asked));
        document(X, "summary", "generating");
        document(Y, "prfaq", "completed");
        assertEquals(Set.of(), research().checkSummariesExistBatch(asked));
        database().execute("UPDATE experiment_documents SET status = 'completed'");
        assertEquals(Set.of(B1, "b2"), research().checkSummariesExistBatch(asked));
        for (String execId : List.of(B1, "b2", "b3", "b4")) {
            assertEquals(
                    research().getExecution(execId).summaryAvailable(),
                    research().checkSummariesExistBatch(asked).contains(execId));
        }
    }

    @ContractCase("R2-48")
    void given_fifty_thousand_ids_when_asked_then_every_method_works() {
        study().execution();
        transcript(B1, "s1", 4);
        rows().insert("prfaq_metadata", "exec_id", B1, "status", "completed");
        document(X, "summary", "completed");
        database().execute("UPDATE research_executions SET additional_context = 'ctx'");
        List<String> ids = ids(50_000);
        assertEquals(Set.of(B1), research().checkSummariesExistBatch(ids));
        assertEquals(Set.of(B1), research().checkPrfaqsExistBatch(ids));
        assertEquals(Set.of(B1), research().checkAdditionalContextExistBatch(ids));
        assertEquals(Map.of(B1, Optional.of("ctx")), research().getAdditionalContextBatch(ids));
        assertEquals(Map.of(B1, 2), research().getTotalTurnsBatch(ids));
    }

    @Test
    void given_three_hundred_thousand_ids_when_turns_are_asked_for_then_it_works() {
        study().execution();
        transcript(B1, "s1", 4);
        assertEquals(Map.of(B1, 2), research().getTotalTurnsBatch(ids(300_000)));
    }

    private static List<String> ids(int number) {
        return Stream.concat(
                        IntStream.range(0, number - 1).mapToObj(at -> "batch_" + at + "_20260101_100000"),
                        Stream.of(B1))
                .toList();
    }

    /** Quotes, brackets and the like are text, not part of a list. */
    @Test
    void given_ids_of_any_text_when_asked_then_each_means_itself() {
        List<String> odd = List.of("a\"b", "a'b", "{a,b}", "NULL", "", "a\\b", "é\uD83D\uDE00", "a,b");
        odd.forEach(execId -> withContext(execId, execId + "!"));
        withContext("a", "not asked for");
        List<String> asked = Stream.concat(odd.stream(), UNSTORABLE.stream()).toList();
        Map<String, Optional<String>> found = research().getAdditionalContextBatch(asked);
        assertEquals(Set.copyOf(odd), found.keySet());
        odd.forEach(execId -> assertEquals(Optional.of(execId + "!"), found.get(execId)));
        assertEquals(Set.copyOf(odd), research().checkAdditionalContextExistBatch(asked));
    }

    @Test
    void given_an_answer_when_its_receiver_changes_it_then_it_is_refused() {
        study().execution();
        transcript(B1, "s1", 4);
        Map<String, Integer> turns = research().getTotalTurnsBatch(List.of(B1));
        assertThrows(UnsupportedOperationException.class, () -> turns.put("b2", 1));
        assertThrows(UnsupportedOperationException.class, turns.keySet()::clear);
        assertTrue(turns.containsKey(B1));
    }
}
