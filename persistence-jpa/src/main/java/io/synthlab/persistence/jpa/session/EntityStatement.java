package io.synthlab.persistence.jpa.session;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hibernate.StatelessSession;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.jspecify.annotations.Nullable;

/**
 * A {@link SqlStatement} whose rows become entities by Hibernate's own mapping. Safe for use by many threads.
 *
 * @param <E> the entity
 */
public final class EntityStatement<E> {
    private static final Pattern COLUMNS = Pattern.compile("\\{columns(?: of (\\w+))?}");

    private final Class<E> entity;
    private final String sql;
    private volatile @Nullable Prepared<E> prepared;

    /**
     * Describes a statement; nothing is built yet.
     *
     * @param entity the entity; its key is one column
     * @param sql SQL with {@code ?} for parameters that returns {@code {columns}}, or {@code {columns of n}} if the table
     *     has the alias {@code n}
     */
    public EntityStatement(Class<E> entity, String sql) {
        this.entity = entity;
        this.sql = sql;
    }

    /**
     * Runs a statement that returns one row at most.
     *
     * @param session session of the unit of work
     * @param parameters text, number, JSON or {@code null} for each {@code ?}
     * @return the row, empty if there is none
     */
    public Optional<E> find(StatelessSession session, @Nullable Object... parameters) {
        return list(session, parameters).stream().findFirst();
    }

    /**
     * Runs a statement that returns rows.
     *
     * @param session session of the unit of work
     * @param parameters text, number, JSON or {@code null} for each {@code ?}
     * @return the rows, in order
     */
    public List<E> list(StatelessSession session, @Nullable Object... parameters) {
        SharedSessionContractImplementor internals = (SharedSessionContractImplementor) session;
        Prepared<E> ready = prepared(internals);
        return ready.statement().list(session, row -> ready.rows().read(row, internals), parameters);
    }

    /** Built once per session factory: a lease of this JVM's factory may come to an end and a new one begin. */
    private Prepared<E> prepared(SharedSessionContractImplementor session) {
        Prepared<E> known = prepared;
        if (known == null || known.rows().isOfAnother(session.getFactory())) {
            EntityRows<E> rows = new EntityRows<>(session.getFactory(), entity);
            String complete = COLUMNS.matcher(sql).replaceAll(columns -> rows.columns(columns.group(1)));
            known = new Prepared<>(new SqlStatement(complete), rows);
            prepared = known;
        }
        return known;
    }

    private record Prepared<E>(SqlStatement statement, EntityRows<E> rows) {}
}
