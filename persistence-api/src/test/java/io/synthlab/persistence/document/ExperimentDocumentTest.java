package io.synthlab.persistence.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.synthlab.persistence.JsonValue;
import io.synthlab.persistence.error.ValidationException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExperimentDocumentTest {
    private static final String ID = "doc_0000000a";
    private static final String EXPERIMENT = "exp_0000000a";
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.000006789Z");
    private static final ExperimentDocument DOCUMENT =
            ExperimentDocument.of(ID, EXPERIMENT, DocumentType.SUMMARY, "", NOW);

    private static void refused(String field, Executable call) {
        String message = assertThrows(ValidationException.class, call).getMessage();
        assertTrue(message.startsWith("experiment_documents." + field), message);
    }

    /** Contract case R2-138. */
    @Test
    void hasTheOriginalsDefaults() {
        assertEquals(
                new ExperimentDocument(
                        ID,
                        EXPERIMENT,
                        DocumentType.SUMMARY,
                        "",
                        null,
                        Instant.parse("2026-01-02T03:04:05.000006Z"),
                        "gpt-4o-mini",
                        DocumentStatus.COMPLETED,
                        null),
                DOCUMENT);
        assertSame(DOCUMENT, DOCUMENT.validated());
    }

    @Test
    void beginsEmptyUnderANewId() {
        ExperimentDocument first = ExperimentDocument.pending(EXPERIMENT, DocumentType.PRFAQ, "m", NOW);
        ExperimentDocument second = ExperimentDocument.pending(EXPERIMENT, DocumentType.PRFAQ, "m", NOW);
        assertTrue(first.id().matches("doc_[a-f0-9]{8}"), first::id);
        assertTrue(!first.id().equals(second.id()));
        assertEquals(first, second.underStoredId(first.id()));
        assertEquals(DocumentStatus.GENERATING, first.status());
        assertEquals("", first.markdownContent());
        assertEquals("any text", first.underStoredId("any text").id());
        refused("experiment_id", () -> ExperimentDocument.pending("exp_x", DocumentType.PRFAQ, "m", NOW));
    }

    @ParameterizedTest
    @ValueSource(strings = {"doc_1234567", "doc_123456789", "doc_1234567G", "doc_12345678\n", "xdoc_12345678", ""})
    void refusesIdsOfAnotherForm(String id) {
        refused("id", () -> ExperimentDocument.of(id, EXPERIMENT, DocumentType.SUMMARY, "", NOW));
        refused(
                "experiment_id",
                () -> ExperimentDocument.of(ID, id.replace("doc", "exp"), DocumentType.SUMMARY, "", NOW));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "null", "\"\"", "1", "true", "{\"k\":1,\"k\":1}", "{\"k\":1e200000}"})
    void refusesMetadataThatCannotBeStored(String json) {
        JsonValue metadata = JsonValue.parse(json);
        refused("metadata", () -> DOCUMENT.withMetadata(metadata));
        refused("metadata", () -> DocumentUpdate.NOTHING.withMetadata(metadata).validated());
    }

    @Test
    void storesNoMetadataWithoutKeys() {
        assertNull(DOCUMENT.storedMetadata());
        assertNull(DOCUMENT.withMetadata(JsonValue.parse("{ }")).storedMetadata());
        JsonValue open = JsonValue.parse("{\"unknown\":null}");
        assertEquals(open, DOCUMENT.withMetadata(open).storedMetadata());
    }

    @Test
    void changesOnePartAtATime() {
        ExperimentDocument changed =
                DOCUMENT.withModel("").withStatus(DocumentStatus.FAILED, "e").withMetadata(null);
        assertEquals(
                new ExperimentDocument(
                        ID, EXPERIMENT, DocumentType.SUMMARY, "", null, NOW, "", DocumentStatus.FAILED, "e"),
                changed);
        refused("model", () -> DOCUMENT.withModel("\u0000"));
        refused("error_message", () -> DOCUMENT.withStatus(DocumentStatus.FAILED, "\uD83D"));
        refused("markdown_content", () -> ExperimentDocument.of(ID, EXPERIMENT, DocumentType.PRFAQ, "\u0000", NOW));
    }

    @Test
    void updatesKeepWhatWasGivenBefore() {
        JsonValue metadata = JsonValue.parse("{}");
        DocumentUpdate update = DocumentUpdate.NOTHING
                .withErrorMessage("e")
                .withMarkdownContent("")
                .withMetadata(metadata)
                .ifStatusIs(DocumentStatus.PARTIAL);
        assertEquals(new DocumentUpdate("", metadata, "e", false, DocumentStatus.PARTIAL), update);
        assertSame(update, update.validated());
        assertEquals(new DocumentUpdate("", metadata, null, true, DocumentStatus.PARTIAL), update.withoutError());
        refused(
                "error_message",
                () -> update.withoutError().withErrorMessage("e").validated());
        refused("markdown_content", () -> update.withMarkdownContent("\u0000").validated());
        refused("error_message", () -> update.withErrorMessage("\u0000").validated());
    }

    @Test
    void typesAndStatesHaveTheTextOfTheirColumn() {
        assertEquals(
                List.of("summary", "prfaq", "executive_summary"),
                Arrays.stream(DocumentType.values()).map(DocumentType::text).toList());
        assertEquals(
                List.of("Resumo da Pesquisa", "PR-FAQ", "Resumo Executivo"),
                Arrays.stream(DocumentType.values()).map(DocumentType::label).toList());
        assertEquals(
                List.of("pending", "generating", "completed", "failed", "partial"),
                Arrays.stream(DocumentStatus.values()).map(DocumentStatus::text).toList());
    }
}
