package io.synthlab.persistence.migrations.schema;

import io.synthlab.persistence.DatabaseKind;
import io.synthlab.persistence.PersistenceConfig;
import io.synthlab.persistence.error.DatabaseException;
import io.synthlab.persistence.error.SchemaMismatchException;
import io.synthlab.persistence.migrations.MigrationPlan;
import io.synthlab.persistence.migrations.SchemaStatus;
import io.synthlab.persistence.migrations.SchemaVersion;
import java.sql.SQLException;
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

    /**
     * Finds out what migrating would do, and changes nothing.
     *
     * @param config which database; it has to exist
     * @return what it would do
     */
    public static MigrationPlan plan(PersistenceConfig config) {
        Target target = Target.of(config);
        List<SchemaVersion> pending = pending(target);
        List<String> statements = pending.stream()
                .flatMap(version -> SqlScript.statements(Versions.script(version, target.kind())).stream())
                .toList();
        return new MigrationPlan(pending, statements);
    }

    private static List<SchemaVersion> pending(Target target) {
        try (SchemaConnection connection = SchemaConnection.toRead(target)) {
            return requireMigratable(target, Inspection.of(connection)).pending();
        }
    }

    private static List<SchemaVersion> apply(SchemaConnection connection, List<SchemaVersion> pending) {
        if (connection.kind() == DatabaseKind.SQLITE) {
            DanglingReferences before = DanglingReferences.count(connection);
            new Versions(connection).migrate();
            DanglingReferences.count(connection).requireNoMoreThan(before);
        } else {
            requireRightToCreate(connection);
            new Versions(connection).migrate();
        }
        List<SchemaVersion> applied = applied(connection, pending);
        connection.commit();
        applied.forEach(version -> LOG.info("Applied schema version {}, {}", version.version(), version.description()));
        return applied;
    }

    /** Asked before, because Flyway reports the failure that follows from the refusal. */
    private static void requireRightToCreate(SchemaConnection connection) {
        String sql = "SELECT current_schema(), current_user, has_schema_privilege(current_schema(), 'CREATE')";
        try {
            String missing = Rows.list(
                            connection.jdbc(),
                            sql,
                            row -> row.getBoolean(3)
                                    ? ""
                                    : "CREATE ON SCHEMA \"" + row.getString(1) + "\" TO \"" + row.getString(2) + '"')
                    .get(0);
            if (!missing.isEmpty()) {
                throw new DatabaseException(
                        null, null, "this user may not create tables here; have it granted: GRANT " + missing, null);
            }
        } catch (SQLException e) {
            throw connection.translate(e);
        }
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
