package io.synthlab.persistence.migrations;

import io.synthlab.persistence.PersistenceConfig;
import io.synthlab.persistence.migrations.catalog.Table;
import io.synthlab.persistence.migrations.schema.Baseline;
import io.synthlab.persistence.migrations.schema.DriftCheck;
import io.synthlab.persistence.migrations.schema.Inspection;
import io.synthlab.persistence.migrations.schema.Migration;
import io.synthlab.persistence.migrations.schema.Rollback;
import io.synthlab.persistence.migrations.schema.Target;
import io.synthlab.persistence.migrations.schema.VersionScripts;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The schema of one database: look at it, migrate it, take over a file of the original.
 *
 * <pre>{@code
 * Schema schema = Schema.of(PersistenceConfig.fromEnvironment());
 * if (!schema.status().isCurrent()) {
 *     schema.migrate();
 * }
 * }</pre>
 *
 * <p>Each call opens a connection of its own and closes it. Safe for use by several threads and processes at once:
 * one works, the others wait and then find nothing to do.
 *
 * @since 0.1
 */
public final class Schema {
    private final PersistenceConfig config;
    private final VersionScripts scripts;

    private Schema(PersistenceConfig config, VersionScripts scripts) {
        this.config = config;
        this.scripts = scripts;
    }

    /**
     * Returns the schema of a configured database. Nothing is opened yet.
     *
     * @param config which database
     * @return its schema
     */
    public static Schema of(PersistenceConfig config) {
        return new Schema(Objects.requireNonNull(config, "config"), VersionScripts.LIBRARY);
    }

    /**
     * Returns the schema of a configured database with versions that stand in a directory, such as drafts that are not
     * on the class path yet. The directory is laid out as the versions of this library are: {@code versions.txt},
     * {@code sqlite}, {@code postgresql}, {@code expected}.
     *
     * @param config which database
     * @param directory where the versions stand
     * @return its schema
     */
    public static Schema withVersionsOf(PersistenceConfig config, Path directory) {
        return new Schema(Objects.requireNonNull(config, "config"), new VersionScripts(directory));
    }

    /**
     * Looks at the database and changes nothing.
     *
     * @return where the schema stands
     * @throws io.synthlab.persistence.error.DatabaseException if the database cannot be reached; a SQLite file that
     *     does not exist cannot
     * @throws io.synthlab.persistence.error.ConfigurationException if the PostgreSQL user has no current schema
     */
    public SchemaStatus status() {
        return Inspection.of(target());
    }

    /**
     * Applies every version that is missing, in one transaction. After each the database is compared with what that
     * version should make of it; if anything differs, nothing is changed. A SQLite file that does not exist is created.
     *
     * @return versions that were applied, oldest first; empty if there was nothing to do
     * @throws io.synthlab.persistence.error.SchemaMismatchException if the database holds something else, is newer
     *     or was changed by hand; the message says what to do
     * @throws io.synthlab.persistence.error.ConflictException if the write lock of a SQLite file did not become free
     * @throws io.synthlab.persistence.error.DatabaseException if the database cannot be reached or a version fails;
     *     a failed version leaves nothing behind
     * @throws io.synthlab.persistence.error.ConfigurationException if the directory of a SQLite file does not exist
     *     or the PostgreSQL user has no current schema
     */
    public List<SchemaVersion> migrate() {
        return Migration.run(target(), Optional.empty());
    }

    /**
     * Applies every missing version up to one, in one transaction, as {@link #migrate()} does.
     *
     * @param version the version to stop at, for example {@code 1}
     * @return versions that were applied, oldest first; empty if it is there already
     * @throws io.synthlab.persistence.error.ConfigurationException if there is no such version, or a newer one is
     *     applied
     */
    public List<SchemaVersion> migrate(String version) {
        return Migration.run(target(), Optional.of(version));
    }

