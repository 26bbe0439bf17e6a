package io.synthlab.persistence.jdbc.analysis;

import io.synthlab.persistence.JsonValue;
import io.synthlab.persistence.analysis.AnalysisCacheEntry;
import io.synthlab.persistence.analysis.AnalysisCacheRepository;
import io.synthlab.persistence.analysis.ChartInsight;
import io.synthlab.persistence.analysis.ExecutiveSummary;
import io.synthlab.persistence.internal.query.CacheEntries;
import io.synthlab.persistence.internal.row.CacheRow;
import io.synthlab.persistence.internal.time.Timestamps;
import io.synthlab.persistence.jdbc.statement.Dialect;
import io.synthlab.persistence.jdbc.statement.Statements;
import io.synthlab.persistence.jdbc.statement.Target;
import io.synthlab.persistence.spi.DatabaseContext;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Caches of analyses in JDBC. */
public final class JdbcAnalysisCacheRepository implements AnalysisCacheRepository {
    private static final Target TABLE = Target.table(CacheRow.TABLE);

    private final DatabaseContext database;
    private final Statements statements;
    private final AnalysisCacheSql sql;

    /**
     * Creates the repository.
     *
     * @param database the database
     * @param statements runs its statements
     */
    public JdbcAnalysisCacheRepository(DatabaseContext database, Statements statements) {
        this.database = database;
        this.statements = statements;
        this.sql = new AnalysisCacheSql(Dialect.of(database.kind()));
    }

    @Override
    public Optional<AnalysisCacheEntry> find(String analysisId, String cacheKey) {
        return findRow(analysisId, cacheKey).map(row -> row.toEntry(database.naiveZone()));
    }

    @Override
    public List<AnalysisCacheEntry> listByAnalysis(String analysisId) {
        return statements.list(TABLE, AnalysisCacheSql.LIST, row -> row(row).toEntry(database.naiveZone()), analysisId);
    }

    @Override
    public AnalysisCacheEntry save(String analysisId, String cacheKey, JsonValue data, @Nullable JsonValue params) {
        AnalysisCacheEntry entry = AnalysisCacheEntry.of(analysisId, cacheKey, data, params, now());
        save(entry);
        return entry;
    }

    private void save(AnalysisCacheEntry entry) {
        statements.update(row(entry.analysisId(), entry.cacheKey()), sql.save, parameters(entry));
    }

    @Override
    public int saveAll(String analysisId, Map<String, JsonValue> entries) {
        List<AnalysisCacheEntry> prepared = CacheEntries.of(analysisId, entries, now());
        statements.batch(
                TABLE,
                sql.save,
                prepared.stream().map(JdbcAnalysisCacheRepository::parameters).toList());
        return prepared.size();
    }

    private static @Nullable Object[] parameters(AnalysisCacheEntry entry) {
        return new @Nullable Object[] {
            entry.analysisId(), entry.cacheKey(), entry.data(), entry.params(), Timestamps.format(entry.computedAt())
        };
    }

    @Override
    public boolean delete(String analysisId, String cacheKey) {
        return statements.update(row(analysisId, cacheKey), AnalysisCacheSql.DELETE, analysisId, cacheKey) > 0;
    }

    @Override
    public int deleteAll(String analysisId) {
        return statements.update(TABLE, AnalysisCacheSql.DELETE_ALL, analysisId);
    }

    @Override
    public ChartInsight storeChartInsight(ChartInsight insight) {
        save(CacheEntries.of(insight, now()));
        return insight;
    }

    @Override
    public Optional<ChartInsight> findChartInsight(String analysisId, String chartType) {
        return findRow(analysisId, AnalysisCacheEntry.insightKey(chartType))
                .map(row -> row.toInsight(database.naiveZone()));
    }

    @Override
    public List<ChartInsight> listChartInsights(String analysisId) {
        return statements
                .list(TABLE, AnalysisCacheSql.LIST_INSIGHTS, JdbcAnalysisCacheRepository::row, analysisId)
                .stream()
                .flatMap(row -> row.findInsight(database.naiveZone()).stream())
                .toList();
    }

    @Override
    public ExecutiveSummary storeExecutiveSummary(ExecutiveSummary summary) {
        save(CacheEntries.of(summary, now()));
        return summary;
    }

    @Override
    public Optional<ExecutiveSummary> findExecutiveSummary(String analysisId) {
        return findRow(analysisId, AnalysisCacheEntry.EXECUTIVE_SUMMARY)
                .map(row -> row.toSummary(database.naiveZone()));
    }

    private Optional<CacheRow> findRow(String analysisId, String cacheKey) {
        return statements.find(
                row(analysisId, cacheKey),
                AnalysisCacheSql.FIND,
                JdbcAnalysisCacheRepository::row,
                analysisId,
                cacheKey);
    }

    private static CacheRow row(ResultSet row) throws SQLException {
        return new CacheRow(
                row.getString("analysis_id"),
                row.getString("cache_key"),
                row.getString("data"),
                row.getString("params"),
                row.getString("computed_at"));
    }

    private static Target row(String analysisId, String cacheKey) {
        return new Target(CacheRow.TABLE, CacheRow.key(analysisId, cacheKey));
    }

    private Instant now() {
        return database.clock().instant();
    }
}
