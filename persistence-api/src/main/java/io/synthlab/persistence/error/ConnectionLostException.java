package io.synthlab.persistence.error;

import org.jspecify.annotations.Nullable;

/** The connection to the database could not be made or broke before anything was committed. */
public final class ConnectionLostException extends DatabaseException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the error.
     *
     * @param table table the statement was about, or {@code null}
     * @param key key of the row, or {@code null}
     * @param message what happened and what to do
     * @param cause sanitised cause, or {@code null}
     */
    public ConnectionLostException(
            @Nullable String table, @Nullable String key, String message, @Nullable Throwable cause) {
        super(table, key, message, cause);
    }
}
