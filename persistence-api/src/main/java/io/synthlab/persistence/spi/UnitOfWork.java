package io.synthlab.persistence.spi;

import java.sql.Connection;
import java.util.function.Function;

/**
 * One transaction on one connection, shared by every implementation that takes part in it.
 *
 * <p>Repositories never open, commit, roll back or close the connection. Used by the thread that began it only.
 */
public interface UnitOfWork {
    /** Returns the connection of this unit; the transaction on it has begun. */
    Connection connection();

    /** Returns whether the unit only reads. Writing methods were refused before the implementation is asked. */
    boolean readOnly();

    /**
     * Returns something that lives as long as this unit, for example a Hibernate session on its connection.
     *
     * @param <R> type of the resource
     * @param key identifies the resource within the unit
     * @param create called once per unit, on first use
     * @return the resource; closed, newest first, before the unit commits or rolls back
     */
    <R extends AutoCloseable> R resource(Object key, Function<Connection, R> create);
}
