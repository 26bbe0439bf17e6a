package io.synthlab.persistence.testkit;

import io.synthlab.persistence.PersistenceConfig;
import io.synthlab.persistence.internal.connect.DriverConnections;
import io.synthlab.persistence.internal.schema.SchemaHistory;
import io.synthlab.persistence.spi.SchemaMigrator;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The smallest schema a factory opens, and one table for tests. Remembers which databases it migrated. */
public final class SmallestMigrator implements SchemaMigrator {
    static final Set<String> MIGRATED = ConcurrentHashMap.newKeySet();

    @Override
    public int migrate(PersistenceConfig config) {
        try (Connection connection = DriverConnections.open(config, true);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE notes (id integer PRIMARY KEY, note text)");
            // What a factory looks for when it opens.
            statement.execute("CREATE TABLE synth_groups (id text PRIMARY KEY, name text, description text,"
                    + " created_at text)");
            statement.execute("CREATE TABLE synthlab_schema_history (installed_rank integer, version text,"
                    + " success boolean)");
            statement.execute(
                    "INSERT INTO synthlab_schema_history VALUES (1, '" + SchemaHistory.EXPECTED_VERSION + "', true)");
            MIGRATED.add(config.databaseUrl().orElseThrow().jdbcUrl());
            return 1;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public List<String> check(PersistenceConfig config) {
        return List.of();
    }

    /** A second migrator, for the error about two. */
    public static final class Second implements SchemaMigrator {
        @Override
        public int migrate(PersistenceConfig config) {
            return 0;
        }

        @Override
        public List<String> check(PersistenceConfig config) {
            return List.of();
        }
    }
}
