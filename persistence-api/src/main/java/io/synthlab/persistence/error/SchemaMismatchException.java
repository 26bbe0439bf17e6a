package io.synthlab.persistence.error;

import org.jspecify.annotations.Nullable;

/**
 * The database is not at the schema version this library works with, or a move into it is not finished; the message names the
 * command that mends it.
 */
public final class SchemaMismatchException extends DatabaseException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the error.
     *
     * @param table table the statement was about, or {@code null}
     * @param key key of the row, or {@code null}
     * @param message what happened and what to do
     * @param cause sanitised cause, or {@code null}
     */
    public SchemaMismatchException(
            @Nullable String table, @Nullable String key, String message, @Nullable Throwable cause) {
        super(table, key, message, cause);
    }
}
