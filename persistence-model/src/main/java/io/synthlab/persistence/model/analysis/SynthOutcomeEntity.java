package io.synthlab.persistence.model.analysis;

import io.synthlab.persistence.analysis.SynthOutcome;
import io.synthlab.persistence.internal.row.OutcomeRow;
import io.synthlab.persistence.model.schema.References;
import io.synthlab.persistence.model.schema.References.OnDelete;
import io.synthlab.persistence.model.schema.TableKey;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Index;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code synth_outcomes}: how one synth did in an analysis.
 *
 * <p>Analysis and synth identify it. The column {@code id} cannot: most rows of old files hold NULL there.
 */
@Entity
@Table(
        name = SynthOutcomeEntity.TABLE,
        indexes = @Index(name = "idx_outcomes_synth", columnList = "synth_id"),
        uniqueConstraints = @UniqueConstraint(columnNames = {"analysis_id", "synth_id"}))
@IdClass(SynthOutcomeKey.class)
@TableKey("id")
public class SynthOutcomeEntity {
    /** The table. */
    public static final String TABLE = OutcomeRow.TABLE;

    /** Not called {@code id}, which in HQL is the pair. */
    @Column(name = "id")
    private @Nullable String outcomeId;

    @Id
    @Column(name = "analysis_id")
    @References(table = "analysis_runs", onDelete = OnDelete.CASCADE)
    private String analysisId;

    @Id
    @Column(name = "synth_id")
    private String synthId;

    @Column(name = "did_not_try_rate")
    private double didNotTryRate;

    @Column(name = "failed_rate")
    private double failedRate;

    @Column(name = "success_rate")
    private double successRate;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "synth_attributes")
    private @Nullable String synthAttributes;

    /** For Hibernate alone. */
    protected SynthOutcomeEntity() {}

    /**
     * Makes the row of an outcome.
     *
     * @param outcome the outcome
     * @return its row
     */
    public static SynthOutcomeEntity of(SynthOutcome outcome) {
        OutcomeRow columns = OutcomeRow.of(outcome);
        SynthOutcomeEntity row = new SynthOutcomeEntity();
        row.outcomeId = columns.id();
        row.analysisId = columns.analysisId();
        row.synthId = columns.synthId();
        row.didNotTryRate = columns.didNotTryRate();
        row.failedRate = columns.failedRate();
        row.successRate = columns.successRate();
        row.synthAttributes = columns.attributes();
        return row;
    }

    /**
     * Reads the row; it holds no time. One without an id takes that which the data mover would give it.
     *
     * @return the outcome
     * @throws io.synthlab.persistence.error.UnreadableRowException if there are attributes that lack a number
     */
    public SynthOutcome toRecord() {
        return new OutcomeRow(outcomeId, analysisId, synthId, didNotTryRate, failedRate, successRate, synthAttributes)
                .toRecord();
    }
}
