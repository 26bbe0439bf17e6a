package io.synthlab.persistence.jpa.analysis;

import io.synthlab.persistence.analysis.SynthOutcome;
import io.synthlab.persistence.internal.query.SnapshotPage;
import io.synthlab.persistence.internal.row.OutcomeRow;
import org.jspecify.annotations.Nullable;

/** A row of a list of outcomes, as {@link OutcomeStatements} selects it. */
record OutcomeListRow(
        @Nullable String id,
        String analysisId,
        String synthId,
        double didNotTryRate,
        double failedRate,
        double successRate,
        @Nullable String attributes,
        long total) {
    SnapshotPage.Row<SynthOutcome> toPageRow() {
        OutcomeRow row = new OutcomeRow(id, analysisId, synthId, didNotTryRate, failedRate, successRate, attributes);
        return new SnapshotPage.Row<>(row.toRecord(), total);
    }
}
