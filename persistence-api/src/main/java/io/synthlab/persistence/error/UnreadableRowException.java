package io.synthlab.persistence.error;

import org.jspecify.annotations.Nullable;

/** A stored row cannot be read, for example because its JSON lacks a required key. Table, key and field are named. */
public final class UnreadableRowException extends DatabaseException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the error.
     *
     * @param table table the statement was about, or {@code null}
     * @param key key of the row, or {@code null}
     * @param message what happened and what to do
     * @param cause sanitised cause, or {@code null}
     */
    public UnreadableRowException(
            @Nullable String table, @Nullable String key, String message, @Nullable Throwable cause) {
        super(table, key, message, cause);
    }
}
