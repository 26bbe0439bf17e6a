package io.synthlab.persistence.jpa.synth;

import io.synthlab.persistence.internal.query.SnapshotPage;
import io.synthlab.persistence.internal.query.SynthQueries;
import io.synthlab.persistence.internal.row.StoredRow;
import io.synthlab.persistence.internal.search.SynthColumn;
import io.synthlab.persistence.model.synth.SynthEntity;
import io.synthlab.persistence.synth.SynthSummary;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row of a list or search of synths, as {@link SynthStatements} selects it. */
record SynthRow(
        String id,
        @Nullable String synthGroupId,
        String nome,
        @Nullable String descricao,
        @Nullable String linkPhoto,
        @Nullable String avatarPath,
        String createdAt,
        @Nullable String version,
        long total) {
    /** Returns the row with the columns that were asked for; the others take their substitutes. */
    SnapshotPage.Row<SynthSummary> toPageRow(List<SynthColumn> columns, ZoneId naiveZone) {
        StoredRow row = new StoredRow(SynthEntity.TABLE, "id=" + id);
        SynthSummary summary = new SynthSummary(
                id,
                columns.contains(SynthColumn.SYNTH_GROUP_ID) ? synthGroupId : null,
                columns.contains(SynthColumn.NOME) ? nome : "",
                columns.contains(SynthColumn.DESCRICAO) ? descricao : null,
                columns.contains(SynthColumn.LINK_PHOTO) ? linkPhoto : null,
                columns.contains(SynthColumn.AVATAR_PATH) ? avatarPath : null,
                columns.contains(SynthColumn.CREATED_AT)
                        ? row.requiredInstant("created_at", createdAt, naiveZone)
                        : null,
                SynthQueries.version(columns.contains(SynthColumn.VERSION) ? version : null));
        return new SnapshotPage.Row<>(summary, total);
    }
}
