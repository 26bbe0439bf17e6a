package io.synthlab.persistence.model.insight;

import io.synthlab.persistence.insight.RegionAnalysis;
import io.synthlab.persistence.internal.row.RegionRow;
import io.synthlab.persistence.model.schema.References;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Table;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A row of {@code region_analyses}: a group of synths that fail more often than the others. */
@Entity
@Table(
        name = RegionAnalysisEntity.TABLE,
        indexes = @Index(name = "idx_regions_worst", columnList = "simulation_id, failed_rate desc, id"))
public class RegionAnalysisEntity {
    /** The table. */
    public static final String TABLE = "region_analyses";

    @Id
    private String id;

    @Column(name = "simulation_id")
    @References(table = "simulation_runs")
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

    /**
     * Makes the row of a region.
     *
     * @param region the region
     * @return its row
     */
    public static RegionAnalysisEntity of(RegionAnalysis region) {
        RegionAnalysisEntity row = new RegionAnalysisEntity();
        row.id = region.id();
        row.simulationId = region.simulationId();
        row.rules = region.rulesToJson().text();
        row.ruleText = region.ruleText();
        row.synthCount = region.synthCount();
        row.synthPercentage = region.synthPercentage();
        row.didNotTryRate = region.didNotTryRate();
        row.failedRate = region.failedRate();
        row.successRate = region.successRate();
        row.failureDelta = region.failureDelta();
        return row;
    }

    /**
     * Reads the row.
     *
     * @return the region
     * @throws io.synthlab.persistence.error.UnreadableRowException if the rules cannot be read
     */
    public RegionAnalysis toRecord() {
        return new RegionAnalysis(
                id,
                simulationId,
                RegionRow.rules(id, rules),
                ruleText,
                synthCount,
                synthPercentage,
                didNotTryRate,
                failedRate,
                successRate,
                failureDelta);
    }
}
