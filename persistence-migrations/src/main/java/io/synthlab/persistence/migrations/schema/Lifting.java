package io.synthlab.persistence.migrations.schema;

import io.synthlab.persistence.DatabaseKind;
import io.synthlab.persistence.migrations.catalog.SchemaCatalog;
import io.synthlab.persistence.migrations.catalog.Table;
import io.synthlab.persistence.migrations.catalog.Table.Column;
import io.synthlab.persistence.migrations.catalog.TableSql;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Brings a file of versions 7 to 14 to version 15 by adding what is missing; nothing is changed or taken away.
 *
 * @param tables tables that are added, parents before children
 * @param columns columns that are added, as {@code table.column}
 * @param statements how
 */
record Lifting(List<String> tables, List<String> columns, List<String> statements) {
    private static final String FIRST_SCRIPT = "sqlite/V1__nineteen_tables.sql";
    private static final Pattern CREATE = Pattern.compile("CREATE (?:TABLE|INDEX \\w+ ON) (\\w+) .*", Pattern.DOTALL);
    private static final TableSql SQL = new TableSql(DatabaseKind.SQLITE);

    static Lifting of(Facts file) {
        List<String> tables = SchemaCatalog.tables().stream()
                .map(Table::name)
                .filter(table -> !file.hasTable(table))
                .toList();
        List<String> columns = new ArrayList<>();
        List<String> statements = new ArrayList<>();
        for (LegacySigns.Step step : LegacySigns.missingSteps(file)) {
            String column = step.column();
            if (column != null) {
                columns.add(step.table() + "." + column);
                statements.add(addColumn(SchemaCatalog.table(step.table()), column));
            }
        }
        statements.addAll(createTables(tables));
        return new Lifting(tables, columns, statements);
    }

    private static String addColumn(Table table, String name) {
        Column column = table.column(name).orElseThrow();
        StringBuilder sql = new StringBuilder(
                "ALTER TABLE " + TableSql.name(table.name()) + " ADD COLUMN " + SQL.column(table, column));
        SQL.checks(table).stream()
                .filter(check -> check.column().equals(name))
                .forEach(check -> sql.append(' ').append(SQL.check(table, check)));
        return sql.toString();
    }

    private static List<String> createTables(List<String> tables) {
        return SqlScript.statements(VersionScripts.LIBRARY.text(FIRST_SCRIPT)).stream()
                .filter(sql -> {
                    Matcher create = CREATE.matcher(sql);
                    return create.matches() && tables.contains(create.group(1));
                })
                .toList();
    }
}
