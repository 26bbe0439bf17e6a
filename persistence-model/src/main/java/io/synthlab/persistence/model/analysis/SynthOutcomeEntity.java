package io.synthlab.persistence.model.analysis;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code synth_outcomes}: how one synth did in an analysis.
 *
 * <p>Analysis and synth identify it. The column {@code id} cannot: most rows of old files hold NULL there.
 */
@Entity
@Table(name = SynthOutcomeEntity.TABLE)
@IdClass(SynthOutcomeKey.class)
public class SynthOutcomeEntity {
    /** The table. */
    public static final String TABLE = "synth_outcomes";

    private @Nullable String id;

    @Id
    @Column(name = "analysis_id")
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
}
