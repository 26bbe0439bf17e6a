package io.synthlab.persistence.migrations.schema;

import io.synthlab.persistence.DatabaseKind;
import io.synthlab.persistence.migrations.catalog.SchemaCatalog;
import io.synthlab.persistence.migrations.catalog.Table;
import io.synthlab.persistence.migrations.catalog.Table.Column;
import io.synthlab.persistence.migrations.catalog.TableSql;
import io.synthlab.persistence.migrations.query.Rows;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds rows that the rules of version 15 would refuse, before a table gets these rules. */
final class BrokenRules {
    private static final TableSql SQL = new TableSql(DatabaseKind.SQLITE);

    private final Connection file;
    private final Facts found;
    private final List<String> broken = new ArrayList<>();

    private BrokenRules(Connection file, Facts found) {
        this.file = file;
        this.found = found;
    }

    /** Lists rules that rows break, each with their number and the first of them. */
    static List<String> find(Connection file, Facts found, Collection<String> tables) throws SQLException {
        BrokenRules rules = new BrokenRules(file, found);
        for (String table : tables) {
            rules.look(SchemaCatalog.table(table));
        }
        return rules.broken;
    }

    private void look(Table table) throws SQLException {
        for (Column column : table.columns()) {
            if (!column.nullable() && !table.primaryKey().contains(column.name())) {
                count(table, List.of(column.name()), TableSql.name(column.name()) + " IS NULL", "NOT NULL");
            }
        }
        for (Table.Check check : SQL.checks(table)) {
            count(table, List.of(check.column()), "NOT (" + SQL.condition(check.predicate()) + ")", check.predicate());
        }
        for (List<String> key : Stream.concat(Stream.of(table.primaryKey()), table.uniques().stream())
                .toList()) {
            countRepeated(table, key);
        }
    }

    private void count(Table table, List<String> columns, String condition, String rule) throws SQLException {
        report(table, columns, "SELECT count(*), min(rowid) FROM " + table.name() + " WHERE " + condition, rule);
    }

    private void countRepeated(Table table, List<String> key) throws SQLException {
        String present = key.stream()
                .map(column -> TableSql.name(column) + " IS NOT NULL")
                .collect(Collectors.joining(" AND "));
        report(
                table,
                key,
                "SELECT count(*), min(first) FROM (SELECT min(rowid) AS first FROM " + table.name() + " WHERE "
                        + present + " GROUP BY " + TableSql.names(key) + " HAVING count(*) > 1)",
                "unique");
    }

    private void report(Table table, List<String> columns, String query, String rule) throws SQLException {
        if (!columns.stream().allMatch(column -> found.hasColumn(table.name(), column))) {
            return;
        }
        Rows.list(file, query, row -> {
            long count = row.getLong(1);
            if (count > 0) {
                broken.add(table.name() + "(" + String.join(", ", columns) + ") breaks \"" + rule + "\" " + count
                        + (count == 1 ? " time" : " times") + ", first at rowid " + row.getLong(2));
            }
            return count;
        });
    }
}
