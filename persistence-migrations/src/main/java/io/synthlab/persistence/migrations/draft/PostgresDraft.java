package io.synthlab.persistence.migrations.draft;

import static io.synthlab.persistence.migrations.catalog.TableSql.name;

import io.synthlab.persistence.DatabaseKind;
import io.synthlab.persistence.migrations.catalog.CheckExpression;
import io.synthlab.persistence.migrations.catalog.Table;
import io.synthlab.persistence.migrations.catalog.Table.Check;
import io.synthlab.persistence.migrations.catalog.Table.Column;
import io.synthlab.persistence.migrations.catalog.Table.ForeignKey;
import io.synthlab.persistence.migrations.catalog.TableSql;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes a change for PostgreSQL: names first, then what goes, then what comes. */
final class PostgresDraft {
    private final TableSql sql = new TableSql(DatabaseKind.POSTGRESQL);
    private final SchemaChange change;
    private final List<String> statements = new ArrayList<>();

    private PostgresDraft(SchemaChange change) {
        this.change = change;
    }

    static List<String> of(SchemaChange change) {
        PostgresDraft draft = new PostgresDraft(change);
        change.kept().forEach(draft::rename);
        change.kept().forEach(draft::dropForeignKeys);
        change.kept().forEach(draft::dropConstraints);
        change.added().forEach(draft::create);
        change.kept().forEach(draft::alterColumns);
        change.kept().forEach(draft::addConstraints);
        change.kept().forEach(draft::addForeignKeys);
        change.removed().forEach(table -> draft.add("DROP TABLE " + name(table.name())));
        return draft.statements;
    }

    private void create(Table table) {
        add(sql.create(table));
        table.indexes().forEach(index -> add(sql.createIndex(table, index)));
    }

    private void rename(TableChange table) {
        if (table.isRenamed()) {
            add("ALTER TABLE " + name(table.name()) + " RENAME TO "
                    + name(table.after().name()));
        }
        table.renamedColumns().forEach((from, to) -> alter(table, "RENAME COLUMN " + name(from) + " TO " + name(to)));
        renameConstraints(table);
    }

    /** Names follow one scheme, which holds the names of table and columns. */
    private void renameConstraints(TableChange table) {
        if (!table.isRenamed() && table.renamedColumns().isEmpty()) {
            return;
        }
        List<String> old = constraintNames(table.original());
        List<String> renamed = constraintNames(table.before());
        for (int i = 0; i < old.size(); i++) {
            if (!old.get(i).equals(renamed.get(i))) {
                alter(table, "RENAME CONSTRAINT " + name(old.get(i)) + " TO " + name(renamed.get(i)));
            }
        }
    }

    private List<String> constraintNames(Table table) {
        List<String> names = new ArrayList<>(List.of(TableSql.primaryKeyName(table)));
        table.uniques().forEach(columns -> names.add(TableSql.uniqueName(table, columns)));
        table.foreignKeys().forEach(key -> names.add(TableSql.foreignKeyName(table, key)));
        sql.checks(table).forEach(check -> names.add(TableSql.checkName(table, check)));
        return names;
    }

    private void dropForeignKeys(TableChange table) {
        foreignKeysToDrop(table).forEach(key -> drop(table, TableSql.foreignKeyName(table.before(), key)));
    }

    private void dropConstraints(TableChange table) {
        checksToReplace(table, table.before()).forEach(check -> drop(table, TableSql.checkName(table.before(), check)));
        table.removedUniques().forEach(columns -> drop(table, TableSql.uniqueName(table.before(), columns)));
        table.removedIndexes().forEach(index -> add("DROP INDEX " + name(index.name())));
        if (table.isKeyChanged() && !table.before().primaryKey().isEmpty()) {
            drop(table, TableSql.primaryKeyName(table.before()));
        }
    }

    private void drop(TableChange table, String constraint) {
        alter(table, "DROP CONSTRAINT " + name(constraint));
    }

    private void alterColumns(TableChange table) {
        for (Column column : table.addedColumns()) {
            addColumn(table, column);
        }
        for (Column column : table.changedColumns()) {
            alterColumn(table, column, table.columnBefore(column));
        }
        table.removedColumns().forEach(column -> alter(table, "DROP COLUMN " + name(column.name())));
    }

    private void addColumn(TableChange table, Column column) {
        String fill = change.hints().fill(table.after().name(), column.name());
        if (fill == null) {
            alter(table, "ADD COLUMN " + sql.column(table.after(), column));
            return;
        }
        alter(table, "ADD COLUMN " + sql.column(column, true));
        add("UPDATE " + name(table.after().name()) + " SET " + name(column.name()) + " = " + fill);
        if (!column.nullable()) {
            alterColumn(table, column, "SET NOT NULL");
        }
    }

