package io.synthlab.persistence.jpa.session;

import io.synthlab.persistence.CountedList;
import io.synthlab.persistence.error.DatabaseException;
import io.synthlab.persistence.internal.error.ErrorTranslator;
import io.synthlab.persistence.internal.query.SnapshotPage;
import io.synthlab.persistence.spi.DatabaseContext;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/**
 * Runs work on the Hibernate session of the calling thread's unit of work; failures come out translated.
 *
 * <p>One stateless session per unit, on the unit's own connection and inside of its transaction.
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
     * Stores a new row.
     *
     * @param row which row, for the error if it fails
     * @param entity the row
     * @throws DatabaseException if the database or Hibernate fails
     */
    public void insert(RowKey row, Object entity) {
        run(row.table(), row.text(), session -> session.insert(entity));
    }

    /**
     * Reads a row, or changes and reads it.
     *
     * @param <T> what it becomes
     * @param row which row
     * @param work finds it
     * @return what the work found; empty without running it if no such row can exist
     * @throws DatabaseException if the database or Hibernate fails
     */
    public <T> Optional<T> find(RowKey row, Function<StatelessSession, Optional<T>> work) {
        return row.storable() ? run(row.table(), row.text(), work) : Optional.empty();
    }

    /**
     * Changes a row.
     *
     * @param row which row
     * @param work changes it and returns how many rows it changed
     * @return whether there was a row to change
     * @throws DatabaseException if the database or Hibernate fails
     */
    public boolean change(RowKey row, ToIntFunction<StatelessSession> work) {
        return row.storable() && run(row.table(), row.text(), work::applyAsInt) > 0;
    }

    /**
     * Changes any number of rows that have a key in common.
     *
     * @param rows which rows
     * @param work changes them and returns how many it changed
     * @return how many were changed; 0 without running it if no such row can exist
     * @throws DatabaseException if the database or Hibernate fails
     */
    public int changeAll(RowKey rows, ToIntFunction<StatelessSession> work) {
        return rows.storable() ? run(rows.table(), rows.text(), work::applyAsInt) : 0;
    }

    /**
     * Reads all rows that have a key in common.
     *
     * @param <T> what they become
     * @param rows which rows
     * @param work reads them
     * @return what it read; empty without running it if no such row can exist
     * @throws DatabaseException if the database or Hibernate fails
     */
    public <T> List<T> listAll(RowKey rows, Function<StatelessSession, List<T>> work) {
        return rows.storable() ? run(rows.table(), rows.text(), work) : List.of();
    }

    /**
     * Reads a part of the rows that have a key in common.
     *
     * @param <R> record of a row
     * @param <T> what is listed
     * @param rows which rows
     * @param query HQL that lists and counts them
     * @param limit rows at most, 0 or more
     * @param offset rows to skip, 0 or more
     * @param mapper makes an item and its total of a row
     * @return the part; empty without asking if no such row can exist
     * @throws io.synthlab.persistence.error.InvalidRequestException if a number is negative
     * @throws DatabaseException if the database or Hibernate fails
     */
    public <R, T> CountedList<T> listPart(
            RowKey rows, PageQuery<R> query, int limit, int offset, Function<R, SnapshotPage.Row<T>> mapper) {
        SnapshotPage.requireNotNegative(limit, "limit");
        SnapshotPage.requireNotNegative(offset, "offset");
        return rows.storable()
                ? run(rows.table(), rows.text(), session -> query.run(session, limit, offset, mapper))
                : new CountedList<>(List.of(), 0);
    }

    /**
     * Reads many rows.
     *
     * @param <T> what they become
     * @param table their table, for the error if it fails
     * @param work reads them
     * @return what the work returned
     * @throws DatabaseException if the database or Hibernate fails
     */
    public <T> T list(String table, Function<StatelessSession, T> work) {
        return run(table, null, work);
    }

    /**
     * Stores new rows in batches.
     *
     * @param table their table, for the error if it fails
     * @param entities the rows; possibly none
     * @throws DatabaseException if the database or Hibernate fails
     */
    public void insertAll(String table, List<?> entities) {
        run(table, null, session -> batches(entities, session::insertMultiple));
    }

    /**
     * Stores rows in batches: each is new or replaces the row of its key as a whole.
     *
     * @param table their table, for the error if it fails
     * @param only the only row there is, for the error if it fails; {@code null} if there are more
     * @param entities the rows, no key twice; possibly none
     * @throws DatabaseException if the database or Hibernate fails
     */
    public void upsert(String table, @Nullable RowKey only, List<?> entities) {
        run(table, only == null ? null : only.text(), session -> batches(entities, session::upsertMultiple));
    }

    private static int batches(List<?> entities, Consumer<List<?>> store) {
        for (int from = 0; from < entities.size(); from += BATCH_ROWS) {
            store.accept(entities.subList(from, Math.min(entities.size(), from + BATCH_ROWS)));
        }
        return entities.size();
    }

    private <T> T run(String table, @Nullable String key, Function<StatelessSession, T> work) {
        StatelessSession session = database.unit().resource(this, this::open);
        try {
            return work.apply(session);
        } catch (PersistenceException e) {
            throw translate(e, table, key);
        }
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
