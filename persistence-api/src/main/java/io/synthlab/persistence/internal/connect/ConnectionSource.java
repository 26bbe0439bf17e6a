package io.synthlab.persistence.internal.connect;

import java.sql.Connection;
import java.sql.SQLException;

/** Where units of work take their connection from. Safe for use by many threads. */
public interface ConnectionSource extends AutoCloseable {
    /**
     * Takes a connection; closing it gives it back.
     *
     * @param readOnly whether it will only read
     * @return the connection
     * @throws SQLException if none can be had
     */
    Connection take(boolean readOnly) throws SQLException;

    /**
     * Gives a connection back that must not be used again.
     *
     * @param connection a connection taken here
     * @param readOnly what it was taken for
     */
    void discard(Connection connection, boolean readOnly);

    @Override
    void close();
}