    private void alterColumn(TableChange table, Column column, Column old) {
        if (old.type() != column.type()) {
            if (old.defaultValue() != null) {
                alterColumn(table, column, "DROP DEFAULT");
            }
            // By way of text a value that does not fit is an error, and never rounded.
            alterColumn(
                    table,
                    column,
                    "TYPE " + sql.type(column.type()) + " USING " + name(column.name()) + "::text::"
                            + sql.type(column.type()).replace(" COLLATE \"C\"", ""));
        }
        boolean lost = old.type() != column.type() && old.defaultValue() != null;
        if (lost || !Objects.equals(old.defaultValue(), column.defaultValue())) {
            if (column.defaultValue() != null) {
                alterColumn(table, column, "SET DEFAULT " + sql.defaultValue(column.defaultValue()));
            } else if (!lost) {
                alterColumn(table, column, "DROP DEFAULT");
            }
        }
        if (old.nullable() && !column.nullable()) {
            String fill = change.hints().fill(table.after().name(), column.name());
            if (fill != null) {
                add("UPDATE " + name(table.after().name()) + " SET " + name(column.name()) + " = " + fill + " WHERE "
                        + name(column.name()) + " IS NULL");
            }
            alterColumn(table, column, "SET NOT NULL");
        } else if (!old.nullable() && column.nullable()) {
            alterColumn(table, column, "DROP NOT NULL");
        }
    }

    private void alterColumn(TableChange table, Column column, String action) {
        alter(table, "ALTER COLUMN " + name(column.name()) + " " + action);
    }

    private void addConstraints(TableChange table) {
        if (table.isKeyChanged() && !table.after().primaryKey().isEmpty()) {
            alter(table, "ADD " + sql.primaryKey(table.after()));
        }
        table.addedUniques().forEach(columns -> alter(table, "ADD " + sql.unique(table.after(), columns)));
        checksToReplace(table, table.after()).forEach(check -> alter(table, "ADD " + sql.check(table.after(), check)));
        table.addedIndexes().forEach(index -> add(sql.createIndex(table.after(), index)));
    }

    private void addForeignKeys(TableChange table) {
        foreignKeysToAdd(table).forEach(key -> alter(table, "ADD " + sql.foreignKey(table.after(), key)));
    }

    /** Lists the checks of a column all or none: their names are numbered. */
    private List<Check> checksToReplace(TableChange table, Table side) {
        Set<String> columns = table.after().columns().stream()
                .map(Column::name)
                .filter(column -> !conditions(table.before(), column).equals(conditions(table.after(), column))
                        || table.changedColumns().stream()
                                .anyMatch(changed -> changed.name().equals(column)
                                        && changed.type()
                                                != table.columnBefore(changed).type()))
                .collect(Collectors.toSet());
        table.removedColumns().forEach(column -> columns.add(column.name()));
        return sql.checks(side).stream()
                .filter(check -> columns.contains(check.column()))
                .toList();
    }

    private List<String> conditions(Table table, String column) {
        return sql.checks(table).stream()
                .filter(check -> check.column().equals(column))
                .map(check -> CheckExpression.of(check.predicate()))
                .toList();
    }

    private List<ForeignKey> foreignKeysToDrop(TableChange table) {
        List<ForeignKey> keys = new ArrayList<>(table.removedForeignKeys());
        keys.addAll(foreignKeysInTheWay(table));
        return keys;
    }

    private List<ForeignKey> foreignKeysToAdd(TableChange table) {
        List<ForeignKey> keys = new ArrayList<>(table.addedForeignKeys());
        keys.addAll(foreignKeysInTheWay(table));
        return keys;
    }

    /** Lists foreign keys that stay and yet keep a key or a type from changing. */
    private List<ForeignKey> foreignKeysInTheWay(TableChange table) {
        return table.after().foreignKeys().stream()
                .filter(key -> table.before().foreignKeys().contains(key))
                .filter(key -> isRetyped(table, key.columns()) || isRekeyed(key))
                .toList();
    }

    private boolean isRekeyed(ForeignKey key) {
        Optional<TableChange> parent = change.change(key.table());
        return parent.filter(table -> table.isKeyChanged() || isRetyped(table, key.referenced()))
                .isPresent();
    }

    private static boolean isRetyped(TableChange table, List<String> columns) {
        return table.changedColumns().stream()
                .anyMatch(column -> columns.contains(column.name())
                        && column.type() != table.columnBefore(column).type());
    }

    private void alter(TableChange table, String action) {
        add("ALTER TABLE " + name(table.after().name()) + " " + action);
    }

    private void add(String statement) {
        statements.add(statement);
    }
}
