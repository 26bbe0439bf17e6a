package io.synthlab.persistence.transaction;

/**
 * Work within one unit, without a result.
 *
 * @param <X> checked exception the work may throw
 */
@FunctionalInterface
public interface TransactionAction<X extends Exception> {
    /**
     * Does the work.
     *
     * @param tx the unit; of use only on this thread and until the work ends
     * @throws X to undo the unit and hand the exception to the caller
     */
    void run(Transaction tx) throws X;
}
