package io.synthlab.persistence.spi;

import java.util.Optional;

/** An implementation at work on one database. Safe for use by many threads. */
public interface ProviderSession extends AutoCloseable {
    /**
     * Returns this implementation's repository.
     *
     * @param <R> type of the repository
     * @param type its interface, for example {@code SynthRepository.class}
     * @return the repository, the same object on each call; empty if this provider does not implement it
     */
    <R> Optional<R> repository(Class<R> type);

    /** Frees what the session built; called once, after the last unit of work has ended. */
    @Override
    void close();
}
