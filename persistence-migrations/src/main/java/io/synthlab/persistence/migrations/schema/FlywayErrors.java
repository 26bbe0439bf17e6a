package io.synthlab.persistence.migrations.schema;

import io.synthlab.persistence.DatabaseKind;
import io.synthlab.persistence.error.DatabaseException;
import io.synthlab.persistence.error.SynthLabException;
import io.synthlab.persistence.internal.error.ErrorTranslator;
import java.sql.SQLException;
import org.flywaydb.core.api.FlywayException;

/** Turns Flyway's errors, which repeat whole scripts, into ours. */
final class FlywayErrors {
    private static final String NOTHING_CHANGED = "a schema version could not be applied and nothing was changed: ";
    /** SQLite's code for a statement it cannot run, and PostgreSQL's class for the same: both name objects only. */
    private static final int SQLITE_ERROR = 1;

    private static final String POSTGRESQL_CLASS = "42";

    private FlywayErrors() {}

    static SynthLabException translate(FlywayException e, DatabaseKind kind) {
        for (Throwable at = e; at != null; at = at.getCause()) {
            if (at instanceof SynthLabException ours) {
                return ours;
            }
            if (at instanceof SQLException sql) {
                return translate(sql, kind);
            }
        }
        return new DatabaseException(null, null, NOTHING_CHANGED + e.getMessage(), null);
    }

    /** Says what went wrong with a statement of a script, in the database's words where they name objects only. */
    static String describe(SQLException e, DatabaseKind kind) {
        return namesObjectsOnly(e, kind)
                ? String.valueOf(e.getMessage())
                : ErrorTranslator.translate(e, kind, null, null).getMessage();
    }

    private static DatabaseException translate(SQLException e, DatabaseKind kind) {
        DatabaseException error = ErrorTranslator.translate(e, kind, null, null);
        if (!namesObjectsOnly(e, kind)) {
            return error;
        }
        return new DatabaseException(null, null, NOTHING_CHANGED + e.getMessage(), error.getCause());
    }

    private static boolean namesObjectsOnly(SQLException e, DatabaseKind kind) {
        return kind == DatabaseKind.SQLITE
                ? e.getErrorCode() == SQLITE_ERROR
                : String.valueOf(e.getSQLState()).startsWith(POSTGRESQL_CLASS);
    }
}
