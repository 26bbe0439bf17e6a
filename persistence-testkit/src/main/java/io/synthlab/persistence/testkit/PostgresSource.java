package io.synthlab.persistence.testkit;

import io.synthlab.persistence.DatabaseUrl;
import io.synthlab.persistence.internal.schema.SchemaMigrators;
import io.synthlab.persistence.testkit.postgres.PostgresServer;
import io.synthlab.persistence.testkit.postgres.TestServers;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Databases on the shared PostgreSQL server of one version. */
final class PostgresSource extends DatabaseSource {
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final int majorVersion;
    private @Nullable String template;

    PostgresSource(int majorVersion) {
        this.majorVersion = majorVersion;
    }

    @Override
    DatabaseUrl create(boolean migrated) {
        String name = newName("test");
        if (migrated) {
            server().createDatabase(name, template());
        } else {
            server().createDatabase(name);
        }
        return server().url(name);
    }

    @Override
    boolean drop(DatabaseUrl database) {
        return server().dropUnusedDatabase(name(database));
    }

    @Override
    boolean isQuiet(DatabaseUrl database) {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (server().openTransactions(name(database)) > 0) {
            if (Instant.now().isAfter(deadline)) {
                return false;
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        return true;
    }

    private static String name(DatabaseUrl database) {
        String url = database.jdbcUrl();
        int query = url.indexOf('?');
        String path = query < 0 ? url : url.substring(0, query);
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private synchronized String template() {
        if (template == null) {
            template = migrate(newName("template"));
        }
        return template;
    }

    private String migrate(String name) {
        server().createDatabase(name);
        try {
            SchemaMigrators.only().migrate(config(server().url(name)).build());
            return name;
        } catch (RuntimeException e) {
            server().dropDatabase(name);
            throw e;
        }
    }

    private PostgresServer server() {
        return TestServers.postgres(majorVersion);
    }

    /** Unique on a server that other JVMs may use at the same time. */
    private static String newName(String purpose) {
        return "synthlab_" + purpose + "_" + UUID.randomUUID().toString().replace("-", "");
    }
}
