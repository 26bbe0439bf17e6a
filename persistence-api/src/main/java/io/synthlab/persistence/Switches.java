package io.synthlab.persistence;

import io.synthlab.persistence.error.ConfigurationException;
import java.util.List;
import java.util.Map;

/**
 * Which implementation serves each repository, changeable while the factory is in use. A call that is under way ends
 * where it began; a unit of work sees one state from its begin to its end. Safe for use by many threads.
 */
public interface Switches {
    /**
     * Switches one repository.
     *
     * @param repository which
     * @param provider name of the implementation, for example {@code jpa}
     * @throws ConfigurationException if there is no such provider or it lacks this repository; nothing changes
     */
    void use(RepositoryName repository, String provider);

    /**
     * Switches every repository, in one step.
     *
     * @param provider name of the implementation
     * @throws ConfigurationException if there is no such provider or it lacks a repository; nothing changes
     */
    void useForAll(String provider);

    /**
     * Returns which implementation serves a repository now.
     *
     * @param repository which
     * @return name of the provider
     */
    String current(RepositoryName repository);

    /** Returns which implementation serves each repository at this moment, in the order of {@link RepositoryName}. */
    Map<RepositoryName, String> current();

    /** Returns the names of the implementations that were found, sorted. */
    List<String> providers();
}
