package io.synthlab.persistence.model.analysis;

import io.synthlab.persistence.analysis.AnalysisCacheEntry;
import io.synthlab.persistence.internal.row.CacheRow;
import io.synthlab.persistence.internal.time.Timestamps;
import io.synthlab.persistence.model.ColumnText;
import io.synthlab.persistence.model.schema.References;
import io.synthlab.persistence.model.schema.References.OnDelete;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A row of {@code analysis_cache}: a computed chart of an analysis. */
@Entity
@Table(name = AnalysisCacheEntity.TABLE)
@IdClass(AnalysisCacheKey.class)
public class AnalysisCacheEntity {
    /** The table. */
    public static final String TABLE = CacheRow.TABLE;

    @Id
    @Column(name = "analysis_id")
    @References(table = "analysis_runs", onDelete = OnDelete.CASCADE)
    private String analysisId;

    @Id
    @Column(name = "cache_key")
    private String cacheKey;

    @JdbcTypeCode(SqlTypes.JSON)
    private String data;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable String params;

    @Column(name = "computed_at")
    @ColumnDefault("datetime('now')")
    private String computedAt;

    /** For Hibernate alone. */
    protected AnalysisCacheEntity() {}

    /**
     * Makes the row of an entry.
     *
     * @param entry the entry
     * @return its row
     */
    public static AnalysisCacheEntity of(AnalysisCacheEntry entry) {
        AnalysisCacheEntity row = new AnalysisCacheEntity();
        row.analysisId = entry.analysisId();
        row.cacheKey = entry.cacheKey();
        row.data = entry.data().text();
        row.params = ColumnText.json(entry.params());
        row.computedAt = Timestamps.format(entry.computedAt());
        return row;
    }

    /** Returns the row as it is stored, which is read as an entry, an insight or a summary. */
    public CacheRow toRow() {
        return new CacheRow(analysisId, cacheKey, data, params, computedAt);
    }
}
