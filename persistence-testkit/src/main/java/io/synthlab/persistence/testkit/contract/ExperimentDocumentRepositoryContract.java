package io.synthlab.persistence.testkit.contract;

import static io.synthlab.persistence.document.DocumentType.EXECUTIVE_SUMMARY;
import static io.synthlab.persistence.document.DocumentType.PRFAQ;
import static io.synthlab.persistence.document.DocumentType.SUMMARY;
import static io.synthlab.persistence.error.ConstraintViolationException.Kind.FOREIGN_KEY;
import static io.synthlab.persistence.error.ConstraintViolationException.Kind.UNIQUE;
import static io.synthlab.persistence.testkit.contract.Refusals.assertInvalid;
import static io.synthlab.persistence.testkit.contract.Refusals.assertUnreadable;
import static io.synthlab.persistence.testkit.contract.Refusals.assertViolation;
import static io.synthlab.persistence.testkit.fixture.StudyRows.T0;
import static io.synthlab.persistence.testkit.fixture.StudyRows.T1;
import static io.synthlab.persistence.testkit.fixture.StudyRows.T2;
import static io.synthlab.persistence.testkit.fixture.StudyRows.X;
import static io.synthlab.persistence.testkit.fixture.StudyRows.Y;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.synthlab.persistence.JsonValue;
import io.synthlab.persistence.document.DocumentStatus;
import io.synthlab.persistence.document.DocumentType;
import io.synthlab.persistence.document.DocumentUpdate;
import io.synthlab.persistence.document.ExperimentDocument;
import io.synthlab.persistence.document.ExperimentDocumentSummary;
import io.synthlab.persistence.error.DatabaseException;
import io.synthlab.persistence.testkit.fixture.StudyRows;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Documents of experiments as they are stored, listed and removed. */
public abstract class ExperimentDocumentRepositoryContract extends ContractBase {
    private static final String TABLE = "experiment_documents";
    private static final String DOC1 = "doc_00000001";
    private static final String DOC2 = "doc_00000002";
    private static final JsonValue OPEN = JsonValue.parse(
            "{\"analysis_id\": \"ana_12345678\", \"new key\": {\"é\": [1.50, null]}, \"n\": 12345678901234567890.5}");

    /** For the cells. */
    protected ExperimentDocumentRepositoryContract() {}

    @BeforeEach
    void insertExperiment() {
        new StudyRows(database()).experiment(X);
    }

    private static ExperimentDocument document(String id, DocumentType type) {
        return ExperimentDocument.of(id, X, type, "# old", T0);
    }

    @Test
    void given_a_document_with_all_parts_when_saved_then_it_is_found_equal_both_ways() {
        ExperimentDocument full = new ExperimentDocument(
                DOC1, X, EXECUTIVE_SUMMARY, "# é", OPEN, T1.plusNanos(1_000), "", DocumentStatus.PARTIAL, "some");
        assertSame(full, documents().save(full));
        ExperimentDocument read = full.withModel(ExperimentDocument.DEFAULT_MODEL); // no model reads as the default
        assertEquals(Optional.of(read), documents().findById(DOC1));
        assertEquals(Optional.of(read), documents().findByExperiment(X, EXECUTIVE_SUMMARY));
        assertEquals(Optional.empty(), documents().findByExperiment(X, PRFAQ));
        assertEquals(Optional.empty(), documents().findByExperiment(Y, EXECUTIVE_SUMMARY));
        assertEquals("", rows().text(TABLE, "model", "id", DOC1));
    }

    @ContractCase("R2-127")
    void given_a_document_when_another_of_its_type_is_saved_then_it_takes_its_place() {
        documents()
                .save(document(DOC1, PRFAQ)
                        .withStatus(DocumentStatus.FAILED, "boom")
                        .withMetadata(OPEN));
        ExperimentDocument second = ExperimentDocument.of(DOC2, X, PRFAQ, "# new", T1);
        documents().save(second);
        assertEquals(Optional.empty(), documents().findById(DOC1));
        assertEquals(Optional.of(second), documents().findByExperiment(X, PRFAQ));
        assertEquals(1, rows().count(TABLE));
        documents().save(second.withModel("again"));
        assertEquals(Optional.of(second.withModel("again")), documents().findById(DOC2));
    }

