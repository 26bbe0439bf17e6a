package io.synthlab.persistence.testkit.contract;

import static io.synthlab.persistence.testkit.contract.Refusals.assertUnreadable;
import static io.synthlab.persistence.testkit.fixture.StudyRows.B1;
import static io.synthlab.persistence.testkit.fixture.StudyRows.T0;
import static io.synthlab.persistence.testkit.fixture.StudyRows.T1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.synthlab.persistence.Page;
import io.synthlab.persistence.PageRequest;
import io.synthlab.persistence.SortOrder;
import io.synthlab.persistence.error.InvalidRequestException;
import io.synthlab.persistence.research.NewPrfaq;
import io.synthlab.persistence.research.PrfaqSummary;
import io.synthlab.persistence.testkit.fixture.StudyRows;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** PR-FAQs in lists: order, pages and rows of old files. */
public abstract class PrfaqListContract extends ContractBase {
    private static final String TABLE = "prfaq_metadata";
    private static final PageRequest FIRST = PageRequest.first();

    /** For the cells. */
    protected PrfaqListContract() {}

    @ContractCase("R2-64")
    void given_two_prfaqs_when_the_second_page_is_asked_for_then_it_holds_the_older() {
        clock().set(T0);
        prfaqs().save(NewPrfaq.of("older", "#"));
        clock().set(T1);
        prfaqs().save(NewPrfaq.of("newer", "#"));
        Page<PrfaqSummary> page = prfaqs().listPrfaqs(PageRequest.of(1, 1).sortedBy("generated_at"));
        assertEquals(List.of("older"), ids(page));
        assertEquals(2, page.total());
        assertFalse(page.hasNext());
        Page<PrfaqSummary> past = prfaqs().listPrfaqs(PageRequest.of(1, 2));
        assertEquals(List.of(), past.items());
        assertEquals(2, past.total());
    }

    @ContractCase("R2-65")
    void given_a_first_generation_when_listed_then_it_has_no_time() {
        new StudyRows(database()).execution();
        clock().set(T0);
        prfaqs().createPendingPrfaq("b2");
        prfaqs().save(NewPrfaq.of(B1, "#").withTitles("H", "O"));
        Page<PrfaqSummary> page = prfaqs().listPrfaqs(FIRST);
        assertEquals(List.of(B1, "b2"), ids(page));
        assertEquals(2, page.total());
        assertEquals(prfaqs().getByExecId(B1), page.items().get(0));
        assertEquals("checkout", page.items().get(0).topicName());
        assertNull(page.items().get(1).generatedAt());
        assertNull(page.items().get(1).topicName());
    }

    @ContractCase("R2-66")
    void given_a_column_of_both_tables_when_sorted_by_then_it_is_that_of_the_prfaq() {
        new StudyRows(database()).execution();
        prfaqs().createPendingPrfaq(B1);
        prfaqs().createPendingPrfaq("a1");
        assertEquals(List.of("a1", B1), ids(FIRST.sortedBy("exec_id", SortOrder.ASC)));
        assertEquals(List.of(B1, "a1"), ids(FIRST.sortedBy("EXEC_ID")));
    }

    @Test
    void given_another_column_when_sorted_by_then_it_is_refused_with_those_allowed() {
        for (String column : List.of("status", "started_at", "model", "error_message", "markdown_content", "1")) {
            InvalidRequestException refusal = assertThrows(
                    InvalidRequestException.class, () -> prfaqs().listPrfaqs(FIRST.sortedBy(column)), column);
            assertTrue(
                    refusal.getMessage()
                            .contains("exec_id, topic_name, headline, one_liner, faq_count, generated_at,"
                                    + " validation_status, confidence_score"),
                    refusal::getMessage);
        }
    }

    @Test
    void given_nulls_and_ties_when_sorted_by_any_column_then_null_is_lowest_and_the_key_decides() {
        insert("c", null, null, null);
        insert("d", "x", 1, 0.5);
        insert("a", "x", 1, 0.5);
        insert("b", null, null, null);
        for (String column : List.of("headline", "one_liner", "faq_count", "confidence_score", "generated_at")) {
            assertEquals(List.of("b", "c", "a", "d"), ids(FIRST.sortedBy(column, SortOrder.ASC)), column);
            assertEquals(List.of("a", "d", "b", "c"), ids(FIRST.sortedBy(column)), column);
        }
        assertEquals(List.of("a", "d", "b", "c"), ids(FIRST));
        assertEquals(List.of("d", "b"), ids(PageRequest.of(2, 1)));
        assertEquals(4, prfaqs().listPrfaqs(PageRequest.of(2, 1)).total());
    }

    private void insert(String execId, @Nullable String text, @Nullable Integer count, @Nullable Double score) {
        rows().insert(
                        TABLE,
                        "exec_id",
                        execId,
                        "headline",
                        text,
                        "one_liner",
                        text,
                        "faq_count",
                        count,
                        "confidence_score",
                        score,
                        "generated_at",
                        text == null ? null : "2026-01-01T10:00:00+00:00");
    }

    @Test
    void given_topics_and_outcomes_when_sorted_by_then_bytes_decide_and_absent_ones_are_lowest() {
        topic("b1", "Zoo");
        topic("b2", "apple");
        topic("b3", "épée");
        for (String execId : List.of("b1", "b2", "b3")) {
            rows().insert(TABLE, "exec_id", execId, "validation_status", "b2".equals(execId) ? null : "pending");
        }
        rows().insert(TABLE, "exec_id", "b4", "validation_status", "invalid");
        assertEquals(List.of("b4", "b1", "b2", "b3"), ids(FIRST.sortedBy("topic_name", SortOrder.ASC)));
        assertEquals(List.of("b3", "b2", "b1", "b4"), ids(FIRST.sortedBy("topic_name")));
        assertEquals(List.of("b2", "b4", "b1", "b3"), ids(FIRST.sortedBy("validation_status", SortOrder.ASC)));
    }

    private void topic(String execId, String topic) {
        rows().insert(
                        "research_executions",
                        "exec_id",
                        execId,
                        "topic_name",
                        topic,
                        "started_at",
                        "2026-01-01T10:00:00+00:00");
    }

    /** Order stays that of the text, as in the original: a blank sorts before T, whatever the time. */
    @Test
    void given_old_forms_of_time_when_listed_then_each_is_read_and_the_text_decides_the_order() {
        List<String> newestTextFirst = List.of(
                "2025-01-02T11:00:00.5",
                "2025-01-02T10:00:00.123456+03:00",
                "2025-01-02T09:00:00Z",
                "2025-01-02 18:00:00");
        for (String text : newestTextFirst) {
            rows().insert(TABLE, "exec_id", text, "generated_at", text);
        }
        assertEquals(newestTextFirst, ids(FIRST));
        assertTrue(prfaqs().listPrfaqs(FIRST).items().stream().allMatch(item -> item.generatedAt() != null));
    }

    @Test
    void given_one_row_that_cannot_be_read_when_listed_then_it_is_named() {
        rows().insert(TABLE, "exec_id", "good", "generated_at", "2026-01-01T10:00:00+00:00");
        rows().insert(TABLE, "exec_id", "bad", "generated_at", "10 o'clock");
        assertUnreadable(TABLE, "exec_id=bad", "generated_at", () -> prfaqs().listPrfaqs(FIRST));
    }

    private List<String> ids(PageRequest request) {
        return ids(prfaqs().listPrfaqs(request));
    }

    private static List<String> ids(Page<PrfaqSummary> page) {
        return page.items().stream().map(PrfaqSummary::execId).toList();
    }
}
