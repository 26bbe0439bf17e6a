package io.synthlab.persistence.migrations.schema;

import io.synthlab.persistence.DatabaseKind;
import io.synthlab.persistence.DatabaseUrl;
import io.synthlab.persistence.PersistenceConfig;
import io.synthlab.persistence.error.ConfigurationException;
import io.synthlab.persistence.error.ConnectionLostException;
import io.synthlab.persistence.internal.connect.DriverConnections;
import io.synthlab.persistence.internal.connect.SqliteFile;
import io.synthlab.persistence.internal.error.ErrorTranslator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * The database that schema work is about.
 *
 * @param config configuration
 * @param kind which database
 * @param file path of the SQLite file, or {@code null} for PostgreSQL
 * @param scripts the versions there are
 */
public record Target(
        PersistenceConfig config,
        DatabaseKind kind,
        @Nullable Path file,
        VersionScripts scripts) {

    /**
     * Finds out which database a configuration means; a host's data source is asked.
     *
     * @param config configuration
     * @param scripts the versions there are
     * @return the database
     */
    public static Target of(PersistenceConfig config, VersionScripts scripts) {
        DatabaseUrl url = config.databaseUrl().orElse(null);
        if (url == null) {
            return ofDataSource(config, scripts);
        }
        String path = url.sqlitePath();
        return path == null
                ? new Target(config, DatabaseKind.POSTGRESQL, null, scripts)
                : new Target(config, DatabaseKind.SQLITE, SqliteFile.path(path), scripts);
    }

    /** Returns the name for messages, without password. */
    String display() {
        return config.databaseUrl().map(DatabaseUrl::display).orElse("own DataSource");
    }

    /** Returns the path of the SQLite file. */
    Path requireFile() {
        if (file == null) {
            throw new IllegalStateException(display() + " is no SQLite file");
        }
        return file;
    }

    /** Returns whether this is a SQLite file that has yet to be made; an empty file is an empty database to SQLite. */
    boolean isNewFile() {
        try {
            return file != null && (Files.notExists(file) || Files.isRegularFile(file) && Files.size(file) == 0);
        } catch (IOException e) {
            throw new ConnectionLostException(
                    null, null, "SQLite file " + file + " cannot be looked at; check its permissions", e);
        }
    }

    private static Target ofDataSource(PersistenceConfig config, VersionScripts scripts) {
        try (Connection connection = DriverConnections.open(config, false)) {
            String url = connection.getMetaData().getURL();
            return url != null && url.startsWith(DatabaseUrl.SQLITE_PREFIX)
                    ? new Target(
                            config,
                            DatabaseKind.SQLITE,
                            file(url.substring(DatabaseUrl.SQLITE_PREFIX.length())),
                            scripts)
                    : new Target(config, DatabaseKind.POSTGRESQL, null, scripts);
        } catch (SQLException e) {
            throw ErrorTranslator.connecting("own DataSource", e);
        }
    }

    /** Schema work needs a connection with settings of its own, which a host's pool cannot give. */
    private static Path file(String path) {
        if (path.isEmpty() || path.startsWith(":memory:") || path.startsWith("file:")) {
            throw new ConfigurationException("schema work needs a SQLite file; the own DataSource leads to none");
        }
        int parameters = path.indexOf('?');
        return SqliteFile.path(parameters < 0 ? path : path.substring(0, parameters));
    }
}
