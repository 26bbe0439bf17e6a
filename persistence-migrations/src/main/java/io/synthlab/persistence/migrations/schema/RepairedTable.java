package io.synthlab.persistence.migrations.schema;

import io.synthlab.persistence.DatabaseKind;
import io.synthlab.persistence.migrations.catalog.Table;
import io.synthlab.persistence.migrations.catalog.Table.Column;
import io.synthlab.persistence.migrations.catalog.TableRebuild;
import io.synthlab.persistence.migrations.catalog.TableSql;
import io.synthlab.persistence.migrations.query.Rows;
import io.synthlab.persistence.migrations.schema.SqliteDefinition.Part;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A table of a file as it is to be: as version 15 has it, and what others added to it.
 *
 * @param statements how to build it anew, without its indexes
 * @param uniqueIndexes unique indexes of others on it, which have to go
 */
record RepairedTable(List<String> statements, List<String> uniqueIndexes) {
    private static final TableSql SQL = new TableSql(DatabaseKind.SQLITE);

    /** What a column of others may not be: its rules would reach beyond it. */
    private static final List<String> KEYS = List.of("PRIMARY", "UNIQUE", "REFERENCES", "GENERATED", "AS");

    /**
     * Plans it.
     *
     * @throws NotRepairable if it cannot be, with the reason
     */
    static RepairedTable of(Connection file, Table table, Comparison found) throws SQLException {
        SqliteDefinition definition = SqliteDefinition.of(definition(file, table.name()));
        if (definition.options().toUpperCase(Locale.ROOT).contains("ROWID")) {
            throw new NotRepairable("table " + table.name() + " is WITHOUT ROWID");
        }
        List<String> surplus = columns(file, table.name()).stream()
                .filter(column -> table.column(column).isEmpty())
                .toList();
        List<String> parts = new ArrayList<>();
        Map<String, String> values = new LinkedHashMap<>();
        for (Column column : table.columns()) {
            parts.add(SQL.column(column, isNullable(table, column, found.found())));
            if (found.found().hasColumn(table.name(), column.name())) {
                values.put(column.name(), TableSql.name(column.name()));
            } else if (!column.nullable() && column.defaultValue() == null) {
                throw new NotRepairable(
                        "nothing can stand in column " + table.name() + "." + column.name() + ", which is missing");
            }
        }
        for (String column : surplus) {
            parts.add(surplusColumn(table, column, definition));
            values.put(column, TableSql.name(column));
        }
        parts.addAll(SQL.constraints(table));
        parts.addAll(surplusConstraints(definition, surplus));
        return new RepairedTable(
                TableRebuild.statements(table.name(), parts, values), uniqueIndexes(file, table.name()));
    }

    /** A key column that may hold NULL goes on to: old rows do. */
    private static boolean isNullable(Table table, Column column, Facts found) {
        return table.primaryKey().contains(column.name())
                ? !found.has(Fact.Kind.NOT_NULL, table.name(), column.name())
                : column.nullable();
    }

    private static String surplusColumn(Table table, String column, SqliteDefinition definition) {
        Part part = definition.parts().stream()
                .filter(each -> each.isColumn(column))
                .findFirst()
                .orElseThrow(() -> new NotRepairable(
                        "the definition of column " + table.name() + "." + column + " cannot be read"));
        if (KEYS.stream().anyMatch(part::says)) {
            throw new NotRepairable(
                    "column " + table.name() + "." + column + ", which is not of version 15, is a key or computed");
        }
        return part.says("DEFAULT") ? part.text() : part.nullable().text();
    }

    /** Lists checks about columns of others; keys over them go, as they could refuse rows. */
    private static List<String> surplusConstraints(SqliteDefinition definition, List<String> surplus) {
        return definition.parts().stream()
                .filter(Part::isConstraint)
                .filter(part -> part.says("CHECK"))
                .filter(part -> surplus.stream().anyMatch(part::mentions))
                .map(Part::text)
                .toList();
    }

    private static String definition(Connection file, String table) throws SQLException {
        return Rows.list(
                        file,
                        "SELECT sql FROM sqlite_master WHERE type = 'table' AND name = '" + table + "'",
                        row -> row.getString(1))
                .get(0);
    }

    private static List<String> columns(Connection file, String table) throws SQLException {
        return Rows.list(
                file, "SELECT name FROM pragma_table_xinfo('" + table + "') ORDER BY cid", row -> row.getString(1));
    }

    private static List<String> uniqueIndexes(Connection file, String table) throws SQLException {
        return Rows.list(
                file,
                "SELECT name FROM pragma_index_list('" + table + "') WHERE \"unique\" = 1 AND origin = 'c'",
                row -> row.getString(1));
    }

    /** Why a table cannot be repaired. */
    static final class NotRepairable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotRepairable(String reason) {
            super(reason);
        }
    }
}
