package io.synthlab.persistence.internal.factory;

import io.synthlab.persistence.PersistenceConfig;
import io.synthlab.persistence.SchemaAction;
import io.synthlab.persistence.error.ConfigurationException;
import io.synthlab.persistence.error.SchemaMismatchException;
import io.synthlab.persistence.internal.config.Setting;
import io.synthlab.persistence.internal.schema.SchemaMigrators;
import io.synthlab.persistence.spi.SchemaMigrator;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Migrates or checks a database before it is opened, if the configuration says so. */
final class SchemaPreparation {
    private static final Logger LOG = LoggerFactory.getLogger(SchemaPreparation.class);
    private static final int SHOWN = 8;

    private SchemaPreparation() {}

    static void run(PersistenceConfig config) {
        SchemaAction action = config.schemaAction();
        if (action == SchemaAction.NONE) {
            return;
        }
        SchemaMigrator migrator = migrator(action);
        if (action == SchemaAction.MIGRATE) {
            int applied = migrator.migrate(config);
            LOG.info("schema of {}: {} versions applied", SchemaGuard.display(config), applied);
        } else {
            requireNone(migrator.check(config), config);
        }
    }

    private static SchemaMigrator migrator(SchemaAction action) {
        try {
            return SchemaMigrators.only();
        } catch (ConfigurationException e) {
            throw new ConfigurationException(
                    Setting.SCHEMA.key() + " is " + action.name().toLowerCase(Locale.ROOT) + ", but there is "
                            + e.getMessage(),
                    e);
        }
    }

    private static void requireNone(List<String> differences, PersistenceConfig config) {
        if (differences.isEmpty()) {
            return;
        }
        String rest = differences.size() > SHOWN ? "; and " + (differences.size() - SHOWN) + " more" : "";
        throw new SchemaMismatchException(
                null,
                null,
                "the schema of " + SchemaGuard.display(config) + " is not as it should be: "
                        + String.join("; ", differences.subList(0, Math.min(differences.size(), SHOWN))) + rest
                        + "; nothing was changed, see all of it with: synthlab-db schema check",
                null);
    }
}
