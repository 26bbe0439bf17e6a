package io.synthlab.persistence;

import io.synthlab.persistence.error.ConfigurationException;
import io.synthlab.persistence.observe.Subscription;
import io.synthlab.persistence.observe.SwitchListener;
import java.util.List;
import java.util.Map;

/**
 * Which implementation serves each repository, changeable while the factory is in use. A call that is under way ends
 * where it began; a unit of work sees one state from its begin to its end. Safe for use by many threads.
 *
 * <p>A state is the name of an implementation, {@code jpa}, or {@code compare:legacy-jdbc,jpa}: the first serves, and
 * reading calls are checked with the second beside it (see {@link io.synthlab.persistence.compare.Comparisons}).
 *
 * <p>With a switches file ({@code SYNTHLAB_SWITCHES_FILE}) every process that follows it takes over what it says within
 * two polls. It is a properties file in UTF-8 with the keys {@code synthlab.provider.NAME} and
 * {@code synthlab.provider}, which here stands for every repository without a line of its own; a repository that the
 * file says nothing about has its configured state. Switching through this interface writes the file, and thereby
 * switches the fleet. A file that cannot be read or understood changes nothing and is warned about once.
 */
public interface Switches {
    /**
     * Switches one repository.
     *
     * @param repository which
     * @param state for example {@code jpa} or {@code compare:legacy-jdbc,jpa}
     * @throws ConfigurationException if there is no such provider, it lacks this repository, or the switches file cannot
     *     be written; nothing changes
     */
    void use(RepositoryName repository, String state);

    /**
     * Switches every repository, in one step.
     *
     * @param state for example {@code jpa} or {@code compare:legacy-jdbc,jpa}
     * @throws ConfigurationException if there is no such provider, it lacks a repository, or the switches file cannot
     *     be written; nothing changes
     */
    void useForAll(String state);

    /**
     * Returns the state of a repository now.
     *
     * @param repository which
     * @return the state, for example {@code jpa}
     */
    String current(RepositoryName repository);

    /**
     * Returns which implementation serves a repository now.
     *
     * @param repository which
     * @return name of the provider; in comparing mode of the first
     */
    String serving(RepositoryName repository);

    /** Returns the state of each repository at this moment, in the order of {@link RepositoryName}. */
    Map<RepositoryName, String> current();

    /** Returns the names of the implementations that were found, sorted. */
    List<String> providers();

    /**
     * Adds a listener of changes.
     *
     * @param listener hears of every change from now on
     * @return ends it
     */
    Subscription addListener(SwitchListener listener);
}
