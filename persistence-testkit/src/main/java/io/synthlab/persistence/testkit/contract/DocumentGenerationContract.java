package io.synthlab.persistence.testkit.contract;

import static io.synthlab.persistence.document.DocumentType.EXECUTIVE_SUMMARY;
import static io.synthlab.persistence.document.DocumentType.PRFAQ;
import static io.synthlab.persistence.document.DocumentType.SUMMARY;
import static io.synthlab.persistence.error.ConstraintViolationException.Kind.FOREIGN_KEY;
import static io.synthlab.persistence.testkit.contract.Refusals.assertInvalid;
import static io.synthlab.persistence.testkit.contract.Refusals.assertUnreadable;
import static io.synthlab.persistence.testkit.contract.Refusals.assertViolation;
import static io.synthlab.persistence.testkit.fixture.StudyRows.T0;
import static io.synthlab.persistence.testkit.fixture.StudyRows.T1;
import static io.synthlab.persistence.testkit.fixture.StudyRows.T2;
import static io.synthlab.persistence.testkit.fixture.StudyRows.X;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.synthlab.persistence.JsonValue;
import io.synthlab.persistence.document.DocumentStatus;
import io.synthlab.persistence.document.DocumentType;
import io.synthlab.persistence.document.DocumentUpdate;
import io.synthlab.persistence.document.ExperimentDocument;
import io.synthlab.persistence.document.ExperimentDocumentRepository;
import io.synthlab.persistence.testkit.fixture.StudyRows;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Documents of experiments while they are generated: who may begin, and how it ends. */
public abstract class DocumentGenerationContract extends ContractBase {
    private static final String TABLE = "experiment_documents";
    private static final DocumentUpdate NOTHING = DocumentUpdate.NOTHING;
    private static final JsonValue METADATA = JsonValue.parse("{\"k\": \"é\", \"n\": 50}");

    /** For the cells. */
    protected DocumentGenerationContract() {}

    @BeforeEach
    void insertExperiment() {
        new StudyRows(database()).experiment(X);
    }

    @ContractCase("R2-119")
    void given_no_document_when_a_generation_begins_then_it_is_empty_and_generating() {
        ExperimentDocument pending = pending();
        assertTrue(pending.id().matches("doc_[a-f0-9]{8}"), pending::id);
        assertEquals(
                new ExperimentDocument(pending.id(), X, SUMMARY, "", null, T0, "m", DocumentStatus.GENERATING, null),
                pending);
        assertEquals(Optional.of(DocumentStatus.GENERATING), documents().findStatus(X, SUMMARY));
        assertEquals(Optional.empty(), documents().findMarkdown(X, SUMMARY));
        assertEquals(
                Map.of(SUMMARY, false, PRFAQ, false, EXECUTIVE_SUMMARY, false),
                documents().checkDocumentsExist(X));
    }

    @ContractCase("R2-120")
    void given_a_generation_when_another_begins_then_only_one_of_another_type_may() {
        ExperimentDocument pending = pending();
        clock().set(T1);
        assertEquals(Optional.empty(), documents().createPending(X, SUMMARY));
        assertEquals(Optional.of(pending), documents().findByExperiment(X, SUMMARY));
        ExperimentDocument other = documents().createPending(X, PRFAQ).orElseThrow();
        assertEquals("gpt-4o-mini", other.model());
        assertEquals(Optional.of(other), documents().findById(other.id()));
    }

    @ContractCase("R2-121")
    void given_a_generation_when_completed_then_content_and_metadata_are_stored() {
        ExperimentDocument completed = completed();
        assertEquals(Optional.of("# é"), documents().findMarkdown(X, SUMMARY));
        assertEquals(
                new ExperimentDocument(
                        completed.id(), X, SUMMARY, "# é", METADATA, T1, "m", DocumentStatus.COMPLETED, null),
                completed);
        assertEquals(
                Map.of(SUMMARY, true, PRFAQ, false, EXECUTIVE_SUMMARY, false),
                documents().checkDocumentsExist(X));
    }

    @ContractCase("R2-122")
    void given_a_completed_document_when_it_fails_then_content_and_time_are_kept() {
        ExperimentDocument completed = completed();
        clock().set(T2);
        update(DocumentStatus.FAILED, NOTHING.withErrorMessage("boom"));
        assertEquals(completed.withStatus(DocumentStatus.FAILED, "boom"), stored());
        assertEquals(Optional.empty(), documents().findMarkdown(X, SUMMARY));
    }

    @ContractCase("R2-123")
    void given_an_error_when_completed_then_it_stays_unless_cleared() {
        completed();
        update(DocumentStatus.FAILED, NOTHING.withErrorMessage("boom"));
        update(DocumentStatus.COMPLETED, NOTHING);
        assertEquals("boom", stored().errorMessage());
        assertEquals(Optional.of("# é"), documents().findMarkdown(X, SUMMARY));
        update(DocumentStatus.COMPLETED, NOTHING.withoutError());
        assertNull(stored().errorMessage());
        update(DocumentStatus.PARTIAL, NOTHING.withErrorMessage("").withMarkdownContent(""));
        assertEquals("", stored().errorMessage());
        assertEquals("", stored().markdownContent());
    }

