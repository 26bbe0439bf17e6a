package io.synthlab.persistence.testkit.legacy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Looks into a SQLite file in a test. */
final class SqliteFile implements AutoCloseable {
    private final Connection connection;

    private SqliteFile(Connection connection) {
        this.connection = connection;
    }

    static SqliteFile open(Path file) throws SQLException {
        return new SqliteFile(DriverManager.getConnection("jdbc:sqlite:" + file));
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    /** Returns the first column of every row, NULL as the text {@code null}. */
    List<String> column(String query) throws SQLException {
        return rows(query).stream().map(row -> row.get(0)).toList();
    }

    /** Returns every row, each value as text. */
    List<List<String>> rows(String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            ResultSetMetaData columns = result.getMetaData();
            List<List<String>> rows = new ArrayList<>();
            while (result.next()) {
                List<String> row = new ArrayList<>();
                for (int index = 1; index <= columns.getColumnCount(); index++) {
                    row.add(String.valueOf(result.getString(index)));
                }
                rows.add(row);
            }
            return rows;
        }
    }

    long number(String query) throws SQLException {
        return Long.parseLong(column(query).get(0));
    }

    void update(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    List<String> tables() throws SQLException {
        return column("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name");
    }

    /** Returns {@code table.column} for every column. */
    List<String> columns() throws SQLException {
        return column("SELECT t.name || '.' || c.name FROM sqlite_schema t, pragma_table_info(t.name) c"
                + " WHERE t.type = 'table' ORDER BY 1");
    }
}
