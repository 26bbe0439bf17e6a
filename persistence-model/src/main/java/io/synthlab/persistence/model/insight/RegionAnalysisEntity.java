package io.synthlab.persistence.model.insight;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A row of {@code region_analyses}: a group of synths that fail more often than the others. */
@Entity
@Table(name = RegionAnalysisEntity.TABLE)
public class RegionAnalysisEntity {
    /** The table. */
    public static final String TABLE = "region_analyses";

    @Id
    private String id;

    @Column(name = "simulation_id")
    private String simulationId;

    @JdbcTypeCode(SqlTypes.JSON)
    private String rules;

    @Column(name = "rule_text")
    private String ruleText;

    @Column(name = "synth_count")
    private int synthCount;

    @Column(name = "synth_percentage")
    private double synthPercentage;

    @Column(name = "did_not_try_rate")
    private double didNotTryRate;

    @Column(name = "failed_rate")
    private double failedRate;

    @Column(name = "success_rate")
    private double successRate;

    @Column(name = "failure_delta")
    private double failureDelta;

    /** For Hibernate alone. */
    protected RegionAnalysisEntity() {}
}
