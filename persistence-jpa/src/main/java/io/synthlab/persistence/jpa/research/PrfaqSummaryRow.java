package io.synthlab.persistence.jpa.research;

import io.synthlab.persistence.internal.query.SnapshotPage;
import io.synthlab.persistence.internal.row.GeneratedColumns;
import io.synthlab.persistence.internal.row.StoredRow;
import io.synthlab.persistence.model.research.PrfaqEntity;
import io.synthlab.persistence.research.PrfaqSummary;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** A row of a list of PR-FAQs, as {@link PrfaqQueries} selects it. */
record PrfaqSummaryRow(
        String execId,
        @Nullable String topicName,
        @Nullable String headline,
        @Nullable String oneLiner,
        @Nullable Integer faqCount,
        @Nullable String generatedAt,
        @Nullable String validationStatus,
        @Nullable Double confidenceScore,
        long total) {
    PrfaqSummary toRecord(ZoneId naiveZone) {
        StoredRow row = stored(execId);
        return new PrfaqSummary(
                execId,
                topicName,
                headline,
                oneLiner,
                faqCount == null ? 0 : faqCount,
                row.instant("generated_at", generatedAt, naiveZone),
                row.read(() -> GeneratedColumns.validation(validationStatus)),
                confidenceScore);
    }

    SnapshotPage.Row<PrfaqSummary> toPageRow(ZoneId naiveZone) {
        return new SnapshotPage.Row<>(toRecord(naiveZone), total);
    }

    static StoredRow stored(String execId) {
        return new StoredRow(PrfaqEntity.TABLE, "exec_id=" + execId);
    }
}
