package io.synthlab.persistence.jpa.research;

import io.synthlab.persistence.internal.query.SnapshotPage;
import io.synthlab.persistence.internal.row.StoredResearch;
import io.synthlab.persistence.internal.row.StoredRow;
import io.synthlab.persistence.model.research.TranscriptEntity;
import io.synthlab.persistence.research.TranscriptSummary;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** A row of a list of transcripts, as {@link ResearchStatements} selects it. */
record TranscriptSummaryRow(
        String execId,
        String synthId,
        String synthName,
        @Nullable Integer turnCount,
        String timestamp,
        String status,
        long total) {
    SnapshotPage.Row<TranscriptSummary> toPageRow(ZoneId naiveZone) {
        StoredRow row = new StoredRow(TranscriptEntity.TABLE, StoredResearch.transcriptKey(execId, synthId));
        TranscriptSummary summary = new TranscriptSummary(
                synthId,
                synthName,
                turnCount == null ? 0 : turnCount,
                row.requiredInstant("timestamp", timestamp, naiveZone),
                status);
        return new SnapshotPage.Row<>(summary, total);
    }
}
