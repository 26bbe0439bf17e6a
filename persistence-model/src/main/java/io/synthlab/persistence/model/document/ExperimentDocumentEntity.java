package io.synthlab.persistence.model.document;

import io.synthlab.persistence.document.ExperimentDocument;
import io.synthlab.persistence.internal.row.GeneratedColumns;
import io.synthlab.persistence.internal.row.StoredRow;
import io.synthlab.persistence.internal.time.Timestamps;
import io.synthlab.persistence.model.ColumnText;
import io.synthlab.persistence.model.schema.References;
import io.synthlab.persistence.model.schema.References.OnDelete;
import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.time.ZoneId;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A row of {@code experiment_documents}: a generated text about an experiment, one of each type. */
@Entity
@Table(
        name = ExperimentDocumentEntity.TABLE,
        indexes = {
            @Index(name = "idx_experiment_documents_status", columnList = "status"),
            @Index(name = "idx_experiment_documents_type", columnList = "document_type")
        },
        uniqueConstraints = @UniqueConstraint(columnNames = {"experiment_id", "document_type"}))
public class ExperimentDocumentEntity {
    /** The table. */
    public static final String TABLE = "experiment_documents";

    @Id
    private String id;

    @Column(name = "experiment_id")
    @References(table = "experiments", onDelete = OnDelete.CASCADE)
    private String experimentId;

    @Column(
            name = "document_type",
            check = @CheckConstraint(constraint = "document_type in ('summary', 'prfaq', 'executive_summary')"))
    private String documentType;

    @Column(name = "markdown_content")
    private String markdownContent;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable String metadata;

    @Column(name = "generated_at")
    private String generatedAt;

    @ColumnDefault("'gpt-4o-mini'")
    private @Nullable String model;

    @ColumnDefault("'completed'")
    @Column(
            check =
                    @CheckConstraint(
                            constraint = "status in ('pending', 'generating', 'completed', 'failed', 'partial')"))
    private String status;

    @Column(name = "error_message")
    private @Nullable String errorMessage;

    /** For Hibernate alone. */
    protected ExperimentDocumentEntity() {}

    /**
     * Makes the row of a document.
     *
     * @param document the document
     * @return its row; metadata without keys are absent
     */
    public static ExperimentDocumentEntity of(ExperimentDocument document) {
        ExperimentDocumentEntity row = new ExperimentDocumentEntity();
        row.id = document.id();
        row.experimentId = document.experimentId();
        row.documentType = document.documentType().text();
        row.markdownContent = document.markdownContent();
        row.metadata = ColumnText.json(document.storedMetadata());
        row.generatedAt = Timestamps.format(document.generatedAt());
        row.model = document.model();
        row.status = document.status().text();
        row.errorMessage = document.errorMessage();
        return row;
    }

    /**
     * Reads the row.
     *
     * @param naiveZone zone of timestamps that carry none
     * @return the document
     * @throws io.synthlab.persistence.error.UnreadableRowException if type, state, time or metadata cannot be read
     */
    public ExperimentDocument toRecord(ZoneId naiveZone) {
        StoredRow row = new StoredRow(TABLE, "id=" + id);
        String stored = metadata;
        return new ExperimentDocument(
                id,
                experimentId,
                row.read(() -> GeneratedColumns.documentType(documentType)),
                markdownContent,
                stored == null ? null : row.read(() -> GeneratedColumns.metadata(stored)),
                row.requiredInstant("generated_at", generatedAt, naiveZone),
                GeneratedColumns.model(model),
                row.read(() -> GeneratedColumns.documentStatus(status)),
                errorMessage);
    }
}
