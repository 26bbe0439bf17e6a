package io.synthlab.persistence.transaction;

import io.synthlab.persistence.error.CommitOutcomeUnknownException;
import io.synthlab.persistence.error.ConflictException;
import io.synthlab.persistence.error.TransactionException;

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

    /** Returns whether the calling thread is inside of a unit. */
    boolean isActive();
}
