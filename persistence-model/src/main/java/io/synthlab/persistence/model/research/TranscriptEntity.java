package io.synthlab.persistence.model.research;

import io.synthlab.persistence.internal.row.StoredResearch;
import io.synthlab.persistence.internal.row.StoredRow;
import io.synthlab.persistence.internal.time.Timestamps;
import io.synthlab.persistence.model.schema.References;
import io.synthlab.persistence.model.schema.References.OnDelete;
import io.synthlab.persistence.model.schema.TableKey;
import io.synthlab.persistence.research.Message;
import io.synthlab.persistence.research.TranscriptDetail;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Index;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.time.ZoneId;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code transcripts}: the interview of one synth.
 *
 * <p>Execution and synth identify it. The column {@code id} cannot: most rows of old files hold NULL there.
 */
@Entity
@Table(
        name = TranscriptEntity.TABLE,
        indexes = @Index(name = "idx_transcripts_synth", columnList = "synth_id"),
        uniqueConstraints = @UniqueConstraint(columnNames = {"exec_id", "synth_id"}))
@IdClass(TranscriptKey.class)
@TableKey("id")
public class TranscriptEntity {
    /** The table. */
    public static final String TABLE = "transcripts";

    private @Nullable String id;

    @Id
    @Column(name = "exec_id")
    @References(table = "research_executions", column = "exec_id", onDelete = OnDelete.CASCADE)
    private String execId;

    @Id
    @Column(name = "synth_id")
    private String synthId;

    @Column(name = "synth_name")
    private String synthName;

    @ColumnDefault("'pending'")
    private String status;

    @Column(name = "turn_count")
    @ColumnDefault("0")
    private @Nullable Integer turnCount;

    @Column(name = "`timestamp`")
    private String timestamp;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable String messages;

    /** For Hibernate alone. */
    protected TranscriptEntity() {}

    /**
     * Makes the row of a transcript.
     *
     * @param id its id, which is no part of the record
     * @param transcript the transcript
     * @return its row
     */
    public static TranscriptEntity of(String id, TranscriptDetail transcript) {
        TranscriptEntity row = new TranscriptEntity();
        row.id = id;
        row.execId = transcript.execId();
        row.synthId = transcript.synthId();
        row.synthName = transcript.synthName();
        row.status = transcript.status();
        row.turnCount = transcript.turnCount();
        row.timestamp = Timestamps.format(transcript.timestamp());
        row.messages = Message.listToJson(transcript.messages()).text();
        return row;
    }

    /**
     * Reads the row.
     *
     * @param naiveZone zone of timestamps that carry none
     * @return the transcript
     * @throws io.synthlab.persistence.error.UnreadableRowException if timestamp or messages cannot be read
     */
    public TranscriptDetail toRecord(ZoneId naiveZone) {
        StoredRow row = new StoredRow(TABLE, StoredResearch.transcriptKey(execId, synthId));
        return new TranscriptDetail(
                execId,
                synthId,
                synthName,
                turnCount == null ? 0 : turnCount,
                row.requiredInstant("timestamp", timestamp, naiveZone),
                status,
                row.read(() -> Message.listFromJson(messages)));
    }
}
