package io.synthlab.persistence.internal.error;

import io.synthlab.persistence.internal.error.ErrorTranslator.Failure;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Result codes of SQLite. Loaded only where its driver is on the class path. */
final class SqliteErrors {
    private static final int PRIMARY = 0xff;

    private SqliteErrors() {}

    static Failure failure(SQLException e) {
        for (Throwable at = e; at != null; at = at.getCause()) {
            if (at instanceof SQLiteException sqlite) {
                return failure(sqlite.getResultCode(), String.valueOf(sqlite.getMessage()));
            }
        }
        // The driver itself refuses to use a connection that was closed under it.
        return String.valueOf(e.getMessage()).contains("closed") ? Failure.CONNECTION : Failure.OTHER;
    }

    private static Failure failure(SQLiteErrorCode code, String message) {
        return switch (code) {
            case SQLITE_CONSTRAINT_PRIMARYKEY, SQLITE_CONSTRAINT_UNIQUE, SQLITE_CONSTRAINT_ROWID -> Failure.UNIQUE;
            case SQLITE_CONSTRAINT_FOREIGNKEY -> Failure.FOREIGN_KEY;
            case SQLITE_CONSTRAINT_NOTNULL -> Failure.NOT_NULL;
            default -> byPrimaryCode(SQLiteErrorCode.getErrorCode(code.code & PRIMARY), message);
        };
    }

    /** The low byte of each code says what it is about; the rest only where it came from. */
    private static Failure byPrimaryCode(SQLiteErrorCode code, String message) {
        return switch (code) {
            case SQLITE_CONSTRAINT, SQLITE_MISMATCH -> Failure.CHECK;
            case SQLITE_BUSY, SQLITE_LOCKED -> Failure.CONFLICT;
            case SQLITE_INTERRUPT -> Failure.TIMEOUT;
            case SQLITE_CANTOPEN, SQLITE_NOTADB, SQLITE_CORRUPT -> Failure.CONNECTION;
            case SQLITE_READONLY -> Failure.READ_ONLY;
            case SQLITE_FULL -> Failure.SPACE;
            case SQLITE_ERROR ->
                message.contains("no such table") || message.contains("no such column")
                        ? Failure.SCHEMA
                        : Failure.OTHER;
            default -> Failure.OTHER;
        };
    }
}
