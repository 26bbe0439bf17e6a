package io.synthlab.persistence.observe;

import java.util.Objects;

/**
 * How one connection pool of a factory stands at a moment.
 *
 * @param name {@code postgresql}, {@code sqlite-writer}, {@code sqlite-readers} or {@code comparing}
 * @param active connections in use
 * @param idle connections that wait to be used
 * @param waiting threads that wait for a connection
 * @param limit connections at most
 */
public record PoolFigures(String name, int active, int idle, int waiting, int limit) {
    /** Checks that every part is there. */
    public PoolFigures {
        Objects.requireNonNull(name, "name");
    }
}
