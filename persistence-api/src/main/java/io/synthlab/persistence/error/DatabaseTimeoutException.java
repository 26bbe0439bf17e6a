package io.synthlab.persistence.error;

import org.jspecify.annotations.Nullable;

/** A statement, a lock or a connection from the pool took longer than allowed. The unit of work is undone. */
public final class DatabaseTimeoutException extends DatabaseException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the error.
     *
     * @param table table the statement was about, or {@code null}
     * @param key key of the row, or {@code null}
     * @param message what happened and what to do
     * @param cause sanitised cause, or {@code null}
     */
    public DatabaseTimeoutException(
            @Nullable String table, @Nullable String key, String message, @Nullable Throwable cause) {
        super(table, key, message, cause);
    }
}
