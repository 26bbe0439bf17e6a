package io.synthlab.persistence.migrations.schema;

import io.synthlab.persistence.DatabaseKind;
import io.synthlab.persistence.migrations.catalog.CheckExpression;
import io.synthlab.persistence.migrations.catalog.Table;
import io.synthlab.persistence.migrations.catalog.Table.Column;
import io.synthlab.persistence.migrations.catalog.Table.IndexColumn;
import io.synthlab.persistence.migrations.catalog.Table.Type;
import io.synthlab.persistence.migrations.schema.Difference.Change;
import io.synthlab.persistence.migrations.schema.Fact.Key;
import io.synthlab.persistence.migrations.schema.Fact.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Everything that is true of the tables of a database.
 *
 * @param values from what a fact is about to how it is, tables in load order where they are ours
 */
record Facts(Map<Key, String> values) {

    static Facts of(Collection<Fact> facts) {
        Map<Key, String> values = new LinkedHashMap<>();
        // Two of a kind, say two equal unique keys, must not look like one.
        facts.forEach(fact -> values.merge(fact.key(), fact.value(), (one, other) -> one + " and also " + other));
        return new Facts(values);
    }

    /** Returns what holds where these tables are: what they say, and NOT NULL on key columns. */
    static Facts ofTables(Collection<Table> tables, DatabaseKind kind) {
        List<Fact> facts = new ArrayList<>();
        tables.forEach(table -> new Expected(table, kind, facts).add());
        return of(facts);
    }

    /** Returns these facts without the check conditions, which other hands spell in their own way. */
    Facts withoutChecks() {
        Map<Key, String> others = new LinkedHashMap<>(values);
        others.keySet().removeIf(key -> key.kind() == Kind.CHECK);
        return new Facts(others);
    }

    boolean has(Kind kind, String table, String name) {
        return values.containsKey(new Key(kind, table, name));
    }

    boolean hasTable(String table) {
        return has(Kind.TABLE, table, "");
    }

    boolean hasColumn(String table, String column) {
        return has(Kind.COLUMN, table, column);
    }

    /** Returns the type of a column, empty if there is no such column. */
    String columnType(String table, String column) {
        return values.getOrDefault(new Key(Kind.COLUMN, table, column), "");
    }

    /** Lists what differs from what is expected; of a table that is missing or surplus only that. */
    List<Difference> differencesTo(Facts expected) {
        List<Difference> differences = new ArrayList<>();
        expected.values.forEach((key, value) -> {
            String found = values.get(key);
            if (found == null && (key.kind() == Kind.TABLE || hasTable(key.table()))) {
                differences.add(new Difference(Change.MISSING, key, value, ""));
            } else if (found != null && !found.equals(value)) {
                differences.add(new Difference(Change.DIFFERENT, key, value, found));
            }
        });
        values.forEach((key, found) -> {
            boolean known = key.kind() == Kind.TABLE || expected.hasTable(key.table());
            if (known && !expected.values.containsKey(key)) {
                differences.add(new Difference(Change.SURPLUS, key, "", found));
            }
        });
        return differences;
    }

    /** Turns the data dictionary into facts. */
    private record Expected(Table table, DatabaseKind database, List<Fact> facts) {
        void add() {
            add(Kind.TABLE, "", "");
            table.columns().forEach(this::addColumn);
            if (!table.primaryKey().isEmpty()) {
                add(Kind.PRIMARY_KEY, "", String.join(", ", table.primaryKey()));
            }
            table.foreignKeys()
                    .forEach(key -> add(
                            Kind.FOREIGN_KEY,
                            String.join(", ", key.columns()),
                            foreignKey(key.table(), key.referenced(), key.onDelete())));
            table.uniques().forEach(columns -> add(Kind.UNIQUE, String.join(", ", columns), ""));
            table.checks().stream()
                    .filter(check ->
                            database == DatabaseKind.SQLITE || !check.kind().equals("json"))
                    .forEach(check -> add(Kind.CHECK, CheckExpression.of(check.predicate()), ""));
            table.indexes()
                    .forEach(index -> add(
                            Kind.INDEX,
                            index.name(),
                            index.columns().stream().map(this::indexColumn).collect(Collectors.joining(", "))));
        }

        private void addColumn(Column column) {
            boolean json = column.type() == Type.JSON && database == DatabaseKind.SQLITE;
            add(Kind.COLUMN, column.name(), json ? "text" : column.type().name().toLowerCase(Locale.ROOT));
            if (!column.nullable() || table.primaryKey().contains(column.name())) {
                add(Kind.NOT_NULL, column.name(), "");
            }
            if (column.defaultValue() != null) {
                add(Kind.DEFAULT, column.name(), column.defaultValue());
            }
        }

        private String indexColumn(IndexColumn column) {
            // To SQLite NULL is the smallest value: behind all others wherever the order descends.
            boolean nullsLast = column.nullsLast() && database == DatabaseKind.POSTGRESQL;
            return new IndexColumn(column.name(), column.descending(), nullsLast).text();
        }

        private void add(Kind kind, String name, String value) {
            facts.add(Fact.of(kind, table.name(), name, value));
        }
    }

    static String foreignKey(String table, List<String> columns, String onDelete) {
        return table + "(" + String.join(", ", columns) + ") on delete " + onDelete.toLowerCase(Locale.ROOT);
    }
}
