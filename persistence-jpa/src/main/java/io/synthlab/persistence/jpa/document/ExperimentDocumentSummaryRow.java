package io.synthlab.persistence.jpa.document;

import io.synthlab.persistence.document.DocumentStatus;
import io.synthlab.persistence.document.DocumentType;
import io.synthlab.persistence.document.ExperimentDocumentSummary;
import io.synthlab.persistence.internal.row.GeneratedColumns;
import io.synthlab.persistence.internal.row.StoredRow;
import io.synthlab.persistence.internal.text.EnumText;
import io.synthlab.persistence.model.document.ExperimentDocumentEntity;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** A row of a list of documents, as {@link ExperimentDocumentQueries} selects it. */
record ExperimentDocumentSummaryRow(
        String id,
        String documentType,
        String status,
        String generatedAt,
        @Nullable String model) {
    ExperimentDocumentSummary toRecord(ZoneId naiveZone) {
        StoredRow row = new StoredRow(ExperimentDocumentEntity.TABLE, "id=" + id);
        return new ExperimentDocumentSummary(
                id,
                row.read(() -> EnumText.parse(DocumentType.class, documentType, "document_type")),
                row.read(() -> EnumText.parse(DocumentStatus.class, status, "status")),
                row.requiredInstant("generated_at", generatedAt, naiveZone),
                GeneratedColumns.model(model));
    }
}