    /**
     * The case takes the id of another document along, which is refused as such before the experiment is looked for;
     * with an id of its own the experiment decides.
     */
    @ContractCase("R2-128")
    void given_a_document_when_one_of_no_experiment_is_saved_then_the_old_row_is_intact() {
        ExperimentDocument old = documents().save(document(DOC2, PRFAQ));
        ExperimentDocument lost = ExperimentDocument.of(DOC1, "exp_00000000", PRFAQ, "#", T1);
        assertViolation(FOREIGN_KEY, TABLE, "id=" + DOC1, () -> documents().save(lost));
        assertViolation(UNIQUE, TABLE, "id=" + DOC2, () -> documents().save(lost.underStoredId(DOC2)));
        assertEquals(Optional.of(old), documents().findById(DOC2));
        assertEquals(1, rows().count(TABLE));
    }

    /** The original moved or removed the other document. */
    @Test
    void given_an_id_of_another_document_when_saved_then_it_is_refused_and_both_stay() {
        ExperimentDocument first = documents().save(document(DOC1, PRFAQ));
        ExperimentDocument second = documents().save(document(DOC2, SUMMARY));
        assertViolation(UNIQUE, TABLE, "id=" + DOC1, () -> documents().save(document(DOC1, SUMMARY)));
        assertViolation(UNIQUE, TABLE, "id=" + DOC1, () -> documents().save(document(DOC1, EXECUTIVE_SUMMARY)));
        assertEquals(Optional.of(first), documents().findById(DOC1));
        assertEquals(Optional.of(second), documents().findById(DOC2));
        assertEquals(2, rows().count(TABLE));
    }

    @ContractCase("R2-129")
    void given_metadata_without_keys_when_saved_then_they_are_absent_and_when_updated_then_present() {
        JsonValue empty = JsonValue.parse("{ }");
        ExperimentDocument saved = documents().save(document(DOC1, SUMMARY).withMetadata(empty));
        assertEquals(empty, saved.metadata());
        assertEquals(Optional.of(document(DOC1, SUMMARY)), documents().findById(DOC1));
        assertTrue(documents()
                .updateStatus(X, SUMMARY, DocumentStatus.FAILED, DocumentUpdate.NOTHING.withMetadata(empty)));
        assertEquals(empty, documents().findById(DOC1).orElseThrow().metadata());
    }

    @ContractCase("R2-130")
    void given_a_generation_when_a_document_is_saved_then_the_guard_does_not_matter() {
        documents().createPending(X, SUMMARY, "m").orElseThrow();
        ExperimentDocument saved = documents().save(document(DOC1, SUMMARY));
        assertEquals(Optional.of(saved), documents().findByExperiment(X, SUMMARY));
        assertEquals(Optional.of(DocumentStatus.COMPLETED), documents().findStatus(X, SUMMARY));
    }

    @ContractCase("R2-131")
    void given_a_completed_document_without_text_when_read_then_the_text_is_empty_and_there() {
        documents().save(ExperimentDocument.of(DOC1, X, SUMMARY, "", T0));
        assertEquals(Optional.of(""), documents().findMarkdown(X, SUMMARY));
        assertEquals(Optional.empty(), documents().findMarkdown(X, PRFAQ));
        for (DocumentStatus status : DocumentStatus.values()) {
            documents().save(document(DOC1, SUMMARY).withStatus(status, null));
            boolean completed = status == DocumentStatus.COMPLETED;
            assertEquals(completed, documents().findMarkdown(X, SUMMARY).isPresent());
            assertEquals(
                    Map.of(SUMMARY, completed, PRFAQ, false, EXECUTIVE_SUMMARY, false),
                    documents().checkDocumentsExist(X));
            assertEquals(Optional.of(status), documents().findStatus(X, SUMMARY));
        }
    }

    @Test
    void given_no_experiment_when_asked_what_exists_then_every_type_is_answered_in_order() {
        Map<DocumentType, Boolean> nothing = documents().checkDocumentsExist(Y);
        assertEquals(Arrays.asList(DocumentType.values()), new ArrayList<>(nothing.keySet()));
        assertEquals(Collections.nCopies(3, false), new ArrayList<>(nothing.values()));
    }

    @ContractCase("R2-132")
    void given_documents_of_several_times_when_listed_then_the_newest_is_first() {
        documents().save(ExperimentDocument.of(DOC1, X, PRFAQ, "# p", T1).withStatus(DocumentStatus.FAILED, "e"));
        documents().save(ExperimentDocument.of(DOC2, X, SUMMARY, "# s", T2).withModel("m"));
        assertEquals(
                List.of(
                        new ExperimentDocumentSummary(DOC2, SUMMARY, DocumentStatus.COMPLETED, T2, "m"),
                        new ExperimentDocumentSummary(DOC1, PRFAQ, DocumentStatus.FAILED, T1, "gpt-4o-mini")),
                documents().listByExperiment(X));
        assertEquals(List.of(), documents().listByExperiment(Y));
    }

