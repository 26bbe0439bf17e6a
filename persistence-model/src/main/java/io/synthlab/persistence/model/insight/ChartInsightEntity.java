package io.synthlab.persistence.model.insight;

import io.synthlab.persistence.internal.row.InsightRow;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A row of {@code chart_insights}: what a language model says about a chart. */
@Entity
@Table(
        name = ChartInsightEntity.TABLE,
        indexes = @Index(name = "idx_chart_insights_type", columnList = "insight_type"),
        uniqueConstraints = @UniqueConstraint(columnNames = {"simulation_id", "insight_type"}))
public class ChartInsightEntity {
    /** The table. */
    public static final String TABLE = "chart_insights";

    @Id
    private String id;

    @Column(name = "simulation_id")
    private String simulationId;

    @Column(name = "insight_type")
    private String insightType;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "response_json")
    private String responseJson;

    @Column(name = "created_at")
    @ColumnDefault("datetime('now')")
    private String createdAt;

    @Column(name = "updated_at")
    @ColumnDefault("datetime('now')")
    private String updatedAt;

    /** For Hibernate alone. */
    protected ChartInsightEntity() {}

    /**
     * Returns what the row holds.
     *
     * @return the row
     */
    public InsightRow toRow() {
        return new InsightRow(id, simulationId, insightType, responseJson, createdAt, updatedAt);
    }
}
