package io.synthlab.persistence.jpa.session;

import io.synthlab.persistence.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import org.hibernate.engine.jdbc.connections.spi.ConnectionProvider;

/** Lets Hibernate itself connect to a test's database. */
final class RawConnections implements ConnectionProvider {
    private static final long serialVersionUID = 1L;

    private final transient TestDatabase database;

    RawConnections(TestDatabase database) {
        this.database = database;
    }

    @Override
    public Connection getConnection() {
        return database.connect();
    }

    @Override
    public void closeConnection(Connection connection) throws SQLException {
        connection.close();
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
