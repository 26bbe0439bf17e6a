package io.synthlab.persistence.migrations.mover;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.synthlab.persistence.migrations.mover.report.MoveRefusedException;
import io.synthlab.persistence.migrations.mover.report.Problem;
import io.synthlab.persistence.migrations.mover.report.ProgressListener;
import io.synthlab.persistence.migrations.mover.report.Rule;
import io.synthlab.persistence.migrations.mover.report.VerifyReport;
import io.synthlab.persistence.testkit.legacy.DirtKind;
import io.synthlab.persistence.testkit.legacy.PlantedRow;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
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
            Map.entry(DirtKind.CHECK_VIOLATION, EnumSet.of(Rule.C2, Rule.J1, Rule.J2, Rule.J14)),
            Map.entry(DirtKind.EXTRA_COLUMN, EnumSet.of(Rule.C5)),
            Map.entry(DirtKind.EXTRA_TABLE, EnumSet.of(Rule.C5)));

    private static final int ALL = 1000;

    @TempDir
    static Path directory;

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

    private static MoveRefusedException refused(Path source, TargetFixture target) {
        MoveRequest request = target.requestFrom(source).withLimits(ALL, ALL);
        return assertThrows(MoveRefusedException.class, () -> DataMover.copy(request, ProgressListener.NONE));
    }

    private static void assertArrivesEqual(Path source) {
        try (TargetFixture target = TargetFixture.migrated(TargetFixture.NEWEST)) {
            DataMover.copy(target.requestFrom(source), ProgressListener.NONE);
            VerifyReport proof = DataMover.verify(target.requestFrom(source), ProgressListener.NONE);
            assertTrue(proof.isEqual(), proof::toString);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = DirtKind.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"REAL_EXTREME", "EXTRA_COLUMN", "EXTRA_TABLE"})
    void names_every_planted_row_and_no_other(DirtKind kind) {
        Path file = only(kind);
        try (TargetFixture target = TargetFixture.migrated(TargetFixture.NEWEST)) {
            MoveRefusedException refusal = refused(file, target);
            assertEquals(Map.of(), target.counts());
            Set<String> expected = planted.stream()
                    .filter(row -> row.kind() == kind)
                    .map(row -> row.table() + "/" + row.rowid() + "/" + row.column())
                    .collect(Collectors.toCollection(TreeSet::new));
            Set<String> found = refusal.problems().stream()
                    .map(each -> each.table() + "/" + each.rowid() + "/" + each.column())
                    .collect(Collectors.toCollection(TreeSet::new));
            assertEquals(expected, found);
            assertEquals(
                    RULES.get(kind),
                    refusal.problems().stream()
                            .map(Problem::rule)
                            .collect(Collectors.toCollection(() -> EnumSet.noneOf(Rule.class))));
            assertTrue(refusal.getMessage().contains(refusal.problems().get(0).toString()), refusal.getMessage());
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = DirtKind.class,
            names = {"EXTRA_COLUMN", "EXTRA_TABLE"})
    void names_surplus_that_would_be_left_behind(DirtKind kind) {
        PlantedRow row =
                planted.stream().filter(each -> each.kind() == kind).findFirst().orElseThrow();
        try (TargetFixture target = TargetFixture.migrated(TargetFixture.NEWEST)) {
            MoveRefusedException refusal = refused(only(kind), target);
            assertEquals(Map.of(), target.counts());
            Problem problem = refusal.problems().get(0);
            assertEquals(RULES.get(kind), Set.of(problem.rule()));
            assertEquals(row.table(), problem.table());
            assertEquals(row.column(), problem.column());
            assertEquals(1, refusal.problems().size());
        }
    }

    @Test
    void copies_extreme_doubles_bit_by_bit() {
        assertArrivesEqual(only(DirtKind.REAL_EXTREME));
    }

    @ParameterizedTest
    @ValueSource(ints = {TargetFixture.NEWEST, TargetFixture.OLDEST})
    void names_the_row_whose_value_is_too_long_for_an_index(int version) {
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
            MoveRefusedException refusal = refused(file, target);
            Problem problem = refusal.problems().get(0);
            assertEquals(Rule.T8, problem.rule());
            assertEquals("synths", problem.table());
            assertEquals(7L, problem.rowid());
            assertTrue(problem.key() != null && problem.key().startsWith("id="), problem::toString);
            assertFalse(refusal.getMessage().contains(secret.substring(0, 20)));
            assertEquals(Map.of(), target.counts());
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
