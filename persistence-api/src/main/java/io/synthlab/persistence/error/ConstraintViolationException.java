package io.synthlab.persistence.error;

import org.jspecify.annotations.Nullable;

/** A write would have broken a constraint of the database. The statement changed nothing. */
public final class ConstraintViolationException extends DatabaseException {
    private static final long serialVersionUID = 1L;

    /** Which constraint was broken. */
    public enum Kind {
        /** A primary or unique key has this value already. */
        UNIQUE("a row with this key exists already; choose another key or update that row"),
        /** A referenced row does not exist, or rows that still reference this one forbid the change. */
        FOREIGN_KEY(
                "a referenced row does not exist, or other rows still reference this one; write or remove those first"),
        /** A value is outside of what the column accepts. */
        CHECK("a value is outside of what its column accepts; see the table's rules"),
        /** A required value is missing. */
        NOT_NULL("a required value is missing; give every required value");

        private final String remedy;

        Kind(String remedy) {
            this.remedy = remedy;
        }
    }

    private final Kind kind;

    /**
     * Creates the error.
     *
     * @param kind which constraint was broken
     * @param table table that was written, or {@code null} if only the commit found the violation
     * @param key key of the row, or {@code null} if several rows were written
     * @param cause sanitised cause, or {@code null}
     */
    public ConstraintViolationException(
            Kind kind, @Nullable String table, @Nullable String key, @Nullable Throwable cause) {
        super(table, key, kind.remedy, cause);
        this.kind = kind;
    }

    /** Returns which constraint was broken. */
    public Kind kind() {
        return kind;
    }
}
