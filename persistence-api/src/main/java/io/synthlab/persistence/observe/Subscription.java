package io.synthlab.persistence.observe;

/** A listener's place at a factory. */
@FunctionalInterface
public interface Subscription extends AutoCloseable {
    /** Ends it: the listener hears nothing that happens from now on. Closing twice does nothing. */
    @Override
    void close();
}
