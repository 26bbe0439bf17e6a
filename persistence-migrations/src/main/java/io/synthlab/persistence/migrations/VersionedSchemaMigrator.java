package io.synthlab.persistence.migrations;

import io.synthlab.persistence.PersistenceConfig;
import io.synthlab.persistence.spi.SchemaMigrator;

/** Offers {@link Schema#migrate()} to whoever looks for a migrator by {@link java.util.ServiceLoader}. */
public final class VersionedSchemaMigrator implements SchemaMigrator {
    /** Creates the migrator. */
    public VersionedSchemaMigrator() {}

    @Override
    public int migrate(PersistenceConfig config) {
        return Schema.of(config).migrate().size();
    }
}
