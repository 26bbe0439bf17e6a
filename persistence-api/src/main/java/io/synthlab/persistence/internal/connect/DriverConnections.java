package io.synthlab.persistence.internal.connect;

import io.synthlab.persistence.DatabaseKind;
import io.synthlab.persistence.DatabaseUrl;
import io.synthlab.persistence.PersistenceConfig;
import io.synthlab.persistence.error.ConfigurationException;
import io.synthlab.persistence.internal.error.ErrorTranslator;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** Opens single connections outside of any pool, for schema work and the mover. */
public final class DriverConnections {
    private static final String PROBE_SECONDS = "5";

    private DriverConnections() {}

    /**
     * Opens a connection to the configured database.
     *
     * @param config configuration; its {@code DataSource}, if any, is asked, otherwise the driver
     * @param create whether a missing SQLite file is created
     * @return an open connection, which the caller closes; autocommit is on
     * @throws io.synthlab.persistence.error.DatabaseException if the database cannot be reached
     */
    public static Connection open(PersistenceConfig config, boolean create) {
        return open(config, create, new Properties());
    }

    /**
     * Opens a connection for one quick question: on PostgreSQL, connecting and each answer may take five seconds.
     *
     * @param config configuration
     * @return an open connection, which the caller closes
     * @throws io.synthlab.persistence.error.DatabaseException if the database cannot be reached
     */
    public static Connection probe(PersistenceConfig config) {
        Properties limits = new Properties();
        boolean server = config.databaseUrl()
                .filter(url -> url.kind() == DatabaseKind.POSTGRESQL)
                .isPresent();
        if (server) {
            limits.setProperty("connectTimeout", PROBE_SECONDS);
            limits.setProperty("socketTimeout", PROBE_SECONDS);
        }
        return open(config, false, limits);
    }

    private static Connection open(PersistenceConfig config, boolean create, Properties special) {
        DatabaseUrl url = config.databaseUrl().orElse(null);
        try {
            if (url == null) {
                Connection connection = config.dataSource().orElseThrow().getConnection();
                connection.setAutoCommit(true);
                return connection;
            }
            if (url.kind() == DatabaseKind.SQLITE && !create) {
                SqliteFile.requireDatabase(url.sqlitePath());
            }
            Properties properties = properties(config, url, create);
            properties.putAll(special);
            return DriverManager.getConnection(url.jdbcUrl(), properties);
        } catch (SQLException e) {
            throw url == null ? ErrorTranslator.connecting("own DataSource", e) : failed(url, e);
        }
    }

    /**
     * Returns the driver properties of the configured database, user and password included.
     *
     * @param config configuration with a URL
     * @param url its URL
     * @param create whether a missing SQLite file is created
     * @return new properties
     */
    static Properties properties(PersistenceConfig config, DatabaseUrl url, boolean create) {
        if (url.kind() == DatabaseKind.SQLITE) {
            return ConnectionProperties.sqlite(config, create);
        }
        Properties properties = ConnectionProperties.postgresql(config);
        if (url.user() != null) {
            properties.setProperty("user", url.user());
        }
        if (url.password() != null) {
            properties.setProperty("password", url.password());
        }
        return properties;
    }

    /** Turns a failure to connect into one clear error. */
    static RuntimeException failed(DatabaseUrl url, SQLException e) {
        if (e.getMessage() != null && e.getMessage().startsWith("No suitable driver")) {
            String artifact =
                    url.kind() == DatabaseKind.SQLITE ? "org.xerial:sqlite-jdbc" : "org.postgresql:postgresql";
            return new ConfigurationException(
                    "no JDBC driver for " + url.kind().displayName() + " on the class path; add " + artifact);
        }
        return ErrorTranslator.connecting(url.display(), e);
    }
}
