package io.synthlab.persistence.migrations.schema;

import io.synthlab.persistence.DatabaseKind;
import io.synthlab.persistence.PersistenceConfig;
import io.synthlab.persistence.error.SchemaMismatchException;
import io.synthlab.persistence.migrations.SchemaStatus;
import io.synthlab.persistence.migrations.SchemaVersion;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Applies the versions that a database lacks, all of them in one transaction. */
public final class Migration {
    private static final Logger LOG = LoggerFactory.getLogger(Migration.class);

    private Migration() {}

    /**
     * Brings a database to the expected version.
     *
     * @param config which database; a missing SQLite file is created
     * @return versions that were applied, oldest first
     */
    public static List<SchemaVersion> run(PersistenceConfig config) {
        Target target = Target.of(config);
        // Looking first spares the lock where there is nothing to do, and leaves a file alone that is not ours.
        if (!target.isNewFile() && isCurrent(target)) {
            return List.of();
        }
        try (SchemaConnection connection = SchemaConnection.toMigrate(target)) {
            // Somebody else may have migrated while this one waited for the lock.
            SchemaStatus status = requireMigratable(target, Inspection.of(connection));
            if (status.isCurrent()) {
                return List.of();
            }
            return apply(connection, status.pending());
        }
    }

    private static List<SchemaVersion> apply(SchemaConnection connection, List<SchemaVersion> pending) {
        if (connection.kind() == DatabaseKind.SQLITE) {
            DanglingReferences before = DanglingReferences.count(connection);
            new Versions(connection).migrate();
            DanglingReferences.count(connection).requireNoMoreThan(before);
        } else {
            new Versions(connection).migrate();
        }
        List<SchemaVersion> applied = applied(connection, pending);
        connection.commit();
        applied.forEach(version -> LOG.info("Applied schema version {}, {}", version.version(), version.description()));
        return applied;
    }

    private static List<SchemaVersion> applied(SchemaConnection connection, List<SchemaVersion> pending) {
        List<String> numbers = pending.stream().map(SchemaVersion::version).toList();
        return new Versions(connection)
                .list().stream()
                        .filter(version -> numbers.contains(version.version()))
                        .toList();
    }

    private static boolean isCurrent(Target target) {
        try (SchemaConnection connection = SchemaConnection.toRead(target)) {
            return requireMigratable(target, Inspection.of(connection)).isCurrent();
        }
    }

    private static SchemaStatus requireMigratable(Target target, SchemaStatus status) {
        if (!status.isMigratable()) {
            throw new SchemaMismatchException(
                    null,
                    null,
                    target.display() + " cannot be migrated: " + status.message()
                            + status.remedy().map(remedy -> "; " + remedy).orElse(""),
                    null);
        }
        return status;
    }
}
