package io.synthlab.persistence.migrations.catalog;

import io.synthlab.persistence.DatabaseKind;
import io.synthlab.persistence.migrations.catalog.Table.Check;
import io.synthlab.persistence.migrations.catalog.Table.Column;
import io.synthlab.persistence.migrations.catalog.Table.ForeignKey;
import io.synthlab.persistence.migrations.catalog.Table.Index;
import io.synthlab.persistence.migrations.catalog.Table.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How tables and their parts are written in the SQL of one database, in the style of the first version. */
public final class TableSql {
    /** Words of PostgreSQL (reserved) and SQLite (all), and {@code timestamp}: names that are written in quotes. */
    private static final Set<String> RESERVED = Set.of("""
            abort action add after all alter always analyse analyze and any array as asc asymmetric attach authorization
            autoincrement before begin between binary both by cascade case cast check collate collation column commit concurrently
            conflict constraint create cross current current_catalog current_date current_role current_schema current_time
            current_timestamp current_user database default deferrable deferred delete desc detach distinct do drop each else end
            escape except exclude exclusive exists explain fail false fetch filter first following for foreign freeze from full
            generated glob grant group groups having if ignore ilike immediate in index indexed initially inner insert instead
            intersect into is isnull join key last lateral leading left like limit localtime localtimestamp match materialized
            natural no not nothing notnull null nulls of offset on only or order others outer over overlaps partition placing plan
            pragma preceding primary query raise range recursive references regexp reindex release rename replace restrict returning
            right rollback row rows savepoint select session_user set similar some symmetric system_user table tablesample temp
            temporary then ties timestamp to trailing transaction trigger true unbounded union unique update user using vacuum values
            variadic verbose view virtual when where window with without
            """.strip().split("\\s+"));

    private static final Pattern JSON = Pattern.compile("(\\w+) is json");
    private static final Pattern LENGTH = Pattern.compile("char_length\\(");
    private static final Pattern REGEXP = Pattern.compile("regexp_like\\((\\w+), '\\^([^']*)\\$'\\)");
    private static final Pattern COUNTED = Pattern.compile("(\\[[^]]+])\\{(\\d+)}");
    private static final String NOW = "datetime('now')";

    private final DatabaseKind kind;

    /**
     * Creates a writer.
     *
     * @param kind for which database
     */
    public TableSql(DatabaseKind kind) {
        this.kind = kind;
    }

    /** Writes a name, in quotes where it needs them. */
    public static String name(String name) {
        return RESERVED.contains(name) || !name.matches("[a-z_][a-z0-9_]*")
                ? '"' + name.replace("\"", "\"\"") + '"'
                : name;
    }

    /** Writes a list of names. */
    public static String names(List<String> names) {
        return names.stream().map(TableSql::name).collect(Collectors.joining(", "));
    }

    /** Writes the statement that makes a table, without its indexes. */
    public String create(Table table) {
        return create(table.name(), parts(table));
    }

    /** Writes the statement that makes a table of these parts. */
    static String create(String table, List<String> parts) {
        return "CREATE TABLE " + name(table) + " (\n    " + String.join(",\n    ", parts) + "\n)";
    }

    /** Lists the columns and constraints of a table, in the order of its definition. */
    public List<String> parts(Table table) {
        List<String> parts = new ArrayList<>();
        table.columns().forEach(column -> parts.add(column(table, column)));
        parts.addAll(constraints(table));
        return parts;
    }

    /** Lists the constraints of a table, in the order of its definition; NOT NULL is part of its column. */
    public List<String> constraints(Table table) {
        List<String> parts = new ArrayList<>();
        if (!table.primaryKey().isEmpty()) {
            parts.add(primaryKey(table));
        }
        table.uniques().forEach(columns -> parts.add(unique(table, columns)));
        table.foreignKeys().forEach(key -> parts.add(foreignKey(table, key)));
        checks(table).forEach(check -> parts.add(check(table, check)));
        return parts;
    }

    /** Writes a column as a definition has it. */
    public String column(Table table, Column column) {
        return column(column, column.nullable() && !table.primaryKey().contains(column.name()));
    }

    /** Writes a column as a definition has it, whatever the table says of NULL. */
    public String column(Column column, boolean nullable) {
        return name(column.name()) + " " + type(column.type()) + (nullable ? "" : " NOT NULL") + defaultClause(column);
    }

    private String defaultClause(Column column) {
        String value = column.defaultValue();
        return value == null ? "" : " DEFAULT " + defaultValue(value);
    }

