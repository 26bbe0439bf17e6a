package io.synthlab.persistence.internal.factory;

import io.synthlab.persistence.DatabaseKind;
import io.synthlab.persistence.DatabaseUrl;
import io.synthlab.persistence.PersistenceConfig;
import io.synthlab.persistence.error.ConfigurationException;
import io.synthlab.persistence.error.SchemaMismatchException;
import io.synthlab.persistence.internal.connect.ConnectionSource;
import io.synthlab.persistence.internal.connect.DatabaseIdentity;
import io.synthlab.persistence.internal.error.ErrorTranslator;
import io.synthlab.persistence.internal.schema.SchemaHistory;
import io.synthlab.persistence.internal.schema.UnfinishedMove;
import io.synthlab.persistence.internal.time.Timestamps;
import io.synthlab.persistence.synth.SynthGroup;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at a database before it is used: which kind, which schema version, and whether the default group is there. */
final class SchemaGuard {
    private static final Logger LOG = LoggerFactory.getLogger(SchemaGuard.class);
    private static final String NEWEST_VERSION = "SELECT version FROM " + SchemaHistory.TABLE
            + " WHERE success AND version IS NOT NULL ORDER BY installed_rank DESC LIMIT 1";
    private static final String HAS_GROUP = "SELECT 1 FROM synth_groups WHERE id = ?";
    private static final String ADD_GROUP =
            "INSERT INTO synth_groups (id, name, description, created_at) VALUES (?, ?, ?, ?) ON CONFLICT (id) DO NOTHING";

    private SchemaGuard() {}

    /**
     * Checks a database and makes sure that the default group exists.
     *
     * @param connections where to take a connection from
     * @param config configuration
     * @return which kind of database it is, and which one
     * @throws ConfigurationException if the connections lead to more than one
     * @throws SchemaMismatchException if it is not at the expected version, or a move into it is not finished; names the
     *     command that mends it
     */
    static Found check(ConnectionSource connections, PersistenceConfig config) {
        Found found = look(connections, config);
        // Only a host's source can lead elsewhere; asked one after the other, since it may have one connection only.
        if (config.dataSource().isPresent() && !found.equals(look(connections, config))) {
            throw new ConfigurationException(
                    "the data source leads to two databases: its connections must all lead to the"
                            + " same one, because foreign keys and joins tie the tables together. Open a factory for each");
        }
        return found;
    }

    /**
     * What a connection leads to.
     *
     * @param kind which kind of database
     * @param identity which one
     */
    record Found(DatabaseKind kind, DatabaseIdentity identity) {}

    private static Found look(ConnectionSource connections, PersistenceConfig config) {
        Connection connection = take(connections, config);
        try {
            return look(connection, config);
        } finally {
            giveBack(connections, connection);
        }
    }

    private static Found look(Connection connection, PersistenceConfig config) {
        DatabaseKind kind = config.databaseUrl().map(url -> url.kind()).orElse(DatabaseKind.POSTGRESQL);
        try {
            DatabaseMetaData metaData = connection.getMetaData();
            kind = kind(metaData.getDatabaseProductName());
            requireVersion(connection, metaData, kind, config);
            requireMoved(connection, metaData, kind);
            ensureDefaultGroup(connection, config);
            DatabaseIdentity identity = DatabaseIdentity.of(connection, kind);
            if (!connection.getAutoCommit()) {
                connection.commit();
            }
            return new Found(kind, identity);
        } catch (SQLException e) {
            throw ErrorTranslator.translate(e, kind, null, null);
        }
    }

    private static void giveBack(ConnectionSource connections, Connection connection) {
        try {
            connections.giveBack(connection, ConnectionSource.Purpose.WRITE, false);
        } catch (SQLException e) {
            LOG.debug("closing a connection failed", e);
        }
    }

    private static Connection take(ConnectionSource connections, PersistenceConfig config) {
        try {
            return connections.take(ConnectionSource.Purpose.WRITE);
        } catch (SQLException e) {
            throw ErrorTranslator.connecting(display(config), e);
        }
    }

