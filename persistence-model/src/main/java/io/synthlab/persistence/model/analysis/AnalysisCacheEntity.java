package io.synthlab.persistence.model.analysis;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A row of {@code analysis_cache}: a computed chart of an analysis. */
@Entity
@Table(name = AnalysisCacheEntity.TABLE)
@IdClass(AnalysisCacheKey.class)
public class AnalysisCacheEntity {
    /** The table. */
    public static final String TABLE = "analysis_cache";

    @Id
    @Column(name = "analysis_id")
    private String analysisId;

    @Id
    @Column(name = "cache_key")
    private String cacheKey;

    @JdbcTypeCode(SqlTypes.JSON)
    private String data;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable String params;

    @Column(name = "computed_at")
    private String computedAt;

    /** For Hibernate alone. */
    protected AnalysisCacheEntity() {}
}
