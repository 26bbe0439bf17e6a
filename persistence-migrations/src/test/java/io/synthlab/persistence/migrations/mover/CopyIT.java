package io.synthlab.persistence.migrations.mover;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.synthlab.persistence.error.ConnectionLostException;
import io.synthlab.persistence.error.DatabaseException;
import io.synthlab.persistence.error.SchemaMismatchException;
import io.synthlab.persistence.migrations.Schema;
import io.synthlab.persistence.migrations.catalog.SchemaCatalog;
import io.synthlab.persistence.migrations.mover.report.CopiedTable;
import io.synthlab.persistence.migrations.mover.report.CopyReport;
import io.synthlab.persistence.migrations.mover.report.MoveCancelledException;
import io.synthlab.persistence.migrations.mover.report.MoveRefusedException;
import io.synthlab.persistence.migrations.mover.report.Progress;
import io.synthlab.persistence.migrations.mover.report.ProgressListener;
import io.synthlab.persistence.migrations.mover.report.Rule;
import io.synthlab.persistence.migrations.mover.report.VerifyReport;
import io.synthlab.persistence.migrations.mover.source.WorkPlace;
import io.synthlab.persistence.testkit.legacy.LegacyDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CopyIT {
    private static final String DEFAULT_GROUP = "INSERT INTO synth_groups VALUES ('grp_00000001', '%s',"
            + " 'Grupo padrão para synths sem grupo específico', '2026-01-01 00:00:00')";

    private static final String KEYS = "SELECT pg_get_constraintdef(oid) FROM pg_constraint"
            + " WHERE connamespace = 'public'::regnamespace ORDER BY conrelid::regclass::text, conname";

    @TempDir
    static Path directory;

    private static Path clean;

    @TempDir
    Path workDirectory;

    @BeforeAll
    static void createSource() {
        clean = SourceFixture.clean(directory);
    }

    @AfterEach
    void nothing_is_left_in_the_work_directory() {
        assertEquals(Map.of(), SourceFixture.hashes(workDirectory));
    }

    private MoveRequest request(Path source, TargetFixture target) {
        return target.requestFrom(source).withWorkDirectory(workDirectory);
    }

    private static VerifyReport verify(MoveRequest request) {
        return DataMover.verify(request, ProgressListener.NONE);
    }

    private static CopyReport copy(MoveRequest request) {
        return DataMover.copy(request, ProgressListener.NONE);
    }

    @ParameterizedTest
    @ValueSource(ints = {TargetFixture.NEWEST, TargetFixture.OLDEST})
    void copies_all_tables_and_leaves_the_source_as_it_was(int version) {
        Map<String, String> before = SourceFixture.hashes(directory);
        try (TargetFixture target = TargetFixture.migrated(version)) {
            CopyReport report = copy(request(clean, target));
            VerifyReport proof = verify(request(clean, target));
            assertEquals(before, SourceFixture.hashes(directory));
            assertEquals(TargetFixture.counts(clean), target.counts());
            assertEquals(19, target.counts().size());
            assertEquals(
                    target.counts().values().stream().mapToLong(Long::longValue).sum(), report.rows());
            assertTrue(proof.isEqual(), proof::toString);
            assertEquals(report.rows(), proof.rows());
        }
    }

    @Test
    void reports_progress_from_start_to_end_of_every_table() {
        List<Progress> heard = new ArrayList<>();
        try (TargetFixture target = TargetFixture.migrated(TargetFixture.NEWEST)) {
            DataMover.copy(request(clean, target), heard::add);
            DataMover.verify(request(clean, target), heard::add);
        }
        for (Progress.Phase phase : Progress.Phase.values()) {
            List<String> finished = heard.stream()
                    .filter(progress -> progress.phase() == phase && progress.finished())
                    .map(Progress::table)
                    .toList();
            List<String> tables =
                    SchemaCatalog.tables().stream().map(table -> table.name()).toList();
            if (phase != Progress.Phase.INDEX) { // counts keys and indexes, of tables that have any
                assertEquals(Set.copyOf(tables), Set.copyOf(finished), phase.name());
            }
        }
    }

    @Test
    void includes_what_only_the_wal_of_a_live_file_holds() throws SQLException {
        Path live = SourceFixture.copy(clean, UUID.randomUUID() + ".db");
        try (TargetFixture target = TargetFixture.migrated(TargetFixture.NEWEST);
                Connection writer = DriverManager.getConnection("jdbc:sqlite:" + live);
                Statement statement = writer.createStatement()) {
            statement.execute("PRAGMA wal_autocheckpoint = 0");
            statement.execute("UPDATE synth_groups SET name = 'only in the wal' WHERE id = 'grp_00000001'");
            String file = live.getFileName().toString();
            Map<String, String> before = SourceFixture.hashes(directory);
            assertTrue(before.containsKey(file + "-wal"));
            copy(request(live, target));
            Map<String, String> after = SourceFixture.hashes(directory);
            assertEquals(before.get(file), after.get(file));
            assertEquals(before.get(file + "-wal"), after.get(file + "-wal"));
            assertEquals(before.keySet(), after.keySet());
            assertEquals(
                    List.of("only in the wal"),
                    target.texts("SELECT name FROM synth_groups WHERE id = 'grp_00000001'"));
        }
    }

    @Test
    void fills_missing_ids_alike_on_every_run() {
        String ids = "SELECT id || '/' || exec_id || '/' || synth_id FROM transcripts ORDER BY exec_id, synth_id";
        try (TargetFixture one = TargetFixture.migrated(TargetFixture.NEWEST);
                TargetFixture other = TargetFixture.migrated(TargetFixture.NEWEST)) {
            CopyReport report = copy(request(clean, one));
            copy(request(clean, other));
            assertEquals(one.texts(ids), other.texts(ids));
            for (String table : List.of("transcripts", "synth_outcomes")) {
                long filled = report.tables().stream()
                        .filter(each -> each.table().equals(table))
                        .mapToLong(CopiedTable::filledKeys)
                        .sum();
                assertTrue(filled > 0, table);
            }
        }
    }

    @Test
    void replaces_an_untouched_default_group() {
        try (TargetFixture target = TargetFixture.migrated(TargetFixture.NEWEST)) {
            target.execute(DEFAULT_GROUP.formatted("Default"));
            copy(request(clean, target));
            assertTrue(verify(request(clean, target)).isEqual());
        }
    }

    @Test
    void refuses_a_target_with_rows_and_keeps_them() {
        try (TargetFixture target = TargetFixture.migrated(TargetFixture.NEWEST)) {
            target.execute(
                    DEFAULT_GROUP.formatted("Renamed"),
                    "INSERT INTO assumption_log (id, timestamp, action) VALUES ('log_1', 'now', 'x')");
            MoveRefusedException refusal = assertThrows(MoveRefusedException.class, () -> copy(request(clean, target)));
            assertEquals(
                    List.of("synth_groups", "assumption_log"),
                    refusal.problems().stream().map(each -> each.table()).toList());
            assertEquals(Map.of("synth_groups", 1L, "assumption_log", 1L), target.counts());
        }
    }

    @Test
    void does_nothing_the_second_time() {
        try (TargetFixture target = TargetFixture.migrated(TargetFixture.NEWEST)) {
            CopyReport first = copy(request(clean, target));
            Map<String, Long> counts = target.counts();
            target.execute("DELETE FROM assumption_log");
            CopyReport second = copy(request(clean, target));
            assertEquals(CopyReport.Outcome.NOTHING_TO_DO, second.outcome());
            assertEquals(first.rows(), second.rows());
            assertTrue(second.recognised().contains("the source is as it was then"), second.recognised());
            counts.remove("assumption_log");
            assertEquals(counts, target.counts());
            MoveRefusedException refusal = assertThrows(
                    MoveRefusedException.class,
                    () -> copy(request(clean, target).withStart(MoveRequest.Start.RESTART)));
            assertTrue(refusal.getMessage().contains("its rows may be in use"), refusal.getMessage());
        }
    }

    @Test
    void refuses_a_target_that_is_not_migrated() {
        try (TargetFixture target = TargetFixture.empty(TargetFixture.NEWEST)) {
            SchemaMismatchException refusal =
                    assertThrows(SchemaMismatchException.class, () -> copy(request(clean, target)));
            assertTrue(refusal.getMessage().contains("schema migrate"), refusal.getMessage());
        }
    }

    @Test
    void a_key_comes_back_as_it_was_declared() {
        try (TargetFixture target = TargetFixture.migrated(TargetFixture.NEWEST)) {
            target.execute(
                    "ALTER TABLE transcripts DROP CONSTRAINT transcripts_exec_id_synth_id_key",
                    "ALTER TABLE transcripts ADD CONSTRAINT transcripts_exec_id_synth_id_key"
                            + " UNIQUE (exec_id, synth_id) DEFERRABLE INITIALLY DEFERRED");
            List<String> before = target.texts(KEYS);
            copy(request(clean, target));
            assertEquals(before, target.texts(KEYS));
            assertTrue(before.contains("UNIQUE (exec_id, synth_id) DEFERRABLE INITIALLY DEFERRED"), before::toString);
        }
    }

    @Test
    void tables_of_others_go_on_referring_to_ours() {
        try (TargetFixture target = TargetFixture.migrated(TargetFixture.NEWEST)) {
            target.execute(
                    "CREATE SCHEMA host",
                    "CREATE TABLE host.\"Bill\" (experiment text REFERENCES experiments (id) ON DELETE CASCADE)");
            copy(request(clean, target));
            assertEquals(
                    List.of("host.\"Bill\" FOREIGN KEY (experiment) REFERENCES experiments(id) ON DELETE CASCADE"),
                    target.texts("SELECT conrelid::regclass || ' ' || pg_get_constraintdef(oid) FROM pg_constraint"
                            + " WHERE connamespace = 'host'::regnamespace AND contype = 'f'"));
        }
    }

    @Test
    void autovacuum_keeps_out_meanwhile_and_the_planner_knows_the_rows_afterwards() {
        try (TargetFixture target = TargetFixture.migrated(TargetFixture.NEWEST)) {
            target.execute("ALTER TABLE synths SET (autovacuum_enabled = on, fillfactor = 90)");
            String options = "SELECT relname || ' ' || array_to_string(reloptions, ' ') FROM pg_class"
                    + " WHERE relnamespace = 'public'::regnamespace AND reloptions IS NOT NULL AND relkind = 'r'";
            List<String> meanwhile = new ArrayList<>();
            MoveRequest request = request(clean, target);
            assertThrows(
                    IllegalStateException.class,
                    () -> DataMover.copy(request, progress -> {
                        if (progress.phase() == Progress.Phase.COPY) {
                            meanwhile.addAll(target.texts(options));
                            throw new IllegalStateException("terminal gone");
                        }
                    }));
            assertTrue(meanwhile.contains("transcripts autovacuum_enabled=off"), meanwhile::toString);
            assertTrue(meanwhile.contains("synths fillfactor=90 autovacuum_enabled=off"), meanwhile::toString);

            copy(request.withStart(MoveRequest.Start.RESTART));
            assertEquals(List.of("synths fillfactor=90 autovacuum_enabled=on"), target.texts(options));
            assertEquals(
                    List.of("analysis_id", "did_not_try_rate", "failed_rate", "id", "success_rate", "synth_id"),
                    target.texts("SELECT attname FROM pg_stats WHERE tablename = 'synth_outcomes' ORDER BY 1"));
        }
    }

    @Test
    void an_index_of_others_comes_back_and_a_schema_that_differs_is_refused() {
        try (TargetFixture target = TargetFixture.migrated(TargetFixture.NEWEST)) {
            target.execute("CREATE INDEX host_index ON synths (version)", "DROP INDEX idx_synths_nome");
            SchemaMismatchException refusal =
                    assertThrows(SchemaMismatchException.class, () -> copy(request(clean, target)));
            assertTrue(refusal.getMessage().contains("idx_synths_nome on synths is missing"), refusal.getMessage());
            assertEquals(Map.of(), target.counts());
            target.execute("CREATE INDEX idx_synths_nome ON synths (nome)");
            copy(request(clean, target));
            assertEquals(
                    List.of("host_index"),
                    target.texts("SELECT indexname FROM pg_indexes WHERE indexname = 'host_index'"));
            assertTrue(verify(request(clean, target)).isEqual());
        }
    }

    @Test
    void keeps_two_moves_to_one_target_apart() {
        List<Rule> rules = new ArrayList<>();
        try (TargetFixture target = TargetFixture.migrated(TargetFixture.NEWEST)) {
            MoveRequest request = request(clean, target);
            DataMover.copy(request, progress -> {
                if (rules.isEmpty() && progress.phase() == Progress.Phase.COPY) {
                    MoveRefusedException refusal = assertThrows(MoveRefusedException.class, () -> copy(request));
                    rules.add(refusal.problems().get(0).rule());
                }
            });
            assertEquals(List.of(Rule.TARGET), rules);
            assertTrue(verify(request).isEqual());
        }
    }

    @Test
    void goes_on_after_an_interrupt_in_chunks_of_the_size_it_began_with() {
        try (TargetFixture target = TargetFixture.migrated(TargetFixture.NEWEST)) {
            Thread mover = Thread.currentThread();
            assertThrows(
                    MoveCancelledException.class,
                    () -> DataMover.copy(request(clean, target).withChunkBytes(10_000), progress -> {
                        if (progress.phase() == Progress.Phase.COPY
                                && progress.table().equals("research_executions")) {
                            mover.interrupt();
                        }
                    }));
            assertTrue(Thread.interrupted());
            Map<String, Long> counts = target.counts();
            assertTrue(counts.containsKey("synths") && !counts.containsKey("assumption_log"), counts::toString);
            assertGoesOn(target);
        }
    }

    @Test
    void goes_on_after_the_listener_has_failed() {
        try (TargetFixture target = TargetFixture.migrated(TargetFixture.NEWEST)) {
            assertThrows(
                    IllegalStateException.class,
                    () -> DataMover.copy(request(clean, target), progress -> {
                        if (progress.phase() == Progress.Phase.COPY
                                && progress.table().equals("synths")) {
                            throw new IllegalStateException("terminal gone");
                        }
                    }));
            assertGoesOn(target);
        }
    }

    @Test
    void goes_on_after_the_connection_has_broken() {
        try (TargetFixture target = TargetFixture.migrated(TargetFixture.NEWEST)) {
            assertThrows(
                    DatabaseException.class,
                    () -> DataMover.copy(request(clean, target), progress -> {
                        if (progress.phase() == Progress.Phase.COPY
                                && progress.table().equals("synths")) {
                            target.texts("SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity"
                                    + " WHERE datname = current_database() AND pid <> pg_backend_pid()");
                        }
                    }));
            assertGoesOn(target);
        }
    }

    @Test
    void begins_anew_where_asked() {
        try (TargetFixture target = TargetFixture.migrated(TargetFixture.NEWEST)) {
            assertThrows(
                    IllegalStateException.class,
                    () -> DataMover.copy(request(clean, target), progress -> {
                        if (progress.phase() == Progress.Phase.INDEX) {
                            throw new IllegalStateException("terminal gone");
                        }
                    }));
            copy(request(clean, target).withStart(MoveRequest.Start.RESTART));
            assertTrue(verify(request(clean, target)).isEqual());
            assertEquals(List.of(), Schema.of(target.config()).check().differences());
        }
    }

    /** A run that was cut off is not begun again by chance, is not verified, and goes on where it was. */
    private void assertGoesOn(TargetFixture target) {
        MoveRequest request = request(clean, target);
        MoveRefusedException refusal = assertThrows(MoveRefusedException.class, () -> copy(request));
        assertTrue(refusal.getMessage().contains("go on with --resume"), refusal.getMessage());
        assertThrows(MoveRefusedException.class, () -> verify(request));
        MoveRequest other = request.withStart(MoveRequest.Start.RESUME)
                .withOptions(new MoveOptions(MoveOptions.NulPolicy.ESCAPE, MoveOptions.OrphanPolicy.QUARANTINE, true));
        assertThrows(MoveRefusedException.class, () -> copy(other));

        CopyReport report = copy(request.withStart(MoveRequest.Start.RESUME));

        assertEquals(
                target.counts().values().stream().mapToLong(Long::longValue).sum(), report.rows());
        assertTrue(verify(request).isEqual());
        assertEquals(List.of(), Schema.of(target.config()).check().differences());
    }

    @Test
    void nothing_that_was_begun_cannot_go_on() {
        try (TargetFixture target = TargetFixture.migrated(TargetFixture.NEWEST)) {
            MoveRefusedException refusal = assertThrows(
                    MoveRefusedException.class,
                    () -> copy(request(clean, target).withStart(MoveRequest.Start.RESUME)));
            assertTrue(refusal.getMessage().contains("leave --resume out"), refusal.getMessage());
        }
    }

    @Test
    void a_lost_private_copy_is_told() throws IOException {
        try (TargetFixture target = TargetFixture.migrated(TargetFixture.NEWEST)) {
            assertThrows(
                    IllegalStateException.class,
                    () -> DataMover.copy(request(clean, target), progress -> {
                        if (progress.phase() == Progress.Phase.COPY) {
                            throw new IllegalStateException("terminal gone");
                        }
                    }));
            try (var places = Files.list(workDirectory)) {
                for (Path place : places.toList()) {
                    WorkPlace.reopen(place).discard();
                }
            }
            MoveRefusedException refusal = assertThrows(
                    MoveRefusedException.class,
                    () -> copy(request(clean, target).withStart(MoveRequest.Start.RESUME)));
            assertTrue(
                    refusal.getMessage().contains("the private copy of the run that was begun is gone"),
                    refusal.getMessage());
            copy(request(clean, target).withStart(MoveRequest.Start.RESTART));
            assertTrue(verify(request(clean, target)).isEqual());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {7, 8, 10, 11, 12, 13, 14})
    void copies_older_files_and_keeps_what_has_no_place(int version) {
        Path old = directory.resolve("v" + version + ".db");
        LegacyDatabase.create(old, LegacyDatabase.options().withScale(0.001).withSchemaVersion(version));
        try (TargetFixture target = TargetFixture.migrated(TargetFixture.NEWEST)) {
            CopyReport report = copy(request(old, target));
            assertEquals("version " + version + " of the original", report.recognised());
            assertTrue(verify(request(old, target)).isEqual());
            assertEquals(
                    List.of("active"), target.texts("SELECT DISTINCT status FROM experiments WHERE status = 'active'"));
            assertFalse(target.texts("SELECT summary_content FROM synthlab_surplus.research_executions"
                            + " WHERE summary_content LIKE '# %'")
                    .isEmpty());
            assertEquals(
                    version == 7,
                    target.texts("SELECT to_regclass('synthlab_surplus.topic_guides_cache') IS NOT NULL")
                            .get(0)
                            .equals("t"));
            target.execute(
                    "UPDATE synthlab_surplus.research_executions SET summary_content = 'x' WHERE source_rowid = 1");
            assertEquals(1, verify(request(old, target)).surplusDifferences());
        }
    }

    @Test
    void reads_a_frozen_file_in_place() {
        try (TargetFixture target = TargetFixture.migrated(TargetFixture.NEWEST)) {
            MoveRequest request =
                    target.requestFrom(clean).withSourceFrozen(true).withWorkDirectory(workDirectory);
            copy(request);
            assertTrue(verify(request).isEqual());
        }
    }

    @Test
    void refuses_files_it_cannot_read() throws IOException {
        Path text = Files.writeString(directory.resolve("notes.txt"), "no database, just some text");
        try (TargetFixture target = TargetFixture.migrated(TargetFixture.NEWEST)) {
            for (Path file : List.of(text, directory.resolve("missing.db"))) {
                ConnectionLostException refusal =
                        assertThrows(ConnectionLostException.class, () -> copy(request(file, target)));
                assertTrue(refusal.getMessage().contains(file.toString()), refusal.getMessage());
            }
        }
        assertFalse(Files.exists(directory.resolve("missing.db")));
    }
}
