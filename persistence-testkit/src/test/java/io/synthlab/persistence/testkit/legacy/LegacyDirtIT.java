package io.synthlab.persistence.testkit.legacy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every planted row is looked at where it is reported to be, by storage class and bytes. */
class LegacyDirtIT {
    private static final LegacyOptions DIRTY =
            LegacyDatabase.options().withScale(0.05).withDirty(true);
    private static final Pattern SURROGATE = Pattern.compile("\\\\u(d[89a-f][0-9a-f]{2})");

    @TempDir
    private static Path folder;

    private static LegacySummary summary;
    private static SqliteFile database;

    @BeforeAll
    static void create() throws SQLException {
        Path file = folder.resolve("dirty.db");
        summary = LegacyDatabase.create(file, DIRTY);
        database = SqliteFile.open(file);
    }

    @AfterAll
    static void close() throws SQLException {
        database.close();
    }

    @Test
    void every_kind_is_planted() {
        Set<DirtKind> kinds = summary.planted().stream().map(PlantedRow::kind).collect(Collectors.toSet());
        assertEquals(EnumSet.allOf(DirtKind.class), kinds);
    }

    @Test
    void every_reported_row_holds_its_key_and_its_defect() throws SQLException {
        List<PlantedRow> wrong = new ArrayList<>();
        for (PlantedRow planted : summary.planted()) {
            if (!planted.key().equals(storedKey(planted)) || !holdsDefect(planted)) {
                wrong.add(planted);
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void every_row_is_reported_once() {
        Set<String> places = summary.planted().stream()
                .map(planted -> planted.table() + " " + planted.rowid())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        assertEquals(summary.planted().size(), places.size());
    }

    @Test
    void all_other_rows_are_those_of_the_clean_database() throws SQLException {
        Path file = folder.resolve("clean.db");
        Map<String, Long> clean =
                LegacyDatabase.create(file, DIRTY.withDirty(false)).rowsPerTable();
        database.update("ATTACH '" + file + "' AS clean");
        for (Map.Entry<String, Long> table : clean.entrySet()) {
            assertEquals(
                    table.getValue() + plantedIn(table.getKey()),
                    summary.rowsPerTable().get(table.getKey()));
            assertEquals(0, missingFromDirty(table.getKey()), table.getKey());
        }
        database.update("DETACH clean");
    }

    private static long plantedIn(String table) {
        return summary.planted().stream()
                .filter(planted -> planted.table().equals(table))
                .count();
    }

    private static long missingFromDirty(String table) throws SQLException {
        String columns =
                String.join(", ", database.column("SELECT name FROM pragma_table_info('" + table + "', 'clean')"));
        return database.number("SELECT count(*) FROM (SELECT %1$s FROM clean.%2$s EXCEPT SELECT %1$s FROM main.%2$s)"
                .formatted(columns, table));
    }

    @Test
    void rows_with_another_defect_break_no_check() {
        List<PlantedRow> broken = summary.planted().stream()
                .filter(planted -> planted.column() != null && planted.kind() != DirtKind.CHECK_VIOLATION)
                .filter(LegacyDirtIT::breaksCheck)
                .toList();
        assertEquals(List.of(), broken);
    }

    @Test
    void only_the_reported_rows_break_checks_and_references() throws SQLException {
        assertEquals(
                rowsOf(DirtKind.ORPHAN),
                Set.copyOf(database.column("SELECT \"table\" || ' ' || rowid FROM pragma_foreign_key_check")));
        Set<String> broken = database.column("PRAGMA integrity_check").stream()
                .map(line -> line.replace("CHECK constraint failed in ", ""))
                .collect(Collectors.toSet());
        Set<String> tables = rowsOf(DirtKind.CHECK_VIOLATION).stream()
                .map(row -> row.split(" ")[0])
                .collect(Collectors.toSet());
        assertEquals(tables, broken);
    }

    @Test
    void the_number_of_planted_rows_does_not_depend_on_the_scale() {
        LegacySummary larger = LegacyDatabase.create(folder.resolve("larger.db"), DIRTY.withScale(0.2));
        assertEquals(
                summary.planted().stream().map(PlantedRow::kind).toList(),
                larger.planted().stream().map(PlantedRow::kind).toList());
    }

    @Test
    void an_older_version_has_the_defects_of_the_columns_it_has() {
        LegacySummary older = LegacyDatabase.create(folder.resolve("v10.db"), DIRTY.withSchemaVersion(10));
        Set<String> absent = Set.of("analysis_cache", "explorations", "scenario_nodes", "experiment_documents");
        assertEquals(
                summary.planted().stream()
                        .filter(row -> !absent.contains(row.table()))
                        .map(row -> row.kind() + " " + row.table() + "." + row.column())
                        .toList(),
                older.planted().stream()
                        .map(row -> row.kind() + " " + row.table() + "." + row.column())
                        .toList());
    }

    private static Set<String> rowsOf(DirtKind kind) {
        return summary.planted().stream()
                .filter(planted -> planted.kind() == kind)
                .map(planted -> planted.table() + " " + planted.rowid())
                .collect(Collectors.toSet());
    }

    private static List<@Nullable String> storedKey(PlantedRow planted) throws SQLException {
        List<String> columns = database.column(
                "SELECT name FROM pragma_table_info('%s') WHERE pk > 0 ORDER BY pk".formatted(planted.table()));
        List<@Nullable String> key = new ArrayList<>();
        for (String column : columns.isEmpty() ? List.of("id") : columns) {
            String value = value(planted, column);
            key.add(value.equals("null") ? null : value);
        }
        return key;
    }

    private static String value(PlantedRow planted, String expression) throws SQLException {
        return database.column(
                        "SELECT %s FROM %s WHERE rowid = %d".formatted(expression, planted.table(), planted.rowid()))
                .get(0);
    }

    private static boolean holdsDefect(PlantedRow planted) throws SQLException {
        String column = String.valueOf(planted.column());
        if (planted.kind() == DirtKind.EXTRA_TABLE) {
            return planted.column() == null;
        }
        String type = value(planted, "typeof(" + column + ")");
        byte[] bytes = HexFormat.of().parseHex(value(planted, "hex(" + column + ")"));
        return switch (planted.kind()) {
            case TEXT_IN_INTEGER, EXTRA_COLUMN -> type.equals("text");
            case REAL_IN_INTEGER -> type.equals("real");
            case INTEGER_OVER_31_BITS -> type.equals("integer") && isBeyond(31, planted);
            case INTEGER_OVER_53_BITS -> type.equals("integer") && isBeyond(53, planted);
            case REAL_EXTREME -> type.equals("real") && isExtreme(planted, column);
            case NUL_CHARACTER ->
                type.equals("text") && isUtf8(bytes) && new String(bytes, StandardCharsets.UTF_8).contains("\0");
            case INVALID_UTF8 -> type.equals("text") && !isUtf8(bytes);
            case BLOB_IN_TEXT -> type.equals("blob");
            case JSON_NUL_ESCAPE -> value(planted, column).contains("\\u0000");
            case JSON_LONE_SURROGATE -> hasLoneSurrogate(value(planted, column));
            case JSON_DUPLICATE_KEY -> hasDuplicateKey(planted, column);
            case ORPHAN -> rowsOf(DirtKind.ORPHAN).contains(planted.table() + " " + planted.rowid());
            case NULL_PRIMARY_KEY -> type.equals("null");
            case CHECK_VIOLATION -> breaksCheck(planted);
            case EXTRA_TABLE -> throw new AssertionError();
        };
    }

    /** Writing a value again makes SQLite look at its checks. */
    private static boolean breaksCheck(PlantedRow planted) {
        try {
            database.update("UPDATE %1$s SET %2$s = %2$s WHERE rowid = %3$d"
                    .formatted(planted.table(), planted.column(), planted.rowid()));
            return false;
        } catch (SQLException refused) {
            return refused.getMessage().contains("CHECK constraint failed");
        }
    }

    private static boolean isBeyond(int bits, PlantedRow planted) throws SQLException {
        long number = Long.parseLong(value(planted, String.valueOf(planted.column())));
        return number >= 1L << bits || number < -(1L << bits);
    }

    private static boolean isExtreme(PlantedRow planted, String column) throws SQLException {
        return value(planted, "abs(%1$s) >= 1e300 OR abs(%1$s) < 2.3e-308".formatted(column))
                .equals("1");
    }

    private static boolean isUtf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException invalid) {
            return false;
        }
    }

    /** A pair is a high and a low half side by side; what is left when pairs are gone stands alone. */
    private static boolean hasLoneSurrogate(String json) {
        String withoutPairs = json.replaceAll("\\\\ud[89ab][0-9a-f]{2}\\\\ud[c-f][0-9a-f]{2}", "");
        Matcher lone = SURROGATE.matcher(withoutPairs);
        return lone.find();
    }

    /** SQLite's own parser walks every member, also the ones that come twice. */
    private static boolean hasDuplicateKey(PlantedRow planted, String column) throws SQLException {
        return database.number("""
                        SELECT count(*) FROM (
                          SELECT 1 FROM %s t, json_tree(t.%s) j WHERE t.rowid = %d AND typeof(j.key) = 'text'
                           GROUP BY j.parent, j.key HAVING count(*) > 1)
                        """.formatted(planted.table(), column, planted.rowid())) > 0;
    }
}
