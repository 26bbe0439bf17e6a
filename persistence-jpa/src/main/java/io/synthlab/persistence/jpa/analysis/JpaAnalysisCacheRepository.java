package io.synthlab.persistence.jpa.analysis;

import io.synthlab.persistence.JsonValue;
import io.synthlab.persistence.analysis.AnalysisCacheEntry;
import io.synthlab.persistence.analysis.AnalysisCacheRepository;
import io.synthlab.persistence.analysis.ChartInsight;
import io.synthlab.persistence.analysis.ExecutiveSummary;
import io.synthlab.persistence.internal.query.CacheEntries;
import io.synthlab.persistence.internal.row.CacheRow;
import io.synthlab.persistence.internal.text.StorableText;
import io.synthlab.persistence.jpa.session.RowKey;
import io.synthlab.persistence.jpa.session.UnitSessions;
import io.synthlab.persistence.model.analysis.AnalysisCacheEntity;
import io.synthlab.persistence.model.analysis.AnalysisCacheKey;
import io.synthlab.persistence.spi.DatabaseContext;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Caches of analyses on Hibernate. */
public final class JpaAnalysisCacheRepository implements AnalysisCacheRepository {
    private final DatabaseContext database;
    private final UnitSessions sessions;

    /**
     * Creates the repository.
     *
     * @param database the database
     * @param sessions runs its work
     */
    public JpaAnalysisCacheRepository(DatabaseContext database, UnitSessions sessions) {
        this.database = database;
        this.sessions = sessions;
    }

    @Override
    public Optional<AnalysisCacheEntry> find(String analysisId, String cacheKey) {
        return findRow(analysisId, cacheKey).map(row -> row.toEntry(database.naiveZone()));
    }

    @Override
    public List<AnalysisCacheEntry> listByAnalysis(String analysisId) {
        return list(AnalysisQueries.LIST_CACHE, analysisId).stream()
                .map(row -> row.toEntry(database.naiveZone()))
                .toList();
    }

    @Override
    public AnalysisCacheEntry save(String analysisId, String cacheKey, JsonValue data, @Nullable JsonValue params) {
        AnalysisCacheEntry entry = AnalysisCacheEntry.of(analysisId, cacheKey, data, params, now());
        save(entry);
        return entry;
    }

    private void save(AnalysisCacheEntry entry) {
        sessions.upsert(
                CacheRow.TABLE, row(entry.analysisId(), entry.cacheKey()), List.of(AnalysisCacheEntity.of(entry)));
    }

    @Override
    public int saveAll(String analysisId, Map<String, JsonValue> entries) {
        List<AnalysisCacheEntity> rows = CacheEntries.of(analysisId, entries, now()).stream()
                .map(AnalysisCacheEntity::of)
                .toList();
        sessions.upsert(CacheRow.TABLE, null, rows);
        return rows.size();
    }

    @Override
    public boolean delete(String analysisId, String cacheKey) {
        return sessions.change(
                row(analysisId, cacheKey),
                session -> AnalysisQueries.DELETE_CACHE_ENTRY.update(session, analysisId, cacheKey));
    }

    @Override
    public int deleteAll(String analysisId) {
        return sessions.changeAll(
                table(analysisId), session -> AnalysisQueries.DELETE_CACHE.update(session, analysisId));
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
        return list(AnalysisQueries.LIST_INSIGHTS, analysisId).stream()
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
        AnalysisCacheKey key = new AnalysisCacheKey(analysisId, cacheKey);
        return sessions.find(
                row(analysisId, cacheKey),
                session -> Optional.ofNullable(session.get(AnalysisCacheEntity.class, key))
                        .map(AnalysisCacheEntity::toRow));
    }

    private List<CacheRow> list(String hql, String analysisId) {
        return sessions
                .listAll(
                        table(analysisId),
                        session -> session.createSelectionQuery(hql, AnalysisCacheListRow.class)
                                .setParameter("analysisId", analysisId)
                                .list())
                .stream()
                .map(AnalysisCacheListRow::toRow)
                .toList();
    }

    private static RowKey row(String analysisId, String cacheKey) {
        String key = CacheRow.key(analysisId, cacheKey);
        return new RowKey(CacheRow.TABLE, key, StorableText.firstUnstorable(key) < 0);
    }

    /** All rows of an analysis; errors name the table alone. */
    private static RowKey table(String analysisId) {
        return RowKey.ofText(CacheRow.TABLE, analysisId);
    }

    private Instant now() {
        return database.clock().instant();
    }
}
