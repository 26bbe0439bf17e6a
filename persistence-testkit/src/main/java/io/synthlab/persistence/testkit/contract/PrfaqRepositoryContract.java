package io.synthlab.persistence.testkit.contract;

import static io.synthlab.persistence.testkit.contract.Refusals.assertInvalid;
import static io.synthlab.persistence.testkit.contract.Refusals.assertUnreadable;
import static io.synthlab.persistence.testkit.fixture.StudyRows.B1;
import static io.synthlab.persistence.testkit.fixture.StudyRows.T0;
import static io.synthlab.persistence.testkit.fixture.StudyRows.T1;
import static io.synthlab.persistence.testkit.fixture.StudyRows.T2;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.synthlab.persistence.DatabaseKind;
import io.synthlab.persistence.JsonValue;
import io.synthlab.persistence.error.DatabaseException;
import io.synthlab.persistence.error.PrfaqNotFoundException;
import io.synthlab.persistence.research.NewPrfaq;
import io.synthlab.persistence.research.PrfaqRepository;
import io.synthlab.persistence.research.PrfaqStatus;
import io.synthlab.persistence.research.PrfaqSummary;
import io.synthlab.persistence.research.PrfaqUpdate;
import io.synthlab.persistence.research.PrfaqValidation;
import io.synthlab.persistence.testkit.fixture.StudyRows;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** PR-FAQs one by one: state and content. */
public abstract class PrfaqRepositoryContract extends ContractBase {
    private static final String TABLE = "prfaq_metadata";
    private static final PrfaqUpdate NOTHING = PrfaqUpdate.NOTHING;
    private static final PrfaqUpdate FINISHED = NOTHING.withContent("# x", null)
            .withTitles("H", null)
            .withFaqCount(0)
            .withValidation(null, 0.0);

    /** For the cells. */
    protected PrfaqRepositoryContract() {}

    @ContractCase("R2-49")
    void given_no_prfaq_when_a_generation_begins_then_it_is_generating_without_content() {
        pending();
        assertEquals(Optional.of(PrfaqStatus.GENERATING), prfaqs().findPrfaqStatus(B1));
        assertEquals(Optional.empty(), prfaqs().getMarkdownContent(B1));
        assertEquals(Optional.empty(), prfaqs().getJsonContent(B1));
        assertEquals(
                new PrfaqSummary(B1, "checkout", null, null, 0, null, PrfaqValidation.VALID, null),
                prfaqs().getByExecId(B1));
        assertEquals("2026-01-01T10:00:00+00:00", stored("started_at"));
        assertEquals("m1", stored("model"));
    }

    @ContractCase("R2-50")
    void given_a_generation_when_another_begins_then_it_is_refused_and_nothing_changes() {
        pending();
        clock().set(T1);
        Map<String, @Nullable Object> before = row();
        assertFalse(prfaqs().createPendingPrfaq(B1, "m2"));
        assertEquals(before, row());
    }

    @ContractCase("R2-51")
    void given_a_generation_when_it_fails_then_the_error_is_stored_and_no_time() {
        failed();
        assertEquals(Optional.of(PrfaqStatus.FAILED), prfaqs().findPrfaqStatus(B1));
        assertEquals("boom", stored("error_message"));
        assertNull(prfaqs().getByExecId(B1).generatedAt());
    }

    @ContractCase("R2-52")
    void given_a_failed_generation_when_one_begins_then_the_error_is_cleared() {
        failed();
        clock().set(T1);
        assertTrue(prfaqs().createPendingPrfaq(B1, "m2"));
        assertEquals(Optional.of(PrfaqStatus.GENERATING), prfaqs().findPrfaqStatus(B1));
        assertNull(stored("error_message"));
        assertEquals("2026-01-01T10:05:00+00:00", stored("started_at"));
        assertEquals("m2", stored("model"));
    }

    @ContractCase("R2-53")
    void given_a_generation_when_completed_then_every_value_is_stored() {
        completed();
        assertEquals(
                new PrfaqSummary(B1, "checkout", "H", null, 0, T1, PrfaqValidation.VALID, 0.0),
                prfaqs().getByExecId(B1));
        assertEquals(Optional.of("# x"), prfaqs().getMarkdownContent(B1));
        assertEquals(Optional.of(PrfaqStatus.COMPLETED), prfaqs().findPrfaqStatus(B1));
        assertEquals("m1", stored("model"));
        assertEquals("2026-01-01T10:00:00+00:00", stored("started_at"));
    }

