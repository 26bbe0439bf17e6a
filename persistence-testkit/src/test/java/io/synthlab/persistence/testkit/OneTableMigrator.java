package io.synthlab.persistence.testkit;

import io.synthlab.persistence.PersistenceConfig;
import io.synthlab.persistence.internal.connect.DriverConnections;
import io.synthlab.persistence.spi.SchemaMigrator;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The smallest schema there is: one table. Remembers which databases it migrated. */
public final class OneTableMigrator implements SchemaMigrator {
    static final Set<String> MIGRATED = ConcurrentHashMap.newKeySet();

    @Override
    public int migrate(PersistenceConfig config) {
        try (Connection connection = DriverConnections.open(config, true);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE notes (id integer PRIMARY KEY, note text)");
            MIGRATED.add(config.databaseUrl().orElseThrow().jdbcUrl());
            return 1;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A second migrator, for the error about two. */
    public static final class Second implements SchemaMigrator {
        @Override
        public int migrate(PersistenceConfig config) {
            return 0;
        }
    }
}
