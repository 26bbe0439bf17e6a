package io.synthlab.persistence.internal.error;

import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.util.Set;

/**
 * A driver's exception without what it may repeat of stored text: class, SQLSTATE, code and stack trace stay, the
 * message only where its class of errors cannot hold values.
 */
final class SanitizedCause extends SQLException {
    private static final long serialVersionUID = 1L;

    /** Classes of SQLSTATE whose messages name objects and conditions, never row values or passwords. */
    private static final Set<String> SAFE_CLASSES =
            Set.of("08", "0A", "25", "28", "3D", "3F", "40", "42", "53", "55", "57");

    private SanitizedCause(String message, SQLException original) {
        super(message, original.getSQLState(), original.getErrorCode());
        setStackTrace(original.getStackTrace());
    }

    static SanitizedCause of(SQLException original) {
        String state = original.getSQLState();
        StringBuilder message = new StringBuilder(original.getClass().getName());
        if (state != null) {
            message.append(", SQLSTATE ").append(state);
        }
        if (original.getErrorCode() != 0) {
            message.append(", code ").append(original.getErrorCode());
        }
        // The message of a batch may repeat its statement with all values, whatever the class.
        boolean batch = original instanceof BatchUpdateException;
        if (!batch && state != null && state.length() == 5 && SAFE_CLASSES.contains(state.substring(0, 2))) {
            message.append(": ").append(original.getMessage());
        }
        return new SanitizedCause(message.toString(), original);
    }
}
