package io.synthlab.persistence.migrations.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.synthlab.persistence.DatabaseKind;
import io.synthlab.persistence.error.ConfigurationException;
import io.synthlab.persistence.error.ConflictException;
import io.synthlab.persistence.error.ConnectionLostException;
import io.synthlab.persistence.error.DatabaseException;
import io.synthlab.persistence.error.SchemaMismatchException;
import io.synthlab.persistence.migrations.BaselineOptions;
import io.synthlab.persistence.migrations.BaselineReport;
import io.synthlab.persistence.migrations.BaselineReport.Outcome;
import io.synthlab.persistence.migrations.RollbackOptions;
import io.synthlab.persistence.migrations.SchemaStatus.State;
import io.synthlab.persistence.migrations.SchemaVersion;
import io.synthlab.persistence.migrations.catalog.SchemaCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Taking over a file of the original: what is done, and that nothing else is. */
class BaselineIT {
    private static final String BACKUP = "legacy.db.before-baseline-20260304T050607Z.db";

    @TempDir
    private Path directory;

    @Test
    void a_fresh_file_gets_the_older_tables_and_a_history_and_keeps_every_row() throws Exception {
        LegacyFixture legacy = legacy(false);
        Map<String, List<String>> before = legacy.rows();

        BaselineReport report = legacy.schema().baseline(BaselineOptions.defaults());

        assertEquals(Outcome.BASELINED, report.outcome());
        assertEquals("version 15 of the original, made fresh", report.recognised());
        assertEquals(List.of("prfaq_metadata", "assumption_log"), report.addedTables());
        assertEquals(List.of(), report.tolerated());
        Map<String, List<String>> after = legacy.rows();
        assertEquals(List.of(), after.remove("prfaq_metadata"));
        assertEquals(List.of(), after.remove("assumption_log"));
        assertEquals(before, after);
        assertTrue(before.get("transcripts").stream().anyMatch(row -> row.contains(":NULL|")), "no row without an id");
    }

    @Test
    void what_was_taken_over_is_never_rolled_back() throws Exception {
        LegacyFixture legacy = legacy(true);
        legacy.schema().baseline(BaselineOptions.defaults());
        Map<String, List<String>> before = legacy.rows();
        SchemaMismatchException error = assertThrows(
                SchemaMismatchException.class,
                () -> legacy.schema().rollback(RollbackOptions.ofSteps(1).acceptingLoss()));
        assertTrue(error.getMessage().contains("restore the backup of the take-over"), error.getMessage());
        assertEquals(before, legacy.rows());
    }

    @Test
    void later_versions_are_applied_by_migrating() throws Exception {
        LegacyFixture legacy = legacy(true);
        assertEquals(State.LEGACY, legacy.schema().status().state());

        legacy.schema().baseline(BaselineOptions.defaults());

        assertEquals(State.PENDING, legacy.schema().status().state());
        SchemaVersion version = legacy.schema().status().installed().get(0);
        assertEquals("1", version.version());
        assertEquals(SchemaVersion.State.BASELINE, version.state());
        Facts found = factsOf(legacy).withoutChecks();
        Facts expected = Facts.ofTables(SchemaCatalog.firstVersion(), DatabaseKind.SQLITE)
                .withoutChecks();
        assertTrue(found.differencesTo(expected).stream()
                .allMatch(difference -> difference.key().kind() == Fact.Kind.NOT_NULL));
        assertEquals(1, legacy.schema().migrate().size());
        assertEquals(State.CURRENT, legacy.schema().status().state());
        assertEquals(List.of(), legacy.schema().check().differences());
    }

    @Test
    void the_backup_is_the_file_from_before_with_what_only_its_log_holds() throws Exception {
        LegacyFixture legacy = legacy(true);
        Map<String, List<String>> before;
        BaselineReport report;
        try (Connection writer = legacy.connect();
                Statement statement = writer.createStatement()) {
            statement.execute("PRAGMA wal_autocheckpoint = 0");
            statement.execute("INSERT INTO synth_groups VALUES ('grp_late', 'late', NULL, '2026-01-01 00:00:00')");
            before = legacy.rows();
            report = legacy.schema().baseline(BaselineOptions.defaults());
        }
        Path backup = report.backup().orElseThrow();
        assertEquals(directory.resolve(BACKUP), backup);
        assertEquals(before, new LegacyFixture(backup).rows());
        assertTrue(before.get("synth_groups").stream().anyMatch(row -> row.contains("grp_late")));
        assertEquals(List.of("legacy.db", BACKUP), files());
    }

    @Test
    void a_second_time_nothing_is_done() throws Exception {
        LegacyFixture legacy = legacy(true);
        legacy.schema().baseline(BaselineOptions.defaults());

        BaselineReport second = legacy.schema().baseline(BaselineOptions.defaults());

        assertEquals(Outcome.NOTHING_TO_DO, second.outcome());
        assertTrue(second.recognised().contains("history already"), second.recognised());
        assertTrue(second.backup().isEmpty());
        assertEquals(List.of("legacy.db", BACKUP), files());
    }

