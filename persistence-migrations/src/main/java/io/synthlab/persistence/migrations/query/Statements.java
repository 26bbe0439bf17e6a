package io.synthlab.persistence.migrations.query;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Runs statements that have neither parameters nor a result. */
public final class Statements {
    private Statements() {}

    /**
     * Runs statements one after the other.
     *
     * @param connection where
     * @param statements the statements
     * @throws SQLException if one fails; those after it are not run
     */
    public static void run(Connection connection, Iterable<String> statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
