package io.synthlab.persistence.model.experiment;

import io.synthlab.persistence.experiment.InterviewGuide;
import io.synthlab.persistence.internal.row.StoredRow;
import io.synthlab.persistence.internal.time.Timestamps;
import io.synthlab.persistence.model.ColumnText;
import io.synthlab.persistence.model.schema.References;
import io.synthlab.persistence.model.schema.References.OnDelete;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** A row of {@code interview_guide}: what steers the interviews of an experiment, at most one each. */
@Entity
@Table(name = InterviewGuideEntity.TABLE)
public class InterviewGuideEntity {
    /** The table. */
    public static final String TABLE = "interview_guide";

    @Id
    @Column(name = "experiment_id")
    @References(table = "experiments", onDelete = OnDelete.CASCADE)
    private String experimentId;

    @Column(name = "context_definition")
    private @Nullable String contextDefinition;

    private @Nullable String questions;

    @Column(name = "context_examples")
    private @Nullable String contextExamples;

    @Column(name = "created_at")
    private String createdAt;

    @Column(name = "updated_at")
    private @Nullable String updatedAt;

    /** For Hibernate alone. */
    protected InterviewGuideEntity() {}

    /**
     * Makes the row of a guide.
     *
     * @param guide the guide
     * @return its row
     */
    public static InterviewGuideEntity of(InterviewGuide guide) {
        InterviewGuideEntity row = new InterviewGuideEntity();
        row.experimentId = guide.experimentId();
        row.contextDefinition = guide.contextDefinition();
        row.questions = guide.questions();
        row.contextExamples = guide.contextExamples();
        row.createdAt = Timestamps.format(guide.createdAt());
        row.updatedAt = ColumnText.timestamp(guide.updatedAt());
        return row;
    }

    /**
     * Reads the row.
     *
     * @param naiveZone zone of timestamps that carry none
     * @return the guide
     * @throws io.synthlab.persistence.error.UnreadableRowException if a timestamp cannot be read
     */
    public InterviewGuide toRecord(ZoneId naiveZone) {
        StoredRow row = new StoredRow(TABLE, "experiment_id=" + experimentId);
        return new InterviewGuide(
                experimentId,
                contextDefinition,
                questions,
                contextExamples,
                row.requiredInstant("created_at", createdAt, naiveZone),
                row.instant("updated_at", updatedAt, naiveZone));
    }
}
