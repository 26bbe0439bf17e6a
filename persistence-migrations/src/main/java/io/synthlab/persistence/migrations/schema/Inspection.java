package io.synthlab.persistence.migrations.schema;

import io.synthlab.persistence.DatabaseKind;
import io.synthlab.persistence.internal.schema.SchemaHistory;
import io.synthlab.persistence.migrations.SchemaStatus;
import io.synthlab.persistence.migrations.SchemaStatus.State;
import io.synthlab.persistence.migrations.SchemaVersion;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds out where the schema of a database stands. */
public final class Inspection {
    private static final int NAMES_SHOWN = 5;

    private final DatabaseKind kind;
    private final String newest;
    private final TableNames tables;
    private final List<SchemaVersion> versions;

    private Inspection(DatabaseKind kind, String newest, TableNames tables, List<SchemaVersion> versions) {
        this.kind = kind;
        this.newest = newest;
        this.tables = tables;
        this.versions = versions;
    }

    /**
     * Looks at a database, drift included, and changes nothing.
     *
     * @param target which database
     * @return where its schema stands
     */
    public static SchemaStatus of(Target target) {
        try (SchemaConnection connection = SchemaConnection.toRead(target)) {
            SchemaStatus status = of(connection);
            return status.hasSoundHistory()
                    ? status.withDrift(Drift.of(connection, status.installed()).describe())
                    : status;
        }
    }

    static SchemaStatus of(SchemaConnection connection) {
        String newest = connection.target().scripts().newest();
        TableNames tables = TableNames.read(connection);
        return new Inspection(connection.kind(), newest, tables, new Versions(connection).list()).status();
    }

    private SchemaStatus status() {
        return tables.history() ? withHistory() : withoutHistory();
    }

    private SchemaStatus withHistory() {
        if (has(SchemaVersion.State.FAILED)) {
            return status(
                    State.FAILED,
                    "version " + first(SchemaVersion.State.FAILED) + " was begun and failed",
                    "restore the database from before, or mend it by hand and remove the failed row of "
                            + SchemaHistory.TABLE);
        }
        if (has(SchemaVersion.State.UNKNOWN)) {
            return status(
                    State.NEWER,
                    "version " + first(SchemaVersion.State.UNKNOWN) + " was applied by a newer build of this library",
                    "use that build, or a database at version " + newest);
        }
        if (has(SchemaVersion.State.CHANGED)) {
            return status(
                    State.CHANGED,
                    "the script of applied version " + first(SchemaVersion.State.CHANGED) + " has another content now",
                    "use the build of this library that applied it; scripts are never edited");
        }
        if (has(SchemaVersion.State.OUT_OF_ORDER)) {
            return status(
                    State.OUT_OF_ORDER,
                    "version " + first(SchemaVersion.State.OUT_OF_ORDER)
                            + " is missing although a newer version is applied",
                    "roll back to the version before it and migrate again; new versions get the next number");
        }
        return has(SchemaVersion.State.PENDING)
                ? status(State.PENDING, "versions are missing: " + pendingNumbers(), migrate())
                : status(State.CURRENT, "at version " + newest, null);
    }

    private SchemaStatus withoutHistory() {
        if (!tables.ours().isEmpty()) {
            String seen = tables.ours().size() + " of the " + tables.known() + " tables are there ("
                    + names(tables.ours()) + ") without a version history";
            return status(State.LEGACY, seen, takeOver());
        }
        if (kind == DatabaseKind.SQLITE && !tables.others().isEmpty()) {
            return status(
                    State.FOREIGN,
                    "the file belongs to something else (" + names(tables.others()) + ")",
                    "name another file; this one was not touched");
        }
        return status(State.EMPTY, "none of the tables is there", migrate());
    }

    private String takeOver() {
        return kind == DatabaseKind.SQLITE
                ? "take the file over with: synthlab-db schema baseline"
                : "use an empty schema or database, or drop these tables if nobody needs them";
    }

    private String migrate() {
        return "bring it to version " + newest + " with: synthlab-db schema migrate";
    }

    private SchemaStatus status(State state, String message, @Nullable String remedy) {
        List<SchemaVersion> pending = versions.stream()
                .filter(version -> version.state() == SchemaVersion.State.PENDING)
                .toList();
        List<SchemaVersion> installed = versions.stream()
                .filter(version -> version.state() != SchemaVersion.State.PENDING
                        && version.state() != SchemaVersion.State.OUT_OF_ORDER)
                .toList();
        return new SchemaStatus(state, installed, pending, newest, message, Optional.ofNullable(remedy), List.of());
    }

    private boolean has(SchemaVersion.State state) {
        return versions.stream().anyMatch(version -> version.state() == state);
    }

    private String first(SchemaVersion.State state) {
        return versions.stream()
                .filter(version -> version.state() == state)
                .findFirst()
                .map(SchemaVersion::version)
                .orElseThrow();
    }

    private String pendingNumbers() {
        return versions.stream()
                .filter(version -> version.state() == SchemaVersion.State.PENDING)
                .map(SchemaVersion::version)
                .collect(Collectors.joining(", "));
    }

    /** Returns the first few names, so that a message stays one. */
    private static String names(List<String> all) {
        String shown = all.stream().limit(NAMES_SHOWN).collect(Collectors.joining(", "));
        return all.size() <= NAMES_SHOWN ? shown : shown + " and " + (all.size() - NAMES_SHOWN) + " more";
    }
}
