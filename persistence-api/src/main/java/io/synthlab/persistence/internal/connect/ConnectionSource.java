package io.synthlab.persistence.internal.connect;

import io.synthlab.persistence.observe.PoolFigures;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Where units of work take their connection from. Safe for use by many threads. */
public interface ConnectionSource extends AutoCloseable {
    /** What a connection is wanted for. */
    enum Purpose {
        /** A unit that may write. */
        WRITE,
        /** A unit that only reads. */
        READ,
        /** A check beside the units of hosts, which must never wait for one. */
        COMPARE
    }

    /**
     * Takes a connection, to be given back.
     *
     * @param purpose what for
     * @return the connection
     * @throws SQLException if none can be had
     */
    Connection take(Purpose purpose) throws SQLException;

    /**
     * Gives a connection back.
     *
     * @param connection a connection taken here
     * @param purpose what it was taken for
     * @param broken whether it must not be used again
     * @throws SQLException if it cannot be closed; it is not used again then
     */
    void giveBack(Connection connection, Purpose purpose, boolean broken) throws SQLException;

    /** Returns how the pools stand, always in the same order; empty if they are not ours. */
    default List<PoolFigures> figures() {
        return List.of();
    }

    @Override
    void close();
}
