package io.synthlab.persistence.model.research;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code transcripts}: the interview of one synth.
 *
 * <p>Execution and synth identify it. The column {@code id} cannot: most rows of old files hold NULL there.
 */
@Entity
@Table(name = TranscriptEntity.TABLE)
@IdClass(TranscriptKey.class)
public class TranscriptEntity {
    /** The table. */
    public static final String TABLE = "transcripts";

    private @Nullable String id;

    @Id
    @Column(name = "exec_id")
    private String execId;

    @Id
    @Column(name = "synth_id")
    private String synthId;

    @Column(name = "synth_name")
    private String synthName;

    private String status;

    @Column(name = "turn_count")
    private @Nullable Integer turnCount;

    @Column(name = "`timestamp`")
    private String timestamp;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable String messages;

    /** For Hibernate alone. */
    protected TranscriptEntity() {}
}