    @Test
    void given_one_time_when_listed_then_the_id_decides() {
        documents().save(document("doc_0000000b", SUMMARY));
        documents().save(document("doc_0000000c", PRFAQ));
        documents().save(document("doc_0000000a", EXECUTIVE_SUMMARY));
        assertEquals(List.of("doc_0000000a", "doc_0000000b", "doc_0000000c"), listed());
    }

    /** Order stays that of the text, as in the original. */
    @Test
    void given_old_forms_of_time_when_listed_then_each_is_read_and_the_text_decides_the_order() {
        insert("a", SUMMARY, "2025-01-02T10:00:00.123456+03:00");
        insert("b", PRFAQ, "2025-01-02 18:00:00");
        insert("c", EXECUTIVE_SUMMARY, "2025-01-02T09:00:00.5");
        assertEquals(List.of("a", "c", "b"), listed());
        assertEquals(
                List.of(
                        Instant.parse("2025-01-02T07:00:00.123456Z"),
                        Instant.parse("2025-01-02T09:00:00.5Z"),
                        Instant.parse("2025-01-02T18:00:00Z")),
                documents().listByExperiment(X).stream()
                        .map(ExperimentDocumentSummary::generatedAt)
                        .toList());
        assertEquals(
                Instant.parse("2025-01-02T18:00:00Z"),
                documents().findById("b").orElseThrow().generatedAt());
    }

    private List<String> listed() {
        return documents().listByExperiment(X).stream()
                .map(ExperimentDocumentSummary::id)
                .toList();
    }

    @ContractCase("R2-133")
    void given_no_model_when_read_then_it_is_the_default_everywhere() {
        insert(DOC1, SUMMARY, "2026-01-01T10:00:00+00:00");
        for (String model : Arrays.asList(null, "")) {
            database().execute("UPDATE experiment_documents SET model = ?", model);
            assertEquals("gpt-4o-mini", documents().listByExperiment(X).get(0).model());
            assertEquals("gpt-4o-mini", documents().findById(DOC1).orElseThrow().model());
            assertEquals(
                    "gpt-4o-mini",
                    documents().findByExperiment(X, SUMMARY).orElseThrow().model());
        }
    }

    @ContractCase("R2-134")
    void given_a_document_in_any_state_when_deleted_then_it_is_gone_once() {
        documents().save(document(DOC2, PRFAQ));
        for (DocumentStatus status : DocumentStatus.values()) {
            documents().save(document(DOC1, SUMMARY).withStatus(status, null));
            assertTrue(documents().delete(X, SUMMARY));
            assertFalse(documents().delete(X, SUMMARY));
            assertEquals(Optional.empty(), documents().findStatus(X, SUMMARY));
        }
        assertEquals(1, rows().count(TABLE));
    }

    @ContractCase("R2-135")
    void given_an_experiment_when_its_row_is_removed_then_its_documents_are_gone() {
        new StudyRows(database()).experiment(Y);
        documents().save(document(DOC1, SUMMARY));
        documents().save(document(DOC2, PRFAQ));
        ExperimentDocument other = documents().save(ExperimentDocument.of("doc_00000003", Y, PRFAQ, "#", T0));
        database().execute("DELETE FROM experiments WHERE id = ?", X);
        assertEquals(List.of(), documents().listByExperiment(X));
        assertEquals(Optional.of(other), documents().findById("doc_00000003"));
        assertEquals(1, rows().count(TABLE));
    }

    /** Types and states are enums, so that others cannot be written; the checks of the table stand behind them. */
    @ContractCase("R2-138")
    void given_ids_types_and_states_of_another_form_when_saved_then_they_are_refused() {
        for (String id : List.of("doc_1234567", "doc_123456789", "doc_1234567g", "DOC_12345678", DOC1 + "\n", "")) {
            assertInvalid("experiment_documents.id", () -> ExperimentDocument.of(id, X, SUMMARY, "", T0));
            assertInvalid("experiment_documents.id", () -> documents().save(raw(id, X, null)));
        }
        for (String experimentId : List.of("exp_x", X + "\n", "")) {
            assertInvalid(
                    "experiment_documents.experiment_id",
                    () -> ExperimentDocument.of(DOC1, experimentId, SUMMARY, "", T0));
            assertInvalid(
                    "experiment_documents.experiment_id", () -> documents().save(raw(DOC1, experimentId, null)));
        }
        for (String json : List.of("[]", "null", "1", "\"{}\"")) {
            assertInvalid("experiment_documents.metadata", () -> documents().save(raw(DOC1, X, JsonValue.parse(json))));
        }
        assertEquals(0, rows().count(TABLE));
        documents().save(raw(DOC1, X, null));
        for (String change : List.of("document_type = 'zzz'", "status = 'x'", "metadata = '{nope'")) {
            assertThrows(
                    DatabaseException.class, () -> database().execute("UPDATE experiment_documents SET " + change));
        }
        assertEquals(Optional.of(raw(DOC1, X, null)), documents().findById(DOC1));
    }

