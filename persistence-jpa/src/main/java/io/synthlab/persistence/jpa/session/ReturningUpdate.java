package io.synthlab.persistence.jpa.session;

import java.util.Optional;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/**
 * An UPDATE on a condition that returns the changed row, in one statement. Safe for use by many threads.
 *
 * @param <E> the entity
 */
public final class ReturningUpdate<E> {
    private final EntityStatement<E> statement;

    /**
     * Describes an update; nothing is built yet.
     *
     * @param entity the entity; its key is one column
     * @param update SQL with {@code ?} for parameters, without RETURNING; changes one row at most
     */
    public ReturningUpdate(Class<E> entity, String update) {
        statement = new EntityStatement<>(entity, update + " RETURNING {columns}");
    }

    /**
     * Runs the update.
     *
     * @param session session of the unit of work
     * @param parameters text, number, JSON or {@code null} for each {@code ?}
     * @return the changed row, empty if none was
     */
    public Optional<E> run(StatelessSession session, @Nullable Object... parameters) {
        return statement.find(session, parameters);
    }
}
