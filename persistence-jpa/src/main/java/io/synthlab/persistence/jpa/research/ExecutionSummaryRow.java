package io.synthlab.persistence.jpa.research;

import io.synthlab.persistence.internal.query.SnapshotPage;
import io.synthlab.persistence.internal.row.StoredRow;
import io.synthlab.persistence.model.research.ResearchExecutionEntity;
import io.synthlab.persistence.research.ExecutionStatus;
import io.synthlab.persistence.research.ResearchExecutionSummary;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** A row of a list of batches, as {@link ResearchStatements} selects it. */
record ExecutionSummaryRow(
        String execId,
        @Nullable String experimentId,
        String topicName,
        String status,
        int synthCount,
        String startedAt,
        @Nullable String completedAt,
        long total) {
    ResearchExecutionSummary toRecord(ZoneId naiveZone) {
        StoredRow row = new StoredRow(ResearchExecutionEntity.TABLE, "exec_id=" + execId);
        return new ResearchExecutionSummary(
                execId,
                experimentId,
                topicName,
                row.read(() -> ExecutionStatus.ofText(status)),
                synthCount,
                row.requiredInstant("started_at", startedAt, naiveZone),
                row.instant("completed_at", completedAt, naiveZone));
    }

    SnapshotPage.Row<ResearchExecutionSummary> toPageRow(ZoneId naiveZone) {
        return new SnapshotPage.Row<>(toRecord(naiveZone), total);
    }
}
