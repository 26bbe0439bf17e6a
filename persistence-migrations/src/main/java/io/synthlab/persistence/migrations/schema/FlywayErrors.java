package io.synthlab.persistence.migrations.schema;

import io.synthlab.persistence.DatabaseKind;
import io.synthlab.persistence.error.DatabaseException;
import io.synthlab.persistence.error.SynthLabException;
import io.synthlab.persistence.internal.error.ErrorTranslator;
import java.sql.SQLException;
import org.flywaydb.core.api.FlywayException;

/** Turns Flyway's errors, which repeat URLs and SQL, into ours. */
final class FlywayErrors {
    /** SQLSTATE insufficient_privilege. */
    private static final String NO_RIGHT = "42501";

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
        return new DatabaseException(
                null,
                null,
                "a schema version could not be applied and nothing was changed: "
                        + e.getClass().getSimpleName(),
                e);
    }

    private static DatabaseException translate(SQLException e, DatabaseKind kind) {
        DatabaseException error = ErrorTranslator.translate(e, kind, null, null);
        if (!NO_RIGHT.equals(e.getSQLState())) {
            return error;
        }
        return new DatabaseException(
                null,
                null,
                "this user has no right to create tables here; grant it with: GRANT USAGE, CREATE ON SCHEMA <schema>"
                        + " TO <user>",
                error.getCause());
    }
}
