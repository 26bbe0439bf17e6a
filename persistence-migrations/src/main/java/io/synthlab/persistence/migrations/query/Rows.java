package io.synthlab.persistence.migrations.query;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the rows of a query. */
public final class Rows {
    private Rows() {}

    /**
     * Turns one row into a value.
     *
     * @param <T> of which type
     */
    @FunctionalInterface
    public interface Reader<T> {
        /** Reads the row a result stands on. */
        T read(ResultSet row) throws SQLException;
    }

    /**
     * Reads all rows.
     *
     * @param connection where to ask
     * @param sql the query
     * @param reader what to make of each row
     * @param <T> what it makes
     * @return what it made, in the order of the rows
     * @throws SQLException if the query fails
     */
    public static <T> List<T> list(Connection connection, String sql, Reader<T> reader) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return read(rows, reader);
        }
    }

    /**
     * Reads all rows of a query with parameters.
     *
     * @param connection where to ask
     * @param sql the query
     * @param reader what to make of each row
     * @param parameters values of its question marks
     * @param <T> what it makes
     * @return what it made, in the order of the rows
     * @throws SQLException if the query fails
     */
    public static <T> List<T> list(Connection connection, String sql, Reader<T> reader, @Nullable Object... parameters)
            throws SQLException {
        try (PreparedStatement statement = prepare(connection, sql, parameters);
                ResultSet rows = statement.executeQuery()) {
            return read(rows, reader);
        }
    }

    /**
     * Prepares a statement and binds its parameters.
     *
     * @param connection where
     * @param sql the statement
     * @param parameters values of its question marks
     * @return the statement, which the caller closes
     * @throws SQLException if it cannot be prepared
     */
    public static PreparedStatement prepare(Connection connection, String sql, @Nullable Object... parameters)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int at = 0; at < parameters.length; at++) {
            statement.setObject(at + 1, parameters[at]);
        }
        return statement;
    }

    private static <T> List<T> read(ResultSet rows, Reader<T> reader) throws SQLException {
        List<T> values = new ArrayList<>();
        while (rows.next()) {
            values.add(reader.read(rows));
        }
        return values;
    }
}
