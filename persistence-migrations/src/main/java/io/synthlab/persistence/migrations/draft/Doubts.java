package io.synthlab.persistence.migrations.draft;

import io.synthlab.persistence.DatabaseKind;
import io.synthlab.persistence.migrations.catalog.Table;
import io.synthlab.persistence.migrations.catalog.Table.Column;
import io.synthlab.persistence.migrations.catalog.TableSql;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a draft cannot decide, or decides at the cost of data: for a person to read. */
final class Doubts {
    private final SchemaChange change;
    private final List<String> lines = new ArrayList<>();

    private Doubts(SchemaChange change) {
        this.change = change;
    }

    /** Lists them, one sentence each. */
    static List<String> of(SchemaChange change) {
        Doubts doubts = new Doubts(change);
        doubts.addTables();
        change.kept().forEach(doubts::addColumns);
        change.kept().forEach(doubts::addConstraints);
        change.added().forEach(doubts::addPatterns);
        return doubts.lines;
    }

    private void addTables() {
        for (Table gone : change.removed()) {
            lines.add("table " + gone.name() + " goes with all its rows; going back makes it again, empty");
            change.added().stream()
                    .filter(come -> come.columnNames().equals(gone.columnNames()))
                    .forEach(come -> lines.add("table " + come.name() + " has the columns of " + gone.name()
                            + ": if it is the same, say --rename " + gone.name() + ":" + come.name()));
        }
    }

    private void addColumns(TableChange table) {
        String name = table.after().name();
        for (Column gone : table.removedColumns()) {
            lines.add("column " + name + "." + gone.name() + " goes with its values; going back makes it again, empty");
            table.addedColumns().stream()
                    .filter(come -> come.type() == gone.type())
                    .forEach(come -> lines.add("column " + name + "." + come.name() + " has the type of "
                            + gone.name() + ": if it is the same, say --rename " + table.name() + "." + gone.name()
                            + ":"
                            + come.name()));
            if (!gone.nullable() && gone.defaultValue() == null) {
                requireFill(name, gone, "going back");
            }
        }
        table.addedColumns().stream()
                .filter(come -> !come.nullable() && come.defaultValue() == null)
                .forEach(come -> requireFill(name, come, "the version"));
        for (Column column : table.changedColumns()) {
            Column old = table.columnBefore(column);
            if (old.nullable() && !column.nullable()) {
                requireFill(name, column, "the version");
            }
            if (old.type() != column.type()) {
                lines.add(
                        "column " + name + "." + column.name() + " changes from " + lower(old) + " to " + lower(column)
                                + ": a value that does not fit stops the version on PostgreSQL and stays as it is on SQLite");
            }
        }
    }

    private void requireFill(String table, Column column, String step) {
        String place = table + "." + column.name();
        if (change.hints().fill(table, column.name()) == null) {
            lines.add("column " + place + " takes no NULL: " + step
                    + " fails where a row has nothing for it; say what to put there with --fill " + place + "=…");
        }
    }

    private void addConstraints(TableChange table) {
        String name = table.after().name();
        table.addedUniques()
                .forEach(columns -> lines.add(
                        "unique key of " + name + columns + " is new: rows that are equal there stop the version"));
        table.addedForeignKeys()
                .forEach(key -> lines.add("foreign key of " + name + key.columns()
                        + " is new: rows that refer to nothing stop the version"));
        TableChange.checks(table.after()).keySet().stream()
                .filter(check -> !TableChange.checks(table.before()).containsKey(check))
                .forEach(check ->
                        lines.add("check of " + name + " (" + check + ") is new: rows that break it stop the version"));
        if (table.isKeyChanged()) {
            lines.add(
                    "primary key of " + name + " changes from " + table.before().primaryKey() + " to "
                            + table.after().primaryKey() + ": look at what refers to it");
        }
        addPatterns(table.after());
    }

    /** SQLite has no regular expressions; what GLOB can say is translated. */
    private void addPatterns(Table table) {
        TableSql sqlite = new TableSql(DatabaseKind.SQLITE);
        table.checks().stream()
                .filter(check -> sqlite.check(table, check).contains("regexp_like"))
                .forEach(check -> lines.add("check of " + table.name() + " (" + check.predicate()
                        + ") cannot be written on SQLite: decide what stands there"));
    }

    private static String lower(Column column) {
        return column.type().name().toLowerCase(Locale.ROOT);
    }
}
