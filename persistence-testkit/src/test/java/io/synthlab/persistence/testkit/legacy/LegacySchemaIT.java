package io.synthlab.persistence.testkit.legacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LegacySchemaIT {
    private static final LegacyOptions SMALL = LegacyDatabase.options().withScale(0.05);

    /** Tables and columns that a version added to the one before. */
    private static final Map<Integer, Set<String>> ADDED_BY = Map.of(
            8, Set.of("interview_guide", "research_executions.additional_context"),
            10, Set.of("experiments.status", "sensitivity_results", "chart_insights"),
            11, Set.of("analysis_runs.scenario_id"),
            12, Set.of("analysis_cache"),
            13, Set.of("explorations", "scenario_nodes"),
            14, Set.of("scenario_nodes.short_action"),
            15, Set.of("experiment_documents"));

    /** Tables and columns that a version had last. */
    private static final Map<Integer, Set<String>> LAST_IN =
            Map.of(7, Set.of("topic_guides_cache"), 14, Set.of("research_executions.summary_content"));

    private static List<String> newestColumns;

    @TempDir
    Path folder;

    private int created;

    @BeforeAll
    static void readNewest(@TempDir Path folder) throws SQLException {
        Path file = folder.resolve("newest.db");
        LegacyDatabase.create(file, SMALL);
        try (SqliteFile newest = SqliteFile.open(file)) {
            newestColumns = newest.columns();
        }
    }

    @Test
    void a_long_lived_file_of_version_15_has_all_19_tables() throws SQLException {
        try (SqliteFile database = create(SMALL)) {
            assertEquals(19, database.tables().size());
            assertEquals(162, database.columns().size());
            assertEquals(39, namedIndexes(database).size());
            assertEquals(16, foreignKeys(database).size());
        }
    }

    @Test
    void a_file_made_by_version_15_has_17_tables() throws SQLException {
        try (SqliteFile fresh = create(SMALL.withOlderTables(false))) {
            Set<String> missing =
                    newestColumns.stream().map(LegacySchemaIT::tableOf).collect(Collectors.toSet());
            missing.removeAll(fresh.tables());
            assertEquals(Set.of("assumption_log", "prfaq_metadata"), missing);
            assertEquals(142, fresh.columns().size());
            assertEquals(34, namedIndexes(fresh).size());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {7, 8, 10, 11, 12, 13, 14, 15})
    void an_older_file_has_exactly_what_its_version_had(int version) throws SQLException {
        Set<String> later = ADDED_BY.entrySet().stream()
                .filter(added -> added.getKey() > version)
                .flatMap(added -> added.getValue().stream())
                .collect(Collectors.toSet());
        try (SqliteFile older = create(SMALL.withSchemaVersion(version))) {
            List<String> expected = newestColumns.stream()
                    .filter(column -> !later.contains(column) && !later.contains(tableOf(column)))
                    .toList();
            Set<String> gone = LAST_IN.entrySet().stream()
                    .filter(last -> last.getKey() >= version)
                    .flatMap(last -> last.getValue().stream())
                    .collect(Collectors.toSet());
            List<String> found = new ArrayList<>(older.columns());
            Set<String> old = new TreeSet<>(found);
            newestColumns.forEach(old::remove);
            found.removeAll(old);
            assertEquals(expected, found);
            assertEquals(
                    gone,
                    old.stream()
                            .map(column -> gone.contains(tableOf(column)) ? tableOf(column) : column)
                            .collect(Collectors.toSet()));
            for (String table : older.tables()) {
                assertTrue(older.number("SELECT count(*) FROM " + table) > 0, table + " is empty");
            }
            assertEquals(List.of("ok"), older.column("PRAGMA integrity_check"));
            assertEquals(List.of(), older.column("PRAGMA foreign_key_check"));
        }
    }

    @Test
    void a_dirty_file_has_one_column_and_one_table_more() throws SQLException {
        try (SqliteFile dirty = create(SMALL.withDirty(true))) {
            Set<String> surplus = new TreeSet<>(dirty.columns());
            newestColumns.forEach(surplus::remove);
            surplus.removeIf(column -> tableOf(column).equals("synths_backup_2025"));
            assertEquals(Set.of("research_executions.summary_content"), surplus);
            assertEquals(20, dirty.tables().size());
        }
    }

    @Test
    void the_stored_definitions_carry_no_marks() throws SQLException {
        try (SqliteFile database = create(SMALL)) {
            assertEquals(0, database.number("SELECT count(*) FROM sqlite_schema WHERE sql LIKE '%--%'"));
        }
    }

    private SqliteFile create(LegacyOptions options) throws SQLException {
        Path file = folder.resolve("legacy" + created++ + ".db");
        LegacyDatabase.create(file, options);
        return SqliteFile.open(file);
    }

    private static String tableOf(String column) {
        return column.substring(0, column.indexOf('.'));
    }

    private static List<String> namedIndexes(SqliteFile database) throws SQLException {
        return database.column("SELECT name FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL");
    }

    private static List<String> foreignKeys(SqliteFile database) throws SQLException {
        return database.column("SELECT t.name FROM sqlite_schema t, pragma_foreign_key_list(t.name)");
    }
}
