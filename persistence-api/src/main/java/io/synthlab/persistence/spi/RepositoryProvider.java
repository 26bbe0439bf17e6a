package io.synthlab.persistence.spi;

/** An implementation of the repositories. Found by {@link java.util.ServiceLoader}; needs a public constructor. */
public interface RepositoryProvider {
    /** Returns the name it is switched on by, for example {@code jpa}; unique on the class path. */
    String name();

    /**
     * Starts work on a database. Must be cheap: what costs time is built when a repository is first used.
     *
     * @param database the database
     * @return a session, which the factory closes
     */
    ProviderSession connect(DatabaseContext database);
}
