package io.synthlab.persistence.internal.connect;

import io.synthlab.persistence.DatabaseKind;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Tells two databases apart, however their connections were opened.
 *
 * @param value of PostgreSQL the cluster's own number, the database and the schema; of SQLite the file
 * @param question what gave that value
 */
public record DatabaseIdentity(String value, String question) {
    private static final String FILE = "SELECT file FROM pragma_database_list WHERE name = 'main'";
    private static final String MAY_ASK = "SELECT has_function_privilege('pg_control_system()', 'EXECUTE')";
    private static final String CLUSTER = "SELECT concat_ws(' ', (SELECT system_identifier FROM pg_control_system()),"
            + " current_database(), current_schema())";
    /** For servers whose administrators have forbidden the question for the cluster's number. */
    private static final String NAMES = "SELECT concat_ws(' ', current_database(), current_schema())";

    /**
     * Asks a connection where it leads.
     *
     * @param connection an open connection
     * @param kind which kind of database it leads to
     * @return the identity
     * @throws SQLException if the database does not answer
     */
    public static DatabaseIdentity of(Connection connection, DatabaseKind kind) throws SQLException {
        if (kind == DatabaseKind.SQLITE) {
            return ask(connection, FILE);
        }
        // Asked first: a refusal would spoil a transaction that is under way.
        return ask(connection, text(connection, MAY_ASK).startsWith("t") ? CLUSTER : NAMES);
    }

    /**
     * Returns whether a connection leads to this database.
     *
     * @param connection an open connection
     * @return whether it does
     * @throws SQLException if its database does not understand the question or does not answer
     */
    public boolean isWhere(Connection connection) throws SQLException {
        return equals(ask(connection, question));
    }

    private static DatabaseIdentity ask(Connection connection, String question) throws SQLException {
        String answer = text(connection, question);
        return new DatabaseIdentity(question.equals(FILE) ? real(answer) : answer, question);
    }

    private static String text(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return String.valueOf(row.getString(1));
        }
    }

    private static String real(String file) {
        try {
            return Path.of(file).toRealPath().toString();
        } catch (IOException e) {
            return file; // in memory, or gone
        }
    }
}
