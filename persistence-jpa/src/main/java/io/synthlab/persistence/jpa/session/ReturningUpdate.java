package io.synthlab.persistence.jpa.session;

import java.util.Optional;
import org.hibernate.StatelessSession;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.jspecify.annotations.Nullable;

/**
 * An UPDATE on a condition that returns the changed row, in one statement.
 *
 * <p>A {@link SqlStatement} whose row becomes an entity by Hibernate's own mapping. Safe for use by many threads.
 *
 * @param <E> the entity
 */
public final class ReturningUpdate<E> {
    private final Class<E> entity;
    private final String update;
    private volatile @Nullable Prepared<E> prepared;

    /**
     * Describes an update; nothing is built yet.
     *
     * @param entity the entity; its key is one column
     * @param update SQL with {@code ?} for parameters, without RETURNING; changes one row at most
     */
    public ReturningUpdate(Class<E> entity, String update) {
        this.entity = entity;
        this.update = update;
    }

    /**
     * Runs the update.
     *
     * @param session session of the unit of work
     * @param parameters text, number, JSON or {@code null} for each {@code ?}
     * @return the changed row, empty if none was
     */
    public Optional<E> run(StatelessSession session, @Nullable Object... parameters) {
        SharedSessionContractImplementor internals = (SharedSessionContractImplementor) session;
        Prepared<E> ready = prepared(internals);
        return ready.statement().find(session, row -> ready.rows().read(row, internals), parameters);
    }

    /** Built once per session factory: a lease of this JVM's factory may come to an end and a new one begin. */
    private Prepared<E> prepared(SharedSessionContractImplementor session) {
        Prepared<E> known = prepared;
        if (known == null || known.rows().isOfAnother(session.getFactory())) {
            EntityRows<E> rows = new EntityRows<>(session.getFactory(), entity);
            known = new Prepared<>(new SqlStatement(update + " RETURNING " + rows.columns()), rows);
            prepared = known;
        }
        return known;
    }

    private record Prepared<E>(SqlStatement statement, EntityRows<E> rows) {}
}
