package io.synthlab.persistence.jpa.session;

import io.synthlab.persistence.error.DatabaseException;
import io.synthlab.persistence.internal.error.ErrorTranslator;
import io.synthlab.persistence.spi.DatabaseContext;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.metamodel.Type;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import org.hibernate.StatelessSession;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * Runs work on the Hibernate session of the calling thread's unit of work; failures come out translated.
 *
 * <p>One stateless session per unit, on the unit's own connection. Hibernate's transactions are never used: to commit
 * one would commit the unit.
 */
public final class UnitSessions implements AutoCloseable {
    private static final int BATCH_ROWS = 500;

    private final DatabaseContext database;
    private final SharedFactory.Lease factory;

    /**
     * Creates the runner; nothing is built yet.
     *
     * @param database the database
     */
    public UnitSessions(DatabaseContext database) {
        this.database = database;
        this.factory = SharedFactory.lease(database.kind());
    }

    /**
     * Runs work about one row.
     *
     * @param <T> what the work returns
     * @param table table, for the error if it fails
     * @param key key of the row, for example {@code id=exp_1a2b3c4d}, for the error if it fails
     * @param work the work
     * @return what the work returned
     * @throws DatabaseException if the database or Hibernate fails
     */
    public <T> T row(String table, String key, Function<StatelessSession, T> work) {
        return run(table, key, work);
    }

    /**
     * Runs work about many rows.
     *
     * @param <T> what the work returns
     * @param table table, for the error if it fails
     * @param work the work
     * @return what the work returned
     * @throws DatabaseException if the database or Hibernate fails
     */
    public <T> T table(String table, Function<StatelessSession, T> work) {
        return run(table, null, work);
    }

    /**
     * Stores rows in batches: each is new or replaces the row of its key as a whole.
     *
     * @param table table, for the error if it fails
     * @param key key of the row if there is but one, otherwise {@code null}
     * @param rows entities of that table, no key twice; possibly none
     * @throws DatabaseException if the database or Hibernate fails
     */
    public void upsert(String table, @Nullable String key, List<?> rows) {
        run(table, key, session -> {
            for (int from = 0; from < rows.size(); from += BATCH_ROWS) {
                session.upsertMultiple(rows.subList(from, Math.min(rows.size(), from + BATCH_ROWS)));
            }
            return rows.size();
        });
    }

    private <T> T run(String table, @Nullable String key, Function<StatelessSession, T> work) {
        StatelessSession session = database.unit().resource(this, this::open);
        try {
            return work.apply(session);
        } catch (PersistenceException e) {
            throw translate(e, table, key);
        }
    }

    /** Returns the type of a JSON parameter of a native query, which is bound as the column of the database wants it. */
    public Type<String> json() {
        return factory.factory()
                .unwrap(SessionFactoryImplementor.class)
                .getTypeConfiguration()
                .getBasicTypeRegistry()
                .resolve(String.class, SqlTypes.JSON);
    }

    private StatelessSession open(Connection connection) {
        return factory.factory().withStatelessOptions().connection(connection).openStatelessSession();
    }

    private DatabaseException translate(PersistenceException e, String table, @Nullable String key) {
        for (Throwable at = e; at != null; at = at.getCause()) {
            if (at instanceof SQLException sql) {
                return ErrorTranslator.translate(sql, database.kind(), table, key);
            }
        }
        // Not kept as cause: its message may repeat a value.
        return new DatabaseException(
                table, key, "Hibernate could not do this (" + e.getClass().getName() + "); report it", null);
    }

    /** Gives the session factory back. */
    @Override
    public void close() {
        factory.close();
    }
}
