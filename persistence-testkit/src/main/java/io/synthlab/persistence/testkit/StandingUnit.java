package io.synthlab.persistence.testkit;

import io.synthlab.persistence.DatabaseKind;
import io.synthlab.persistence.spi.DatabaseContext;
import io.synthlab.persistence.spi.UnitOfWork;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * A database with one unit of work that lasts until it is closed, on a connection of the test's: for tests that watch
 * what an implementation sends. Whoever extends it brings a connection that keeps a record.
 */
public class StandingUnit implements DatabaseContext, UnitOfWork, AutoCloseable {
    private final TestDatabase database;
    private final Connection connection;
    private final Map<Object, AutoCloseable> resources = new HashMap<>();

    /**
     * Begins the unit.
     *
     * @param database the database
     * @param connection its connection, which the unit closes
     */
    public StandingUnit(TestDatabase database, Connection connection) {
        this.database = database;
        this.connection = connection;
    }

    @Override
    public final DatabaseKind kind() {
        return database.kind();
    }

    @Override
    public final UnitOfWork unit() {
        return this;
    }

    @Override
    public final Clock clock() {
        return database.clock();
    }

    @Override
    public final ZoneId naiveZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public final Path avatarDirectory() {
        return Path.of("avatars");
    }

    @Override
    public final Connection connection() {
        return connection;
    }

    @Override
    public final boolean readOnly() {
        return false;
    }

    @Override
    public final <R extends AutoCloseable> R resource(Object key, Function<Connection, R> create) {
        @SuppressWarnings("unchecked") // the same key always stands for the same type
        R resource = (R) resources.computeIfAbsent(key, absent -> create.apply(connection));
        return resource;
    }

    /**
     * Ends the unit: closes its resources and the connection.
     *
     * @throws SQLException if the connection cannot be closed
     * @throws IllegalStateException if a resource cannot be closed
     */
    @Override
    public void close() throws SQLException {
        resources.values().forEach(StandingUnit::close);
        connection.close();
    }

    private static void close(AutoCloseable resource) {
        try {
            resource.close();
        } catch (Exception e) {
            throw new IllegalStateException("a resource of the unit could not be closed", e);
        }
    }
}
