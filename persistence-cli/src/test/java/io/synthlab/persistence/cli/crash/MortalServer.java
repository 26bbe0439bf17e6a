package io.synthlab.persistence.cli.crash;

import io.synthlab.persistence.DatabaseUrl;
import io.synthlab.persistence.PersistenceConfig;
import io.synthlab.persistence.migrations.Schema;
import io.synthlab.persistence.testkit.postgres.EmbeddedOptions;
import io.synthlab.persistence.testkit.postgres.EmbeddedServer;
import io.synthlab.persistence.testkit.postgres.PostgresServer;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Set;

/** A durable PostgreSQL of its own, with one migrated database, that can be killed and started again. */
final class MortalServer implements AutoCloseable {
    private static final String DATABASE = "mortal";

    private final EmbeddedOptions options;
    private PostgresServer server;

    MortalServer(Path directory) {
        EmbeddedOptions free = EmbeddedOptions.keptIn(directory);
        server = EmbeddedServer.start(free);
        options = free.withPort(port());
        server.createDatabase(DATABASE);
        Schema.of(config().build()).migrate();
    }

    private int port() {
        return URI.create(url().jdbcUrl().substring("jdbc:".length())).getPort();
    }

    private DatabaseUrl url() {
        return server.url(DATABASE);
    }

    PersistenceConfig.Builder config() {
        return PersistenceConfig.builder()
                .databaseUrl(url().jdbcUrl())
                .credentials(url().user(), "")
                .set("synthlab.pool-timeout", "2s");
    }

    /** Creates another database, without tables. */
    DatabaseUrl create(String database) {
        server.createDatabase(database);
        return server.url(database);
    }

    void drop(String database) {
        server.dropDatabase(database);
    }

    /** Kills all processes of the server. */
    void crash() {
        server.crash();
    }

    /** Starts it again where it was. */
    void restart() {
        server.close();
        server = EmbeddedServer.start(options);
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = server.connect(DATABASE);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Returns the first column of the rows that a query finds. */
    Set<String> query(String sql) throws SQLException {
        try (Connection connection = server.connect(DATABASE);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            Set<String> found = new HashSet<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
