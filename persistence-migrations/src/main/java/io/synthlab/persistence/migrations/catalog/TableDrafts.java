package io.synthlab.persistence.migrations.catalog;

import io.synthlab.persistence.migrations.catalog.Table.Check;
import io.synthlab.persistence.migrations.catalog.Table.Column;
import io.synthlab.persistence.migrations.catalog.Table.ForeignKey;
import io.synthlab.persistence.migrations.catalog.Table.Index;
import io.synthlab.persistence.migrations.catalog.Table.Presence;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tables while facts are added and removed, in the order in which they came. */
final class TableDrafts {
    private final Map<String, Draft> drafts = new LinkedHashMap<>();

    TableDrafts(Collection<String> order) {
        order.forEach(this::draft);
    }

    static TableDrafts of(Collection<Table> tables) {
        TableDrafts drafts = new TableDrafts(List.of());
        tables.forEach(table -> drafts.drafts.put(table.name(), new Draft(table)));
        return drafts;
    }

    void add(Collection<CatalogLine> lines) {
        lines.forEach(line -> draft(line.table()).add(line));
    }

    /** Takes a fact away. */
    void remove(CatalogLine line) {
        boolean removed = line.kind().equals("table")
                ? drafts.remove(line.table()) != null
                : draft(line.table()).remove(line);
        if (!removed) {
            throw new IllegalStateException("takes away what is not there: " + line.text());
        }
    }

    List<Table> build() {
        return drafts.entrySet().stream()
                .map(draft -> draft.getValue().build(draft.getKey()))
                .toList();
    }

    private Draft draft(String table) {
        return drafts.computeIfAbsent(table, name -> new Draft());
    }

    /** Facts of one table while they are collected. */
    private static final class Draft {
        private Presence presence = Presence.V15;
        private final List<Column> columns = new ArrayList<>();
        private final List<String> primaryKey = new ArrayList<>();
        private final List<ForeignKey> foreignKeys = new ArrayList<>();
        private final List<List<String>> uniques = new ArrayList<>();
        private final List<Check> checks = new ArrayList<>();
        private final List<Index> indexes = new ArrayList<>();

        Draft() {}

        Draft(Table table) {
            presence = table.presence();
            columns.addAll(table.columns());
            primaryKey.addAll(table.primaryKey());
            foreignKeys.addAll(table.foreignKeys());
            uniques.addAll(table.uniques());
            checks.addAll(table.checks());
            indexes.addAll(table.indexes());
        }

        void add(CatalogLine fact) {
            switch (fact.kind()) {
                case "table" -> presence = fact.presence();
                case "column" -> columns.add(fact.column());
                case "pk" -> primaryKey.addAll(fact.columns());
                case "fk" -> foreignKeys.add(fact.foreignKey());
                case "unique" -> uniques.add(fact.columns());
                case "check" -> checks.add(fact.check());
                case "index" -> indexes.add(fact.index());
                default -> throw new IllegalStateException("unknown kind " + fact.kind());
            }
        }

        boolean remove(CatalogLine fact) {
            return switch (fact.kind()) {
                case "column" -> columns.removeIf(column -> column.name().equals(fact.name()));
                case "pk" -> primaryKey.removeAll(fact.columns());
                case "fk" -> foreignKeys.remove(fact.foreignKey());
                case "unique" -> uniques.remove(fact.columns());
                case "check" ->
                    checks.removeIf(
                            check -> check.predicate().equals(fact.check().predicate()));
                case "index" -> indexes.removeIf(index -> index.name().equals(fact.name()));
                default -> throw new IllegalStateException("unknown kind " + fact.kind());
            };
        }

        Table build(String name) {
            return new Table(name, presence, columns, primaryKey, foreignKeys, uniques, checks, indexes);
        }
    }
}
