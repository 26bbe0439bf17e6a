package io.synthlab.persistence.migrations.draft;

import static io.synthlab.persistence.migrations.catalog.TableSql.name;

import io.synthlab.persistence.DatabaseKind;
import io.synthlab.persistence.migrations.catalog.Table;
import io.synthlab.persistence.migrations.catalog.Table.Column;
import io.synthlab.persistence.migrations.catalog.Table.Index;
import io.synthlab.persistence.migrations.catalog.TableRebuild;
import io.synthlab.persistence.migrations.catalog.TableSql;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes a change for SQLite, whose ALTER TABLE can rename and add: whatever else changes, the table is built anew and its
 * rows are copied with their row ids. Foreign keys are off while a version runs, so that rows which refer to it stay;
 * whoever runs the version brings back triggers, views and indexes of others.
 */
final class SqliteDraft {
    private final TableSql sql = new TableSql(DatabaseKind.SQLITE);
    private final SchemaChange change;
    private final List<String> statements = new ArrayList<>();

    private SqliteDraft(SchemaChange change) {
        this.change = change;
    }

    static List<String> of(SchemaChange change) {
        SqliteDraft draft = new SqliteDraft(change);
        change.kept().forEach(draft::rename);
        change.added().forEach(table -> {
            draft.statements.add(draft.sql.create(table));
            draft.createIndexes(table, table.indexes());
        });
        change.changed().forEach(draft::change);
        change.removed().forEach(table -> draft.statements.add("DROP TABLE " + name(table.name())));
        return draft.statements;
    }

    private void rename(TableChange table) {
        if (table.isRenamed()) {
            statements.add("ALTER TABLE " + name(table.name()) + " RENAME TO "
                    + name(table.after().name()));
        }
        table.renamedColumns()
                .forEach((from, to) -> statements.add("ALTER TABLE "
                        + name(table.after().name()) + " RENAME COLUMN " + name(from) + " TO " + name(to)));
    }

    private void change(TableChange table) {
        if (isAddable(table)) {
            table.addedColumns()
                    .forEach(column -> statements.add("ALTER TABLE "
                            + name(table.after().name()) + " ADD COLUMN " + sql.column(table.after(), column)));
        } else if (table.isReshaped()
                || !table.addedColumns().isEmpty()
                || !table.removedColumns().isEmpty()) {
            rebuild(table.before(), table.after());
            return;
        }
        table.removedIndexes().forEach(index -> statements.add("DROP INDEX " + name(index.name())));
        createIndexes(table.after(), table.addedIndexes());
    }

    /** Returns whether the only change is columns that may be empty, in no key, with no condition. */
    private boolean isAddable(TableChange table) {
        return !table.isReshaped()
                && table.removedColumns().isEmpty()
                && !table.addedColumns().isEmpty()
                && table.addedColumns().stream()
                        .allMatch(column -> column.nullable()
                                && column.defaultValue() == null
                                && change.hints().fill(table.after().name(), column.name()) == null);
    }

    private void rebuild(Table before, Table after) {
        Map<String, String> values = new LinkedHashMap<>();
        for (Column column : after.columns()) {
            String value = value(before, after, column);
            if (value != null) {
                values.put(column.name(), value);
            }
        }
        statements.addAll(TableRebuild.statements(after.name(), sql.parts(after), values));
        createIndexes(after, after.indexes());
    }

    /** Returns where the values of a column come from, nothing for its default. */
    private @Nullable String value(Table before, Table after, Column column) {
        String fill = change.hints().fill(after.name(), column.name());
        if (before.column(column.name()).isEmpty()) {
            return fill;
        }
        return fill == null || column.nullable()
                ? name(column.name())
                : "coalesce(" + name(column.name()) + ", " + fill + ")";
    }

    private void createIndexes(Table table, List<Index> indexes) {
        indexes.forEach(index -> statements.add(sql.createIndex(table, index)));
    }
}
