package io.synthlab.persistence.model.document;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A row of {@code experiment_documents}: a generated text about an experiment, one of each type. */
@Entity
@Table(name = ExperimentDocumentEntity.TABLE)
public class ExperimentDocumentEntity {
    /** The table. */
    public static final String TABLE = "experiment_documents";

    @Id
    private String id;

    @Column(name = "experiment_id")
    private String experimentId;

    @Column(name = "document_type")
    private String documentType;

    @Column(name = "markdown_content")
    private String markdownContent;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable String metadata;

    @Column(name = "generated_at")
    private String generatedAt;

    private @Nullable String model;

    private String status;

    @Column(name = "error_message")
    private @Nullable String errorMessage;

    /** For Hibernate alone. */
    protected ExperimentDocumentEntity() {}
}
