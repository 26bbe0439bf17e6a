package io.synthlab.persistence.jpa.synth;

import io.synthlab.persistence.internal.query.SnapshotPage;
import io.synthlab.persistence.internal.row.StoredRow;
import io.synthlab.persistence.model.synth.SynthGroupEntity;
import io.synthlab.persistence.synth.SynthGroupSummary;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** A row of a list of groups, as {@link SynthGroupQueries} selects it. */
record SynthGroupSummaryRow(
        String id, String name, @Nullable String description, long synthCount, String createdAt, long total) {
    SynthGroupSummary toRecord(ZoneId naiveZone) {
        StoredRow row = new StoredRow(SynthGroupEntity.TABLE, "id=" + id);
        return new SynthGroupSummary(
                id, name, description, synthCount, row.requiredInstant("created_at", createdAt, naiveZone));
    }

    SnapshotPage.Row<SynthGroupSummary> toPageRow(ZoneId naiveZone) {
        return new SnapshotPage.Row<>(toRecord(naiveZone), total);
    }
}
