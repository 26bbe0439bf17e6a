package io.synthlab.persistence.migrations.schema;

import io.synthlab.persistence.DatabaseKind;
import io.synthlab.persistence.error.ConfigurationException;
import io.synthlab.persistence.error.DatabaseException;
import io.synthlab.persistence.error.SchemaMismatchException;
import io.synthlab.persistence.migrations.MigrationPlan;
import io.synthlab.persistence.migrations.SchemaStatus;
import io.synthlab.persistence.migrations.SchemaVersion;
import io.synthlab.persistence.migrations.query.Rows;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Applies the versions that a database lacks, all of them in one transaction. After each the database is compared with
 * what that version should make of it.
 */
public final class Migration {
    private static final Logger LOG = LoggerFactory.getLogger(Migration.class);

    private Migration() {}

    /**
     * Brings a database to a version.
     *
     * @param target which database; a missing SQLite file is created
     * @param version the version to stop at, empty for the newest
     * @return versions that were applied, oldest first
     */
    public static List<SchemaVersion> run(Target target, Optional<String> version) {
        String upTo = upTo(target, version);
        // Looking first spares the lock where there is nothing to do, and leaves a file alone that is not ours.
        if (!target.isNewFile() && pending(target, upTo).isEmpty()) {
            return List.of();
        }
        try (SchemaConnection connection = SchemaConnection.toMigrate(target)) {
            // Somebody else may have migrated while this one waited for the lock.
            List<SchemaVersion> pending = pending(connection, upTo);
            return pending.isEmpty() ? List.of() : apply(connection, pending);
        }
    }

    /**
     * Finds out what migrating would do, and changes nothing.
     *
     * @param target which database; it has to exist
     * @param version the version to stop at, empty for the newest
     * @return what it would do
     */
    public static MigrationPlan plan(Target target, Optional<String> version) {
        List<SchemaVersion> pending = pending(target, upTo(target, version));
        VersionScripts scripts = target.scripts();
        List<String> statements = pending.stream()
                .map(each -> scripts.name(each.version()))
                .flatMap(name -> SqlScript.statements(scripts.text(name.script(target.kind()))).stream())
                .toList();
        return new MigrationPlan(pending, statements);
    }

    private static String upTo(Target target, Optional<String> version) {
        List<String> numbers = target.scripts().names().stream()
                .map(VersionScripts.Name::version)
                .toList();
        String upTo = version.orElseGet(() -> target.scripts().newest());
        if (!numbers.contains(upTo)) {
            throw new ConfigurationException(
                    "there is no version " + upTo + " to migrate to; choose one of " + String.join(", ", numbers));
        }
        return upTo;
    }

    private static List<SchemaVersion> pending(Target target, String upTo) {
        try (SchemaConnection connection = SchemaConnection.toRead(target)) {
            return pending(connection, upTo);
        }
    }

    private static List<SchemaVersion> pending(SchemaConnection connection, String upTo) {
        SchemaStatus status = requireMigratable(connection.target(), Inspection.of(connection));
        int limit = Integer.parseInt(upTo);
        status.installed().stream()
                .filter(version -> Integer.parseInt(version.version()) > limit)
                .findFirst()
                .ifPresent(version -> {
                    throw new ConfigurationException("version " + version.version() + " is applied, which is above "
                            + upTo + "; go back with: synthlab-db schema rollback --to " + upTo);
                });
        return status.pending().stream()
                .filter(version -> Integer.parseInt(version.version()) <= limit)
                .toList();
    }

    private static List<SchemaVersion> apply(SchemaConnection connection, List<SchemaVersion> pending) {
        if (connection.kind() == DatabaseKind.POSTGRESQL) {
            requireRightToCreate(connection);
        }
        boolean takenOver = Drift.isTakenOver(new Versions(connection).installed());
        DanglingReferences before = DanglingReferences.count(connection);
        for (SchemaVersion version : pending) {
            step(connection, version);
            Drift.of(connection, version.version(), takenOver).requireNone("version " + version.version());
        }
        DanglingReferences.count(connection).requireNoMoreThan(before);
        List<SchemaVersion> applied = applied(connection, pending);
        connection.commit();
        applied.forEach(version -> LOG.info("Applied schema version {}, {}", version.version(), version.description()));
        return applied;
    }

    private static void step(SchemaConnection connection, SchemaVersion version) {
        VersionScripts scripts = connection.target().scripts();
        VersionScripts.Name name = scripts.name(version.version());
        SqliteCompanions.around(
                connection,
                SqlScript.statements(scripts.text(name.script(connection.kind()))),
                scripts.tables(String.valueOf(Integer.parseInt(version.version()) - 1), connection.kind()),
                () -> new Versions(connection).migrate(version.version()));
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