    @ContractCase("R2-124")
    void given_a_completed_document_when_a_generation_begins_then_it_is_emptied_under_its_id() {
        ExperimentDocument completed = completed();
        update(DocumentStatus.FAILED, NOTHING.withErrorMessage("boom"));
        clock().set(T2);
        ExperimentDocument pending = documents().createPending(X, SUMMARY, "m2").orElseThrow();
        assertEquals(
                new ExperimentDocument(completed.id(), X, SUMMARY, "", null, T2, "m2", DocumentStatus.GENERATING, null),
                pending);
        assertEquals(pending, stored());
        assertEquals(1, rows().count(TABLE));
    }

    @Test
    void given_a_document_in_any_state_when_a_generation_begins_then_only_generating_forbids_it() {
        for (DocumentStatus status : DocumentStatus.values()) {
            documents()
                    .save(ExperimentDocument.of("doc_00000001", X, SUMMARY, "#", T0)
                            .withStatus(status, null));
            assertEquals(
                    status != DocumentStatus.GENERATING,
                    documents().createPending(X, SUMMARY).isPresent());
        }
    }

    @Test
    void given_a_row_whose_id_has_another_form_when_a_generation_begins_then_it_keeps_it() {
        rows().insert(
                        TABLE,
                        "id",
                        "old-style-id",
                        "experiment_id",
                        X,
                        "document_type",
                        "summary",
                        "markdown_content",
                        "# old",
                        "generated_at",
                        "2025-01-01 10:00:00");
        assertEquals("old-style-id", pending().id());
        assertEquals("old-style-id", stored().id());
    }

    @ContractCase("R2-125")
    void given_no_document_when_its_state_changes_then_there_still_is_none() {
        assertFalse(documents().updateStatus(X, SUMMARY, DocumentStatus.COMPLETED, NOTHING.withMarkdownContent("#")));
        assertFalse(documents().updateStatus("any", PRFAQ, DocumentStatus.COMPLETED, NOTHING));
        assertFalse(documents().updateStatus("\u0000", PRFAQ, DocumentStatus.COMPLETED, NOTHING));
        assertEquals(Optional.empty(), documents().findByExperiment(X, SUMMARY));
    }

    @ContractCase("R2-126")
    void given_no_experiment_when_a_generation_begins_then_there_is_no_row() {
        assertViolation(
                FOREIGN_KEY,
                TABLE,
                "experiment_id=exp_99999999, document_type=summary",
                () -> documents().createPending("exp_99999999", SUMMARY));
        assertEquals(0, rows().count(TABLE));
    }

    @Test
    void given_an_experiment_whose_id_has_another_form_when_a_generation_begins_then_it_is_refused_first() {
        new StudyRows(database()).experiment("exp_x");
        assertInvalid("experiment_documents.experiment_id", () -> documents().createPending("exp_x", SUMMARY));
        assertInvalid("experiment_documents.model", () -> documents().createPending(X, SUMMARY, "\u0000"));
        assertEquals(0, rows().count(TABLE));
    }

    @ContractCase("R2-136")
    void given_no_row_when_sixteen_callers_begin_then_exactly_one_may_and_its_id_is_stored() throws Exception {
        for (DocumentType type : DocumentType.values()) {
            assertEquals(winner(type), documents().findByExperiment(X, type).orElseThrow());
        }
        assertEquals(3, rows().count(TABLE));
    }

    @Test
    void given_a_row_when_sixteen_callers_begin_then_exactly_one_may() throws Exception {
        ExperimentDocument completed = completed();
        ExperimentDocument winner = winner(SUMMARY);
        assertEquals(completed.id(), winner.id());
        assertEquals(winner, stored());
    }

    private ExperimentDocument winner(DocumentType type) throws Exception {
        List<ExperimentDocument> begun = Race.of(16, () -> documents().createPending(X, type)).stream()
                .flatMap(Optional::stream)
                .toList();
        assertEquals(1, begun.size());
        return begun.get(0);
    }

    @ContractCase("R2-137")
    void given_a_clock_of_microseconds_when_a_generation_begins_then_the_stored_time_is_returned() {
        ExperimentDocument pending = documents().createPending(X, SUMMARY, "m").orElseThrow();
        assertEquals(clock().instant(), pending.generatedAt());
        assertEquals(pending.generatedAt(), stored().generatedAt());
    }