    @ContractCase("R2-54")
    void given_a_completed_prfaq_when_a_generation_begins_then_its_content_survives() {
        completed();
        PrfaqSummary before = prfaqs().getByExecId(B1);
        clock().set(T2);
        assertTrue(prfaqs().createPendingPrfaq(B1, "m1"));
        assertEquals(before, prfaqs().getByExecId(B1));
        assertEquals(T1, before.generatedAt());
        assertEquals(Optional.of("# x"), prfaqs().getMarkdownContent(B1));
        assertEquals(Optional.of(PrfaqStatus.GENERATING), prfaqs().findPrfaqStatus(B1));
    }

    @ContractCase("R2-55")
    void given_an_error_when_completed_then_it_stays_unless_cleared() {
        failed();
        update(PrfaqStatus.COMPLETED, NOTHING);
        assertEquals("boom", stored("error_message"));
        update(PrfaqStatus.COMPLETED, NOTHING.withoutError());
        assertNull(stored("error_message"));
        update(PrfaqStatus.FAILED, NOTHING.withErrorMessage(""));
        assertEquals("", stored("error_message"));
    }

    @ContractCase("R2-56")
    void given_a_headline_when_updated_without_one_then_it_stays_and_empty_text_is_written() {
        completed();
        update(PrfaqStatus.COMPLETED, NOTHING);
        assertEquals("H", prfaqs().getByExecId(B1).headline());
        update(PrfaqStatus.COMPLETED, NOTHING.withTitles("", null));
        assertEquals("", prfaqs().getByExecId(B1).headline());
        assertNull(prfaqs().getByExecId(B1).oneLiner());
    }

    @Test
    void given_every_part_when_updated_then_each_is_written_and_then_kept() {
        pending();
        JsonValue document = JsonValue.parse("{\"press_release\": {\"headline\": \"é\"}, \"n\": 1.50}");
        update(
                PrfaqStatus.COMPLETED,
                NOTHING.withErrorMessage("e")
                        .withContent("", document)
                        .withTitles("h", "o")
                        .withFaqCount(9)
                        .withValidation(PrfaqValidation.INVALID, -1.5));
        Map<String, @Nullable Object> before = row();
        PrfaqSummary summary = prfaqs().getByExecId(B1);
        assertEquals(new PrfaqSummary(B1, "checkout", "h", "o", 9, T0, PrfaqValidation.INVALID, -1.5), summary);
        assertEquals(Optional.of(document), prfaqs().getJsonContent(B1));
        assertEquals(Optional.of(""), prfaqs().getMarkdownContent(B1));
        update(PrfaqStatus.COMPLETED, NOTHING);
        assertEquals(before, row());
    }

    @ContractCase("R2-57")
    void given_no_prfaq_when_its_state_changes_then_there_still_is_none() {
        assertFalse(prfaqs().updatePrfaqStatus("zz", PrfaqStatus.COMPLETED, FINISHED));
        assertEquals(Optional.empty(), prfaqs().findPrfaqStatus("zz"));
        assertEquals(0, rows().count(TABLE));
    }

    /** The API has no such state and outcome, and no JSON that is none; the checks of the table stand behind it. */
    @ContractCase("R2-58")
    void given_values_outside_of_what_is_accepted_when_updated_then_they_are_refused_and_the_row_stays() {
        completed();
        Map<String, @Nullable Object> before = row();
        assertInvalid("JSON", () -> update(PrfaqStatus.FAILED, NOTHING.withContent("", JsonValue.parse("{nope"))));
        for (double score : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            assertInvalid(
                    "prfaq_metadata.confidence_score",
                    () -> update(PrfaqStatus.FAILED, NOTHING.withValidation(null, score)));
        }
        PrfaqUpdate contradiction = new PrfaqUpdate("e", null, null, null, null, null, null, null, true, null);
        assertInvalid("prfaq_metadata.error_message", () -> update(PrfaqStatus.FAILED, contradiction));
        for (String change : List.of("status = 'partial'", "validation_status = 'maybe'", "json_content = '{nope'")) {
            assertThrows(DatabaseException.class, () -> database().execute("UPDATE prfaq_metadata SET " + change));
        }
        assertEquals(before, row());
    }