    /** Writes a default. */
    public String defaultValue(String value) {
        if (!value.equals(NOW)) {
            return value;
        }
        return kind == DatabaseKind.SQLITE
                ? "(" + NOW + ")"
                : "to_char(now() AT TIME ZONE 'utc', 'YYYY-MM-DD HH24:MI:SS')";
    }

    /** Writes a type. */
    public String type(Type type) {
        return switch (type) {
            case TEXT -> kind == DatabaseKind.SQLITE ? "TEXT" : "text COLLATE \"C\"";
            case INTEGER -> kind == DatabaseKind.SQLITE ? "INTEGER" : "integer";
            case REAL -> kind == DatabaseKind.SQLITE ? "REAL" : "double precision";
            case JSON -> kind == DatabaseKind.SQLITE ? "TEXT" : "jsonb";
        };
    }

    /** Writes the primary key. */
    public String primaryKey(Table table) {
        return constraint(primaryKeyName(table)) + "PRIMARY KEY (" + names(table.primaryKey()) + ")";
    }

    /** Writes a unique key. */
    public String unique(Table table, List<String> columns) {
        return constraint(uniqueName(table, columns)) + "UNIQUE (" + names(columns) + ")";
    }

    /** Writes a foreign key. */
    public String foreignKey(Table table, ForeignKey key) {
        String onDelete = switch (key.onDelete()) {
            case "cascade" -> " ON DELETE CASCADE";
            case "set null" -> " ON DELETE SET NULL";
            default -> "";
        };
        return constraint(foreignKeyName(table, key)) + "FOREIGN KEY (" + names(key.columns()) + ") REFERENCES "
                + name(key.table()) + " (" + names(key.referenced()) + ")" + onDelete;
    }

    /** Writes a check. */
    public String check(Table table, Check check) {
        return constraint(checkName(table, check)) + "CHECK (" + condition(check.predicate()) + ")";
    }

    /** Lists the checks that this database needs: a type of PostgreSQL implies those on JSON. */
    public List<Check> checks(Table table) {
        return table.checks().stream()
                .filter(check -> kind == DatabaseKind.SQLITE || !check.kind().equals("json"))
                .toList();
    }

    /** Writes the statement that makes an index. */
    public String createIndex(Table table, Index index) {
        String columns = index.columns().stream()
                .map(column -> name(column.name())
                        + (column.descending() ? " DESC" : "")
                        + (column.nullsLast() && kind == DatabaseKind.POSTGRESQL ? " NULLS LAST" : ""))
                .collect(Collectors.joining(", "));
        return "CREATE INDEX " + name(index.name()) + " ON " + name(table.name()) + " (" + columns + ")";
    }

    /** Names the constraint of the primary key, as PostgreSQL would. */
    public static String primaryKeyName(Table table) {
        return table.name() + "_pkey";
    }

    /** Names the constraint of a unique key, as PostgreSQL would. */
    public static String uniqueName(Table table, List<String> columns) {
        return table.name() + "_" + String.join("_", columns) + "_key";
    }

    /** Names the constraint of a foreign key, as PostgreSQL would. */
    public static String foreignKeyName(Table table, ForeignKey key) {
        return table.name() + "_" + String.join("_", key.columns()) + "_fkey";
    }

    /** Several checks of one column are numbered, as PostgreSQL itself does. */
    public static String checkName(Table table, Check check) {
        List<Check> ofColumn = table.checks().stream()
                .filter(other -> other.column().equals(check.column()))
                .filter(other -> !other.kind().equals("json"))
                .toList();
        int number = ofColumn.indexOf(check);
        return table.name() + "_" + check.column() + "_check" + (number > 0 ? String.valueOf(number) : "");
    }

    private String constraint(String constraintName) {
        return kind == DatabaseKind.SQLITE ? "" : "CONSTRAINT " + name(constraintName) + " ";
    }

    /** Writes a condition of the data dictionary. */
    public String condition(String predicate) {
        if (kind == DatabaseKind.POSTGRESQL) {
            return REGEXP.matcher(predicate).replaceAll("$1 ~ '^$2\\$'");
        }
        String sql = JSON.matcher(predicate).replaceAll("json_valid($1)");
        sql = LENGTH.matcher(sql).replaceAll("length(");
        return REGEXP.matcher(sql)
                .replaceAll(match -> Matcher.quoteReplacement(match.group(1) + " GLOB '" + glob(match.group(2)) + "'"));
    }

    private static String glob(String regexp) {
        return COUNTED.matcher(regexp)
                .replaceAll(match -> Matcher.quoteReplacement(match.group(1).repeat(Integer.parseInt(match.group(2)))));
    }
}
