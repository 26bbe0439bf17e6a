package io.synthlab.persistence.jdbc;

import io.synthlab.persistence.spi.DatabaseContext;
import io.synthlab.persistence.spi.ProviderSession;
import io.synthlab.persistence.spi.RepositoryProvider;

/** Implementation {@code legacy-jdbc}: straight SQL through JDBC, on SQLite and on PostgreSQL. */
public final class LegacyJdbcProvider implements RepositoryProvider {
    /** Name it is switched on by. */
    public static final String NAME = "legacy-jdbc";

    /** For {@link java.util.ServiceLoader}. */
    public LegacyJdbcProvider() {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public ProviderSession connect(DatabaseContext database) {
        return new LegacyJdbcSession(database);
    }
}
