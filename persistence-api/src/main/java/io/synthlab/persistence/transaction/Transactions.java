package io.synthlab.persistence.transaction;

import io.synthlab.persistence.error.CommitOutcomeUnknownException;
import io.synthlab.persistence.error.ConflictException;
import io.synthlab.persistence.error.TransactionException;
import java.sql.Connection;

/**
 * Runs units of work: one transaction over any mix of repositories and implementations.
 *
 * <p>A unit that is begun within another one on the same thread joins it and ends with it. Joining may narrow, never
 * widen: writing inside of a read-only unit, a stronger isolation or another time limit is refused before anything
 * runs. What fails inside of a joined unit undoes the outer one, too.
 */
public interface Transactions {
    /**
     * Runs work in a unit.
     *
     * @param <T> type of the result
     * @param <X> checked exception of the work
     * @param options how it runs
     * @param work the work; run again after a conflict if the options ask for it
     * @return its result, after the commit
     * @throws X what the work threw, after the rollback
     * @throws TransactionException if joining would widen, or the work swallowed a database error
     * @throws ConflictException if another transaction was in the way and replays are used up
     * @throws CommitOutcomeUnknownException if the connection broke during the commit
     */
    <T, X extends Exception> T inTransaction(TransactionOptions options, TransactionWork<T, X> work) throws X;

    /**
     * Runs work in a unit that reads and writes.
     *
     * @param <T> type of the result
     * @param <X> checked exception of the work
     * @param work the work
     * @return its result, after the commit
     * @throws X what the work threw, after the rollback
     */
    default <T, X extends Exception> T inTransaction(TransactionWork<T, X> work) throws X {
        return inTransaction(TransactionOptions.DEFAULT, work);
    }

    /**
     * Runs work without result in a unit.
     *
     * @param <X> checked exception of the work
     * @param options how it runs
     * @param action the work
     * @throws X what the work threw, after the rollback
     */
    default <X extends Exception> void useTransaction(TransactionOptions options, TransactionAction<X> action)
            throws X {
        this.<Boolean, X>inTransaction(options, tx -> {
            action.run(tx);
            return Boolean.TRUE;
        });
    }

    /**
     * Runs work without result in a unit that reads and writes.
     *
     * @param <X> checked exception of the work
     * @param action the work
     * @throws X what the work threw, after the rollback
     */
    default <X extends Exception> void useTransaction(TransactionAction<X> action) throws X {
        useTransaction(TransactionOptions.DEFAULT, action);
    }

    /**
     * Takes part in a transaction that the host has begun on a connection of its own.
     *
     * <pre>{@code
     * connection.setAutoCommit(false);
     * orders.insert(connection, order);
     * repositories.join(connection).useTransaction(tx -> tx.experiments().create(experiment));
     * connection.commit();
     * }</pre>
     *
     * <p>This library never commits, rolls back or closes that connection, and leaves its settings as they are. Each
     * outermost unit is a savepoint: one that fails is undone as a whole, and the host's transaction can go on or be
     * rolled back. Whether its rows stay is decided by the host's commit, and so is what to do when that fails. While
     * such a unit runs, calls of the factory on the same thread join it.
     *
     * <p>Units of such a transaction cannot be replayed, cannot be more isolated than it is, and on SQLite cannot have
     * a time limit. A read-only unit refuses writing methods and does not change the connection. Calls inside are not
     * compared, because others cannot see what the host has written.
     *
     * @param connection an open connection to the factory's own database, with autocommit off. Used by the calling
     *     thread only while a unit runs
     * @return units inside of the host's transaction; good as long as the connection. Each unit throws a {@link
     *     TransactionException} at its begin if the connection is closed, has no transaction or leads to another
     *     database, or if the thread is inside of a unit on another connection
     */
    Transactions join(Connection connection);

    /** Returns whether the calling thread is inside of a unit. */
    boolean isActive();
}