    @ContractCase("R2-59")
    void given_a_generation_with_error_and_headline_when_a_finished_one_is_stored_then_nothing_of_it_is_left() {
        pending();
        update(
                PrfaqStatus.GENERATING,
                FINISHED.withErrorMessage("boom")
                        .withContent("# old", JsonValue.parse("{}"))
                        .withFaqCount(3));
        clock().set(T1);
        prfaqs().save(NewPrfaq.of(B1, "# new"));
        assertEquals(
                new PrfaqSummary(B1, "checkout", null, null, 0, T1, PrfaqValidation.VALID, null),
                prfaqs().getByExecId(B1));
        assertEquals(Optional.of("# new"), prfaqs().getMarkdownContent(B1));
        assertEquals(Optional.empty(), prfaqs().getJsonContent(B1));
        assertEquals(Optional.of(PrfaqStatus.COMPLETED), prfaqs().findPrfaqStatus(B1));
        assertNull(stored("started_at"));
        assertNull(stored("error_message"));
        assertEquals("gpt-4o-mini", stored("model"));
        assertEquals(1, rows().count(TABLE));
    }

    @ContractCase("R2-60")
    void given_no_execution_when_a_prfaq_is_stored_then_it_has_no_topic() {
        clock().set(T0);
        JsonValue document = JsonValue.parse("[null, {\"unknown\": 1e3}]");
        prfaqs().save(NewPrfaq.of("orphan", "# o")
                .withModel("")
                .withJsonContent(document)
                .withTitles("h", "o")
                .withFaqCount(4)
                .withValidation(PrfaqValidation.PENDING, 0.7));
        assertEquals(
                new PrfaqSummary("orphan", null, "h", "o", 4, T0, PrfaqValidation.PENDING, 0.7),
                prfaqs().getByExecId("orphan"));
        assertEquals(Optional.of(document), prfaqs().getJsonContent("orphan"));
        assertTrue(prfaqs().createPendingPrfaq("other orphan"));
        assertEquals("gpt-4o-mini", rows().text(TABLE, "model", "exec_id", "other orphan"));
    }

    /** The API has no such outcome; the check of the table stands behind it. */
    @ContractCase("R2-61")
    void given_a_value_that_is_refused_when_stored_then_the_old_row_is_intact() {
        completed();
        Map<String, @Nullable Object> before = row();
        NewPrfaq infinite =
                new NewPrfaq(B1, "# n", "m", null, null, null, 0, PrfaqValidation.VALID, Double.POSITIVE_INFINITY);
        assertInvalid("prfaq_metadata.confidence_score", () -> prfaqs().save(infinite));
        assertThrows(
                DatabaseException.class,
                () -> database().execute("UPDATE prfaq_metadata SET validation_status = 'x' WHERE exec_id = ?", B1));
        assertEquals(before, row());
    }

    @ContractCase("R2-62")
    void given_no_prfaq_when_asked_for_then_it_is_not_found() {
        for (String execId : List.of("zz", "", "a\u0000b", "\uD83D")) {
            assertNotFound(execId, () -> prfaqs().getByExecId(execId));
            assertNotFound(execId, () -> prfaqs().getMarkdownContent(execId));
            assertNotFound(execId, () -> prfaqs().getJsonContent(execId));
            assertEquals(Optional.empty(), prfaqs().findPrfaqStatus(execId));
            assertFalse(prfaqs().updatePrfaqStatus(execId, PrfaqStatus.FAILED, NOTHING));
            assertFalse(prfaqs().failStale(execId, T2));
        }
    }

    private static void assertNotFound(String execId, Executable call) {
        PrfaqNotFoundException missing = assertThrows(PrfaqNotFoundException.class, call);
        assertEquals("PRFAQ_NOT_FOUND", missing.code());
        assertEquals("PR-FAQ not found for execution: " + execId, missing.getMessage());
        assertEquals(Map.of("exec_id", execId), missing.details());
    }

    @ContractCase("R2-63")
    void given_a_row_of_nulls_when_read_then_the_defaults_show() {
        rows().insert(
                        TABLE,
                        "exec_id",
                        B1,
                        "validation_status",
                        null,
                        "faq_count",
                        null,
                        "status",
                        null,
                        "model",
                        null);
        PrfaqSummary summary = prfaqs().getByExecId(B1);
        assertEquals(new PrfaqSummary(B1, null, null, null, 0, null, PrfaqValidation.VALID, null), summary);
        assertEquals(Optional.empty(), prfaqs().findPrfaqStatus(B1));
        assertFalse(prfaqs().updatePrfaqStatus(B1, PrfaqStatus.FAILED, NOTHING.ifStatusIs(PrfaqStatus.COMPLETED)));
        assertTrue(prfaqs().createPendingPrfaq(B1, "m1"));
        assertEquals(Optional.of(PrfaqStatus.GENERATING), prfaqs().findPrfaqStatus(B1));
    }

