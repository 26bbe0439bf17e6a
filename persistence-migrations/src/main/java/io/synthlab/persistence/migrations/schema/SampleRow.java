package io.synthlab.persistence.migrations.schema;

import io.synthlab.persistence.DatabaseKind;
import io.synthlab.persistence.migrations.catalog.SchemaCatalog;
import io.synthlab.persistence.migrations.catalog.Table;
import io.synthlab.persistence.migrations.catalog.Table.Column;
import io.synthlab.persistence.migrations.catalog.Table.ForeignKey;
import io.synthlab.persistence.migrations.catalog.Table.Type;
import io.synthlab.persistence.migrations.query.Names;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A row that every rule of its table accepts, with a value in each column; it refers to the sample rows of its parents.
 *
 * @param table its table
 * @param values from column to value, in the order of the columns
 */
record SampleRow(Table table, Map<String, @Nullable Object> values) {

    static SampleRow of(Table table) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        table.columns().forEach(column -> values.put(column.name(), value(table, column)));
        return new SampleRow(table, values);
    }

    /** Returns the row with another value in one column. */
    SampleRow with(String column, @Nullable Object value) {
        Map<String, @Nullable Object> changed = new LinkedHashMap<>(values);
        changed.put(column, value);
        return new SampleRow(table, changed);
    }

    /** Returns the row without a column, so that its default counts. */
    SampleRow without(String column) {
        Map<String, @Nullable Object> changed = new LinkedHashMap<>(values);
        changed.remove(column);
        return new SampleRow(table, changed);
    }

    void insert(Connection connection, DatabaseKind kind) throws SQLException {
        String columns = values.keySet().stream().map(Names::quoted).collect(Collectors.joining(", "));
        String parameters = values.keySet().stream()
                .map(column -> kind == DatabaseKind.POSTGRESQL && isJson(column) ? "?::jsonb" : "?")
                .collect(Collectors.joining(", "));
        String sql = "INSERT INTO " + table.name() + " (" + columns + ") VALUES (" + parameters + ")";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int position = 1;
            for (Object value : values.values()) {
                statement.setObject(position++, value);
            }
            statement.executeUpdate();
        }
    }

    private boolean isJson(String column) {
        return table.column(column).orElseThrow().type() == Type.JSON;
    }

    private static @Nullable Object value(Table table, Column column) {
        Optional<ForeignKey> reference = table.foreignKeys().stream()
                .filter(key -> key.columns().contains(column.name()))
                .findFirst();
        if (reference.isPresent()) {
            ForeignKey key = reference.get();
            return key.table().equals(table.name())
                    ? null
                    : of(SchemaCatalog.table(key.table()))
                            .values
                            .get(key.referenced().get(0));
        }
        return table.checks().stream()
                .filter(check -> check.column().equals(column.name()))
                .findFirst()
                .map(CheckProbes::accepted)
                .orElseGet(() -> plain(column.type()));
    }

    private static Object plain(Type type) {
        return switch (type) {
            case TEXT -> "sample";
            case JSON -> "{}";
            case INTEGER -> 0;
            case REAL -> 0.5;
        };
    }
}