    /** Returns the name of a database for messages, without password. */
    static String display(PersistenceConfig config) {
        return config.databaseUrl().map(DatabaseUrl::display).orElse("own DataSource");
    }

    private static DatabaseKind kind(String product) {
        String name = product.toLowerCase(Locale.ROOT);
        if (name.contains("sqlite")) {
            return DatabaseKind.SQLITE;
        }
        if (name.contains("postgresql")) {
            return DatabaseKind.POSTGRESQL;
        }
        throw new SchemaMismatchException(
                null, null, "the data source leads to " + product + "; only SQLite and PostgreSQL are supported", null);
    }

    private static void requireVersion(
            Connection connection, DatabaseMetaData metaData, DatabaseKind kind, PersistenceConfig config)
            throws SQLException {
        String version = version(connection, metaData);
        if (SchemaHistory.EXPECTED_VERSION.equals(version)) {
            return;
        }
        boolean legacy = version == null && hasTable(connection, metaData, "experiments");
        String found = version != null
                ? "version " + version
                : legacy ? "tables of the original application, but no history" : "no tables of this library";
        String command = command(kind, legacy, version);
        String target =
                config.databaseUrl().map(url -> " --database " + url.location()).orElse("");
        throw new SchemaMismatchException(
                null,
                null,
                "the schema is not at version " + SchemaHistory.EXPECTED_VERSION + " (found: " + found
                        + "); run: synthlab-db schema " + command + target,
                null);
    }

    /** Keys are aside during a move: what is written then could stand twice, or stop the move at its end. */
    private static void requireMoved(Connection connection, DatabaseMetaData metaData, DatabaseKind kind)
            throws SQLException {
        if (kind == DatabaseKind.POSTGRESQL && hasTable(connection, metaData, UnfinishedMove.TABLE)) {
            throw new SchemaMismatchException(
                    null,
                    null,
                    "rows are being moved into this database, or the move was cut off; wait for its end, or finish it by"
                            + " the same call of synthlab-db data copy with --resume",
                    null);
        }
    }

    /** Only a SQLite file can be taken over; elsewhere the status says what stands in the way. */
    private static String command(DatabaseKind kind, boolean legacy, @Nullable String version) {
        if (legacy) {
            return kind == DatabaseKind.SQLITE ? "baseline" : "status";
        }
        return isNewer(version) ? "status" : "migrate";
    }

    private static boolean isNewer(@Nullable String version) {
        return version != null
                && version.matches("[0-9]{1,9}")
                && Integer.parseInt(version) > Integer.parseInt(SchemaHistory.EXPECTED_VERSION);
    }

    /** Returns the newest version that is applied, or {@code null} if there is none. */
    static @Nullable String version(Connection connection, DatabaseMetaData metaData) throws SQLException {
        return hasTable(connection, metaData, SchemaHistory.TABLE) ? newestVersion(connection) : null;
    }

    private static @Nullable String newestVersion(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(NEWEST_VERSION)) {
            return rows.next() ? rows.getString(1) : null;
        }
    }

    private static boolean hasTable(Connection connection, DatabaseMetaData metaData, String table)
            throws SQLException {
        try (ResultSet tables = metaData.getTables(null, connection.getSchema(), table, new String[] {"TABLE"})) {
            return tables.next();
        }
    }

    /** Looks first: a database that is read-only on purpose can be opened if the group is there. */
    private static void ensureDefaultGroup(Connection connection, PersistenceConfig config) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(HAS_GROUP)) {
            query.setString(1, SynthGroup.DEFAULT_ID);
            try (ResultSet rows = query.executeQuery()) {
                if (rows.next()) {
                    return;
                }
            }
        }
        SynthGroup group = SynthGroup.defaultGroup(config.clock().instant());
        try (PreparedStatement insert = connection.prepareStatement(ADD_GROUP)) {
            insert.setString(1, group.id());
            insert.setString(2, group.name());
            insert.setString(3, group.description());
            insert.setString(4, Timestamps.format(group.createdAt()));
            insert.executeUpdate();
        }
    }
}
