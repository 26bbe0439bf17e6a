package io.synthlab.persistence.internal.transaction;

import io.synthlab.persistence.RepositoryName;

/** What is on for each repository at one moment; immutable, captured by each unit when it begins. */
@FunctionalInterface
public interface Bindings {
    /**
     * Returns what is on.
     *
     * @param name which repository
     * @return its binding
     */
    Binding of(RepositoryName name);
}