    @ContractCase("R2-67")
    void given_no_row_when_eight_callers_begin_then_exactly_one_may() throws Exception {
        for (String execId : List.of(B1, "b2", "b3")) {
            List<Boolean> begun = Race.of(8, () -> prfaqs().createPendingPrfaq(execId));
            assertEquals(1, begun.stream().filter(told -> told).count());
        }
        assertEquals(3, rows().count(TABLE));
    }

    @Test
    void given_a_failed_row_when_eight_callers_begin_then_exactly_one_may_and_its_model_is_stored() throws Exception {
        failed();
        AtomicInteger caller = new AtomicInteger();
        List<String> winners = Race.of(8, () -> {
                    String model = "m-" + caller.incrementAndGet();
                    return prfaqs().createPendingPrfaq(B1, model) ? model : "";
                })
                .stream()
                .filter(model -> !model.isEmpty())
                .toList();
        assertEquals(1, winners.size());
        assertEquals(winners.get(0), stored("model"));
    }

    @Test
    void given_an_expected_state_when_updated_then_only_a_row_in_it_changes() {
        pending();
        assertFalse(prfaqs().updatePrfaqStatus(B1, PrfaqStatus.FAILED, NOTHING.ifStatusIs(PrfaqStatus.COMPLETED)));
        assertEquals(Optional.of(PrfaqStatus.GENERATING), prfaqs().findPrfaqStatus(B1));
        update(PrfaqStatus.COMPLETED, NOTHING.ifStatusIs(PrfaqStatus.GENERATING));
        assertEquals(Optional.of(PrfaqStatus.COMPLETED), prfaqs().findPrfaqStatus(B1));
    }

    @Test
    void given_a_generation_when_eight_callers_expect_it_then_exactly_one_changes_it() throws Exception {
        pending();
        PrfaqUpdate update = NOTHING.ifStatusIs(PrfaqStatus.GENERATING);
        List<Boolean> changed = Race.of(8, () -> prfaqs().updatePrfaqStatus(B1, PrfaqStatus.FAILED, update));
        assertEquals(1, changed.stream().filter(told -> told).count());
    }

    @Test
    void given_a_generation_when_it_is_too_old_then_it_is_ended_and_another_can_begin() {
        pending();
        assertFalse(prfaqs().failStale(B1, T0));
        assertTrue(prfaqs().failStale(B1, T1));
        assertEquals(Optional.of(PrfaqStatus.FAILED), prfaqs().findPrfaqStatus(B1));
        assertEquals(PrfaqRepository.STALE_ERROR, stored("error_message"));
        assertEquals("2026-01-01T10:00:00+00:00", stored("started_at"));
        assertFalse(prfaqs().failStale(B1, T1));
        assertTrue(prfaqs().createPendingPrfaq(B1, "m2"));
    }

    @Test
    void given_stored_starts_of_old_forms_when_they_are_too_old_then_they_are_ended() {
        Instant tenOClock = Instant.parse("2025-12-31T10:00:00Z");
        for (String start : List.of(
                "2025-12-31T10:00:00.000001",
                "2025-12-31 10:00:01",
                "2025-12-31T10:00:01Z",
                "2025-12-31T13:00:00+02:00")) {
            generating(start, start);
            assertFalse(prfaqs().failStale(start, tenOClock), start);
            assertTrue(prfaqs().failStale(start, Instant.parse("2025-12-31T11:00:00.000001Z")), start);
        }
        generating("none", null);
        assertTrue(prfaqs().failStale("none", tenOClock));
        generating("unreadable", "yesterday");
        assertUnreadable(TABLE, "exec_id=unreadable", "started_at", () -> prfaqs().failStale("unreadable", tenOClock));
    }

    @Test
    void given_a_generation_when_several_end_it_then_exactly_one_is_told_so() throws Exception {
        pending();
        List<Boolean> ended = Race.of(4, () -> prfaqs().failStale(B1, T1));
        assertEquals(1, ended.stream().filter(told -> told).count());
    }

    /** The start that was read is no longer the one that is stored. */
    @Test
    void given_a_generation_that_begins_anew_first_when_the_old_one_is_ended_then_the_new_one_goes_on()
            throws Exception {
        pending();
        clock().set(T2);
        Race.Rival<Boolean> rival = repositories().inTransaction(tx -> {
            tx.prfaqs().updatePrfaqStatus(B1, PrfaqStatus.FAILED, NOTHING);
            assertTrue(tx.prfaqs().createPendingPrfaq(B1, "m2"));
            Race.Rival<Boolean> begun = Race.beside(() -> prfaqs().failStale(B1, T1));
            Race.awaitLockWait(database());
            return begun;
        });
        try (rival) {
            assertFalse(rival.result());
        }
        assertEquals(Optional.of(PrfaqStatus.GENERATING), prfaqs().findPrfaqStatus(B1));
    }

