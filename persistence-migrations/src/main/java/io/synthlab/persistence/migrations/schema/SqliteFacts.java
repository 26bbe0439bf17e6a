package io.synthlab.persistence.migrations.schema;

import io.synthlab.persistence.internal.schema.SchemaHistory;
import io.synthlab.persistence.migrations.catalog.CheckExpression;
import io.synthlab.persistence.migrations.query.Names;
import io.synthlab.persistence.migrations.query.Rows;
import io.synthlab.persistence.migrations.schema.Fact.Kind;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads what is true of the tables of a SQLite file, the history left out. */
final class SqliteFacts {
    private static final String TABLES = """
            SELECT name FROM sqlite_master
             WHERE type = 'table' AND name NOT LIKE 'sqlite!_%%' ESCAPE '!' AND name <> '%s'
             ORDER BY name
            """.formatted(SchemaHistory.TABLE);

    private final Connection connection;
    private final List<Fact> facts = new ArrayList<>();

    private SqliteFacts(Connection connection) {
        this.connection = connection;
    }

    static Facts read(Connection connection) throws SQLException {
        SqliteFacts reader = new SqliteFacts(connection);
        for (String table : Rows.list(connection, TABLES, row -> row.getString(1))) {
            reader.facts.add(Fact.of(Kind.TABLE, table, "", ""));
            reader.addColumns(table);
            reader.addForeignKeys(table);
            reader.addIndexes(table);
            reader.addChecks(table);
        }
        return Facts.of(reader.facts);
    }

    private record ColumnRow(String name, String type, boolean notNull, String defaultValue, int keyPosition) {}

    private void addColumns(String table) throws SQLException {
        List<ColumnRow> columns = Rows.list(
                connection,
                "PRAGMA table_info(" + Names.quoted(table) + ")",
                row -> new ColumnRow(
                        row.getString("name"),
                        row.getString("type"),
                        row.getBoolean("notnull"),
                        row.getString("dflt_value"),
                        row.getInt("pk")));
        for (ColumnRow column : columns) {
            facts.add(Fact.of(Kind.COLUMN, table, column.name(), affinity(column.type())));
            if (column.notNull()) {
                facts.add(Fact.of(Kind.NOT_NULL, table, column.name(), ""));
            }
            if (column.defaultValue() != null) {
                facts.add(Fact.of(Kind.DEFAULT, table, column.name(), column.defaultValue()));
            }
        }
        List<String> key = columns.stream()
                .filter(column -> column.keyPosition() > 0)
                .sorted(Comparator.comparingInt(ColumnRow::keyPosition))
                .map(ColumnRow::name)
                .toList();
        if (!key.isEmpty()) {
            facts.add(Fact.of(Kind.PRIMARY_KEY, table, "", String.join(", ", key)));
        }
    }

    private record ReferenceRow(int id, String table, String from, String to, String onDelete) {}

    private void addForeignKeys(String table) throws SQLException {
        Map<Integer, List<ReferenceRow>> keys = new LinkedHashMap<>();
        Rows.list(
                        connection,
                        "PRAGMA foreign_key_list(" + Names.quoted(table) + ")",
                        row -> new ReferenceRow(
                                row.getInt("id"),
                                row.getString("table"),
                                row.getString("from"),
                                row.getString("to"),
                                row.getString("on_delete")))
                .forEach(row ->
                        keys.computeIfAbsent(row.id(), id -> new ArrayList<>()).add(row));
        for (List<ReferenceRow> key : keys.values()) {
            ReferenceRow first = key.get(0);
            List<String> referenced = new ArrayList<>();
            for (ReferenceRow row : key) {
                // A reference that names no column means the key, and a key of one column has its name nowhere else.
                referenced.add(row.to() == null ? keyColumn(first.table()) : row.to());
            }
            String columns =
                    String.join(", ", key.stream().map(ReferenceRow::from).toList());
            String value = Facts.foreignKey(first.table(), referenced, first.onDelete());
            facts.add(Fact.of(Kind.FOREIGN_KEY, table, columns, value));
        }
    }

    private String keyColumn(String table) throws SQLException {
        List<String> key = Rows.list(
                connection,
                "SELECT name FROM pragma_table_info('" + table.replace("'", "''") + "') WHERE pk = 1",
                row -> row.getString(1));
        return key.isEmpty() ? "rowid" : key.get(0);
    }

    private record IndexRow(String name, boolean unique, String origin, boolean partial) {}

    private void addIndexes(String table) throws SQLException {
        List<IndexRow> indexes = Rows.list(
                connection,
                "PRAGMA index_list(" + Names.quoted(table) + ")",
                row -> new IndexRow(
                        row.getString("name"),
                        row.getBoolean("unique"),
                        row.getString("origin"),
                        row.getBoolean("partial")));
        for (IndexRow index : indexes) {
            String columns = String.join(", ", indexColumns(index)) + (index.partial() ? " where …" : "");
            if (index.origin().equals("pk")) {
                continue;
            }
            facts.add(
                    index.unique()
                            ? Fact.of(Kind.UNIQUE, table, columns, "")
                            : Fact.of(Kind.INDEX, table, index.name(), columns));
        }
    }

    private void addChecks(String table) throws SQLException {
        String sql = "SELECT sql FROM sqlite_master WHERE type = 'table' AND name = '" + table.replace("'", "''") + "'";
        for (String definition : Rows.list(connection, sql, row -> row.getString(1))) {
            SqliteDefinition.checks(definition)
                    .forEach(check -> facts.add(Fact.of(Kind.CHECK, table, CheckExpression.of(check), "")));
        }
    }

    private List<String> indexColumns(IndexRow index) throws SQLException {
        return Rows.list(
                connection,
                "SELECT coalesce(name, '(expression)') || iif(\"desc\", ' desc', '') FROM pragma_index_xinfo('"
                        + index.name().replace("'", "''") + "') WHERE key = 1 ORDER BY seqno",
                row -> row.getString(1));
    }

    /** Returns what SQLite makes of a declared type (its documentation, "Datatypes In SQLite", section 3.1). */
    private static String affinity(String declared) {
        String type = declared == null ? "" : declared.toUpperCase(Locale.ROOT);
        if (type.contains("INT")) {
            return "integer";
        }
        if (type.contains("CHAR") || type.contains("CLOB") || type.contains("TEXT")) {
            return "text";
        }
        if (type.isEmpty() || type.contains("BLOB")) {
            return "blob";
        }
        return type.contains("REAL") || type.contains("FLOA") || type.contains("DOUB") ? "real" : "numeric";
    }
}
