package io.synthlab.persistence.observe;

/**
 * Hears of all that a factory does. Every method does nothing unless it is overridden.
 *
 * <p>Called on the thread that did the work, so it should be quick and must be safe for use by many threads. What a
 * listener throws is logged once and reaches nobody: neither the caller's result nor its error depends on a listener.
 * No event holds stored text, except differences where {@code synthlab.comparing-show-text} asks for it.
 *
 * @see io.synthlab.persistence.RepositoryFactory#addListener
 */
public interface PersistenceListener extends SwitchListener {
    /**
     * A call of a repository method has ended, with a result or an error.
     *
     * @param event the call
     */
    default void called(CallEvent event) {}

    /**
     * A unit of work has got its connection, or waited for one in vain.
     *
     * @param event the wait
     */
    default void connected(ConnectionEvent event) {}

    /**
     * A comparison has ended or was skipped.
     *
     * @param event the comparison
     */
    default void compared(ComparisonEvent event) {}

    @Override
    default void switched(SwitchChange change) {}
}
