package io.synthlab.persistence.testkit;

import io.synthlab.persistence.DatabaseUrl;
import io.synthlab.persistence.testkit.postgres.PostgresServer;
import io.synthlab.persistence.testkit.postgres.TestServers;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Databases on the shared PostgreSQL server of one version. */
final class PostgresSource extends DatabaseSource {
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
        String url = database.jdbcUrl();
        int query = url.indexOf('?');
        String path = query < 0 ? url : url.substring(0, query);
        return server().dropUnusedDatabase(path.substring(path.lastIndexOf('/') + 1));
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
            Migrators.only(Thread.currentThread().getContextClassLoader())
                    .migrate(config(server().url(name)).build());
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
