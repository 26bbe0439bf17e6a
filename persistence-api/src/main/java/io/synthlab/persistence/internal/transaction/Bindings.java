package io.synthlab.persistence.internal.transaction;

import io.synthlab.persistence.RepositoryName;

/** Which implementation serves each repository at one moment; immutable, captured by each unit when it begins. */
public interface Bindings {
    /**
     * Returns the implementation that is on.
     *
     * @param name which repository
     * @return an object of the repository's interface
     */
    Object repository(RepositoryName name);
}
