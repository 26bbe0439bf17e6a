package io.synthlab.persistence.internal.error;

import io.synthlab.persistence.internal.error.ErrorTranslator.Failure;
import java.sql.SQLException;

/** SQLSTATEs of PostgreSQL (manual, appendix A). */
final class PostgresErrors {
    private PostgresErrors() {}

    static Failure failure(SQLException e) {
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        return switch (state) {
            case "23505" -> Failure.UNIQUE;
            case "23503", "23001" -> Failure.FOREIGN_KEY;
            case "23514" -> Failure.CHECK;
            case "23502" -> Failure.NOT_NULL;
            case "40001", "40P01" -> Failure.CONFLICT;
            case "55P03", "57014" -> Failure.TIMEOUT;
            case "42P01", "42703" -> Failure.SCHEMA;
            case "25006" -> Failure.READ_ONLY;
            case "53100" -> Failure.SPACE;
            case "57P01", "57P02", "57P03", "57P05", "25P03", "25P04" -> Failure.CONNECTION;
            default -> byClass(state);
        };
    }

    private static Failure byClass(String state) {
        if (state.startsWith("08")) {
            return Failure.CONNECTION;
        }
        // A value that a type refuses, such as text that is no JSON: a CHECK constraint on SQLite.
        return state.startsWith("22") ? Failure.CHECK : Failure.OTHER;
    }
}
