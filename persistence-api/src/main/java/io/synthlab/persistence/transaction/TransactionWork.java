package io.synthlab.persistence.transaction;

/**
 * Work within one unit, with a result.
 *
 * @param <T> type of the result
 * @param <X> checked exception the work may throw
 */
@FunctionalInterface
public interface TransactionWork<T, X extends Exception> {
    /**
     * Does the work.
     *
     * @param tx the unit; of use only on this thread and until the work ends
     * @return the result
     * @throws X to undo the unit and hand the exception to the caller
     */
    T run(Transaction tx) throws X;
}
