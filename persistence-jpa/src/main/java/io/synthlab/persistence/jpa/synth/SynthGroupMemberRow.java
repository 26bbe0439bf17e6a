package io.synthlab.persistence.jpa.synth;

import io.synthlab.persistence.internal.row.StoredRow;
import io.synthlab.persistence.model.synth.SynthEntity;
import io.synthlab.persistence.model.synth.SynthGroupEntity;
import io.synthlab.persistence.synth.GroupSynth;
import io.synthlab.persistence.synth.SynthGroupDetail;
import io.synthlab.persistence.synth.SynthGroupSummary;
import java.time.ZoneId;
import java.util.List;
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
    /** Puts a group and its synths together; there is at least one row. */
    static SynthGroupDetail detail(String groupId, List<SynthGroupMemberRow> rows, ZoneId naiveZone) {
        SynthGroupMemberRow first = rows.get(0);
        List<GroupSynth> members = first.synthId == null
                ? List.of()
                : rows.stream().map(row -> row.member(groupId, naiveZone)).toList();
        StoredRow group = new StoredRow(SynthGroupEntity.TABLE, "id=" + groupId);
        return new SynthGroupDetail(
                new SynthGroupSummary(
                        groupId,
                        first.name,
                        first.description,
                        members.size(),
                        group.requiredInstant("created_at", first.createdAt, naiveZone)),
                members);
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
