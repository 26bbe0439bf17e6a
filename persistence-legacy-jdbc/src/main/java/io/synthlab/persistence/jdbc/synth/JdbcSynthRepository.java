package io.synthlab.persistence.jdbc.synth;

import static io.synthlab.persistence.internal.time.Timestamps.format;

import io.synthlab.persistence.Page;
import io.synthlab.persistence.PageRequest;
import io.synthlab.persistence.error.SynthNotFoundException;
import io.synthlab.persistence.internal.query.SnapshotPage;
import io.synthlab.persistence.internal.query.SynthQueries;
import io.synthlab.persistence.internal.search.RenderedSearch;
import io.synthlab.persistence.internal.text.StorableText;
import io.synthlab.persistence.jdbc.statement.Dialect;
import io.synthlab.persistence.jdbc.statement.Statements;
import io.synthlab.persistence.jdbc.statement.Target;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Synths in JDBC. */
public final class JdbcSynthRepository implements SynthRepository {
    private static final Target TABLE = Target.table(SynthSql.TABLE);
    private static final Target OUTCOMES = Target.table("synth_outcomes");

    private final DatabaseContext database;
    private final Statements statements;
    private final JdbcSynthGroupRepository groups;
    private final SynthSql sql;
    private final SynthRows rows;

    /**
     * Creates the repository.
     *
     * @param database the database
     * @param statements runs its statements
     * @param groups creates the default group for synths without one
     */
    public JdbcSynthRepository(DatabaseContext database, Statements statements, JdbcSynthGroupRepository groups) {
        this.database = database;
        this.statements = statements;
        this.groups = groups;
        this.sql = new SynthSql(Dialect.of(database.kind()));
        this.rows = new SynthRows(database.naiveZone());
    }

    @Override
    public Page<SynthSummary> list(PageRequest request, List<String> fields, @Nullable String synthGroupId) {
        return page(request, SynthQueries.listing(request, fields, synthGroupId));
    }

    @Override
    public Page<SynthSummary> listByGroup(String synthGroupId, PageRequest request) {
        SynthQueries.requireGroup(synthGroupId);
        return list(request, List.of(), synthGroupId);
    }

    @Override
    public Page<SynthSummary> search(@Nullable String whereClause, @Nullable String query, PageRequest request) {
        return page(request, SynthQueries.search(whereClause, query, request, database.kind()));
    }

    private Page<SynthSummary> page(PageRequest request, RenderedSearch search) {
        List<Object> twice = new ArrayList<>(search.parameters());
        twice.addAll(search.parameters());
        return SnapshotPage.read(
                request,
                () -> statements.list(
                        TABLE,
                        SynthSql.page(search),
                        row -> new SnapshotPage.Row<>(rows.summary(row, search.columns()), row.getLong("total")),
                        Statements.parameters(twice, request.limit(), request.offset())),
                () -> statements.count(
                        TABLE, SynthSql.count(search), search.parameters().toArray()));
    }

    @Override
    public Optional<Synth> findById(String synthId) {
        return statements.find(row(synthId), SynthSql.FIND, rows::synth, synthId);
    }

    @Override
    public SynthDetail getById(String synthId) {
        Synth synth = findById(synthId).orElseThrow(() -> new SynthNotFoundException(synthId));
        SynthProfile profile = SynthRows.stored(synthId).read(() -> SynthProfile.fromData(synth.data()));
        return new SynthDetail(SynthQueries.summary(synth), profile);
    }

    @Override
    public Path getAvatarPath(String synthId) {
        // A stored NULL must not look like a missing row.
        Optional<Optional<String>> stored = statements.find(
                row(synthId), SynthSql.FIND_AVATAR, row -> Optional.ofNullable(row.getString(1)), synthId);
        String path =
                stored.orElseThrow(() -> new SynthNotFoundException(synthId)).orElse(null);
        return SynthQueries.avatarPath(database.avatarDirectory(), synthId, path);
    }

    @Override
    public ExtremeCases getExtremeCases(String experimentId, int topN) {
        SnapshotPage.requireNotNegative(topN, "topN");
        String analysisId = completedAnalysis(experimentId);
        return SynthQueries.extremeCases(
                synthIds(SynthSql.BEST, analysisId, topN), synthIds(SynthSql.WORST, analysisId, topN), topN);
    }

    private List<String> synthIds(String statement, String analysisId, int limit) {
        return statements.list(OUTCOMES, statement, row -> row.getString(1), analysisId, limit);
    }

    @Override
    public List<SimulationSynth> listForSimulation(String experimentId, int limit) {
        SnapshotPage.requireNotNegative(limit, "limit");
        String analysisId = completedAnalysis(experimentId);
        return statements.list(TABLE, SynthSql.FOR_SIMULATION, rows::simulation, analysisId, limit);
    }

    private String completedAnalysis(String experimentId) {
        return statements
                .find(Target.table("analysis_runs"), SynthSql.COMPLETED_ANALYSIS, row -> row.getString(1), experimentId)
                .orElseThrow(() -> SynthQueries.noCompletedAnalysis(experimentId));
    }

    @Override
    public List<Synth> saveAll(List<Synth> synths) {
        List<Synth> prepared = SynthQueries.prepared(synths);
        if (prepared.stream().anyMatch(synth -> SynthGroup.DEFAULT_ID.equals(synth.synthGroupId()))) {
            groups.addDefaultGroup();
        }
        List<Synth> distinct = SynthQueries.lastOfEach(prepared);
        Target target = distinct.size() == 1 ? row(distinct.get(0).id()) : TABLE;
        statements.batch(
                target,
                sql.upsert,
                distinct.stream().map(JdbcSynthRepository::parameters).toList());
        return prepared;
    }

    private static @Nullable Object[] parameters(Synth synth) {
        return new @Nullable Object[] {
            synth.id(),
            synth.synthGroupId(),
            synth.nome(),
            synth.descricao(),
            synth.linkPhoto(),
            synth.avatarPath(),
            format(synth.createdAt()),
            synth.version(),
            synth.data()
        };
    }

    @Override
    public boolean updateAvatarPath(String synthId, @Nullable String avatarPath) {
        StorableText.require(avatarPath, "synths.avatar_path");
        return statements.update(row(synthId), SynthSql.UPDATE_AVATAR, avatarPath, synthId) > 0;
    }

    private static Target row(String id) {
        return Target.row(SynthSql.TABLE, "id", id);
    }
}
