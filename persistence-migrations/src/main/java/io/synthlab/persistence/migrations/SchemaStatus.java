package io.synthlab.persistence.migrations;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Where the schema of a database stands, compared with what this library works with.
 *
 * @param state the answer in one word
 * @param installed versions the database has, oldest first
 * @param pending versions it lacks, oldest first
 * @param expectedVersion version this library works with
 * @param message the answer in one sentence; names tables, never stored text
 * @param remedy what to do about it, empty if nothing has to be done
 * @param drift how the tables differ from what the installed versions make, one sentence each; empty if nothing
 *     differs, or if there is no sound history to measure by
 */
public record SchemaStatus(
        State state,
        List<SchemaVersion> installed,
        List<SchemaVersion> pending,
        String expectedVersion,
        String message,
        Optional<String> remedy,
        List<String> drift) {

    /** The answer in one word. */
    public enum State {
        /** Nothing of ours is there, and nothing is in the way. */
        EMPTY,
        /** At the expected version. */
        CURRENT,
        /** Versions are missing. */
        PENDING,
        /** Tables of ours without a history: a file of the original, or a half-made schema. */
        LEGACY,
        /** A SQLite file of something else. */
        FOREIGN,
        /** The history records a failed version. */
        FAILED,
        /** The script of an applied version has changed. */
        CHANGED,
        /** A newer build of this library was here. */
        NEWER,
        /** A version is missing although a newer one is there. */
        OUT_OF_ORDER
    }

    /** Copies the lists and checks that every part is there. */
    public SchemaStatus {
        Objects.requireNonNull(state, "state");
        installed = List.copyOf(installed);
        pending = List.copyOf(pending);
        Objects.requireNonNull(expectedVersion, "expectedVersion");
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(remedy, "remedy");
        drift = List.copyOf(drift);
    }

    /**
     * Returns this status with what was found to differ.
     *
     * @param differences one sentence each
     * @return the status
     */
    public SchemaStatus withDrift(List<String> differences) {
        return new SchemaStatus(state, installed, pending, expectedVersion, message, remedy, differences);
    }

    /** Returns whether the history is sound and at least one version is there. */
    public boolean hasSoundHistory() {
        return !installed.isEmpty() && (state == State.CURRENT || state == State.PENDING);
    }

    /** Returns whether the library can open the database as it is. */
    public boolean isCurrent() {
        return state == State.CURRENT;
    }

    /** Returns whether {@link Schema#migrate()} would go to work or find nothing to do, rather than refuse. */
    public boolean isMigratable() {
        return state == State.EMPTY || state == State.PENDING || state == State.CURRENT;
    }
}
