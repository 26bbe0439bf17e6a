package io.synthlab.persistence.model.research;

import io.synthlab.persistence.JsonValue;
import io.synthlab.persistence.internal.time.Timestamps;
import io.synthlab.persistence.model.ColumnText;
import io.synthlab.persistence.research.NewPrfaq;
import io.synthlab.persistence.research.PrfaqStatus;
import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A row of {@code prfaq_metadata}: the press release with questions and answers of a batch of interviews. */
@Entity
@Table(
        name = PrfaqEntity.TABLE,
        indexes = {
            @Index(name = "idx_prfaq_status", columnList = "status"),
            @Index(name = "idx_prfaq_newest", columnList = "generated_at desc, exec_id")
        })
public class PrfaqEntity {
    /** The table. */
    public static final String TABLE = "prfaq_metadata";

    @Id
    @Column(name = "exec_id")
    private String execId;

    @Column(name = "generated_at")
    private @Nullable String generatedAt;

    @ColumnDefault("'gpt-4o-mini'")
    private @Nullable String model;

    @Column(
            name = "validation_status",
            check = @CheckConstraint(constraint = "validation_status in ('valid', 'invalid', 'pending')"))
    @ColumnDefault("'valid'")
    private @Nullable String validationStatus;

    @Column(name = "confidence_score")
    private @Nullable Double confidenceScore;

    private @Nullable String headline;

    @Column(name = "one_liner")
    private @Nullable String oneLiner;

    @Column(name = "faq_count")
    @ColumnDefault("0")
    private @Nullable Integer faqCount;

    @Column(name = "markdown_content")
    private @Nullable String markdownContent;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "json_content")
    private @Nullable String jsonContent;

    @ColumnDefault("'completed'")
    @Column(check = @CheckConstraint(constraint = "status in ('generating', 'completed', 'failed')"))
    private @Nullable String status;

    @Column(name = "error_message")
    private @Nullable String errorMessage;

    @Column(name = "started_at")
    private @Nullable String startedAt;

    /** For Hibernate alone. */
    protected PrfaqEntity() {}

    /**
     * Makes the row of a finished PR-FAQ.
     *
     * @param prfaq the PR-FAQ
     * @param generatedAt when it was finished
     * @return its row, without start and error
     */
    public static PrfaqEntity of(NewPrfaq prfaq, Instant generatedAt) {
        PrfaqEntity row = new PrfaqEntity();
        row.execId = prfaq.execId();
        row.generatedAt = Timestamps.format(generatedAt);
        row.model = prfaq.model();
        row.validationStatus = prfaq.validationStatus().text();
        row.confidenceScore = prfaq.confidenceScore();
        row.headline = prfaq.headline();
        row.oneLiner = prfaq.oneLiner();
        row.faqCount = prfaq.faqCount();
        row.markdownContent = prfaq.markdownContent();
        row.jsonContent = ColumnText.json(prfaq.jsonContent());
        row.status = PrfaqStatus.COMPLETED.text();
        return row;
    }

    /** Returns the text, empty if none is stored; lists read the other columns, and no text, in queries. */
    public Optional<String> markdown() {
        return Optional.ofNullable(markdownContent);
    }

    /** Returns the document, empty if none is stored. */
    public Optional<JsonValue> json() {
        return Optional.ofNullable(ColumnText.document(jsonContent));
    }
}
