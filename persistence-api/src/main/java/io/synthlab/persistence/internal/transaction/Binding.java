package io.synthlab.persistence.internal.transaction;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * What is on for one repository: the implementation that serves it, and the one that is checked beside it, if any.
 *
 * @param provider name of the serving implementation
 * @param repository its object of the repository's interface
 * @param check what is checked, or {@code null} for nothing
 */
public record Binding(
        String provider, Object repository, @Nullable Check check) {
    /**
     * An implementation that is asked beside the serving one.
     *
     * @param provider its name
     * @param repository its object of the repository's interface
     * @param differences confirmed since comparing was switched on
     */
    public record Check(String provider, Object repository, AtomicInteger differences) {}

    /** Checks that the serving part is there. */
    public Binding {
        Objects.requireNonNull(provider, "provider");
        Objects.requireNonNull(repository, "repository");
    }
}
