package io.synthlab.persistence.error;

import org.jspecify.annotations.Nullable;

/** The connection broke while committing: the unit of work may or may not have happened. Never replayed; look before you repeat it. */
public final class CommitOutcomeUnknownException extends DatabaseException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the error.
     *
     * @param table table the statement was about, or {@code null}
     * @param key key of the row, or {@code null}
     * @param message what happened and what to do
     * @param cause sanitised cause, or {@code null}
     */
    public CommitOutcomeUnknownException(
            @Nullable String table, @Nullable String key, String message, @Nullable Throwable cause) {
        super(table, key, message, cause);
    }
}
