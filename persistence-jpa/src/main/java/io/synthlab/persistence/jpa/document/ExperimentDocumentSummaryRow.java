package io.synthlab.persistence.jpa.document;

import io.synthlab.persistence.document.ExperimentDocumentSummary;
import io.synthlab.persistence.internal.row.GeneratedColumns;
import io.synthlab.persistence.internal.row.StoredRow;
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
                row.read(() -> GeneratedColumns.documentType(documentType)),
                row.read(() -> GeneratedColumns.documentStatus(status)),
                row.requiredInstant("generated_at", generatedAt, naiveZone),
                GeneratedColumns.model(model));
    }
}
