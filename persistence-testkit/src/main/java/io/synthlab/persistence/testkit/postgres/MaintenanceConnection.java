package io.synthlab.persistence.testkit.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * One connection for statements about databases, kept from test to test: a new one takes longer than most of these statements.
 * Safe for use by several threads, which wait for each other.
 */
final class MaintenanceConnection implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 5;

    private final Opener opener;
    private @Nullable Connection kept;

    MaintenanceConnection(Opener opener) {
        this.opener = opener;
    }

    /** Connects. */
    interface Opener {
        /** Opens a connection with autocommit. */
        Connection open() throws SQLException;
    }

    /**
     * Something to do on the connection.
     *
     * @param <T> what it returns
     */
    interface Work<T> {
        /** Does it; leaves nothing open. */
        T on(Connection connection) throws SQLException;
    }

    /** Does something; connects before if the server has ended the connection meanwhile. */
    synchronized <T> T use(Work<T> work) throws SQLException {
        Connection connection = kept;
        if (connection == null || !connection.isValid(PATIENCE_SECONDS)) {
            close();
            connection = opener.open();
            kept = connection;
        }
        return work.on(connection);
    }

    @Override
    public synchronized void close() throws SQLException {
        Connection connection = kept;
        kept = null;
        if (connection != null) {
            connection.close();
        }
    }
}
