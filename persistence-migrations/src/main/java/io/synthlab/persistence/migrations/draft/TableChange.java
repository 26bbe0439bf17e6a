package io.synthlab.persistence.migrations.draft;

import io.synthlab.persistence.migrations.catalog.CheckExpression;
import io.synthlab.persistence.migrations.catalog.Table;
import io.synthlab.persistence.migrations.catalog.Table.Check;
import io.synthlab.persistence.migrations.catalog.Table.Column;
import io.synthlab.persistence.migrations.catalog.Table.ForeignKey;
import io.synthlab.persistence.migrations.catalog.Table.Index;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A table that stays, and changes.
 *
 * @param original the table before
 * @param before the same with the names that table and columns have after: renaming comes first
 * @param after the table after
 * @param renamedColumns columns that are renamed, from old to new name
 */
record TableChange(Table original, Table before, Table after, Map<String, String> renamedColumns) {

    static TableChange of(Table old, Table after, Hints hints) {
        Map<String, String> renamed = new LinkedHashMap<>();
        old.columns().forEach(column -> {
            String name = hints.column(old.name(), column.name());
            if (!name.equals(column.name())) {
                renamed.put(column.name(), name);
            }
        });
        return new TableChange(old, Renaming.of(old, hints), after, renamed);
    }

    /** Returns its name before. */
    String name() {
        return original.name();
    }

    boolean isRenamed() {
        return !name().equals(after.name());
    }

    /** Returns whether anything differs beside names. */
    boolean isChanged() {
        return !addedColumns().isEmpty() || !removedColumns().isEmpty() || isReshaped() || isReindexed();
    }

    /** Returns whether something differs that SQLite can only change by building the table anew. */
    boolean isReshaped() {
        return !changedColumns().isEmpty()
                || isKeyChanged()
                || !foreignKeys(before).equals(foreignKeys(after))
                || !uniques(before).equals(uniques(after))
                || !checks(before).keySet().equals(checks(after).keySet());
    }

    boolean isReindexed() {
        return !removedIndexes().isEmpty() || !addedIndexes().isEmpty();
    }

    boolean isKeyChanged() {
        return !before.primaryKey().equals(after.primaryKey());
    }

    List<Column> addedColumns() {
        return columns(after).values().stream()
                .filter(column -> before.column(column.name()).isEmpty())
                .toList();
    }

    List<Column> removedColumns() {
        return columns(before).values().stream()
                .filter(column -> after.column(column.name()).isEmpty())
                .toList();
    }

    /** Lists columns that are there before and after and differ, as they are after. */
    List<Column> changedColumns() {
        return columns(after).values().stream()
                .filter(column -> before.column(column.name()).isPresent() && !isSame(column, columnBefore(column)))
                .toList();
    }

    /** Returns a column of the table before. */
    Column columnBefore(Column column) {
        return effective(before, before.column(column.name()).orElseThrow());
    }

    List<Index> removedIndexes() {
        return before.indexes().stream()
                .filter(index -> !indexes(after).contains(text(index)))
                .toList();
    }

    List<Index> addedIndexes() {
        return after.indexes().stream()
                .filter(index -> !indexes(before).contains(text(index)))
                .toList();
    }

    List<ForeignKey> removedForeignKeys() {
        return minus(foreignKeys(before), foreignKeys(after));
    }

    List<ForeignKey> addedForeignKeys() {
        return minus(foreignKeys(after), foreignKeys(before));
    }

    List<List<String>> removedUniques() {
        return minus(uniques(before), uniques(after));
    }

    List<List<String>> addedUniques() {
        return minus(uniques(after), uniques(before));
    }

    /** Returns checks by their one spelling. */
    static Map<String, Check> checks(Table table) {
        return table.checks().stream()
                .collect(Collectors.toMap(
                        check -> CheckExpression.of(check.predicate()),
                        Function.identity(),
                        (one, other) -> one,
                        LinkedHashMap::new));
    }

    /** Returns the columns as they are in force: no key column takes NULL. */
    static Map<String, Column> columns(Table table) {
        Map<String, Column> columns = new LinkedHashMap<>();
        table.columns().forEach(column -> columns.put(column.name(), effective(table, column)));
        return columns;
    }

    private static Column effective(Table table, Column column) {
        boolean nullable = column.nullable() && !table.primaryKey().contains(column.name());
        return new Column(column.name(), column.position(), column.type(), nullable, column.defaultValue());
    }

    private static boolean isSame(Column one, Column other) {
        return one.type() == other.type()
                && one.nullable() == other.nullable()
                && Objects.equals(one.defaultValue(), other.defaultValue());
    }

    private static Set<ForeignKey> foreignKeys(Table table) {
        return Set.copyOf(table.foreignKeys());
    }

    private static Set<List<String>> uniques(Table table) {
        return Set.copyOf(table.uniques());
    }

    private static Set<String> indexes(Table table) {
        return table.indexes().stream().map(TableChange::text).collect(Collectors.toSet());
    }

    private static String text(Index index) {
        return index.name() + index.columns();
    }

    private static <T> List<T> minus(Set<T> all, Set<T> without) {
        List<T> rest = new ArrayList<>(all);
        rest.removeAll(without);
        rest.sort((one, other) -> one.toString().compareTo(other.toString()));
        return rest;
    }
}
