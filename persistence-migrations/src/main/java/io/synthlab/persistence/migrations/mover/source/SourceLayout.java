package io.synthlab.persistence.migrations.mover.source;

import io.synthlab.persistence.internal.schema.SchemaHistory;
import io.synthlab.persistence.migrations.catalog.SchemaCatalog;
import io.synthlab.persistence.migrations.catalog.Table;
import io.synthlab.persistence.migrations.catalog.Table.Presence;
import io.synthlab.persistence.migrations.mover.report.Problem;
import io.synthlab.persistence.migrations.mover.report.Rule;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a source file is made of, compared with version 15 of the original's schema.
 *
 * <p>Columns may stand in any order, and the two older tables may be missing. A surplus column or table stands in the
 * way if it holds anything, since the target has no place for it; an empty one is noted.
 *
 * @param rows rows of each of the 19 tables, in load order
 * @param problems what stands in the way of a complete move
 * @param notes what is worth knowing and stands in the way of nothing
 */
public record SourceLayout(Map<Table, Long> rows, List<Problem> problems, List<String> notes) {
    /** Tables of ours and of SQLite that hold none of the application's data. */
    private static final Set<String> BOOKKEEPING = Set.of(SchemaHistory.TABLE);

    private static final Set<String> HARMLESS_FINDINGS =
            Set.of("NULL value in ", "TEXT value in ", "NUMERIC value in ");

    /** Copies the collections. */
    public SourceLayout {
        rows = Collections.unmodifiableMap(new LinkedHashMap<>(rows));
        problems = List.copyOf(problems);
        notes = List.copyOf(notes);
    }

    /** Returns how many rows all tables have. */
    public long totalRows() {
        return rows.values().stream().mapToLong(Long::longValue).sum();
    }

    /**
     * Looks at a file.
     *
     * @param source the file
     * @return what it is made of
     * @throws io.synthlab.persistence.error.DatabaseException if SQLite cannot read it
     */
    public static SourceLayout inspect(SourceDatabase source) {
        Inspection inspection = new Inspection(source);
        inspection.file();
        SchemaCatalog.tables().forEach(inspection::table);
        inspection.surplusTables();
        return new SourceLayout(inspection.rows, inspection.problems, inspection.notes);
    }

    /** One look at one file. */
    private static final class Inspection {
        private final SourceDatabase source;
        private final Map<Table, Long> rows = new LinkedHashMap<>();
        private final List<Problem> problems = new ArrayList<>();
        private final List<String> notes = new ArrayList<>();

        Inspection(SourceDatabase source) {
            this.source = source;
        }

        void file() {
            if (!source.texts("PRAGMA encoding").equals(List.of("UTF-8"))) {
                problems.add(Problem.ofDatabase(Rule.T10, Rule.T10.description()));
            }
            // Rules of rows are checked row by row later; here only pages and trees matter.
            source.execute("PRAGMA ignore_check_constraints = ON");
            source.texts("PRAGMA quick_check(10)").stream()
                    .filter(finding -> !finding.equals("ok"))
                    .filter(finding -> HARMLESS_FINDINGS.stream().noneMatch(finding::startsWith))
                    .forEach(finding -> problems.add(Problem.ofDatabase(
                            Rule.DAMAGED, Rule.DAMAGED.description() + ", SQLite says: " + finding)));
        }

        void table(Table table) {
            rows.put(table, 0L);
            if (!source.isPresent(table)) {
                if (table.presence() == Presence.V15) {
                    problems.add(Problem.ofTable(table.name(), null, Rule.LAYOUT, "the table is missing"));
                }
                return;
            }
            List<String> found = source.texts("SELECT name FROM pragma_table_xinfo(?) ORDER BY cid", table.name());
            List<String> missing = without(table.columnNames(), found);
            missing.forEach(column ->
                    problems.add(Problem.ofTable(table.name(), column, Rule.LAYOUT, "the column is missing")));
            without(found, table.columnNames()).forEach(column -> surplusColumn(table.name(), column));
            key(table);
            if (missing.isEmpty()) {
                rows.put(table, source.count(table));
            }
        }

        private void key(Table table) {
            List<String> key =
                    source.texts("SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk", table.name());
            if (!key.equals(table.primaryKey())) {
                String reason = "its primary key is (" + String.join(", ", key) + ") instead of ("
                        + String.join(", ", table.primaryKey()) + ")";
                problems.add(Problem.ofTable(table.name(), null, Rule.LAYOUT, reason));
            }
        }

        private void surplusColumn(String table, String column) {
            String name = SourceDatabase.quoted(column);
            long values = source.number("SELECT count(" + name + ") FROM " + SourceDatabase.quoted(table));
            if (values == 0) {
                notes.add("surplus column " + table + "." + column + " holds no value and is left out");
            } else {
                problems.add(Problem.ofTable(
                        table, column, Rule.C5, "a surplus column with " + values + " values would be left behind"));
            }
        }

        void surplusTables() {
            Set<String> known = SchemaCatalog.tables().stream().map(Table::name).collect(Collectors.toSet());
            source
                    .texts(
                            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
                                    + " ORDER BY name")
                    .stream()
                    .filter(name -> !known.contains(name) && !BOOKKEEPING.contains(name))
                    .forEach(this::surplusTable);
        }

        private void surplusTable(String table) {
            long count = source.number("SELECT count(*) FROM " + SourceDatabase.quoted(table));
            if (count == 0) {
                notes.add("surplus table " + table + " has no rows and is left out");
            } else {
                problems.add(Problem.ofTable(
                        table, null, Rule.C5, "a surplus table with " + count + " rows would be left behind"));
            }
        }

        private static List<String> without(List<String> names, List<String> others) {
            return names.stream().filter(name -> !others.contains(name)).toList();
        }
    }
}
