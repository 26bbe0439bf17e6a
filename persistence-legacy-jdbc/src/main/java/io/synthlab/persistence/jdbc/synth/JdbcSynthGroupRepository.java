package io.synthlab.persistence.jdbc.synth;

import static io.synthlab.persistence.internal.time.Timestamps.format;

import io.synthlab.persistence.Page;
import io.synthlab.persistence.PageRequest;
import io.synthlab.persistence.internal.query.SnapshotPage;
import io.synthlab.persistence.internal.query.SynthQueries;
import io.synthlab.persistence.jdbc.statement.Dialect;
import io.synthlab.persistence.jdbc.statement.Statements;
import io.synthlab.persistence.jdbc.statement.Target;
import io.synthlab.persistence.spi.DatabaseContext;
import io.synthlab.persistence.synth.GroupSynth;
import io.synthlab.persistence.synth.SynthGroup;
import io.synthlab.persistence.synth.SynthGroupDetail;
import io.synthlab.persistence.synth.SynthGroupRepository;
import io.synthlab.persistence.synth.SynthGroupSummary;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Groups of synths in JDBC. */
public final class JdbcSynthGroupRepository implements SynthGroupRepository {
    private static final Target TABLE = Target.table(SynthGroupSql.TABLE);

    private final DatabaseContext database;
    private final Statements statements;
    private final SynthRows rows;
    private final String lockSql;

    /**
     * Creates the repository.
     *
     * @param database the database
     * @param statements runs its statements
     */
    public JdbcSynthGroupRepository(DatabaseContext database, Statements statements) {
        this.database = database;
        this.statements = statements;
        this.rows = new SynthRows(database.naiveZone());
        this.lockSql = SynthGroupSql.lock(Dialect.of(database.kind()));
    }

    @Override
    public SynthGroupSummary ensureDefaultGroup() {
        addDefaultGroup();
        return findById(SynthGroup.DEFAULT_ID).orElseThrow();
    }

    /** Creates the default group unless it is there. */
    void addDefaultGroup() {
        insert(
                SynthGroupSql.INSERT_IF_ABSENT,
                SynthGroup.defaultGroup(database.clock().instant()));
    }

    @Override
    public SynthGroup create(SynthGroup group) {
        insert(SynthGroupSql.INSERT, group.validated());
        return group;
    }

    private void insert(String sql, SynthGroup group) {
        statements.update(
                row(group.id()), sql, group.id(), group.name(), group.description(), format(group.createdAt()));
    }

    @Override
    public Optional<SynthGroupSummary> findById(String groupId) {
        return statements.find(row(groupId), SynthGroupSql.FIND, rows::group, groupId);
    }

    @Override
    public Optional<SynthGroupSummary> findByName(String name) {
        return statements.find(TABLE, SynthGroupSql.FIND_BY_NAME, rows::group, name);
    }

    /** One statement, so that the group and its synths are of one moment at any isolation. */
    @Override
    public Optional<SynthGroupDetail> findDetail(String groupId) {
        List<MemberRow> members = statements.list(
                row(groupId),
                SynthGroupSql.DETAIL,
                row -> new MemberRow(rows.group(row), rows.member(row).orElse(null)),
                groupId);
        List<GroupSynth> synths =
                members.stream().map(MemberRow::synth).filter(Objects::nonNull).toList();
        return members.stream().findFirst().map(first -> new SynthGroupDetail(first.group(), synths));
    }

    private record MemberRow(
            SynthGroupSummary group, @Nullable GroupSynth synth) {}

    @Override
    public Page<SynthGroupSummary> list(PageRequest request) {
        return SnapshotPage.read(
                request,
                () -> statements.list(
                        TABLE,
                        SynthGroupSql.LIST,
                        row -> new SnapshotPage.Row<>(rows.group(row), row.getLong("total")),
                        request.limit(),
                        request.offset()),
                () -> statements.count(TABLE, SynthGroupSql.COUNT));
    }

    /** The lock keeps new members away between the two changes, and all but one of several callers. */
    @Override
    public boolean delete(String groupId) {
        SynthQueries.requireDeletable(groupId);
        if (statements
                .find(row(groupId), lockSql, found -> found.getString("id"), groupId)
                .isEmpty()) {
            return false;
        }
        statements.update(row(groupId), SynthGroupSql.DETACH, groupId);
        return statements.update(row(groupId), SynthGroupSql.DELETE, groupId) > 0;
    }

    private static Target row(String id) {
        return Target.row(SynthGroupSql.TABLE, "id", id);
    }
}
