package io.synthlab.persistence.model.synth;

import io.synthlab.persistence.internal.row.StoredRow;
import io.synthlab.persistence.internal.time.Timestamps;
import io.synthlab.persistence.model.ColumnText;
import io.synthlab.persistence.model.schema.References;
import io.synthlab.persistence.synth.Synth;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Table;
import java.time.ZoneId;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A row of {@code synths}: a persona and its document. */
@Entity
@Table(
        name = SynthEntity.TABLE,
        indexes = {
            @Index(name = "idx_synths_nome", columnList = "nome"),
            @Index(name = "idx_synths_newest", columnList = "created_at desc, id"),
            @Index(name = "idx_synths_group_newest", columnList = "synth_group_id, created_at desc, id")
        })
public class SynthEntity {
    /** The table. */
    public static final String TABLE = "synths";

    @Id
    private String id;

    @Column(name = "synth_group_id")
    @References(table = "synth_groups")
    private @Nullable String synthGroupId;

    private String nome;

    private @Nullable String descricao;

    @Column(name = "link_photo")
    private @Nullable String linkPhoto;

    @Column(name = "avatar_path")
    private @Nullable String avatarPath;

    @Column(name = "created_at")
    private String createdAt;

    @ColumnDefault("'2.0.0'")
    private @Nullable String version;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable String data;

    /** For Hibernate alone. */
    protected SynthEntity() {}

    /**
     * Makes the row of a synth.
     *
     * @param synth the synth
     * @return its row
     */
    public static SynthEntity of(Synth synth) {
        SynthEntity row = new SynthEntity();
        row.id = synth.id();
        row.synthGroupId = synth.synthGroupId();
        row.nome = synth.nome();
        row.descricao = synth.descricao();
        row.linkPhoto = synth.linkPhoto();
        row.avatarPath = synth.avatarPath();
        row.createdAt = Timestamps.format(synth.createdAt());
        row.version = synth.version();
        row.data = ColumnText.json(synth.data());
        return row;
    }

    /**
     * Reads the row; the document is not looked into.
     *
     * @param naiveZone zone of timestamps that carry none
     * @return the synth
     * @throws io.synthlab.persistence.error.UnreadableRowException if its timestamp cannot be read
     */
    public Synth toRecord(ZoneId naiveZone) {
        StoredRow row = new StoredRow(TABLE, "id=" + id);
        return new Synth(
                id,
                synthGroupId,
                nome,
                descricao,
                linkPhoto,
                avatarPath,
                row.requiredInstant("created_at", createdAt, naiveZone),
                version,
                ColumnText.document(data));
    }
}
