package io.synthlab.persistence.model.research;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A row of {@code research_executions}: a batch of interviews. */
@Entity
@Table(name = ResearchExecutionEntity.TABLE)
public class ResearchExecutionEntity {
    /** The table. */
    public static final String TABLE = "research_executions";

    @Id
    @Column(name = "exec_id")
    private String execId;

    @Column(name = "experiment_id")
    private @Nullable String experimentId;

    @Column(name = "topic_name")
    private String topicName;

    private String status;

    @Column(name = "synth_count")
    private int synthCount;

    @Column(name = "successful_count")
    private @Nullable Integer successfulCount;

    @Column(name = "failed_count")
    private @Nullable Integer failedCount;

    private @Nullable String model;

    @Column(name = "max_turns")
    private @Nullable Integer maxTurns;

    @Column(name = "started_at")
    private String startedAt;

    @Column(name = "completed_at")
    private @Nullable String completedAt;

    @Column(name = "additional_context")
    private @Nullable String additionalContext;

    /** For Hibernate alone. */
    protected ResearchExecutionEntity() {}
}
