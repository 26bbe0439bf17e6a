package io.synthlab.persistence.model.research;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A row of {@code prfaq_metadata}: the press release with questions and answers of a batch of interviews. */
@Entity
@Table(name = PrfaqEntity.TABLE)
public class PrfaqEntity {
    /** The table. */
    public static final String TABLE = "prfaq_metadata";

    @Id
    @Column(name = "exec_id")
    private String execId;

    @Column(name = "generated_at")
    private @Nullable String generatedAt;

    private @Nullable String model;

    @Column(name = "validation_status")
    private @Nullable String validationStatus;

    @Column(name = "confidence_score")
    private @Nullable Double confidenceScore;

    private @Nullable String headline;

    @Column(name = "one_liner")
    private @Nullable String oneLiner;

    @Column(name = "faq_count")
    private @Nullable Integer faqCount;

    @Column(name = "markdown_content")
    private @Nullable String markdownContent;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "json_content")
    private @Nullable String jsonContent;

    private @Nullable String status;

    @Column(name = "error_message")
    private @Nullable String errorMessage;

    @Column(name = "started_at")
    private @Nullable String startedAt;

    /** For Hibernate alone. */
    protected PrfaqEntity() {}
}