    @Test
    void given_an_expected_state_when_updated_then_only_a_document_in_it_changes() throws Exception {
        ExperimentDocument pending = pending();
        DocumentUpdate expecting = NOTHING.withMarkdownContent("#").ifStatusIs(DocumentStatus.PENDING);
        assertFalse(documents().updateStatus(X, SUMMARY, DocumentStatus.COMPLETED, expecting));
        assertEquals(pending, stored());
        List<Boolean> changed = Race.of(
                8,
                () -> documents()
                        .updateStatus(
                                X, SUMMARY, DocumentStatus.FAILED, NOTHING.ifStatusIs(DocumentStatus.GENERATING)));
        assertEquals(1, changed.stream().filter(told -> told).count());
    }

    @Test
    void given_values_that_break_a_rule_when_updated_then_they_are_refused_and_nothing_changes() {
        ExperimentDocument completed = completed();
        DocumentUpdate contradiction = new DocumentUpdate(null, null, "e", true, null);
        assertInvalid("error_message", () -> update(DocumentStatus.FAILED, contradiction));
        for (String json : List.of("[]", "null", "1", "{\"k\":1,\"k\":2}")) {
            assertInvalid("metadata", () -> update(DocumentStatus.FAILED, NOTHING.withMetadata(JsonValue.parse(json))));
        }
        for (String bad : List.of("a\u0000b", "\uD83D")) {
            assertInvalid("markdown_content", () -> update(DocumentStatus.FAILED, NOTHING.withMarkdownContent(bad)));
            assertInvalid("error_message", () -> update(DocumentStatus.FAILED, NOTHING.withErrorMessage(bad)));
        }
        assertEquals(completed, stored());
    }

    @Test
    void given_a_generation_when_it_is_too_old_then_it_is_ended_and_another_can_begin() throws Exception {
        ExperimentDocument pending = pending();
        assertFalse(documents().failStale(X, SUMMARY, T0));
        assertFalse(documents().failStale(X, PRFAQ, T2));
        List<Boolean> ended = Race.of(4, () -> documents().failStale(X, SUMMARY, T1));
        assertEquals(1, ended.stream().filter(told -> told).count());
        assertEquals(pending.withStatus(DocumentStatus.FAILED, ExperimentDocumentRepository.STALE_ERROR), stored());
        clock().set(T2);
        assertTrue(documents().createPending(X, SUMMARY).isPresent());
    }

    /** The start that was read is no longer the one that is stored. */
    @Test
    void given_a_generation_that_begins_anew_first_when_the_old_one_is_ended_then_the_new_one_goes_on()
            throws Exception {
        pending();
        clock().set(T2);
        Race.Rival<Boolean> rival = repositories().inTransaction(tx -> {
            tx.documents().updateStatus(X, SUMMARY, DocumentStatus.FAILED, NOTHING);
            assertTrue(tx.documents().createPending(X, SUMMARY).isPresent());
            Race.Rival<Boolean> begun = Race.beside(() -> documents().failStale(X, SUMMARY, T1));
            Race.awaitLockWait(database());
            return begun;
        });
        try (rival) {
            assertFalse(rival.result());
        }
        assertEquals(Optional.of(DocumentStatus.GENERATING), documents().findStatus(X, SUMMARY));
    }

    @Test
    void given_a_document_that_is_not_generated_when_it_is_old_then_it_is_left_alone() {
        ExperimentDocument completed = completed();
        assertFalse(documents().failStale(X, SUMMARY, T2));
        assertEquals(completed, stored());
    }

    @Test
    void given_starts_of_old_forms_when_they_are_too_old_then_they_are_ended() {
        pending();
        for (String start : List.of("2025-12-31T10:00:01.5", "2025-12-31 10:00:01", "2025-12-31T13:00:00+02:00")) {
            database().execute("UPDATE experiment_documents SET status = 'generating', generated_at = ?", start);
            assertFalse(documents().failStale(X, SUMMARY, Instant.parse("2025-12-31T10:00:00Z")));
            assertTrue(documents().failStale(X, SUMMARY, Instant.parse("2025-12-31T12:00:00Z")));
            assertEquals(start, rows().text(TABLE, "generated_at", "experiment_id", X));
        }
        database().execute("UPDATE experiment_documents SET status = 'generating', generated_at = 'soon'");
        assertUnreadable(
                TABLE,
                "experiment_id=" + X + ", document_type=summary",
                "generated_at",
                () -> documents().failStale(X, SUMMARY, T1));
    }

    private ExperimentDocument pending() {
        clock().set(T0);
        return documents().createPending(X, SUMMARY, "m").orElseThrow();
    }

    private ExperimentDocument completed() {
        ExperimentDocument pending = pending();
        clock().set(T1);
        update(DocumentStatus.COMPLETED, NOTHING.withMarkdownContent("# é").withMetadata(METADATA));
        assertEquals(pending.id(), stored().id());
        return stored();
    }

    private void update(DocumentStatus status, DocumentUpdate update) {
        assertTrue(documents().updateStatus(X, SUMMARY, status, update));
    }

    private ExperimentDocument stored() {
        return documents().findByExperiment(X, SUMMARY).orElseThrow();
    }
}
