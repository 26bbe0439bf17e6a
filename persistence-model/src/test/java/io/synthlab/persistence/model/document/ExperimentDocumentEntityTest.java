package io.synthlab.persistence.model.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.synthlab.persistence.JsonValue;
import io.synthlab.persistence.document.DocumentStatus;
import io.synthlab.persistence.document.DocumentType;
import io.synthlab.persistence.document.ExperimentDocument;
import io.synthlab.persistence.error.UnreadableRowException;
import io.synthlab.persistence.model.EntityFields;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExperimentDocumentEntityTest {
    private static final Instant GENERATED = Instant.parse("2025-01-02T03:04:05.000006Z");
    private static final ExperimentDocument BARE =
            ExperimentDocument.of("doc_0000000a", "exp_0000000a", DocumentType.EXECUTIVE_SUMMARY, "# é", GENERATED);

    @Test
    void given_a_document_with_all_parts_then_every_column_survives_a_round_trip() throws Exception {
        ExperimentDocument full = BARE.withMetadata(JsonValue.parse("{\"unknown\":[1.50]}"))
                .withModel("m")
                .withStatus(DocumentStatus.PARTIAL, "e");
        ExperimentDocumentEntity row = ExperimentDocumentEntity.of(full);
        assertEquals(List.of(), EntityFields.nulls(row));
        assertEquals(full, row.toRecord(ZoneOffset.UTC));
    }

    @Test
    void given_a_document_without_optional_parts_then_their_columns_are_null_and_stay_so() throws Exception {
        ExperimentDocumentEntity row = ExperimentDocumentEntity.of(BARE.withMetadata(JsonValue.parse("{}")));
        assertEquals(List.of("metadata", "errorMessage"), EntityFields.nulls(row));
        assertEquals(BARE, row.toRecord(ZoneOffset.UTC));
    }

    @Test
    void given_what_old_files_hold_then_it_is_read() throws Exception {
        ExperimentDocumentEntity row = ExperimentDocumentEntity.of(BARE);
        EntityFields.with(EntityFields.with(row, "model", null), "generatedAt", "2025-01-02T03:04:05");
        EntityFields.with(EntityFields.with(row, "metadata", ""), "id", "of another form");
        ExperimentDocument read = row.toRecord(ZoneId.of("America/Sao_Paulo"));
        assertEquals("gpt-4o-mini", read.model());
        assertEquals(Instant.parse("2025-01-02T06:04:05Z"), read.generatedAt());
        assertEquals(null, read.metadata());
        assertEquals("of another form", read.id());
    }

    @ParameterizedTest
    @CsvSource({
        "documentType, document_type, planted",
        "status, status, planted",
        "generatedAt, generated_at, planted",
        "metadata, metadata, '[\"planted\"]'"
    })
    void given_a_column_that_cannot_be_read_then_table_key_and_column_are_named(
            String field, String column, String text) throws Exception {
        ExperimentDocumentEntity row = EntityFields.with(ExperimentDocumentEntity.of(BARE), field, text);
        UnreadableRowException error = assertThrows(UnreadableRowException.class, () -> row.toRecord(ZoneOffset.UTC));
        assertEquals("experiment_documents", error.table());
        assertEquals("id=doc_0000000a", error.key());
        assertTrue(error.getMessage().contains(column), error::getMessage);
        assertFalse(error.getMessage().contains("planted"), error::getMessage);
    }
}