    private static ExperimentDocument raw(String id, String experimentId, @Nullable JsonValue metadata) {
        return new ExperimentDocument(id, experimentId, SUMMARY, "", metadata, T0, "m", DocumentStatus.COMPLETED, null);
    }

    @Test
    void given_open_metadata_when_read_and_saved_again_then_unknown_keys_survive() {
        documents().save(document(DOC1, SUMMARY).withMetadata(OPEN));
        ExperimentDocument read = documents().findById(DOC1).orElseThrow();
        assertEquals(OPEN, read.metadata());
        documents().save(read.withModel("m"));
        assertEquals(
                OPEN, documents().findByExperiment(X, SUMMARY).orElseThrow().metadata());
    }

    @Test
    void given_rows_that_cannot_be_read_when_asked_for_then_table_key_and_field_are_named() {
        insert(DOC1, SUMMARY, "soon");
        insert(DOC2, PRFAQ, "2026-01-01T10:00:00+00:00");
        rows().insert(
                        TABLE,
                        "id",
                        "doc_00000003",
                        "experiment_id",
                        X,
                        "document_type",
                        "executive_summary",
                        "markdown_content",
                        "",
                        "metadata",
                        JsonValue.parse("[1]"),
                        "generated_at",
                        "2026-01-01T10:00:00+00:00");
        assertUnreadable(TABLE, "id=" + DOC1, "generated_at", () -> documents().listByExperiment(X));
        assertUnreadable(TABLE, "id=" + DOC1, "generated_at", () -> documents().findById(DOC1));
        assertUnreadable(
                TABLE, "id=doc_00000003", "metadata", () -> documents().findByExperiment(X, EXECUTIVE_SUMMARY));
        assertEquals(Optional.of(DocumentStatus.COMPLETED), documents().findStatus(X, SUMMARY));
        assertEquals(Optional.of(""), documents().findMarkdown(X, SUMMARY));
        assertTrue(documents().delete(X, SUMMARY));
        assertEquals(2, documents().listByExperiment(X).size());
    }

    @Test
    void given_unstorable_keys_when_asked_for_then_nothing_is_found() {
        documents().save(document(DOC1, SUMMARY));
        for (String key : List.of("\u0000", X + "\u0000", "\uD83D", "")) {
            assertEquals(Optional.empty(), documents().findById(key));
            assertEquals(Optional.empty(), documents().findByExperiment(key, SUMMARY));
            assertEquals(List.of(), documents().listByExperiment(key));
            assertEquals(Optional.empty(), documents().findMarkdown(key, SUMMARY));
            assertEquals(Optional.empty(), documents().findStatus(key, SUMMARY));
            assertFalse(documents().checkDocumentsExist(key).containsValue(true));
            assertFalse(documents().delete(key, SUMMARY));
            assertFalse(documents().failStale(key, SUMMARY, T2));
        }
    }

    @Test
    void given_unstorable_text_when_saved_then_it_is_refused_and_nothing_changes() {
        ExperimentDocument old = documents().save(document(DOC1, SUMMARY));
        for (String bad : List.of("a\u0000b", "\uD83D")) {
            JsonValue metadata = JsonValue.of(Map.of("k", bad));
            assertInvalid("markdown_content", () -> documents().save(with(bad, null, "m", null)));
            assertInvalid("metadata", () -> documents().save(with("", metadata, "m", null)));
            assertInvalid("model", () -> documents().save(with("", null, bad, null)));
            assertInvalid("error_message", () -> documents().save(with("", null, "m", bad)));
        }
        JsonValue twice = JsonValue.parse("{\"k\":1,\"k\":2}");
        assertInvalid("metadata", () -> documents().save(with("", twice, "m", null)));
        assertEquals(Optional.of(old), documents().findById(DOC1));
    }

    private static ExperimentDocument with(
            String markdown, @Nullable JsonValue metadata, String model, @Nullable String error) {
        return new ExperimentDocument(DOC1, X, SUMMARY, markdown, metadata, T0, model, DocumentStatus.FAILED, error);
    }

    private void insert(String id, DocumentType type, String generatedAt) {
        rows().insert(
                        TABLE,
                        "id",
                        id,
                        "experiment_id",
                        X,
                        "document_type",
                        type.text(),
                        "markdown_content",
                        "",
                        "generated_at",
                        generatedAt);
    }
}
