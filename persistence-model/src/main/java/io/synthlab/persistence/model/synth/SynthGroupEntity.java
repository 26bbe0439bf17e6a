package io.synthlab.persistence.model.synth;

import io.synthlab.persistence.internal.row.StoredRow;
import io.synthlab.persistence.internal.time.Timestamps;
import io.synthlab.persistence.synth.SynthGroup;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Table;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** A row of {@code synth_groups}: synths that were generated together. */
@Entity
@Table(
        name = SynthGroupEntity.TABLE,
        indexes = @Index(name = "idx_synth_groups_newest", columnList = "created_at desc, id"))
public class SynthGroupEntity {
    /** The table. */
    public static final String TABLE = "synth_groups";

    @Id
    private String id;

    private String name;

    private @Nullable String description;

    @Column(name = "created_at")
    private String createdAt;

    /** For Hibernate alone. */
    protected SynthGroupEntity() {}

    /**
     * Makes the row of a group.
     *
     * @param group the group
     * @return its row
     */
    public static SynthGroupEntity of(SynthGroup group) {
        SynthGroupEntity row = new SynthGroupEntity();
        row.id = group.id();
        row.name = group.name();
        row.description = group.description();
        row.createdAt = Timestamps.format(group.createdAt());
        return row;
    }

    /**
     * Reads the row.
     *
     * @param naiveZone zone of timestamps that carry none
     * @return the group
     * @throws io.synthlab.persistence.error.UnreadableRowException if its timestamp cannot be read
     */
    public SynthGroup toRecord(ZoneId naiveZone) {
        StoredRow row = new StoredRow(TABLE, "id=" + id);
        return new SynthGroup(id, name, description, row.requiredInstant("created_at", createdAt, naiveZone));
    }
}
