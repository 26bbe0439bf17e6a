package io.synthlab.persistence.migrations.schema;

import io.synthlab.persistence.DatabaseKind;
import io.synthlab.persistence.error.DatabaseException;
import io.synthlab.persistence.internal.schema.SchemaHistory;
import io.synthlab.persistence.migrations.SchemaVersion;
import io.synthlab.persistence.migrations.SchemaVersion.State;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** The version scripts and their history in one database, as Flyway sees them. */
final class Versions {
    /** Stands for the objects of others in a schema that is shared; every version of ours is above it. */
    private static final String BEFORE_FIRST = "0";

    private final SchemaConnection connection;

    Versions(SchemaConnection connection) {
        this.connection = connection;
    }

    /** Lists every version, applied or not, oldest first. */
    List<SchemaVersion> list() {
        JoinedDataSource lent = new JoinedDataSource(connection.jdbc());
        try {
            MigrationInfo[] all = flyway(lent, BEFORE_FIRST, "").info().all();
            return Arrays.stream(all)
                    .filter(this::concernsUs)
                    .map(this::version)
                    .toList();
        } catch (FlywayException e) {
            throw FlywayErrors.translate(e, connection.kind());
        }
    }

    /** Lists the versions that are there, oldest first. */
    List<SchemaVersion> installed() {
        return list().stream()
                .filter(version -> version.state() == State.APPLIED || version.state() == State.BASELINE)
                .toList();
    }

    /** Applies what is missing up to a version; the caller has looked at the database and commits. */
    void migrate(String target) {
        JoinedDataSource lent = new JoinedDataSource(connection.jdbc());
        try {
            flyway(lent, BEFORE_FIRST, "objects of others", target).migrate();
        } catch (FlywayException e) {
            throw FlywayErrors.translate(e, connection.kind());
        }
        requireUndisturbed(lent);
    }

    /** Begins a history at a version that is there already; the caller commits. */
    void baseline(String version, String description) {
        JoinedDataSource lent = new JoinedDataSource(connection.jdbc());
        try {
            flyway(lent, version, description).baseline();
        } catch (FlywayException e) {
            throw FlywayErrors.translate(e, connection.kind());
        }
        requireUndisturbed(lent);
    }

    private Flyway flyway(JoinedDataSource lent, String baselineVersion, String baselineDescription) {
        return flyway(lent, baselineVersion, baselineDescription, "latest");
    }

    private Flyway flyway(JoinedDataSource lent, String baselineVersion, String baselineDescription, String target) {
        FluentConfiguration configuration = Flyway.configure(Versions.class.getClassLoader())
                .dataSource(lent)
                .table(SchemaHistory.TABLE)
                .locations(connection.target().scripts().location(connection.kind()))
                .target(target)
                .failOnMissingLocations(true)
                .placeholderReplacement(false)
                // Whether a database that is not empty may be migrated is decided by Inspection, before.
                .baselineOnMigrate(true)
                .baselineVersion(baselineVersion);
        if (!baselineDescription.isEmpty()) {
            configuration.baselineDescription(baselineDescription);
        }
        return configuration.load();
    }

    private void requireUndisturbed(JoinedDataSource lent) {
        if (lent.rollbackAsked()) {
            throw new DatabaseException(null, null, "a schema version could not be applied; nothing was changed", null);
        }
    }

    private boolean concernsUs(MigrationInfo info) {
        return info.getVersion() != null && !info.getVersion().getVersion().equals(BEFORE_FIRST);
    }

    private SchemaVersion version(MigrationInfo info) {
        return new SchemaVersion(
                info.getVersion().getVersion(), info.getDescription(), state(info), installedOn(info.getInstalledOn()));
    }

    private static State state(MigrationInfo info) {
        return switch (info.getState()) {
            case SUCCESS, OUT_OF_ORDER -> info.isChecksumMatching() ? State.APPLIED : State.CHANGED;
            case BASELINE, BELOW_BASELINE, BASELINE_IGNORED -> State.BASELINE;
            case FAILED, MISSING_FAILED, FUTURE_FAILED -> State.FAILED;
            case MISSING_SUCCESS, FUTURE_SUCCESS -> State.UNKNOWN;
            case IGNORED -> State.OUT_OF_ORDER;
            default -> State.PENDING;
        };
    }

    /** Flyway stores UTC on SQLite and reads it back as if it were local time. */
    private Optional<Instant> installedOn(Date date) {
        Optional<Instant> read = Optional.ofNullable(date).map(Date::toInstant);
        if (connection.kind() == DatabaseKind.POSTGRESQL) {
            return read;
        }
        return read.map(instant ->
                LocalDateTime.ofInstant(instant, ZoneId.systemDefault()).toInstant(ZoneOffset.UTC));
    }
}
