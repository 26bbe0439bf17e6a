package io.synthlab.persistence.cli;

import io.synthlab.persistence.DatabaseUrl;
import io.synthlab.persistence.PersistenceConfig;
import io.synthlab.persistence.error.ConfigurationException;
import io.synthlab.persistence.error.DatabaseException;
import io.synthlab.persistence.testkit.postgres.EmbeddedOptions;
import io.synthlab.persistence.testkit.postgres.EmbeddedServer;
import io.synthlab.persistence.testkit.postgres.PostgresServer;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A database named on the command line; an embedded server runs until this is closed. */
public final class DatabaseAddress implements AutoCloseable {
    private static final String EMBEDDED = "embedded";
    /** Database that is used on an embedded server. */
    private static final String NAME = "synthlab";

    /** As it was given; {@code null} for an embedded server and for what the environment says. */
    private final @Nullable String text;

    private final DatabaseUrl url;
    private final @Nullable PostgresServer server;

    private DatabaseAddress(@Nullable String text, DatabaseUrl url, @Nullable PostgresServer server) {
        this.text = text;
        this.url = url;
        this.server = server;
    }

    /**
     * Reads an address, and starts an embedded server if it names one.
     *
     * @param text URL, {@code embedded} or {@code embedded:DIR}; {@code null} for what the environment says
     * @return the address, which the caller closes
     * @throws ConfigurationException if it is in none of the forms, or the directory is in use or holds something else
     * @throws io.synthlab.persistence.error.DatabaseException if the embedded server does not start
     */
    public static DatabaseAddress open(@Nullable String text) {
        if (text == null) {
            PersistenceConfig config = PersistenceConfig.fromEnvironment();
            return new DatabaseAddress(null, config.databaseUrl().orElseThrow(), null);
        }
        if (text.equals(EMBEDDED)) {
            return embedded(EmbeddedOptions.temporary());
        }
        if (text.startsWith(EMBEDDED + ":")) {
            return embedded(EmbeddedOptions.keptIn(directory(text.substring(EMBEDDED.length() + 1))));
        }
        return new DatabaseAddress(text, DatabaseUrl.parse(text), null);
    }

    /** Returns whether an address names a server whose rows are gone when the program ends. */
    static boolean isForOneRun(String text) {
        return text.equals(EMBEDDED);
    }

    private static Path directory(String name) {
        if (name.isBlank()) {
            throw new ConfigurationException("embedded: names no directory; use embedded:DIR to keep the data in DIR,"
                    + " or embedded alone for a server whose data is gone at the end");
        }
        try {
            return Path.of(name);
        } catch (InvalidPathException e) {
            throw new ConfigurationException("embedded:DIR holds no valid path on this platform");
        }
    }

    private static DatabaseAddress embedded(EmbeddedOptions options) {
        PostgresServer server = EmbeddedServer.start(options);
        try {
            if (!exists(server)) {
                server.createDatabase(NAME);
            }
            return new DatabaseAddress(null, server.url(NAME), server);
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
            throw new DatabaseException(null, null, server + " does not list its databases", e);
        }
    }

    /** Returns where the database is; holds the password if the address has one. */
    public DatabaseUrl url() {
        return url;
    }

    /** Returns the server that was started for this address, if any. */
    public Optional<PostgresServer> server() {
        return Optional.ofNullable(server);
    }

    /**
     * Returns a configuration of this database, with every other setting from the environment. User and password of
     * the environment fill what the URL leaves open; an embedded server takes neither them nor TLS.
     *
     * @return a new builder
     * @throws ConfigurationException if a source of settings cannot be read or has an unknown key
     */
    public PersistenceConfig.Builder config() {
        PersistenceConfig.Builder builder = PersistenceConfig.environment();
        if (server != null) {
            String user = Objects.requireNonNull(url.user(), "user of the embedded server");
            return builder.databaseUrl(url.jdbcUrl()).credentials(user, "").set("synthlab.tls-mode", "disable");
        }
        return text == null ? builder : builder.databaseUrl(text);
    }

    @Override
    public void close() {
        if (server != null) {
            server.close();
        }
    }
}