    @Test
    void several_at_once_make_one_backup_and_one_history() throws Exception {
        LegacyFixture legacy = legacy(false);
        int count = 4;
        CyclicBarrier start = new CyclicBarrier(count);
        ExecutorService threads = Executors.newFixedThreadPool(count);
        List<Future<Outcome>> runs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            runs.add(threads.submit(() -> {
                start.await();
                return Baseline.run(
                                Target.of(legacy.patientConfig(), VersionScripts.LIBRARY), BaselineOptions.defaults())
                        .outcome();
            }));
        }
        List<Outcome> outcomes = new ArrayList<>();
        for (Future<Outcome> run : runs) {
            outcomes.add(run.get(60, TimeUnit.SECONDS));
        }
        threads.shutdown();
        assertEquals(1, Collections.frequency(outcomes, Outcome.BASELINED), outcomes.toString());
        assertEquals(List.of("legacy.db", BACKUP), files());
    }

    @Test
    void a_file_that_is_being_written_is_a_conflict_and_stays_as_it_is() throws Exception {
        LegacyFixture legacy = legacy(false);
        Map<String, List<String>> before = legacy.rows();
        try (Connection writer = legacy.connect();
                Statement statement = writer.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            assertThrows(ConflictException.class, () -> legacy.schema().baseline(BaselineOptions.defaults()));
            statement.execute("ROLLBACK");
        }
        assertEquals(before, legacy.rows());
        assertEquals(List.of("legacy.db"), files());
        assertEquals(
                Outcome.BASELINED,
                legacy.schema().baseline(BaselineOptions.defaults()).outcome());
    }

    @Test
    void the_backup_goes_where_the_caller_says() throws Exception {
        LegacyFixture legacy = legacy(true);
        Path elsewhere = directory.resolve("backups");
        BaselineOptions options = BaselineOptions.defaults().withBackupDirectory(elsewhere);

        assertThrows(ConfigurationException.class, () -> legacy.schema().baseline(options));
        assertEquals(State.LEGACY, legacy.schema().status().state());

        Files.createDirectory(elsewhere);
        assertEquals(
                elsewhere.resolve(BACKUP),
                legacy.schema().baseline(options).backup().orElseThrow());
    }

    @Test
    void a_name_that_is_taken_is_left_alone() throws Exception {
        LegacyFixture legacy = legacy(true);
        Files.writeString(directory.resolve(BACKUP), "older backup");
        Path backup =
                legacy.schema().baseline(BaselineOptions.defaults()).backup().orElseThrow();
        assertEquals(BACKUP.replace("Z.db", "Z-2.db"), backup.getFileName().toString());
        assertEquals("older backup", Files.readString(directory.resolve(BACKUP)));
    }

    @Test
    void a_damaged_file_is_refused_and_no_backup_stays() throws Exception {
        LegacyFixture legacy = legacy(true);
        // An index that no longer fits its table, as after a copy that was torn.
        legacy.execute(
                "PRAGMA writable_schema = ON",
                "UPDATE sqlite_master SET rootpage = (SELECT rootpage FROM sqlite_master WHERE name = 'idx_log_action')"
                        + " WHERE name = 'idx_synths_nome'");

        DatabaseException error =
                assertThrows(DatabaseException.class, () -> legacy.schema().baseline(BaselineOptions.defaults()));

        assertTrue(error.getMessage().contains("damaged"), error.getMessage());
        assertEquals(List.of("legacy.db"), files());
        assertEquals(State.LEGACY, legacy.schema().status().state());
    }

    @Test
    void old_rows_that_break_rules_are_no_damage_and_are_told() throws Exception {
        LegacyFixture legacy = LegacyFixture.create(
                directory.resolve("legacy.db"), LegacyFixture.options().withDirty(true));
        Map<String, List<String>> before = legacy.rows();

        BaselineReport report = legacy.schema().baseline(BaselineOptions.defaults());

        assertEquals(before, legacy.rows());
        assertTrue(
                report.tolerated().stream().anyMatch(line -> line.contains("refer to a row that is not there")),
                report.tolerated().toString());
        assertTrue(report.tolerated().contains("table synths_backup_2025 is not part of version 15"));
        assertEquals("version 15 of the original, lifted from an older version", report.recognised());
    }

    @Test
    void a_missing_file_is_not_made() {
        LegacyFixture missing = new LegacyFixture(directory.resolve("none.db"));
        assertThrows(ConnectionLostException.class, () -> missing.schema().baseline(BaselineOptions.defaults()));
        assertFalse(Files.exists(missing.file()));
    }

    private LegacyFixture legacy(boolean olderTables) throws IOException {
        return LegacyFixture.create(
                directory.resolve("legacy.db"), LegacyFixture.options().withOlderTables(olderTables));
    }

    private static Facts factsOf(LegacyFixture legacy) throws SQLException {
        try (Connection connection = legacy.connect()) {
            return SqliteFacts.read(connection);
        }
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }
}
