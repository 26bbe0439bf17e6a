package io.synthlab.persistence.error;

import org.jspecify.annotations.Nullable;

/** Another transaction was in the way; running the whole unit of work again may succeed. */
public final class ConflictException extends DatabaseException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the error.
     *
     * @param table table the statement was about, or {@code null}
     * @param key key of the row, or {@code null}
     * @param message what happened and what to do
     * @param cause sanitised cause, or {@code null}
     */
    public ConflictException(@Nullable String table, @Nullable String key, String message, @Nullable Throwable cause) {
        super(table, key, message, cause);
    }
}
