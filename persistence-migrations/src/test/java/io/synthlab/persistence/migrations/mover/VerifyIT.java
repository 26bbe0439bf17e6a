package io.synthlab.persistence.migrations.mover;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.synthlab.persistence.migrations.catalog.SchemaCatalog;
import io.synthlab.persistence.migrations.catalog.Table;
import io.synthlab.persistence.migrations.catalog.Table.Column;
import io.synthlab.persistence.migrations.mover.report.Difference;
import io.synthlab.persistence.migrations.mover.report.Difference.Kind;
import io.synthlab.persistence.migrations.mover.report.ProgressListener;
import io.synthlab.persistence.migrations.mover.report.VerifiedTable;
import io.synthlab.persistence.migrations.mover.report.VerifyReport;
import io.synthlab.persistence.migrations.mover.source.KeyFill;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class VerifyIT {
    @TempDir
    static Path directory;

    private static Path copiedSource;
    private static TargetFixture copiedTarget;

    private Path source;
    private TargetFixture target;

    @BeforeAll
    static void copyOnce() {
        copiedSource = SourceFixture.clean(directory);
        copiedTarget = TargetFixture.migrated(TargetFixture.NEWEST);
        DataMover.copy(copiedTarget.requestFrom(copiedSource), ProgressListener.NONE);
    }

    @AfterAll
    static void dropCopy() {
        copiedTarget.close();
    }

    @BeforeEach
    void cloneBothSides() {
        source = SourceFixture.copy(copiedSource, UUID.randomUUID() + ".db");
        target = copiedTarget.copy();
    }

    @AfterEach
    void dropClone() {
        target.close();
    }

    private VerifyReport verify() {
        return verify(target.requestFrom(source).withLimits(1, 1000));
    }

    private static VerifyReport verify(MoveRequest request) {
        return DataMover.verify(request, ProgressListener.NONE);
    }

    private static List<Difference> differences(VerifyReport report) {
        return report.tables().stream().flatMap(table -> table.first().stream()).toList();
    }

    static Stream<String> tables() {
        return SchemaCatalog.tables().stream().map(Table::name);
    }

    @ParameterizedTest
    @MethodSource("tables")
    void finds_every_kind_of_difference_in_every_table(String name) {
        Table table = SchemaCatalog.table(name);
        String last = "(SELECT max(ctid) FROM " + name + ")";
        List<String> identity = KeyFill.identity(table);
        List<Column> values = table.columns().stream()
                .filter(column -> !identity.contains(column.name()))
                .toList();
        // Checks would refuse some of these values, and unique keys others; a damaged database has no such scruples.
        List<String> damage = new ArrayList<>(target.texts("SELECT 'ALTER TABLE " + name + " DROP CONSTRAINT '"
                + " || quote_ident(conname) || ' CASCADE' FROM pg_constraint WHERE conrelid = '" + name
                + "'::regclass AND contype IN ('c', 'u')"));
        String changed = name + " SET "
                + String.join(", ", values.stream().map(VerifyIT::change).toList());
        damage.add("UPDATE " + changed + " WHERE ctid = " + last);
        damage.add(
                "INSERT INTO %1$s SELECT (jsonb_populate_record(r, jsonb_build_object('%2$s', '~new'))).* FROM %1$s r LIMIT 1"
                        .formatted(name, identity.get(identity.size() - 1)));
        damage.add("DELETE FROM " + name + " WHERE ctid = (SELECT min(ctid) FROM " + name + ")");
        long arrived = target.counts().get(name);
        if (identity.size() > 1 && !table.primaryKey().equals(identity)) {
            damage.set(damage.size() - 2, damage.get(damage.size() - 2).replace("'~new')", "'~new', 'id', '~new')"));
        }
        target.execute(damage.toArray(String[]::new));

        VerifyReport report = verify();

        List<Difference> found = differences(report);
        assertTrue(found.stream().allMatch(each -> each.table().equals(name)), found::toString);
        assertEquals(
                values.stream().map(Column::name).toList(),
                found.stream()
                        .filter(each -> each.kind() == Kind.DIFFERENT)
                        .map(Difference::column)
                        .toList());
        assertEquals(
                1,
                found.stream()
                        .filter(each -> each.kind() == Kind.DIFFERENT)
                        .map(Difference::key)
                        .distinct()
                        .count());
        assertEquals(
                1,
                found.stream()
                        .filter(each -> each.kind() == Kind.MISSING_IN_TARGET)
                        .count());
        List<String> additional = found.stream()
                .filter(each -> each.kind() == Kind.ADDITIONAL_IN_TARGET)
                .map(Difference::key)
                .toList();
        assertEquals(1, additional.size());
        assertTrue(additional.get(0).contains("~new"), additional::toString);
        VerifiedTable counted = report.tables().stream()
                .filter(each -> each.table().equals(name))
                .findFirst()
                .orElseThrow();
        assertEquals(arrived, counted.sourceRows());
        assertEquals(arrived, counted.targetRows());
        assertEquals(values.size(), counted.different());
        assertFalse(report.isEqual());
    }

    /** Returns an assignment that changes a value of any type, NULL included. */
    private static String change(Column column) {
        String quoted = '"' + column.name() + '"';
        return quoted
                + switch (column.type()) {
                    case TEXT -> " = coalesce(" + quoted + ", '') || ' '";
                    case INTEGER -> " = coalesce(" + quoted + ", 0) + 1";
                    // The smallest possible change of a double.
                    case REAL ->
                        " = CASE WHEN coalesce(" + quoted + ", 0) = 0 THEN 5e-324 ELSE " + quoted
                                + " * (1 + 2.3e-16::float8) END";
                    case JSON -> " = jsonb_build_array(" + quoted + ")";
                };
    }

    @ParameterizedTest(name = "{0}.{1} becomes NULL")
    @CsvSource({
        "synths, data",
        "synths, descricao",
        "analysis_runs, total_synths",
        "analysis_runs, execution_time_seconds"
    })
    void finds_lost_values(String table, String column) {
        String row = " WHERE id = (SELECT max(id) FROM %s WHERE %s IS NOT NULL)".formatted(table, column);
        String key = target.texts("SELECT id FROM " + table + row).get(0);
        target.execute("UPDATE " + table + " SET " + column + " = NULL" + row);
        List<Difference> found = differences(verify());
        assertEquals(List.of(new Difference(table, "id=" + key, column, Kind.DIFFERENT, null, null)), found);
    }

    @ParameterizedTest(name = "{0} and {1}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "[1.0, 100, -0.0] ; [1, 1e2, 0] ; true",
                "{\"b\": 1, \"a\": 2} ; {\"a\": 2, \"b\": 1} ; true",
                "[9007199254740993] ; [9007199254740992] ; false",
                "[1] ; [\"1\"] ; false",
                "[1, 2] ; [2, 1] ; false",
                "{} ; [] ; false",
                "null ; false ; false"
            })
    void compares_json_by_meaning(String stored, String arrived, boolean equal) {
        SourceFixture.execute(source, "UPDATE synths SET data = '" + stored + "' WHERE rowid = 5");
        target.execute("UPDATE synths SET data = '" + arrived + "' WHERE id = '" + synth() + "'");
        assertEquals(equal, verify().isEqual());
    }

    private String synth() {
        return differences(verify()).get(0).key().substring("id=".length());
    }

    @Test
    void takes_minus_zero_for_zero() {
        String first = "(SELECT min(id) FROM region_analyses)";
        target.execute("UPDATE region_analyses SET failure_delta = '-0' WHERE id = " + first);
        String id = target.texts("SELECT " + first).get(0);
        SourceFixture.execute(source, "UPDATE region_analyses SET failure_delta = 0 WHERE id = '" + id + "'");
        assertTrue(verify().isEqual());
    }

    @Test
    void finds_a_filled_id_that_was_changed() {
        String filled = "(SELECT min(id) FROM transcripts WHERE id ~ '^tra_[0-9a-f]{32}$')";
        target.execute("UPDATE transcripts SET id = 'tra_other' WHERE id = " + filled);
        Difference found = differences(verify()).get(0);
        assertEquals("id", found.column());
        assertTrue(found.key().startsWith("exec_id="), found.key());
    }

    @Test
    void finds_changes_of_the_default_group_on_either_side() {
        target.execute("UPDATE synth_groups SET created_at = '' WHERE id = 'grp_00000001'");
        assertEquals(
                "synth_groups[id=grp_00000001], column created_at differs",
                differences(verify()).get(0).toString());
        SourceFixture.execute(source, "DELETE FROM synth_groups WHERE id = 'grp_00000001'");
        assertEquals(Kind.ADDITIONAL_IN_TARGET, differences(verify()).get(0).kind());
    }

    @Test
    void shows_values_only_when_asked() {
        target.execute("UPDATE synth_groups SET name = 'changed by hand' WHERE id = 'grp_00000001'");
        assertFalse(verify().toString().contains("changed by hand"));
        String shown = verify(target.requestFrom(source).withShowValues(true)).toString();
        assertTrue(shown.contains("changed by hand") && shown.contains("Default"), shown);
    }

    @Test
    void keeps_the_first_differences_and_counts_the_rest() {
        target.execute("UPDATE scenario_nodes SET rationale = 'same for all', depth = depth + 1");
        VerifyReport report = verify(target.requestFrom(source).withLimits(1, 3));
        assertEquals(3, differences(report).size());
        assertEquals(2L * target.counts().get("scenario_nodes"), report.differences());
    }

    @Test
    void finds_source_rows_that_no_target_could_hold() {
        String id = target.texts("SELECT min(id) FROM synths").get(0);
        SourceFixture.execute(
                source,
                "INSERT INTO synths (id, nome, created_at) VALUES (NULL, 'a', ''), (x'00', 'b', '')",
                "UPDATE synths SET nome = CAST('x' AS BLOB) WHERE id = '" + id + "'");
        List<Difference> found = differences(verify());
        assertEquals(
                2,
                found.stream()
                        .filter(each -> each.kind() == Kind.MISSING_IN_TARGET)
                        .count());
        assertEquals(
                1, found.stream().filter(each -> each.kind() == Kind.DIFFERENT).count());
    }
}
