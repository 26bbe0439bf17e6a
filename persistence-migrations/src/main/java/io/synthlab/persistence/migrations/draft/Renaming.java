package io.synthlab.persistence.migrations.draft;

import io.synthlab.persistence.migrations.catalog.Table;
import io.synthlab.persistence.migrations.catalog.Table.Check;
import io.synthlab.persistence.migrations.catalog.Table.Column;
import io.synthlab.persistence.migrations.catalog.Table.ForeignKey;
import io.synthlab.persistence.migrations.catalog.Table.Index;
import io.synthlab.persistence.migrations.catalog.Table.IndexColumn;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Gives a table the names that it and its columns, and the tables it refers to, have after renaming. */
final class Renaming {
    /** Texts and names of a condition; texts stay as they are. */
    private static final Pattern WORD = Pattern.compile("'(?:[^']|'')*'|\\w+");

    private Renaming() {}

    static Table of(Table table, Hints hints) {
        UnaryOperator<String> column = name -> hints.column(table.name(), name);
        return new Table(
                hints.table(table.name()),
                table.presence(),
                table.columns().stream()
                        .map(each -> new Column(
                                column.apply(each.name()),
                                each.position(),
                                each.type(),
                                each.nullable(),
                                each.defaultValue()))
                        .toList(),
                all(table.primaryKey(), column),
                table.foreignKeys().stream()
                        .map(key -> new ForeignKey(
                                all(key.columns(), column),
                                hints.table(key.table()),
                                all(key.referenced(), name -> hints.column(key.table(), name)),
                                key.onDelete()))
                        .toList(),
                table.uniques().stream().map(unique -> all(unique, column)).toList(),
                table.checks().stream()
                        .map(check -> new Check(
                                column.apply(check.column()), condition(check.predicate(), column), check.kind()))
                        .toList(),
                table.indexes().stream()
                        .map(index -> new Index(
                                index.name(),
                                index.columns().stream()
                                        .map(each -> new IndexColumn(
                                                column.apply(each.name()), each.descending(), each.nullsLast()))
                                        .toList(),
                                index.presence()))
                        .toList());
    }

    private static List<String> all(List<String> names, UnaryOperator<String> column) {
        return names.stream().map(column).toList();
    }

    private static String condition(String text, UnaryOperator<String> column) {
        return WORD.matcher(text)
                .replaceAll(word -> Matcher.quoteReplacement(
                        word.group().startsWith("'") ? word.group() : column.apply(word.group())));
    }
}
