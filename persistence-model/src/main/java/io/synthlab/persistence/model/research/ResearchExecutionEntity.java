package io.synthlab.persistence.model.research;

import io.synthlab.persistence.internal.row.StoredResearch;
import io.synthlab.persistence.internal.row.StoredRow;
import io.synthlab.persistence.internal.time.Timestamps;
import io.synthlab.persistence.model.schema.References;
import io.synthlab.persistence.model.schema.References.OnDelete;
import io.synthlab.persistence.research.ExecutionStatus;
import io.synthlab.persistence.research.NewExecution;
import io.synthlab.persistence.research.ResearchExecutionDetail;
import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.ZoneId;
import org.hibernate.annotations.ColumnDefault;
import org.jspecify.annotations.Nullable;

/** A row of {@code research_executions}: a batch of interviews. */
@Entity
@Table(
        name = ResearchExecutionEntity.TABLE,
        indexes = {
            @Index(name = "idx_executions_status", columnList = "status"),
            @Index(name = "idx_executions_topic", columnList = "topic_name"),
            @Index(name = "idx_executions_newest", columnList = "started_at desc, exec_id"),
            @Index(name = "idx_executions_experiment_newest", columnList = "experiment_id, started_at desc, exec_id")
        })
public class ResearchExecutionEntity {
    /** The table. */
    public static final String TABLE = "research_executions";

    @Id
    @Column(name = "exec_id")
    private String execId;

    @Column(name = "experiment_id")
    @References(table = "experiments", onDelete = OnDelete.SET_NULL)
    private @Nullable String experimentId;

    @Column(name = "topic_name")
    private String topicName;

    @ColumnDefault("'pending'")
    @Column(
            check =
                    @CheckConstraint(
                            constraint =
                                    "status in ('pending', 'running', 'generating_summary', 'completed', 'failed')"))
    private String status;

    @Column(name = "synth_count")
    @ColumnDefault("0")
    private int synthCount;

    @Column(name = "successful_count")
    @ColumnDefault("0")
    private @Nullable Integer successfulCount;

    @Column(name = "failed_count")
    @ColumnDefault("0")
    private @Nullable Integer failedCount;

    @ColumnDefault("'gpt-4o-mini'")
    private @Nullable String model;

    @Column(name = "max_turns")
    @ColumnDefault("6")
    private @Nullable Integer maxTurns;

    @Column(name = "started_at")
    private String startedAt;

    @Column(name = "completed_at")
    private @Nullable String completedAt;

    @Column(name = "additional_context")
    private @Nullable String additionalContext;

    /** For Hibernate alone. */
    protected ResearchExecutionEntity() {}

    /**
     * Makes the row of a new batch, of which no interview is counted yet.
     *
     * @param execution the batch
     * @param startedAt when it is stored
     * @return its row
     */
    public static ResearchExecutionEntity of(NewExecution execution, Instant startedAt) {
        ResearchExecutionEntity row = new ResearchExecutionEntity();
        row.execId = execution.execId();
        row.experimentId = execution.experimentId();
        row.topicName = execution.topicName();
        row.status = execution.status().text();
        row.synthCount = execution.synthCount();
        row.successfulCount = 0;
        row.failedCount = 0;
        row.model = execution.model();
        row.maxTurns = execution.maxTurns();
        row.startedAt = Timestamps.format(startedAt);
        row.additionalContext = execution.additionalContext();
        return row;
    }

    /**
     * Reads the row; the additional context is no part of the record.
     *
     * @param naiveZone zone of timestamps that carry none
     * @param summaryAvailable whether its experiment has a completed summary
     * @param prfaqAvailable whether its experiment has a completed PR-FAQ
     * @return the batch
     * @throws io.synthlab.persistence.error.UnreadableRowException if its state or a timestamp cannot be read
     */
    public ResearchExecutionDetail toRecord(ZoneId naiveZone, boolean summaryAvailable, boolean prfaqAvailable) {
        StoredRow row = new StoredRow(TABLE, "exec_id=" + execId);
        return new ResearchExecutionDetail(
                execId,
                experimentId,
                topicName,
                row.read(() -> ExecutionStatus.ofText(status)),
                synthCount,
                row.requiredInstant("started_at", startedAt, naiveZone),
                row.instant("completed_at", completedAt, naiveZone),
                orZero(successfulCount),
                orZero(failedCount),
                StoredResearch.model(model),
                StoredResearch.maxTurns(orZero(maxTurns)),
                summaryAvailable,
                prfaqAvailable);
    }

    private static int orZero(@Nullable Integer number) {
        return number == null ? 0 : number;
    }
}
