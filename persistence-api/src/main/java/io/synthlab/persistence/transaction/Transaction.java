package io.synthlab.persistence.transaction;

import io.synthlab.persistence.Repositories;
import io.synthlab.persistence.error.TransactionException;

/**
 * A unit of work that is under way, and the repositories in it.
 *
 * <p>Belongs to the thread that began it: use on another thread, or after its end, is a {@link TransactionException}.
 * After a database error the unit can only be rolled back, on both databases; {@link #nested} is how to go on after one.
 */
public interface Transaction extends Repositories {
    /**
     * Runs work that is undone alone: what it wrote is taken back if it throws, and the unit goes on.
     *
     * @param <T> type of the result
     * @param <X> checked exception of the work
     * @param work the work
     * @return its result
     * @throws X what the work threw; its writes are undone
     * @throws TransactionException if the work swallowed a database error; its writes are undone
     */
    <T, X extends Exception> T nested(TransactionWork<T, X> work) throws X;

    /**
     * Runs work without result that is undone alone, as {@link #nested} does.
     *
     * @param <X> checked exception of the work
     * @param action the work
     * @throws X what the work threw; its writes are undone
     */
    default <X extends Exception> void useNested(TransactionAction<X> action) throws X {
        this.<Boolean, X>nested(tx -> {
            action.run(tx);
            return Boolean.TRUE;
        });
    }

    /** Decides that the unit will be rolled back when it ends; not an error by itself. */
    void setRollbackOnly();

    /** Returns whether the unit can only be rolled back. */
    boolean isRollbackOnly();

    /** Returns whether writing methods are refused here. */
    boolean isReadOnly();
}
