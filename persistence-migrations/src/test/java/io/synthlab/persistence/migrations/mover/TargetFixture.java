package io.synthlab.persistence.migrations.mover;

import io.synthlab.persistence.DatabaseUrl;
import io.synthlab.persistence.PersistenceConfig;
import io.synthlab.persistence.migrations.Schema;
import io.synthlab.persistence.migrations.catalog.SchemaCatalog;
import io.synthlab.persistence.migrations.catalog.Table;
import io.synthlab.persistence.testkit.postgres.PostgresServer;
import io.synthlab.persistence.testkit.postgres.TestServers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** A migrated PostgreSQL database of its own for a test. */
final class TargetFixture implements AutoCloseable {
    static final int NEWEST = 18;
    static final int OLDEST = 14;

    /** Name of a migrated database on each server, which is copied for every test. */
    private static final Map<Integer, String> TEMPLATES = new ConcurrentHashMap<>();

    private final PostgresServer server;
    private final String name = "mover_" + UUID.randomUUID().toString().replace("-", "");
    private final PersistenceConfig config;

    private TargetFixture(PostgresServer server) {
        this.server = server;
        DatabaseUrl url = server.url(name);
        PersistenceConfig.Builder builder = PersistenceConfig.builder().databaseUrl(url.jdbcUrl());
        if (url.user() != null) {
            builder.credentials(url.user(), url.password() == null ? "" : url.password());
        }
        config = builder.build();
    }

    /** Creates a database without any table. */
    static TargetFixture empty(int version) {
        TargetFixture target = new TargetFixture(TestServers.postgres(version));
        target.server.createDatabase(target.name);
        return target;
    }

    /** Creates a database at the expected version. */
    static TargetFixture migrated(int version) {
        TargetFixture target = new TargetFixture(TestServers.postgres(version));
        target.server.createDatabase(target.name, TEMPLATES.computeIfAbsent(version, TargetFixture::template));
        return target;
    }

    /** Creates a copy of this database, to which nobody may be connected. */
    TargetFixture copy() {
        TargetFixture target = new TargetFixture(server);
        server.createDatabase(target.name, name);
        return target;
    }

    private static String template(int version) {
        TargetFixture template = empty(version);
        Schema.of(template.config).migrate();
        return template.name;
    }

    PersistenceConfig config() {
        return config;
    }

    MoveRequest requestFrom(Path source) {
        return MoveRequest.of(DatabaseUrl.sqlite(source.toString()), config);
    }

    Connection connect() {
        return server.connect(name);
    }

    /** Runs statements with foreign keys and triggers off. */
    void execute(String... statements) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("SET session_replication_role = replica");
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns the first column of a query's rows. */
    List<String> texts(String query) {
        try (Connection connection = connect()) {
            return texts(connection, query);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns how many rows each table has, tables without any left out. */
    Map<String, Long> counts() {
        try (Connection connection = connect()) {
            Map<String, Long> counts = new TreeMap<>();
            for (Table table : SchemaCatalog.tables()) {
                counts.put(table.name(), count(connection, table));
            }
            counts.values().removeIf(count -> count == 0);
            return counts;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns how many rows each table of a SQLite file has, tables without any left out. */
    static Map<String, Long> counts(Path source) {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + source)) {
            Map<String, Long> counts = new TreeMap<>();
            for (Table table : SchemaCatalog.tables()) {
                counts.put(table.name(), count(connection, table));
            }
            counts.values().removeIf(count -> count == 0);
            return counts;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long count(Connection connection, Table table) throws SQLException {
        return Long.parseLong(
                texts(connection, "SELECT count(*) FROM " + table.name()).get(0));
    }

    private static List<String> texts(Connection connection, String query) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            while (result.next()) {
                texts.add(result.getString(1));
            }
        }
        return texts;
    }

    @Override
    public void close() {
        server.dropDatabase(name);
    }
}