    /**
     * Compares the database with what its versions should have made of it: columns, types, nullability, defaults, keys,
     * delete actions, unique keys, checks and indexes. Changes nothing. Tables of others are left out.
     *
     * @return what differs
     * @throws io.synthlab.persistence.error.DatabaseException if the database cannot be reached; a SQLite file that
     *     does not exist cannot
     */
    public SchemaCheck check() {
        return DriftCheck.run(target());
    }

    /**
     * Says what {@link #migrate()} would do, and changes nothing.
     *
     * @return versions and statements
     * @throws io.synthlab.persistence.error.SchemaMismatchException if migrating would be refused
     * @throws io.synthlab.persistence.error.DatabaseException if the database cannot be reached; a SQLite file that
     *     does not exist cannot
     */
    public MigrationPlan planMigration() {
        return Migration.plan(target(), Optional.empty());
    }

    /**
     * Says what {@link #migrate(String)} would do, and changes nothing.
     *
     * @param version the version to stop at
     * @return versions and statements
     * @throws io.synthlab.persistence.error.ConfigurationException if there is no such version, or a newer one is
     *     applied
     */
    public MigrationPlan planMigration(String version) {
        return Migration.plan(target(), Optional.of(version));
    }

    /**
     * Says what {@link #rollback} would do and which rows it would destroy, and changes nothing.
     *
     * @param options how far
     * @return versions, rows and statements
     * @throws io.synthlab.persistence.error.ConfigurationException if the target or the number of steps is not there
     * @throws io.synthlab.persistence.error.SchemaMismatchException if the schema cannot be rolled back; says why
     * @throws io.synthlab.persistence.error.DatabaseException if the database cannot be reached
     */
    public RollbackPlan planRollback(RollbackOptions options) {
        return Rollback.plan(target(), Objects.requireNonNull(options, "options"));
    }

    /**
     * Undoes versions, newest first, by their undo scripts. Each is one transaction with its entry of the history: a
     * rollback that is interrupted has undone some versions whole, and running it again goes on. Undoing the first
     * version removes the history, too: nothing of this library is left.
     *
     * @param options how far, and whether rows may be destroyed
     * @return what was done
     * @throws io.synthlab.persistence.error.SchemaMismatchException if rows would be destroyed and the options do not
     *     accept that, if a version was taken over rather than applied, has no undo script or was changed; nothing is
     *     undone by that step
     * @throws io.synthlab.persistence.error.ConfigurationException if the target or the number of steps is not there
     * @throws io.synthlab.persistence.error.ConflictException if the write lock of a SQLite file did not become free
     * @throws io.synthlab.persistence.error.DatabaseException if the database cannot be reached or a script fails; that
     *     version is untouched then
     */
    public RollbackPlan rollback(RollbackOptions options) {
        return Rollback.run(target(), Objects.requireNonNull(options, "options"));
    }

    /**
     * Takes over a SQLite file of the original, versions 7 to 15, in place: verified backup first, then the tables and
     * columns that are missing and a history, in one transaction. Rows stay as they are. Tables that differ from version
     * 15 in what this library relies on are refused, or get its definitions if the options say so.
     *
     * @param options where the backup goes and whether to repair
     * @return what was found and done
     * @throws io.synthlab.persistence.error.SchemaMismatchException if the file is older, of something else, or
     *     differs in what this library relies on; the message says what was seen
     * @throws io.synthlab.persistence.error.ConflictException if the write lock of the file did not become free
     * @throws io.synthlab.persistence.error.DatabaseException if the file cannot be read or the backup not written
     * @throws io.synthlab.persistence.error.ConfigurationException if the database is PostgreSQL or the directory of
     *     the backup does not exist
     */
    public BaselineReport baseline(BaselineOptions options) {
        return Baseline.run(target(), Objects.requireNonNull(options, "options"));
    }

    /**
     * Compares tables that somebody wants, such as those of entities, with the newest version of this library.
     *
     * @param wanted the tables
     * @return how they differ, one sentence each; empty if they are the same
     */
    public static List<String> differencesOf(Collection<Table> wanted) {
        return DriftCheck.differencesOf(wanted);
    }

    private Target target() {
        return Target.of(config, scripts);
    }
}
