package io.synthlab.persistence.jpa.session;

import io.synthlab.persistence.JsonValue;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.hibernate.StatelessSession;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.jspecify.annotations.Nullable;

/**
 * An UPDATE on a condition that returns the changed row, in one statement.
 *
 * <p>Hibernate has none: its updates return no row, and the result of a native query is mapped anew each time, which
 * takes more than twice as long as the statement itself. So the statement runs on the session's connection, and the row
 * becomes an entity by Hibernate's own mapping. Safe for use by many threads.
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
     * @param parameters text, JSON or {@code null} for each {@code ?}
     * @return the changed row, empty if none was
     */
    public Optional<E> run(StatelessSession session, @Nullable Object... parameters) {
        SharedSessionContractImplementor internals = (SharedSessionContractImplementor) session;
        Prepared<E> ready = prepared(internals);
        return session.doReturningWork(connection -> run(ready, internals, connection, parameters));
    }

    private static <E> Optional<E> run(
            Prepared<E> ready,
            SharedSessionContractImplementor session,
            Connection connection,
            @Nullable Object[] parameters)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ready.sql())) {
            for (int at = 0; at < parameters.length; at++) {
                bind(statement, at + 1, parameters[at], session);
            }
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(ready.rows().read(row, session)) : Optional.empty();
            }
        }
    }

    private static void bind(
            PreparedStatement statement,
            int position,
            @Nullable Object parameter,
            SharedSessionContractImplementor session)
            throws SQLException {
        if (parameter instanceof JsonValue json) {
            StoredJson.type(session.getFactory()).getJdbcValueBinder().bind(statement, json.text(), position, session);
        } else {
            statement.setString(position, (String) parameter);
        }
    }

    /** Built once per session factory: a lease of this JVM's factory may come to an end and a new one begin. */
    private Prepared<E> prepared(SharedSessionContractImplementor session) {
        Prepared<E> known = prepared;
        if (known == null || known.rows().isOfAnother(session.getFactory())) {
            EntityRows<E> rows = new EntityRows<>(session.getFactory(), entity);
            known = new Prepared<>(update + " RETURNING " + rows.columns(), rows);
            prepared = known;
        }
        return known;
    }

    private record Prepared<E>(String sql, EntityRows<E> rows) {}
}
