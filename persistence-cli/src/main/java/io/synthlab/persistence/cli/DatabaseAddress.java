package io.synthlab.persistence.cli;

import io.synthlab.persistence.DatabaseUrl;
import io.synthlab.persistence.PersistenceConfig;
import io.synthlab.persistence.testkit.postgres.EmbeddedOptions;
import io.synthlab.persistence.testkit.postgres.EmbeddedServer;
import io.synthlab.persistence.testkit.postgres.PostgresServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A database named on the command line; an embedded server runs until this is closed. */
public final class DatabaseAddress implements AutoCloseable {
    private static final String EMBEDDED = "embedded";
    /** Database that is used on an embedded server. */
    private static final String NAME = "synthlab";

    private final DatabaseUrl url;
    private final @Nullable PostgresServer server;

    private DatabaseAddress(DatabaseUrl url, @Nullable PostgresServer server) {
        this.url = url;
        this.server = server;
    }

    /**
     * Reads an address, and starts an embedded server if it names one.
     *
     * @param text URL, {@code embedded} or {@code embedded:DIR}; {@code null} for what the environment says
     * @return the address, which the caller closes
     * @throws io.synthlab.persistence.error.ConfigurationException if it is in none of the forms
     */
    public static DatabaseAddress open(@Nullable String text) {
        if (text == null) {
            PersistenceConfig config = PersistenceConfig.fromEnvironment();
            return new DatabaseAddress(config.databaseUrl().orElseThrow(), null);
        }
        if (text.equals(EMBEDDED)) {
            return embedded(EmbeddedOptions.temporary());
        }
        if (text.startsWith(EMBEDDED + ":")) {
            return embedded(EmbeddedOptions.keptIn(Path.of(text.substring(EMBEDDED.length() + 1))));
        }
        return new DatabaseAddress(DatabaseUrl.parse(text), null);
    }

    private static DatabaseAddress embedded(EmbeddedOptions options) {
        PostgresServer server = EmbeddedServer.start(options);
        try {
            if (!exists(server)) {
                server.createDatabase(NAME);
            }
            return new DatabaseAddress(server.url(NAME), server);
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
    }

    private static boolean exists(PostgresServer server) {
        try (Connection connection = server.connect("postgres");
                PreparedStatement query = connection.prepareStatement("SELECT 1 FROM pg_database WHERE datname = ?")) {
            query.setString(1, NAME);
            try (ResultSet rows = query.executeQuery()) {
                return rows.next();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the embedded server does not list its databases", e);
        }
    }

    /** Returns the URL, credentials included. */
    public DatabaseUrl url() {
        return url;
    }

    /** Returns the server that was started for this address, if any. */
    public Optional<PostgresServer> server() {
        return Optional.ofNullable(server);
    }

    /** Returns a configuration of this database, with every other setting from the environment. */
    public PersistenceConfig.Builder config() {
        PersistenceConfig.Builder builder = PersistenceConfig.environment().databaseUrl(url.jdbcUrl());
        if (url.user() != null) {
            builder.credentials(url.user(), url.password() == null ? "" : url.password());
        }
        return builder;
    }

    @Override
    public void close() {
        if (server != null) {
            server.close();
        }
    }
}
