package io.synthlab.persistence.migrations.mover.source;

import io.synthlab.persistence.internal.schema.SchemaHistory;
import io.synthlab.persistence.migrations.catalog.SchemaCatalog;
import io.synthlab.persistence.migrations.catalog.Table;
import io.synthlab.persistence.migrations.mover.report.Problem;
import io.synthlab.persistence.migrations.mover.report.Rule;
import io.synthlab.persistence.migrations.query.Names;
import io.synthlab.persistence.migrations.schema.OriginalVersion;
import java.nio.charset.StandardCharsets;
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
 * <p>Columns may stand in any order; what versions 8 to 15 added may be missing. Surplus columns and tables that hold
 * anything move beside the 19 tables; empty ones are noted.
 *
 * @param recognised which version it is of, for people
 * @param rows rows of each of the 19 tables, in load order
 * @param present those of the 19 tables that it has
 * @param surplus columns and tables beside the 19 tables that hold anything
 * @param problems what makes a move impossible
 * @param notes what is worth knowing and stands in the way of nothing
 */
public record SourceLayout(
        String recognised,
        Map<Table, Long> rows,
        List<Table> present,
        List<SurplusTable> surplus,
        List<Problem> problems,
        List<String> notes) {
    /** Tables of ours and of SQLite that hold none of the application's data. */
    private static final Set<String> BOOKKEEPING = Set.of(SchemaHistory.TABLE);

    private static final Set<String> HARMLESS_FINDINGS =
            Set.of("NULL value in ", "TEXT value in ", "NUMERIC value in ");

    /** Bytes of a name in PostgreSQL at most; it would cut the rest off. */
    private static final int LONGEST_NAME = 63;

    /** Copies the collections. */
    public SourceLayout {
        rows = Collections.unmodifiableMap(new LinkedHashMap<>(rows));
        present = List.copyOf(present);
        surplus = List.copyOf(surplus);
        problems = List.copyOf(problems);
        notes = List.copyOf(notes);
    }

    /** Returns how many rows each table has, by name. */
    public Map<String, Long> rowsByName() {
        Map<String, Long> byName = new LinkedHashMap<>();
        rows.forEach((table, count) -> byName.put(table.name(), count));
        return byName;
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
        inspection.views();
        return new SourceLayout(
                inspection.version.recognised(),
                inspection.rows,
                inspection.present,
                inspection.surplus,
                inspection.problems,
                inspection.notes);
    }

    /**
     * Looks for damaged pages and trees. This reads the whole file.
     *
     * @param source the file, on a connection of its own
     * @return what is damaged; empty if nothing is
     */
    public static List<Problem> damage(SourceDatabase source) {
        // Rules of rows are checked row by row; here only pages and trees matter.
        source.execute("PRAGMA ignore_check_constraints = ON");
        return source.texts("PRAGMA quick_check(10)").stream()
                .filter(finding -> !finding.equals("ok"))
                .filter(finding -> HARMLESS_FINDINGS.stream().noneMatch(finding::startsWith))
                .map(finding ->
                        Problem.ofDatabase(Rule.DAMAGED, Rule.DAMAGED.description() + ", SQLite says: " + finding))
                .toList();
    }

    /** One look at one file. */
    private static final class Inspection {
        private final SourceDatabase source;
        private final OriginalVersion version;
        private final Map<Table, Long> rows = new LinkedHashMap<>();
        private final List<Table> present = new ArrayList<>();
        private final List<SurplusTable> surplus = new ArrayList<>();
        private final List<Problem> problems = new ArrayList<>();
        private final List<String> notes = new ArrayList<>();

        Inspection(SourceDatabase source) {
            this.source = source;
            this.version = source.version();
        }

        void file() {
            if (!source.texts("PRAGMA encoding").equals(List.of("UTF-8"))) {
                problems.add(Problem.ofDatabase(Rule.T10, Rule.T10.description()));
            }
            if (!version.refused().isEmpty()) {
                problems.add(Problem.ofDatabase(
                        Rule.LAYOUT,
                        "the file is not of versions 7 to 15 of the original, seen: "
                                + String.join(", ", version.refused())));
            }
            version.columns().forEach(column -> notes.add("column " + column + " came later and gets its default"));
        }

        void table(Table table) {
            rows.put(table, 0L);
            if (!source.isPresent(table)) {
                notes.add("table " + table.name() + " is not in the file and stays empty");
                return;
            }
            present.add(table);
            List<String> found = source.columns(table.name());
            List<String> missing = without(table.columnNames(), found).stream()
                    .filter(column -> !version.columns().contains(table.name() + "." + column))
                    .toList();
            missing.forEach(column ->
                    problems.add(Problem.ofTable(table.name(), column, Rule.LAYOUT, "the column is missing")));
            surplusColumns(table, without(found, table.columnNames()));
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
            if (source.isWithoutRowid(table.name())) {
                problems.add(Problem.ofTable(table.name(), null, Rule.LAYOUT, "the table is WITHOUT ROWID"));
            }
        }

        private void surplusColumns(Table table, List<String> columns) {
            List<String> filled = new ArrayList<>();
            for (String column : columns) {
                long values =
                        source.number("SELECT count(" + Names.quoted(column) + ") FROM " + Names.quoted(table.name()));
                if (values == 0) {
                    notes.add("surplus column " + table.name() + "." + column + " holds no value and is left out");
                } else {
                    filled.add(column);
                    requireShortName(table.name(), column);
                }
            }
            if (!filled.isEmpty()) {
                surplus.add(SurplusTable.ofColumns(table, filled));
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
            if (source.isVirtual(table)) {
                notes.add("virtual table " + table + " is left out; the tables it keeps its content in move");
                return;
            }
            long count = source.number("SELECT count(*) FROM " + Names.quoted(table));
            if (count == 0) {
                notes.add("surplus table " + table + " has no rows and is left out");
                return;
            }
            List<String> columns = source.columns(table);
            requireShortName(table, table);
            columns.forEach(column -> requireShortName(table, column));
            surplus.add(new SurplusTable(table, List.of(), columns, source.isWithoutRowid(table)));
        }

        private void requireShortName(String table, String name) {
            if (name.getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME
                    || name.equals(SurplusTable.ROWID)
                    || name.indexOf('\0') >= 0) {
                problems.add(Problem.ofTable(
                        table, name, Rule.C5, "the target cannot have a surplus column or table of this name"));
            }
        }

        void views() {
            source.texts("SELECT type || ' ' || name FROM sqlite_master WHERE type IN ('view', 'trigger') ORDER BY 1")
                    .forEach(other -> notes.add(other + " is no data and is left out"));
        }

        private static List<String> without(List<String> names, List<String> others) {
            return names.stream().filter(name -> !others.contains(name)).toList();
        }
    }
}
