package io.synthlab.persistence.model.insight;

import io.synthlab.persistence.insight.SensitivityResult;
import io.synthlab.persistence.internal.row.SensitivityRow;
import io.synthlab.persistence.model.schema.References;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Table;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A row of {@code sensitivity_results}: which dimension of a scorecard matters most. */
@Entity
@Table(
        name = SensitivityResultEntity.TABLE,
        indexes = {
            @Index(name = "idx_sensitivity_analyzed_at", columnList = "analyzed_at"),
            @Index(name = "idx_sensitivity_newest", columnList = "simulation_id, analyzed_at desc, id")
        })
public class SensitivityResultEntity {
    /** The table. */
    public static final String TABLE = "sensitivity_results";

    @Id
    private String id;

    @Column(name = "simulation_id")
    @References(table = "simulation_runs")
    private String simulationId;

    @Column(name = "analyzed_at")
    private String analyzedAt;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "deltas_used")
    private String deltasUsed;

    @Column(name = "baseline_success")
    private double baselineSuccess;

    @Column(name = "most_sensitive_dimension")
    private String mostSensitiveDimension;

    @JdbcTypeCode(SqlTypes.JSON)
    private String dimensions;

    @Column(name = "created_at")
    @ColumnDefault("datetime('now')")
    private String createdAt;

    /** For Hibernate alone. */
    protected SensitivityResultEntity() {}

    /**
     * Reads the row; when it was stored is no part of the record.
     *
     * @return the result
     * @throws io.synthlab.persistence.error.UnreadableRowException if a timestamp or document cannot be read
     */
    public SensitivityResult toRecord() {
        return new SensitivityRow(
                        id, simulationId, analyzedAt, deltasUsed, baselineSuccess, mostSensitiveDimension, dimensions)
                .toRecord();
    }
}
