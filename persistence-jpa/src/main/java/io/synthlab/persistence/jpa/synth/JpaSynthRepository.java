package io.synthlab.persistence.jpa.synth;

import io.synthlab.persistence.Page;
import io.synthlab.persistence.PageRequest;
import io.synthlab.persistence.error.SynthNotFoundException;
import io.synthlab.persistence.internal.query.SnapshotPage;
import io.synthlab.persistence.internal.query.SynthQueries;
import io.synthlab.persistence.internal.row.StoredRow;
import io.synthlab.persistence.internal.search.RenderedSearch;
import io.synthlab.persistence.internal.text.StorableText;
import io.synthlab.persistence.jpa.session.PageQuery;
import io.synthlab.persistence.jpa.session.RowKey;
import io.synthlab.persistence.jpa.session.UnitSessions;
import io.synthlab.persistence.model.analysis.AnalysisRunEntity;
import io.synthlab.persistence.model.analysis.SynthOutcomeEntity;
import io.synthlab.persistence.model.synth.SynthEntity;
import io.synthlab.persistence.spi.DatabaseContext;
import io.synthlab.persistence.synth.ExtremeCases;
import io.synthlab.persistence.synth.SimulationSynth;
import io.synthlab.persistence.synth.Synth;
import io.synthlab.persistence.synth.SynthDetail;
import io.synthlab.persistence.synth.SynthGroup;
import io.synthlab.persistence.synth.SynthProfile;
import io.synthlab.persistence.synth.SynthRepository;
import io.synthlab.persistence.synth.SynthSummary;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Synths on Hibernate. */
public final class JpaSynthRepository implements SynthRepository {
    private final DatabaseContext database;
    private final UnitSessions sessions;
    private final JpaSynthGroupRepository groups;

    /**
     * Creates the repository.
     *
     * @param database the database
     * @param sessions runs its work
     * @param groups creates the default group for synths without one
     */
    public JpaSynthRepository(DatabaseContext database, UnitSessions sessions, JpaSynthGroupRepository groups) {
        this.database = database;
        this.sessions = sessions;
        this.groups = groups;
    }

    @Override
    public Page<SynthSummary> list(PageRequest request, List<String> fields, @Nullable String synthGroupId) {
        RenderedSearch wanted = SynthQueries.listing(request, fields, synthGroupId);
        boolean ofGroup = synthGroupId != null && !synthGroupId.isEmpty();
        if (ofGroup && !RowKey.ofText(SynthEntity.TABLE, synthGroupId).storable()) {
            return new Page<>(List.of(), 0, request);
        }
        PageQuery<SynthRow> query = new PageQuery<>(
                SynthStatements.list(ofGroup, wanted.orderBy()),
                SynthStatements.count(ofGroup),
                SynthRow.class,
                ofGroup ? Map.of("groupId", synthGroupId) : Map.of());
        return sessions.list(
                SynthEntity.TABLE,
                session ->
                        query.run(session, request, found -> found.toPageRow(wanted.columns(), database.naiveZone())));
    }

    @Override
    public Page<SynthSummary> listByGroup(String synthGroupId, PageRequest request) {
        SynthQueries.requireGroup(synthGroupId);
        return list(request, List.of(), synthGroupId);
    }

    @Override
    public Page<SynthSummary> search(@Nullable String whereClause, @Nullable String query, PageRequest request) {
        RenderedSearch search = SynthQueries.search(whereClause, query, request, database.kind());
        return sessions.list(
                SynthEntity.TABLE, session -> new SynthSearches(session, search).page(request, database.naiveZone()));
    }

    @Override
    public Optional<Synth> findById(String synthId) {
        return sessions.find(
                row(synthId),
                session -> Optional.ofNullable(session.get(SynthEntity.class, synthId))
                        .map(found -> found.toRecord(database.naiveZone())));
    }

    @Override
    public SynthDetail getById(String synthId) {
        Synth synth = existing(synthId);
        SynthProfile profile = stored(synthId).read(() -> SynthProfile.fromData(synth.data()));
        return new SynthDetail(SynthQueries.summary(synth), profile);
    }

    @Override
    public Path getAvatarPath(String synthId) {
        return SynthQueries.avatarPath(
                database.avatarDirectory(), synthId, existing(synthId).avatarPath());
    }

    private Synth existing(String synthId) {
        return findById(synthId).orElseThrow(() -> new SynthNotFoundException(synthId));
    }

    @Override
    public ExtremeCases getExtremeCases(String experimentId, int topN) {
        SnapshotPage.requireNotNegative(topN, "topN");
        String analysisId = completedAnalysis(experimentId);
        return SynthQueries.extremeCases(
                synthIds(SynthStatements.BEST, analysisId, topN),
                synthIds(SynthStatements.WORST, analysisId, topN),
                topN);
    }

    private List<String> synthIds(String hql, String analysisId, int limit) {
        return sessions.list(
                SynthOutcomeEntity.TABLE,
                session -> session.createSelectionQuery(hql, String.class)
                        .setParameter("analysisId", analysisId)
                        .setMaxResults(limit)
                        .list());
    }

    @Override
    public List<SimulationSynth> listForSimulation(String experimentId, int limit) {
        SnapshotPage.requireNotNegative(limit, "limit");
        String analysisId = completedAnalysis(experimentId);
        return sessions.list(
                SynthEntity.TABLE,
                session -> session
                        .createSelectionQuery(SynthStatements.FOR_SIMULATION, SynthDocumentRow.class)
                        .setParameter("analysisId", analysisId)
                        .setMaxResults(limit)
                        .list()
                        .stream()
                        .map(row -> stored(row.id()).read(row::toSimulation))
                        .toList());
    }

    private String completedAnalysis(String experimentId) {
        RowKey analysis = RowKey.of(AnalysisRunEntity.TABLE, "experiment_id", experimentId);
        return sessions.find(
                        analysis,
                        session -> session.createSelectionQuery(SynthStatements.COMPLETED_ANALYSIS, String.class)
                                .setParameter("experimentId", experimentId)
                                .uniqueResultOptional())
                .orElseThrow(() -> SynthQueries.noCompletedAnalysis(experimentId));
    }

    @Override
    public List<Synth> saveAll(List<Synth> synths) {
        List<Synth> prepared = SynthQueries.prepared(synths);
        if (prepared.stream().anyMatch(synth -> SynthGroup.DEFAULT_ID.equals(synth.synthGroupId()))) {
            groups.insertDefaultGroupIfAbsent();
        }
        List<SynthEntity> rows =
                SynthQueries.lastOfEach(prepared).stream().map(SynthEntity::of).toList();
        sessions.upsert(
                SynthEntity.TABLE, rows.size() == 1 ? row(prepared.get(0).id()) : null, rows);
        return prepared;
    }

    @Override
    public boolean updateAvatarPath(String synthId, @Nullable String avatarPath) {
        StorableText.require(avatarPath, "synths.avatar_path");
        return sessions.change(
                row(synthId), session -> SynthStatements.UPDATE_AVATAR.update(session, avatarPath, synthId));
    }

    private static StoredRow stored(String synthId) {
        return new StoredRow(SynthEntity.TABLE, "id=" + synthId);
    }

    private static RowKey row(String synthId) {
        return RowKey.of(SynthEntity.TABLE, "id", synthId);
    }
}
