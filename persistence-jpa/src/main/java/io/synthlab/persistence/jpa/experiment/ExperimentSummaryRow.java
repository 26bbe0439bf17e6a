package io.synthlab.persistence.jpa.experiment;

import io.synthlab.persistence.experiment.ExperimentSummary;
import io.synthlab.persistence.internal.query.SnapshotPage;
import io.synthlab.persistence.internal.row.StoredRow;
import io.synthlab.persistence.model.experiment.ExperimentEntity;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** A row of a list of experiments, as {@link ExperimentQueries} selects it. */
record ExperimentSummaryRow(
        String id,
        String name,
        String hypothesis,
        @Nullable String description,
        boolean hasScorecard,
        boolean hasAnalysis,
        boolean hasInterviewGuide,
        long interviewCount,
        String createdAt,
        @Nullable String updatedAt,
        long total) {
    ExperimentSummary toRecord(ZoneId naiveZone) {
        StoredRow row = new StoredRow(ExperimentEntity.TABLE, "id=" + id);
        return new ExperimentSummary(
                id,
                name,
                hypothesis,
                description,
                hasScorecard,
                hasAnalysis,
                hasInterviewGuide,
                interviewCount,
                row.requiredInstant("created_at", createdAt, naiveZone),
                row.instant("updated_at", updatedAt, naiveZone));
    }

    SnapshotPage.Row<ExperimentSummary> toPageRow(ZoneId naiveZone) {
        return new SnapshotPage.Row<>(toRecord(naiveZone), total);
    }
}
