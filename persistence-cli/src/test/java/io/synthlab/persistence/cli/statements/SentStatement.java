package io.synthlab.persistence.cli.statements;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A statement as a repository sent it.
 *
 * @param sql its text
 * @param setters the calls that set its parameters
 */
record SentStatement(String sql, List<Setter> setters) {
    SentStatement {
        setters = List.copyOf(setters);
    }

    /** A call that set a parameter. */
    record Setter(Method method, @Nullable Object[] arguments) {
        void replay(PreparedStatement statement) throws SQLException {
            try {
                method.invoke(statement, arguments);
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new SQLException("a parameter could not be set again", e);
            }
        }
    }

    /** Asks the database how it would run the statement, with the same parameters. */
    String plan(Connection connection, String explain) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(explain + sql)) {
            for (Setter setter : setters) {
                setter.replay(statement);
            }
            try (ResultSet rows = statement.executeQuery()) {
                int last = rows.getMetaData().getColumnCount();
                while (rows.next()) {
                    lines.add(rows.getString(last)); // SQLite: id, parent, notused, detail; PostgreSQL: one column
                }
            }
        }
        return String.join("\n", lines);
    }
}
