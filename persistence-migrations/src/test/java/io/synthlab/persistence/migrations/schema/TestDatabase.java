package io.synthlab.persistence.migrations.schema;

import io.synthlab.persistence.DatabaseKind;
import io.synthlab.persistence.DatabaseUrl;
import io.synthlab.persistence.PersistenceConfig;
import io.synthlab.persistence.internal.connect.DriverConnections;
import io.synthlab.persistence.testkit.postgres.PostgresServer;
import io.synthlab.persistence.testkit.postgres.TestServers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

/** An empty database of one test, gone when closed. */
record TestDatabase(PersistenceConfig config, Runnable dispose) implements AutoCloseable {

    static TestDatabase sqlite(Path file) {
        String url = DatabaseUrl.SQLITE_PREFIX + file;
        return new TestDatabase(PersistenceConfig.builder().databaseUrl(url).build(), () -> {});
    }

    static TestDatabase postgres(int version) {
        PostgresServer server = TestServers.postgres(version);
        String name = "schema_" + UUID.randomUUID().toString().replace("-", "");
        server.createDatabase(name);
        DatabaseUrl url = server.url(name);
        PersistenceConfig.Builder builder = PersistenceConfig.builder().databaseUrl(url.jdbcUrl());
        String password = url.password() == null ? "" : url.password();
        builder.credentials(String.valueOf(url.user()), password);
        return new TestDatabase(builder.build(), () -> server.dropDatabase(name));
    }

    DatabaseKind kind() {
        return config.databaseUrl().orElseThrow().kind();
    }

    Connection connect() {
        return DriverConnections.open(config, true);
    }

    void execute(String... statements) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    Facts facts() throws SQLException {
        try (Connection connection = connect()) {
            return kind() == DatabaseKind.SQLITE ? SqliteFacts.read(connection) : PostgresFacts.read(connection);
        }
    }

    /** Undoes every version and keeps the history, as if a later version were still to come. */
    void undoVersions() throws SQLException {
        VersionScripts scripts = VersionScripts.LIBRARY;
        List<VersionScripts.Name> newestFirst = new ArrayList<>(scripts.names());
        Collections.reverse(newestFirst);
        for (VersionScripts.Name name : newestFirst) {
            execute(SqlScript.statements(scripts.text(name.undoScript(kind()))).toArray(String[]::new));
        }
        execute("DELETE FROM synthlab_schema_history");
    }

    @Override
    public void close() {
        dispose.run();
    }
}
