package io.synthlab.persistence.cli.cells;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Keys to ask for: those of stored rows, and some that no row has.
 *
 * @param url where the rows are, for the driver
 */
record Keys(String url) {
    private static final List<String> OF_NO_ROW = List.of("nope", "", "NUL \u0000", "half \uD83D");

    /** Returns the values of a column, each once, in order, and keys that no row has. */
    List<String> all(String table, String column) {
        List<String> keys = new ArrayList<>(stored(table, column));
        keys.addAll(OF_NO_ROW);
        return keys;
    }

    /** Returns the values of a column, each once, in order; NULL is none. */
    List<String> stored(String table, String column) {
        return query("SELECT DISTINCT %2$s FROM %1$s WHERE %2$s IS NOT NULL ORDER BY %2$s".formatted(table, column))
                .stream()
                .map(row -> row.get(0))
                .toList();
    }

    /** Returns the first value of a column in the order of text. */
    String first(String table, String column) {
        return stored(table, column).get(0);
    }

    /** Returns the rows of a query, all columns as text. */
    List<List<String>> query(String sql) {
        List<List<String>> rows = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                List<String> row = new ArrayList<>();
                for (int at = 1; at <= result.getMetaData().getColumnCount(); at++) {
                    row.add(result.getString(at));
                }
                rows.add(row);
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException("a test's own statement failed: " + sql, e);
        }
    }
}
