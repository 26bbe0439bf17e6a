package io.synthlab.persistence;

/**
 * What opening a {@link RepositoryFactory} does about the schema before it looks whether the version is the expected one.
 * Anything but {@link #NONE} needs {@code persistence-migrations} on the class path.
 */
public enum SchemaAction {
    /** Nothing: whoever runs the application brings the schema to its version. */
    NONE,
    /** Compares the whole schema with what its version should be, and refuses a database that differs. */
    CHECK,
    /**
     * Applies every version that is missing; an empty database is filled, a SQLite file that is missing is made. Of
     * several processes that open at once one works and the others wait.
     */
    MIGRATE
}
