package io.synthlab.persistence;

/** The databases this library speaks to. */
public enum DatabaseKind {
    /** SQLite, 3.35 or newer: one file, one writer. */
    SQLITE("SQLite"),
    /** PostgreSQL 14 or newer. */
    POSTGRESQL("PostgreSQL");

    private final String displayName;

    DatabaseKind(String displayName) {
        this.displayName = displayName;
    }

    /** Returns the name people write, for example {@code PostgreSQL}. */
    public String displayName() {
        return displayName;
    }
}
