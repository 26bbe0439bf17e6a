package io.synthlab.persistence.jpa.synth;

import io.synthlab.persistence.internal.row.StoredRow;
import io.synthlab.persistence.model.synth.SynthEntity;
import io.synthlab.persistence.model.synth.SynthGroupEntity;
import io.synthlab.persistence.synth.GroupSynth;
import io.synthlab.persistence.synth.SynthGroupDetail;
import io.synthlab.persistence.synth.SynthGroupSummary;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A group beside one of its synths, or beside none if it is empty, as {@link SynthGroupQueries} selects it. */
record SynthGroupMemberRow(
        String name,
        @Nullable String description,
        String createdAt,
        @Nullable String synthId,
        @Nullable String nome,
        @Nullable String descricao,
        @Nullable String avatarPath,
        @Nullable String synthCreatedAt) {
    /** Puts a group and its synths together; no row, no group. */
    static Optional<SynthGroupDetail> detail(String groupId, List<SynthGroupMemberRow> rows, ZoneId naiveZone) {
        List<GroupSynth> members = rows.stream()
                .filter(row -> row.synthId != null)
                .map(row -> row.member(groupId, naiveZone))
                .toList();
        return rows.stream()
                .findFirst()
                .map(row -> new SynthGroupDetail(row.group(groupId, members.size(), naiveZone), members));
    }

    private SynthGroupSummary group(String groupId, int members, ZoneId naiveZone) {
        StoredRow row = new StoredRow(SynthGroupEntity.TABLE, "id=" + groupId);
        return new SynthGroupSummary(
                groupId, name, description, members, row.requiredInstant("created_at", createdAt, naiveZone));
    }

    private GroupSynth member(String groupId, ZoneId naiveZone) {
        StoredRow row = new StoredRow(SynthEntity.TABLE, "id=" + synthId);
        return new GroupSynth(
                synthId,
                nome,
                descricao,
                avatarPath,
                groupId,
                row.requiredInstant("created_at", synthCreatedAt, naiveZone));
    }
}
