package io.synthlab.persistence.internal.connect;

import io.synthlab.persistence.PersistenceConfig;
import java.nio.file.Path;
import java.util.Properties;

/** Driver settings of each database; the reasons stand beside them. */
public final class ConnectionProperties {
    /** Opens an existing file for reading and writing, and never creates one (flag READWRITE of SQLite). */
    private static final String OPEN_EXISTING = "2";
    /** The same with flag CREATE. */
    private static final String OPEN_OR_CREATE = "6";

    private ConnectionProperties() {}

    /**
     * Returns the properties of a PostgreSQL connection, without user and password.
     *
     * @param config configuration
     * @return new properties
     */
    public static Properties postgresql(PersistenceConfig config) {
        Properties properties = new Properties();
        properties.setProperty("ApplicationName", "synthlab-persistence");
        // Stored values would otherwise come back in error messages and end in logs.
        properties.setProperty("logServerErrorDetail", "false");
        properties.setProperty("reWriteBatchedInserts", "true");
        properties.setProperty("connectTimeout", "10");
        // A server that vanished without a word is noticed at last, by the operating system's probes.
        properties.setProperty("tcpKeepAlive", "true");
        PersistenceConfig.Tls tls = config.tls();
        tls.mode().ifPresent(mode -> properties.setProperty("sslmode", mode));
        tls.rootCertificate().ifPresent(path -> properties.setProperty("sslrootcert", absolute(path)));
        tls.certificate().ifPresent(path -> properties.setProperty("sslcert", absolute(path)));
        tls.key().ifPresent(path -> properties.setProperty("sslkey", absolute(path)));
        return properties;
    }

    /**
     * Returns the properties of a SQLite connection.
     *
     * @param config configuration
     * @param create whether a missing file is created
     * @return new properties
     */
    public static Properties sqlite(PersistenceConfig config, boolean create) {
        Properties properties = new Properties();
        properties.setProperty("open_mode", create ? OPEN_OR_CREATE : OPEN_EXISTING);
        properties.setProperty("foreign_keys", "true");
        properties.setProperty("journal_mode", "WAL");
        properties.setProperty("synchronous", "NORMAL");
        properties.setProperty(
                "busy_timeout", Long.toString(config.sqliteBusyTimeout().toMillis()));
        return properties;
    }

    private static String absolute(Path path) {
        return path.toAbsolutePath().toString();
    }
}
