package io.synthlab.persistence.testkit.legacy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes rows into a new SQLite file, with neither journal nor foreign keys: a failed file is thrown away. */
final class DatabaseWriter implements AutoCloseable {
    private static final int BATCH_ROWS = 1000;
    private static final List<String> BUILD_PRAGMAS =
            List.of("journal_mode=OFF", "synchronous=OFF", "foreign_keys=OFF", "cache_size=-200000");

    private final Connection connection;

    private DatabaseWriter(Connection connection) {
        this.connection = connection;
    }

    static DatabaseWriter open(Path file) throws SQLException {
        DatabaseWriter writer = new DatabaseWriter(DriverManager.getConnection("jdbc:sqlite:" + file.toAbsolutePath()));
        try {
            for (String pragma : BUILD_PRAGMAS) {
                writer.execute("PRAGMA " + pragma);
            }
            return writer;
        } catch (SQLException failure) {
            writer.closeAfter(failure);
            throw failure;
        }
    }

    private void closeAfter(SQLException failure) {
        try {
            close();
        } catch (SQLException another) {
            failure.addSuppressed(another);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    /** Closing the statement also ends the result that some pragmas give; an open one would block COMMIT. */
    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Returns the columns of a table in stored order; empty if there is no such table. */
    List<String> columns(String table) throws SQLException {
        return strings("SELECT name FROM pragma_table_info(?) ORDER BY cid", table);
    }

    /** Returns the primary key columns of a table in the order of the key. */
    List<String> keyColumns(String table) throws SQLException {
        return strings("SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk", table);
    }

    private List<String> strings(String query, String parameter) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, parameter);
            List<String> found = new ArrayList<>();
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    found.add(result.getString(1));
                }
            }
            return found;
        }
    }

    /** Inserts clean rows in batches. Values of columns that the table lacks are left out. */
    void insertAll(String table, Stream<Row> rows) throws SQLException {
        List<String> columns = columns(table);
        String sql = insertInto(table, Collections.nCopies(columns.size(), "?"));
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            int waiting = 0;
            for (Row row : (Iterable<Row>) rows::iterator) {
                bind(insert, columns, row);
                insert.addBatch();
                if (++waiting % BATCH_ROWS == 0) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
        }
    }

    /** Inserts one row, whose text may be any bytes, and returns its rowid. */
    long insert(String table, Row row) throws SQLException {
        List<String> columns = columns(table);
        List<String> holes = columns.stream()
                .map(column -> row.get(column) instanceof Row.RawText ? "CAST(? AS TEXT)" : "?")
                .toList();
        try (PreparedStatement insert = connection.prepareStatement(insertInto(table, holes) + " RETURNING rowid")) {
            bind(insert, columns, row);
            try (ResultSet result = insert.executeQuery()) {
                result.next();
                return result.getLong(1);
            }
        }
    }

    private static String insertInto(String table, List<String> holes) {
        return "INSERT INTO %s VALUES (%s)".formatted(table, String.join(", ", holes));
    }

    private static void bind(PreparedStatement insert, List<String> columns, Row row) throws SQLException {
        for (int index = 0; index < columns.size(); index++) {
            Object value = row.get(columns.get(index));
            if (value instanceof Row.RawText text) {
                insert.setBytes(index + 1, text.bytes());
            } else {
                insert.setObject(index + 1, value);
            }
        }
    }

    /** Returns the row that was inserted first. */
    Row firstRow(String table) throws SQLException {
        List<String> columns = columns(table);
        String query = "SELECT %s FROM %s ORDER BY rowid LIMIT 1".formatted(String.join(", ", columns), table);
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            Row row = new Row();
            for (String column : columns) {
                row.set(column, result.getObject(column));
            }
            return row;
        }
    }

    /** Returns two columns of a table as pairs, in rowid order; the second one may be NULL. */
    Map<Long, @Nullable String> textByRowid(String table, String column) throws SQLException {
        String query = "SELECT rowid, %s FROM %s ORDER BY rowid".formatted(column, table);
        Map<Long, @Nullable String> found = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            while (result.next()) {
                found.put(result.getLong(1), result.getString(2));
            }
        }
        return found;
    }

    /** Returns the number of rows of every table. */
    Map<String, Long> rowsPerTable() throws SQLException {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (String table : strings("SELECT name FROM sqlite_schema WHERE type = ? ORDER BY name", "table")) {
            try (Statement statement = connection.createStatement();
                    ResultSet result = statement.executeQuery("SELECT count(*) FROM " + table)) {
                counts.put(table, result.getLong(1));
            }
        }
        return counts;
    }
}
