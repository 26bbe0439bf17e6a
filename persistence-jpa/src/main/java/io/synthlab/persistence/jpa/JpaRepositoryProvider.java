package io.synthlab.persistence.jpa;

import io.synthlab.persistence.spi.DatabaseContext;
import io.synthlab.persistence.spi.ProviderSession;
import io.synthlab.persistence.spi.RepositoryProvider;

/** Implementation {@code jpa}: Hibernate, on SQLite and on PostgreSQL. */
public final class JpaRepositoryProvider implements RepositoryProvider {
    /** Name it is switched on by. */
    public static final String NAME = "jpa";

    /** For {@link java.util.ServiceLoader}. */
    public JpaRepositoryProvider() {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public ProviderSession connect(DatabaseContext database) {
        return new JpaProviderSession(database);
    }
}
