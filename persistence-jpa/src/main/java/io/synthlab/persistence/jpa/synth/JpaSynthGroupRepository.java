package io.synthlab.persistence.jpa.synth;

import io.synthlab.persistence.Page;
import io.synthlab.persistence.PageRequest;
import io.synthlab.persistence.internal.query.SynthQueries;
import io.synthlab.persistence.internal.time.Timestamps;
import io.synthlab.persistence.jpa.session.PageQuery;
import io.synthlab.persistence.jpa.session.RowKey;
import io.synthlab.persistence.jpa.session.UnitSessions;
import io.synthlab.persistence.model.synth.SynthGroupEntity;
import io.synthlab.persistence.spi.DatabaseContext;
import io.synthlab.persistence.synth.SynthGroup;
import io.synthlab.persistence.synth.SynthGroupDetail;
import io.synthlab.persistence.synth.SynthGroupRepository;
import io.synthlab.persistence.synth.SynthGroupSummary;
import java.util.Map;
import java.util.Optional;
import org.hibernate.LockMode;
import org.hibernate.StatelessSession;

/** Groups of synths on Hibernate. */
public final class JpaSynthGroupRepository implements SynthGroupRepository {
    private static final PageQuery<SynthGroupSummaryRow> LIST =
            new PageQuery<>(SynthGroupQueries.LIST, SynthGroupQueries.COUNT, SynthGroupSummaryRow.class, Map.of());

    private final DatabaseContext database;
    private final UnitSessions sessions;

    /**
     * Creates the repository.
     *
     * @param database the database
     * @param sessions runs its work
     */
    public JpaSynthGroupRepository(DatabaseContext database, UnitSessions sessions) {
        this.database = database;
        this.sessions = sessions;
    }

    @Override
    public SynthGroupSummary ensureDefaultGroup() {
        insertDefaultGroupIfAbsent();
        return findById(SynthGroup.DEFAULT_ID).orElseThrow();
    }

    /** Makes sure that the default group exists; waits for another caller who is just creating it. */
    void insertDefaultGroupIfAbsent() {
        SynthGroup group = SynthGroup.defaultGroup(database.clock().instant());
        sessions.change(
                row(group.id()),
                session -> SynthGroupQueries.INSERT_IF_ABSENT.update(
                        session, group.id(), group.name(), group.description(), Timestamps.format(group.createdAt())));
    }

    @Override
    public SynthGroup create(SynthGroup group) {
        sessions.insert(row(group.id()), SynthGroupEntity.of(group.validated()));
        return group;
    }

    @Override
    public Optional<SynthGroupSummary> findById(String groupId) {
        return sessions.find(
                row(groupId),
                session -> session.createSelectionQuery(SynthGroupQueries.FIND_BY_ID, SynthGroupSummaryRow.class)
                        .setParameter("id", groupId)
                        .uniqueResultOptional()
                        .map(found -> found.toRecord(database.naiveZone())));
    }

    @Override
    public Optional<SynthGroupSummary> findByName(String name) {
        return sessions.find(
                RowKey.ofText(SynthGroupEntity.TABLE, name),
                session -> session.createSelectionQuery(SynthGroupQueries.FIND_BY_NAME, SynthGroupSummaryRow.class)
                        .setParameter("name", name)
                        .setMaxResults(1)
                        .uniqueResultOptional()
                        .map(found -> found.toRecord(database.naiveZone())));
    }

    @Override
    public Optional<SynthGroupDetail> findDetail(String groupId) {
        return sessions.find(
                row(groupId),
                session -> SynthGroupMemberRow.detail(
                        groupId,
                        session.createSelectionQuery(SynthGroupQueries.FIND_DETAIL, SynthGroupMemberRow.class)
                                .setParameter("id", groupId)
                                .list(),
                        database.naiveZone()));
    }

    @Override
    public Page<SynthGroupSummary> list(PageRequest request) {
        return sessions.list(
                SynthGroupEntity.TABLE,
                session -> LIST.run(session, request, found -> found.toPageRow(database.naiveZone())));
    }

    @Override
    public boolean delete(String groupId) {
        SynthQueries.requireDeletable(groupId);
        return sessions.change(row(groupId), session -> delete(session, groupId));
    }

    /** The lock keeps new members away between the two changes, and all but one of several callers. */
    private static int delete(StatelessSession session, String groupId) {
        SynthGroupEntity row = session.get(SynthGroupEntity.class, groupId, LockMode.PESSIMISTIC_WRITE);
        if (row == null) {
            return 0;
        }
        SynthGroupQueries.DETACH_MEMBERS.update(session, groupId);
        session.delete(row);
        return 1;
    }

    private static RowKey row(String groupId) {
        return RowKey.of(SynthGroupEntity.TABLE, "id", groupId);
    }
}