    private void generating(String execId, @Nullable String startedAt) {
        rows().insert(TABLE, "exec_id", execId, "status", "generating", "started_at", startedAt);
    }

    @Test
    void given_any_document_when_stored_then_its_meaning_survives_and_on_sqlite_its_text() {
        for (String text : List.of("null", "0", "\"é\"", "{\"b\" : 1,\n \"a\":[ 1.50, 1e3, \"\\u00e7\" ]}", "[]")) {
            prfaqs().save(NewPrfaq.of(B1, "#").withJsonContent(JsonValue.parse(text)));
            JsonValue found = prfaqs().getJsonContent(B1).orElseThrow();
            assertEquals(JsonValue.parse(text), found);
            assertTrue(
                    database().kind() == DatabaseKind.POSTGRESQL || found.text().equals(text));
            update(PrfaqStatus.COMPLETED, NOTHING.withContent("#", JsonValue.parse("{\"other\":0}")));
            update(PrfaqStatus.COMPLETED, NOTHING.withContent("#", JsonValue.parse(text)));
            assertEquals(JsonValue.parse(text), prfaqs().getJsonContent(B1).orElseThrow());
        }
    }

    @Test
    void given_unstorable_text_when_written_then_it_is_refused_and_nothing_changes() {
        completed();
        Map<String, @Nullable Object> before = row();
        for (String bad : List.of("a\u0000b", "\uD83D")) {
            assertInvalid("prfaq_metadata.exec_id", () -> prfaqs().createPendingPrfaq(bad, "m"));
            assertInvalid("prfaq_metadata.model", () -> prfaqs().createPendingPrfaq("b2", bad));
            assertInvalid("prfaq_metadata.exec_id", () -> prfaqs().save(saved(bad, "#")));
            assertInvalid("prfaq_metadata.markdown_content", () -> prfaqs().save(saved(B1, bad)));
            for (PrfaqUpdate update : List.of(
                    NOTHING.withErrorMessage(bad),
                    NOTHING.withContent(bad, null),
                    NOTHING.withContent("", JsonValue.of(List.of(bad))),
                    NOTHING.withTitles(bad, null),
                    NOTHING.withTitles(null, bad))) {
                assertInvalid("prfaq_metadata.", () -> update(PrfaqStatus.FAILED, update));
            }
        }
        assertEquals(before, row());
        assertEquals(1, rows().count(TABLE));
    }

    private static NewPrfaq saved(String execId, String markdown) {
        return new NewPrfaq(execId, markdown, "m", null, null, null, 0, PrfaqValidation.VALID, null);
    }

    @Test
    void given_an_old_row_when_read_then_its_time_is_understood_or_the_row_is_named() {
        rows().insert(TABLE, "exec_id", B1, "generated_at", "2025-12-31T15:22:52.123456", "confidence_score", 7.5);
        PrfaqSummary summary = prfaqs().getByExecId(B1);
        assertEquals(Instant.parse("2025-12-31T15:22:52.123456Z"), summary.generatedAt());
        assertEquals(7.5, summary.confidenceScore());
        database().execute("UPDATE prfaq_metadata SET generated_at = 'soon'");
        assertUnreadable(TABLE, "exec_id=" + B1, "generated_at", () -> prfaqs().getByExecId(B1));
        assertEquals(Optional.of(PrfaqStatus.COMPLETED), prfaqs().findPrfaqStatus(B1));
    }

    private void pending() {
        new StudyRows(database()).execution();
        clock().set(T0);
        assertTrue(prfaqs().createPendingPrfaq(B1, "m1"));
    }

    private void failed() {
        pending();
        update(PrfaqStatus.FAILED, NOTHING.withErrorMessage("boom"));
    }

    private void completed() {
        pending();
        clock().set(T1);
        update(PrfaqStatus.COMPLETED, FINISHED);
    }

    private void update(PrfaqStatus status, PrfaqUpdate update) {
        assertTrue(prfaqs().updatePrfaqStatus(B1, status, update));
    }

    private @Nullable String stored(String column) {
        return rows().text(TABLE, column, "exec_id", B1);
    }

    /** The row of {@link StudyRows#B1}, every column as the driver gives it. */
    private Map<String, @Nullable Object> row() {
        List<Map<String, @Nullable Object>> found = database()
                .query("SELECT *, CAST(json_content AS text) AS json FROM prfaq_metadata WHERE exec_id = ?", B1);
        assertEquals(1, found.size());
        return found.get(0);
    }
}
