package io.synthlab.persistence.migrations.mover;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.synthlab.persistence.JsonValue;
import io.synthlab.persistence.migrations.mover.MoveOptions.NulPolicy;
import io.synthlab.persistence.migrations.mover.MoveOptions.OrphanPolicy;
import io.synthlab.persistence.migrations.mover.report.Adjustment;
import io.synthlab.persistence.migrations.mover.report.AdjustmentCount;
import io.synthlab.persistence.migrations.mover.report.CopiedTable;
import io.synthlab.persistence.migrations.mover.report.CopyReport;
import io.synthlab.persistence.migrations.mover.report.MovePlan;
import io.synthlab.persistence.migrations.mover.report.ProgressListener;
import io.synthlab.persistence.migrations.mover.report.Rule;
import io.synthlab.persistence.migrations.mover.report.RuleCount;
import io.synthlab.persistence.migrations.mover.report.VerifyReport;
import io.synthlab.persistence.testkit.legacy.DirtKind;
import io.synthlab.persistence.testkit.legacy.LegacyDatabase;
import io.synthlab.persistence.testkit.legacy.PlantedRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DirtIT {
    private static final Map<DirtKind, Set<Rule>> RULES = Map.ofEntries(
            Map.entry(DirtKind.TEXT_IN_INTEGER, EnumSet.of(Rule.N1)),
            Map.entry(DirtKind.REAL_IN_INTEGER, EnumSet.of(Rule.N2, Rule.N4)),
            Map.entry(DirtKind.INTEGER_OVER_31_BITS, EnumSet.of(Rule.N3)),
            Map.entry(DirtKind.INTEGER_OVER_53_BITS, EnumSet.of(Rule.N3)),
            Map.entry(DirtKind.NUL_CHARACTER, EnumSet.of(Rule.T1, Rule.J6)),
            Map.entry(DirtKind.INVALID_UTF8, EnumSet.of(Rule.T2, Rule.J7)),
            Map.entry(DirtKind.BLOB_IN_TEXT, EnumSet.of(Rule.N11, Rule.J8)),
            Map.entry(DirtKind.JSON_NUL_ESCAPE, EnumSet.of(Rule.J4)),
            Map.entry(DirtKind.JSON_LONE_SURROGATE, EnumSet.of(Rule.J5)),
            Map.entry(DirtKind.JSON_DUPLICATE_KEY, EnumSet.of(Rule.J9)),
            Map.entry(DirtKind.ORPHAN, EnumSet.of(Rule.C1)),
            Map.entry(DirtKind.NULL_PRIMARY_KEY, EnumSet.of(Rule.T5)),
            Map.entry(DirtKind.CHECK_VIOLATION, EnumSet.of(Rule.C2, Rule.J1, Rule.J2, Rule.J14)));

    private static final Set<DirtKind> ARRIVE =
            EnumSet.of(DirtKind.REAL_EXTREME, DirtKind.EXTRA_COLUMN, DirtKind.EXTRA_TABLE);

    @TempDir
    static Path directory;

    private static final String FILE = "quarantine.jsonl";

    @TempDir
    Path work;

    private static Path dirty;
    private static List<PlantedRow> planted;

    @BeforeAll
    static void createSource() {
        dirty = directory.resolve("dirty.db");
        planted = SourceFixture.dirty(dirty).planted();
    }

    /** Returns a copy of the file in which only defects of one kind are left. */
    private static Path only(DirtKind kind) {
        Path file = SourceFixture.copy(dirty, kind + "-" + UUID.randomUUID() + ".db");
        List<String> cleaning = new ArrayList<>();
        for (PlantedRow row : planted) {
            if (row.kind() != kind) {
                cleaning.add("DELETE FROM " + row.table() + " WHERE rowid = " + row.rowid());
            }
        }
        SourceFixture.execute(file, cleaning.toArray(String[]::new));
        return file;
    }

    private MoveRequest request(Path source, TargetFixture target) {
        return target.requestFrom(source).withWorkDirectory(work).withQuarantineFile(work.resolve(FILE));
    }

    private static CopyReport copy(MoveRequest request) {
        return DataMover.copy(request, ProgressListener.NONE);
    }

    private static void assertEqual(MoveRequest request) {
        VerifyReport proof = DataMover.verify(request, ProgressListener.NONE);
        assertTrue(proof.isEqual(), proof::toString);
    }

    private void assertArrivesEqual(Path source) {
        try (TargetFixture target = TargetFixture.migrated(TargetFixture.NEWEST)) {
            assertEquals(0, copy(request(source, target)).quarantined());
            assertEqual(request(source, target));
            assertFalse(Files.exists(work.resolve(FILE)));
        }
    }

    /** The rows of quarantine as place and rule, those that only depend on others left out. */
    private static Set<String> quarantined(TargetFixture target) {
        return new TreeSet<>(
                target.texts("SELECT table_name || '/' || source_rowid || '/' || coalesce(column_name, 'null')"
                        + " FROM synthlab_quarantine.quarantined_row WHERE rule <> 'DEPENDS'"));
    }

    private static Set<String> planted(Predicate<PlantedRow> which) {
        return planted.stream()
                .filter(which)
                .map(row -> row.table() + "/" + row.rowid() + "/" + row.column())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @ParameterizedTest
    @EnumSource(
            value = DirtKind.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"REAL_EXTREME", "EXTRA_COLUMN", "EXTRA_TABLE"})
    void puts_every_planted_row_into_quarantine_and_no_other(DirtKind kind) {
        Path file = only(kind);
        try (TargetFixture target = TargetFixture.migrated(TargetFixture.NEWEST)) {
            MovePlan plan = DataMover.plan(request(file, target), ProgressListener.NONE);
            assertEquals(Map.of(), target.counts());
            CopyReport report = copy(request(file, target));
            assertEquals(planted(row -> row.kind() == kind), quarantined(target));
            assertEquals(
                    RULES.get(kind),
                    report.counts().stream()
                            .map(RuleCount::rule)
                            .filter(rule -> rule != Rule.DEPENDS)
                            .collect(Collectors.toCollection(() -> EnumSet.noneOf(Rule.class))));
            assertEquals(plan.counts(), report.counts());
            assertEqual(request(file, target));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void moves_a_dirty_file_of_any_seed_and_accounts_for_every_row(long seed) throws IOException {
        Path file = directory.resolve("seed" + seed + ".db");
        List<PlantedRow> rows = LegacyDatabase.create(
                        file,
                        LegacyDatabase.options().withScale(0.01).withDirty(true).withSeed(seed))
                .planted();
        Map<String, Long> source = TargetFixture.counts(file);
        try (TargetFixture target = TargetFixture.migrated(seed == 2 ? TargetFixture.OLDEST : TargetFixture.NEWEST)) {
            MovePlan plan = DataMover.plan(request(file, target), ProgressListener.NONE);

            CopyReport report = copy(request(file, target));

            assertEquals(
                    rows.stream()
                            .filter(row -> !ARRIVE.contains(row.kind()))
                            .map(row -> row.table() + "/" + row.rowid() + "/" + row.column())
                            .collect(Collectors.toCollection(TreeSet::new)),
                    quarantined(target));
            for (CopiedTable table : report.tables()) {
                long arrived = target.counts().getOrDefault(table.table(), 0L);
                assertEquals(arrived, table.rows());
                assertEquals(source.getOrDefault(table.table(), 0L), arrived + table.quarantined(), table.table());
            }
            assertEquals(plan.counts(), report.counts());
            assertEquals(plan.surplus(), report.surplus());
            assertEquals(plan.quarantined(), report.quarantined());
            assertEquals(
                    plan.tables().stream().map(CopiedTable::rows).toList(),
                    report.tables().stream().map(CopiedTable::rows).toList());
            assertEqual(request(file, target));
            assertSameLines(target, report.quarantineFile().orElseThrow());
        }
    }

    /** The file says what the table says, line by line. */
    private static void assertSameLines(TargetFixture target, Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        List<String> entries = target.texts("SELECT entry FROM synthlab_quarantine.quarantined_row ORDER BY number");
        assertEquals(entries.size(), lines.size());
        for (int at = 0; at < lines.size(); at++) {
            assertEquals(JsonValue.parse(entries.get(at)), JsonValue.parse(lines.get(at)));
        }
    }

    @Test
    void keeps_whole_rows_with_their_storage_classes_and_bytes() {
        Path file = only(DirtKind.REAL_EXTREME);
        SourceFixture.execute(
                file,
                "UPDATE transcripts SET turn_count = 'seis', messages = NULL, synth_name = 'Zé' || char(0) WHERE rowid = 3");
        try (TargetFixture target = TargetFixture.migrated(TargetFixture.NEWEST)) {
            copy(request(file, target));
            assertEquals(
                    List.of("transcripts 3 synth_name T1 text 5ac3a900 2"),
                    target.texts(
                            "SELECT concat_ws(' ', table_name, source_rowid, column_name, rule, storage_class, bytes,"
                                    + " jsonb_array_length(entry->'findings')) FROM synthlab_quarantine.quarantined_row"));
            assertEquals(
                    List.of("\"73656973\"", "\"null\""),
                    target.texts(
                            "SELECT jsonb_path_query(entry, '$.row[*] ? (@.column == \"turn_count\").bytes')::text FROM"
                                    + " synthlab_quarantine.quarantined_row UNION ALL SELECT jsonb_path_query(entry, '$.row[*] ?"
                                    + " (@.column == \"messages\").storage_class')::text FROM synthlab_quarantine.quarantined_row"));
            assertEqual(request(file, target));
            target.execute(
                    "UPDATE synthlab_quarantine.quarantined_row SET entry = jsonb_set(entry, '{row,0,bytes}', '\"00\"')");
            VerifyReport changed = DataMover.verify(request(file, target), ProgressListener.NONE);
            assertEquals(1, changed.quarantineDifferences());
            assertTrue(changed.quarantine().get(0).startsWith("transcripts["), changed::toString);
        }
    }

    @Test
    void tells_each_entry_that_is_not_as_the_row_in_the_source_and_no_other() {
        Path file = only(DirtKind.REAL_EXTREME);
        SourceFixture.execute(file, "UPDATE transcripts SET turn_count = 'seis' WHERE rowid <= 6");
        try (TargetFixture target = TargetFixture.migrated(TargetFixture.NEWEST)) {
            assertEquals(6, copy(request(file, target)).quarantined());
            SourceFixture.execute(
                    file,
                    "DELETE FROM transcripts WHERE rowid IN (1, 6)",
                    "UPDATE transcripts SET turn_count = 'sete' WHERE rowid = 3");
            VerifyReport changed = DataMover.verify(request(file, target), ProgressListener.NONE);
            assertEquals(
                    List.of("(rowid 1)", "(rowid 3)", "(rowid 6)"),
                    changed.quarantine().stream()
                            .map(words -> words.replaceAll("(?s).*(\\(rowid \\d\\)).*", "$1"))
                            .toList());
            assertEquals(3, changed.quarantineDifferences());
            assertEquals(3, changed.differences());
        }
    }

    @Test
    void changes_what_it_may_and_records_the_original() {
        Path file = only(DirtKind.NUL_CHARACTER);
        SourceFixture.execute(
                file,
                "UPDATE synths SET synth_group_id = 'grp_0badf00d' WHERE rowid = (SELECT min(rowid) FROM synths)");
        MoveOptions options = new MoveOptions(NulPolicy.ESCAPE, OrphanPolicy.DROP_REFERENCE, true);
        try (TargetFixture target = TargetFixture.migrated(TargetFixture.NEWEST)) {
            CopyReport report = copy(request(file, target).withOptions(options));
            assertTrue(report.adjustments().stream()
                    .anyMatch(each -> each.adjustment() == Adjustment.NUL_ESCAPED && each.values() > 0));
            assertTrue(report.adjustments()
                    .contains(new AdjustmentCount("synths", "synth_group_id", Adjustment.REFERENCE_DROPPED, 1)));
            assertEquals(
                    List.of("grp_0badf00d"),
                    target.texts("SELECT convert_from(decode(bytes, 'hex'), 'UTF8') FROM"
                            + " synthlab_quarantine.quarantined_row WHERE disposition = 'reference_dropped'"));
            // Verifying knows what the copy was allowed to change.
            assertEqual(request(file, target));
        }
    }

    @Test
    void keeps_surplus_of_every_kind_as_it_is() {
        Path file = only(DirtKind.REAL_EXTREME);
        SourceFixture.execute(
                file,
                "CREATE TABLE \"Old stuff\" (n INTEGER, r REAL, t TEXT, b BLOB, mixed, \"weird ; name\" TEXT)",
                "INSERT INTO \"Old stuff\" VALUES (9007199254740993, 5e-324, 'é🙂', x'00ff', 'it''s', 'a' || char(0)),"
                        + " (NULL, 9e999, '', x'', 1.5, CAST(x'ff' AS TEXT)), (-1, -0.5, NULL, NULL, x'41', NULL)",
                "CREATE TABLE keyed (k TEXT PRIMARY KEY, v) WITHOUT ROWID",
                "INSERT INTO keyed VALUES ('a', 1), ('b', 'two')",
                "ALTER TABLE synths ADD COLUMN stars INTEGER",
                "UPDATE synths SET stars = 5 WHERE rowid IN (1, 2)");
        try (TargetFixture target = TargetFixture.migrated(TargetFixture.NEWEST)) {
            CopyReport report = copy(request(file, target));
            assertEqual(request(file, target));
            assertEquals(
                    List.of(
                            "9007199254740993|5e-324|é🙂|\\x00ff|'it''s'|CAST(X'6100' AS TEXT)",
                            "|Infinity||\\x|1.5|CAST(X'ff' AS TEXT)",
                            "-1|-0.5|||X'41'|"),
                    target.texts("SELECT concat(n, '|', r, '|', t, '|', b, '|', mixed, '|', \"weird ; name\")"
                            + " FROM synthlab_surplus.\"Old stuff\" ORDER BY source_rowid"));
            assertEquals(
                    List.of("5", "5"),
                    target.texts("SELECT stars::text FROM synthlab_surplus.synths WHERE id IS NOT NULL"));
            assertEquals(List.of("1", "'two'"), target.texts("SELECT v FROM synthlab_surplus.keyed ORDER BY k"));
            assertTrue(report.surplus().stream()
                    .anyMatch(each -> each.literals().equals(List.of("mixed", "weird ; name"))));
            target.execute("DELETE FROM synthlab_surplus.keyed WHERE k = 'a'");
            assertEquals(
                    1,
                    DataMover.verify(request(file, target), ProgressListener.NONE)
                            .surplusDifferences());
        }
    }

    @Test
    void copies_extreme_doubles_bit_by_bit() {
        assertArrivesEqual(only(DirtKind.REAL_EXTREME));
    }

    @ParameterizedTest
    @ValueSource(ints = {TargetFixture.NEWEST, TargetFixture.OLDEST})
    void a_value_that_is_too_long_for_an_index_goes_to_quarantine(int version) {
        byte[] noise = new byte[4000];
        new Random(7).nextBytes(noise);
        Path file = only(DirtKind.REAL_EXTREME);
        StringBuilder secret = new StringBuilder();
        for (byte b : noise) {
            secret.append((char) ('0' + (b & 63)));
        }
        SourceFixture.execute(
                file, "UPDATE synths SET nome = '" + secret.toString().replace("'", "''") + "' WHERE rowid = 7");
        try (TargetFixture target = TargetFixture.migrated(version)) {
            MovePlan plan = DataMover.plan(request(file, target), ProgressListener.NONE);
            CopyReport report = copy(request(file, target));
            assertEquals(Set.of("synths/7/nome"), quarantined(target));
            assertEquals(Rule.T8, report.counts().get(0).rule());
            assertEquals(plan.counts(), report.counts());
            assertFalse(plan.toString().contains(secret.substring(0, 20)));
            assertEqual(request(file, target));
        }
    }

    @Test
    void copies_long_values_that_compress() {
        Path file = only(DirtKind.REAL_EXTREME);
        SourceFixture.execute(
                file,
                "UPDATE synths SET nome = printf('%.100000c', 'x') WHERE rowid = 7",
                "UPDATE synths SET descricao = replace(hex(zeroblob(700000)), '0', 'é🙂') WHERE rowid = 8",
                "UPDATE synths SET data = '{\"a\": ' || '\"' || hex(randomblob(900000)) || '\"}' WHERE rowid = 9");
        assertArrivesEqual(file);
    }
}
