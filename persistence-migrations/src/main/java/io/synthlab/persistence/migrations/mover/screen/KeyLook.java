package io.synthlab.persistence.migrations.mover.screen;

import static io.synthlab.persistence.migrations.mover.screen.FindingStore.number;

import io.synthlab.persistence.migrations.catalog.SchemaCatalog;
import io.synthlab.persistence.migrations.catalog.Table;
import io.synthlab.persistence.migrations.catalog.Table.ForeignKey;
import io.synthlab.persistence.migrations.mover.report.Adjustment;
import io.synthlab.persistence.migrations.mover.report.Rule;
import io.synthlab.persistence.migrations.mover.source.SourceDatabase;
import io.synthlab.persistence.migrations.query.Names;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Looks at the keys between rows with queries of its own: a file need not have the constraints of version 15. */
final class KeyLook {
    private final FindingStore store;
    private final SourceDatabase source;

    KeyLook(FindingStore store, SourceDatabase source) {
        this.store = store;
        this.source = source;
    }

    /** Finds rows that share a key with another row: none of them arrives, as nobody knows which is right. */
    void repeated(Table table) {
        Stream.concat(Stream.of(table.primaryKey()), table.uniques().stream())
                .filter(key -> !source.hasUniqueIndex(table, key))
                .forEach(key -> repeated(table, key));
        store.quarantineFound(table);
    }

    private void repeated(Table table, List<String> key) {
        String names = names("", key);
        String set = isSet("", key);
        find(
                table,
                String.join(", ", key),
                Rule.C4,
                " FROM " + src(table.name()) + " c WHERE (" + names + ") IN (SELECT " + names + " FROM "
                        + src(table.name()) + " WHERE " + set + " GROUP BY " + names + " HAVING count(*) > 1)");
    }

    /** Finds rows whose parent does not exist. */
    void orphans(Table table, boolean dropReferences) {
        for (ForeignKey key : table.foreignKeys()) {
            String parent = source.columns(key.table()).isEmpty()
                    ? "1"
                    : "NOT EXISTS (SELECT 1 FROM " + src(key.table()) + " p WHERE " + matches(key) + ")";
            String orphans = " FROM " + src(table.name()) + " c WHERE " + isSet("c.", key.columns()) + " AND " + parent;
            boolean droppable = key.columns().stream()
                    .allMatch(column -> table.column(column).orElseThrow().nullable());
            if (dropReferences && droppable) {
                key.columns()
                        .forEach(column -> store.execute(
                                "INSERT OR IGNORE INTO synthlab_adjusted SELECT " + number(table) + ", c.rowid, ?, ?"
                                        + orphans,
                                column,
                                Adjustment.REFERENCE_DROPPED.name()));
            } else {
                find(table, String.join(", ", key.columns()), Rule.C1, orphans);
            }
        }
        store.quarantineFound(table);
    }

    /** Finds rows that refer to a row in quarantine; parents come before children, and a tree is followed down. */
    void dependants(Table table) {
        int more = 1;
        while (more > 0) {
            table.foreignKeys().forEach(key -> dependants(table, key));
            more = store.quarantineFound(table);
        }
    }

    private void dependants(Table table, ForeignKey key) {
        Table parent = SchemaCatalog.table(key.table());
        if (store.quarantined(parent) == 0) {
            return;
        }
        // From the few to the many, whatever the planner knows of the sizes.
        store.execute(
                "INSERT INTO synthlab_finding (t, rid, col, rule, parent_t, parent_rid) SELECT " + number(table)
                        + ", c.rowid, ?, ?, " + number(parent)
                        + ", min(p.rowid) FROM synthlab_quarantined q CROSS JOIN "
                        + src(parent.name()) + " p ON p.rowid = q.rid CROSS JOIN " + src(table.name()) + " c ON "
                        + matches(key) + " WHERE q.t = " + number(parent)
                        + " AND NOT EXISTS (SELECT 1 FROM synthlab_quarantined x WHERE x.t = " + number(table)
                        + " AND x.rid = c.rowid) GROUP BY c.rowid",
                String.join(", ", key.columns()),
                Rule.DEPENDS.name());
    }

    private void find(Table table, String column, Rule rule, String from) {
        store.execute(
                "INSERT INTO synthlab_finding (t, rid, col, rule) SELECT " + number(table) + ", c.rowid, ?, ?" + from,
                column,
                rule.name());
    }

    private static String matches(ForeignKey key) {
        return IntStream.range(0, key.columns().size())
                .mapToObj(at -> "p." + Names.quoted(key.referenced().get(at)) + " = c."
                        + Names.quoted(key.columns().get(at)))
                .collect(Collectors.joining(" AND "));
    }

    private static String src(String table) {
        return "src." + Names.quoted(table);
    }

    private static String names(String prefix, List<String> columns) {
        return columns.stream().map(column -> prefix + Names.quoted(column)).collect(Collectors.joining(", "));
    }

    private static String isSet(String prefix, List<String> columns) {
        return columns.stream()
                .map(column -> prefix + Names.quoted(column) + " IS NOT NULL")
                .collect(Collectors.joining(" AND "));
    }
}
