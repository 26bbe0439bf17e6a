package io.synthlab.persistence.migrations;

import io.synthlab.persistence.PersistenceConfig;
import io.synthlab.persistence.spi.SchemaMigrator;
import java.util.List;

/** Offers {@link Schema#migrate()} and {@link Schema#check()} to whoever looks for a migrator by {@link java.util.ServiceLoader}. */
public final class VersionedSchemaMigrator implements SchemaMigrator {
    /** Creates the migrator. */
    public VersionedSchemaMigrator() {}

    @Override
    public int migrate(PersistenceConfig config) {
        return Schema.of(config).migrate().size();
    }

    @Override
    public List<String> check(PersistenceConfig config) {
        return Schema.of(config).check().differences();
    }
}
