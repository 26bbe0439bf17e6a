package io.synthlab.persistence.jdbc.document;

import io.synthlab.persistence.document.DocumentStatus;
import io.synthlab.persistence.document.DocumentType;
import io.synthlab.persistence.document.ExperimentDocument;
import io.synthlab.persistence.document.ExperimentDocumentSummary;
import io.synthlab.persistence.internal.row.GeneratedColumns;
import io.synthlab.persistence.internal.row.StoredRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;

/** Rows of {@code experiment_documents} to records. */
final class ExperimentDocumentRows {
    private final ZoneId naiveZone;

    ExperimentDocumentRows(ZoneId naiveZone) {
        this.naiveZone = naiveZone;
    }

    ExperimentDocument document(ResultSet row) throws SQLException {
        String id = row.getString("id");
        StoredRow stored = stored(id);
        String metadata = row.getString("metadata");
        return new ExperimentDocument(
                id,
                row.getString("experiment_id"),
                type(stored, row),
                row.getString("markdown_content"),
                metadata == null ? null : stored.read(() -> GeneratedColumns.metadata(metadata)),
                stored.requiredInstant("generated_at", row.getString("generated_at"), naiveZone),
                GeneratedColumns.model(row.getString("model")),
                status(stored, row.getString("status")),
                row.getString("error_message"));
    }

    ExperimentDocumentSummary summary(ResultSet row) throws SQLException {
        String id = row.getString("id");
        StoredRow stored = stored(id);
        return new ExperimentDocumentSummary(
                id,
                type(stored, row),
                status(stored, row.getString("status")),
                stored.requiredInstant("generated_at", row.getString("generated_at"), naiveZone),
                GeneratedColumns.model(row.getString("model")));
    }

    private static StoredRow stored(String id) {
        return new StoredRow(ExperimentDocumentSql.TABLE, "id=" + id);
    }

    private static DocumentType type(StoredRow stored, ResultSet row) throws SQLException {
        String text = row.getString("document_type");
        return stored.read(() -> GeneratedColumns.documentType(text));
    }

    static DocumentStatus status(StoredRow stored, String text) {
        return stored.read(() -> GeneratedColumns.documentStatus(text));
    }
}
