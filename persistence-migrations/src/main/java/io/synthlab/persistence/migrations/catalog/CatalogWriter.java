package io.synthlab.persistence.migrations.catalog;

import io.synthlab.persistence.migrations.catalog.Table.IndexColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes a table in the form of {@code schema.tsv}. */
final class CatalogWriter {
    private static final List<String> FIELDS = List.of(CatalogLine.HEADER.split("\t"));

    private final Table table;
    private final List<CatalogLine> lines = new ArrayList<>();

    CatalogWriter(Table table) {
        this.table = table;
    }

    List<CatalogLine> lines() {
        add("table", Map.of("name", table.name(), "class", "active"));
        table.columns()
                .forEach(column -> add(
                        "column",
                        Map.of(
                                "name", column.name(),
                                "position", String.valueOf(column.position()),
                                "type", column.type().name().toLowerCase(Locale.ROOT),
                                "nullable", column.nullable() ? "yes" : "no",
                                "default", column.defaultValue() == null ? "" : column.defaultValue())));
        if (!table.primaryKey().isEmpty()) {
            add("pk", Map.of("columns", String.join(",", table.primaryKey())));
        }
        table.foreignKeys()
                .forEach(key -> add(
                        "fk",
                        Map.of(
                                "columns", String.join(",", key.columns()),
                                "references", key.table() + "(" + String.join(",", key.referenced()) + ")",
                                "on_delete", key.onDelete())));
        table.uniques().forEach(columns -> add("unique", Map.of("columns", String.join(",", columns))));
        table.checks()
                .forEach(check -> add(
                        "check",
                        Map.of("columns", check.column(), "predicate", check.predicate(), "class", check.kind())));
        table.indexes()
                .forEach(index -> add(
                        "index",
                        Map.of(
                                "name",
                                index.name(),
                                "columns",
                                index.columns().stream().map(IndexColumn::text).collect(Collectors.joining(",")))));
        return lines;
    }

    private void add(String kind, Map<String, String> values) {
        lines.add(new CatalogLine(FIELDS.stream()
                .map(field -> switch (field) {
                    case "kind" -> kind;
                    case "table" -> table.name();
                    case "presence" -> "v15";
                    default -> values.getOrDefault(field, "");
                })
                .toList()));
    }
}
