package io.synthlab.persistence.testkit;

import io.synthlab.persistence.DatabaseKind;
import io.synthlab.persistence.DatabaseUrl;
import io.synthlab.persistence.PersistenceConfig;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Makes databases of one kind: empty ones, and copies of one that is migrated when first asked for. */
abstract sealed class DatabaseSource permits PostgresSource, SqliteSource {
    /** How long a transaction that is ending may take. */
    static final Duration PATIENCE = Duration.ofSeconds(1);

    private static final Map<Integer, DatabaseSource> POSTGRES = new ConcurrentHashMap<>();
    private static final DatabaseSource SQLITE = new SqliteSource();

    /** Returns the source this JVM has for a kind and, for PostgreSQL, a major version. */
    static DatabaseSource of(DatabaseKind kind, int postgres) {
        return kind == DatabaseKind.SQLITE ? SQLITE : POSTGRES.computeIfAbsent(postgres, PostgresSource::new);
    }

    /** Returns a new database, which only its owner knows. */
    abstract DatabaseUrl create(boolean migrated);

    /**
     * Removes a database.
     *
     * @return whether nobody was connected to it any more
     */
    abstract boolean drop(DatabaseUrl database);

    /** Returns whether no transaction is open, and waits a second for those that are ending. */
    abstract boolean isQuiet(DatabaseUrl database);

    /** Returns a configuration that leads to a database. */
    static PersistenceConfig.Builder config(DatabaseUrl database) {
        PersistenceConfig.Builder config = PersistenceConfig.builder().databaseUrl(database.jdbcUrl());
        if (database.user() != null) {
            config.credentials(database.user(), database.password() == null ? "" : database.password());
        }
        return config;
    }
}
