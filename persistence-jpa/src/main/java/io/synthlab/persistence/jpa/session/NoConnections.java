package io.synthlab.persistence.jpa.session;

import java.sql.Connection;
import org.hibernate.engine.jdbc.connections.spi.ConnectionProvider;

/** Refuses to connect: each session is given the connection of a unit of work. */
final class NoConnections implements ConnectionProvider {
    private static final long serialVersionUID = 1L;

    @Override
    public Connection getConnection() {
        throw new UnsupportedOperationException("sessions work on the connection of a unit of work");
    }

    @Override
    public void closeConnection(Connection connection) {
        throw new UnsupportedOperationException("connections belong to units of work");
    }

    @Override
    public boolean supportsAggressiveRelease() {
        return false;
    }

    @Override
    public boolean isUnwrappableAs(Class<?> type) {
        return false;
    }

    @Override
    public <T> T unwrap(Class<T> type) {
        throw new UnsupportedOperationException("there is nothing behind this");
    }
}
