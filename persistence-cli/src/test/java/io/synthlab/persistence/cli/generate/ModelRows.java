package io.synthlab.persistence.cli.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.synthlab.persistence.testkit.TestDatabase;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rows of the model's tables, numbers in one spelling.
 *
 * @param tables rows by table; a table that is not there has none
 */
record ModelRows(Map<String, List<Map<String, @Nullable String>>> tables) {

    static ModelRows read(TestDatabase database) throws SQLException {
        Map<String, List<Map<String, @Nullable String>>> tables = new LinkedHashMap<>();
        for (String table : List.of("authors", "books", "volumes", "reviews")) {
            tables.put(table, rows(database, table));
        }
        return new ModelRows(tables);
    }

    /** Asserts that these rows are still there: what has its name has its value, but for what the change takes or fills. */
    void assertKept(ModelRows now, ModelChange change) {
        tables.forEach((table, rows) -> {
            if (rows.isEmpty()) {
                return;
            }
            List<Map<String, @Nullable String>> kept = now.tables.get(table);
            if (kept.isEmpty()) {
                assertTrue(change.lossy() || !change.renames().isEmpty(), table + " lost its rows");
                return;
            }
            assertEquals(rows.size(), kept.size(), table);
            for (int i = 0; i < rows.size(); i++) {
                assertKept(table, rows.get(i), kept.get(i), change);
            }
        });
    }

    private static void assertKept(
            String table, Map<String, @Nullable String> row, Map<String, @Nullable String> kept, ModelChange change) {
        row.forEach((column, value) -> {
            boolean taken = change.lossy() && kept.get(column) == null;
            boolean filled = value == null && !change.fills().isEmpty();
            if (kept.containsKey(column) && !taken && !filled) {
                assertEquals(value, kept.get(column), table + "." + column);
            }
            if (!kept.containsKey(column)) {
                assertTrue(change.lossy() || !change.renames().isEmpty(), table + "." + column + " is gone");
            }
        });
    }

    static List<String> column(TestDatabase database, String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }

    private static List<Map<String, @Nullable String>> rows(TestDatabase database, String table) throws SQLException {
        List<Map<String, @Nullable String>> rows = new ArrayList<>();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            if (!connection.getMetaData().getTables(null, null, table, null).next()) {
                return rows;
            }
            ResultSet result = statement.executeQuery("SELECT * FROM " + table + " ORDER BY id");
            while (result.next()) {
                Map<String, @Nullable String> row = new LinkedHashMap<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    row.put(result.getMetaData().getColumnName(i), spelled(result.getString(i)));
                }
                rows.add(row);
            }
            return rows;
        }
    }

    private static @Nullable String spelled(@Nullable String value) {
        return value != null && value.matches("-?\\d+(\\.\\d+)?")
                ? new BigDecimal(value).stripTrailingZeros().toPlainString()
                : value;
    }
}
