package io.synthlab.persistence.migrations;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * One schema version, known to this library or found in a database.
 *
 * @param version its number, for example {@code 1}
 * @param description what it is about, for example {@code nineteen tables}
 * @param state where it stands
 * @param installedOn when it was applied, empty if it was not
 */
public record SchemaVersion(String version, String description, State state, Optional<Instant> installedOn) {

    /** Where a version stands in a database. */
    public enum State {
        /** Applied by its script. */
        APPLIED,
        /** Taken as present when the database was taken over. */
        BASELINE,
        /** Known to this library, not yet applied. */
        PENDING,
        /** Applied, but its script has another content today. */
        CHANGED,
        /** Applied and unknown to this library: a newer build made it. */
        UNKNOWN,
        /** Begun and failed. */
        FAILED,
        /** Older than one that is applied, but not applied itself. */
        OUT_OF_ORDER
    }

    /** Checks that every part is there. */
    public SchemaVersion {
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(description, "description");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(installedOn, "installedOn");
    }
}
