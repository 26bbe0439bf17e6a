package io.synthlab.persistence.migrations.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.synthlab.persistence.DatabaseUrl;
import io.synthlab.persistence.error.ConfigurationException;
import io.synthlab.persistence.error.DatabaseException;
import io.synthlab.persistence.error.SchemaMismatchException;
import io.synthlab.persistence.migrations.MigrationPlan;
import io.synthlab.persistence.migrations.RollbackOptions;
import io.synthlab.persistence.migrations.RollbackPlan;
import io.synthlab.persistence.migrations.Schema;
import io.synthlab.persistence.migrations.SchemaStatus;
import io.synthlab.persistence.migrations.SchemaStatus.State;
import io.synthlab.persistence.migrations.SchemaVersion;
import io.synthlab.persistence.migrations.catalog.SchemaCatalog;
import io.synthlab.persistence.migrations.catalog.Table;
import io.synthlab.persistence.migrations.query.Rows;
import io.synthlab.persistence.spi.SchemaMigrator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Migrating: up, again, down and up, several at once, and what is refused. Subclasses say which database. */
abstract class SchemaLifecycleContract {
    private static final int MIGRATORS = 4;

    private TestDatabase database;

    abstract TestDatabase emptyDatabase();

    final TestDatabase database() {
        return database;
    }

    final Schema schema() {
        return Schema.of(database.config());
    }

    /** Flyway as a host uses it: with the defaults, on tables of its own. */
    final Flyway host(Path scripts) {
        DatabaseUrl url = database.config().databaseUrl().orElseThrow();
        return Flyway.configure()
                .dataSource(url.jdbcUrl(), url.user(), url.password())
                .locations("filesystem:" + scripts)
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load();
    }

    @BeforeEach
    void open() {
        database = emptyDatabase();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void migrating_applies_every_version_and_then_nothing() {
        List<SchemaVersion> applied = schema().migrate();
        SchemaStatus status = schema().status();

        assertEquals(
                List.of("1", "2"), applied.stream().map(SchemaVersion::version).toList());
        assertEquals(State.CURRENT, status.state());
        assertEquals(applied, status.installed());
        assertEquals(List.of(), status.pending());
        assertEquals("nineteen tables", applied.get(0).description());
        Instant installedOn = applied.get(0).installedOn().orElseThrow();
        Duration age = Duration.between(installedOn, Instant.now()).abs();
        assertTrue(age.compareTo(Duration.ofMinutes(10)) < 0, "installed on " + installedOn);
        assertEquals(List.of(), schema().migrate());
    }

    @Test
    void a_host_that_comes_later_with_its_own_flyway_does_not_disturb(@TempDir Path scripts) throws Exception {
        schema().migrate();
        Files.writeString(scripts.resolve("V1__orders.sql"), "CREATE TABLE orders (id text);");
        assertEquals(1, host(scripts).migrate().migrationsExecuted);
        assertTrue(schema().status().isCurrent());
        assertEquals(List.of(), schema().check().differences());

        schema().rollback(RollbackOptions.to("1"));
        assertEquals(0, host(scripts).migrate().migrationsExecuted);
        assertEquals(1, schema().migrate().size());
        Files.writeString(scripts.resolve("V2__more.sql"), "ALTER TABLE orders ADD COLUMN total integer;");
        assertEquals(1, host(scripts).migrate().migrationsExecuted);

        schema().rollback(RollbackOptions.to(RollbackOptions.NOTHING));
        assertEquals(0, host(scripts).migrate().migrationsExecuted);
        database.execute("INSERT INTO orders VALUES ('1', 2)");
    }

    @Test
    void the_migrator_is_found_by_service_loader() {
        SchemaMigrator migrator =
                ServiceLoader.load(SchemaMigrator.class).findFirst().orElseThrow();
        assertEquals(2, migrator.migrate(database.config()));
        assertEquals(0, migrator.migrate(database.config()));
    }

    @Test
    void undoing_leaves_nothing_of_ours_and_the_version_can_be_applied_again() throws SQLException {
        schema().migrate();
        Facts first = database.facts();
        fill();

        RollbackPlan done =
                schema().rollback(RollbackOptions.to(RollbackOptions.NOTHING).acceptingLoss());
        assertEquals(
                List.of("2", "1"),
                done.versions().stream().map(SchemaVersion::version).toList());
        assertEquals(SchemaCatalog.tables().size(), done.losses().size());
        assertEquals(Facts.of(List.of()), database.facts());
        assertEquals(0, ourObjects());
        assertEquals(State.EMPTY, schema().status().state());

        assertEquals(2, schema().migrate().size());
        assertEquals(first, database.facts());
    }

    @Test
    void rows_are_destroyed_only_with_permission_and_are_counted_before() throws SQLException {
        schema().migrate();
        database.execute(
                "INSERT INTO experiments (id, name, hypothesis, created_at) VALUES ('exp_00000001', 'n', 'h', 't')");
        RollbackPlan plan = schema().planRollback(RollbackOptions.to(RollbackOptions.NOTHING));
        assertEquals(List.of(new RollbackPlan.Loss("experiments", 1)), plan.losses());
        assertEquals(
                20,
                plan.statements().stream()
                        .filter(sql -> sql.startsWith("DROP TABLE")
                                || sql.startsWith("DROP INDEX") && sql.endsWith("idx_outcomes_synth"))
                        .count());
        assertTrue(plan.statements().contains("DROP TABLE experiments"));
        SchemaMismatchException error = assertThrows(
                SchemaMismatchException.class, () -> schema().rollback(RollbackOptions.to(RollbackOptions.NOTHING)));
        assertTrue(error.getMessage().contains("that would destroy rows (experiments 1)"), error.getMessage());
        assertTrue(schema().status().isCurrent());
        database.execute("DELETE FROM experiments");
        schema().rollback(RollbackOptions.to(RollbackOptions.NOTHING));
        assertEquals(State.EMPTY, schema().status().state());
    }

    @Test
    void what_migrating_would_do_can_be_read_before() throws SQLException {
        database.execute("CREATE TABLE seen (id text)", "DROP TABLE seen"); // the SQLite file has to exist
        MigrationPlan plan = schema().planMigration();
        assertEquals(
                List.of("1", "2"),
                plan.versions().stream().map(SchemaVersion::version).toList());
        assertTrue(
                plan.statements().get(0).startsWith("CREATE TABLE synth_groups"),
                plan.statements().get(0));
        assertEquals(State.EMPTY, schema().status().state());
        schema().migrate();
        assertEquals(new MigrationPlan(List.of(), List.of()), schema().planMigration());
    }

    @Test
    void a_target_that_is_not_there_is_refused() throws SQLException {
        database.execute("CREATE TABLE seen (id text)", "DROP TABLE seen"); // the SQLite file has to exist
        assertRefused("cannot undo 1 versions, none is there", RollbackOptions.ofSteps(1));
        schema().migrate();
        assertRefused("cannot undo 3 versions, there are 2", RollbackOptions.ofSteps(3));
        assertRefused(
                "cannot roll back to version 7, which is not there; choose one of [2, 1, 0]", RollbackOptions.to("7"));
        assertEquals(List.of(), schema().rollback(RollbackOptions.to("2")).versions());
        assertThrows(ConfigurationException.class, () -> RollbackOptions.ofSteps(0));
        assertTrue(schema().status().isCurrent());
    }

    @Test
    void up_down_and_up_again_leads_to_the_same_schema_and_the_same_rows() throws SQLException {
        assertEquals(1, schema().migrate("1").size());
        fill();
        Facts first = database.facts();
        Map<String, List<String>> rows = rows();
        assertEquals("2", schema().planMigration("2").versions().get(0).version());
        assertEquals(1, schema().migrate("2").size());
        Facts second = database.facts();
        assertEquals(List.of(), schema().check().differences());
        assertNotEquals(first, second);

        assertEquals(List.of(), schema().rollback(RollbackOptions.to("1")).losses());
        assertEquals(first, database.facts());
        assertEquals(rows, rows());
        assertEquals(State.PENDING, schema().status().state());
        assertEquals(List.of(), schema().status().drift());

        assertEquals(1, schema().migrate().size());
        assertEquals(second, database.facts());
        assertEquals(rows, rows());
    }

    @Test
    void a_version_to_migrate_to_has_to_be_there_and_above() {
        schema().migrate("1");
        ConfigurationException missing = assertThrows(ConfigurationException.class, () -> schema().migrate("9"));
        assertEquals("there is no version 9 to migrate to; choose one of 1, 2", missing.getMessage());
        schema().migrate();
        ConfigurationException below = assertThrows(ConfigurationException.class, () -> schema().migrate("1"));
        assertTrue(below.getMessage().contains("schema rollback --to 1"), below.getMessage());
        assertEquals(List.of(), schema().migrate("2"));
    }

    private void assertRefused(String message, RollbackOptions options) {
        ConfigurationException error = assertThrows(ConfigurationException.class, () -> schema().rollback(options));
        assertEquals(message, error.getMessage());
    }

    @Test
    void an_undo_that_fails_half_way_changes_nothing() throws SQLException {
        schema().migrate();
        Facts before = database.facts();
        database.execute("DROP TABLE synths"); // the last but one that the script drops
        Facts damaged = database.facts();
        DatabaseException error =
                assertThrows(DatabaseException.class, () -> schema().rollback(RollbackOptions.ofSteps(1)));
        assertTrue(error.getMessage().contains("synths") || error.getMessage().contains("missing"), error.getMessage());
        assertEquals(damaged, database.facts());
        assertTrue(before.values().size() > damaged.values().size());
        assertTrue(schema().status().isCurrent(), "the history is as before, too");
    }

    @Test
    void an_edited_or_newer_schema_is_not_rolled_back() throws SQLException {
        schema().migrate();
        database.execute("UPDATE synthlab_schema_history SET checksum = 1");
        SchemaMismatchException error =
                assertThrows(SchemaMismatchException.class, () -> schema().rollback(RollbackOptions.ofSteps(1)));
        assertTrue(
                error.getMessage().contains("cannot be rolled back: the script of applied version 1"),
                error.getMessage());
    }

    @Test
    void several_rollbacks_at_once_all_succeed() throws Exception {
        schema().migrate();
        ExecutorService threads = Executors.newFixedThreadPool(MIGRATORS);
        CyclicBarrier start = new CyclicBarrier(MIGRATORS);
        List<Future<State>> runs = new ArrayList<>();
        for (int i = 0; i < MIGRATORS; i++) {
            runs.add(threads.submit(() -> {
                start.await();
                schema().rollback(RollbackOptions.to(RollbackOptions.NOTHING));
                return schema().status().state();
            }));
        }
        for (Future<State> run : runs) {
            assertEquals(State.EMPTY, run.get(60, TimeUnit.SECONDS));
        }
        threads.shutdown();
        assertEquals(0, ourObjects());
    }

    @Test
    void several_at_once_all_succeed_and_one_of_them_applies() throws Exception {
        List<Integer> counts = Collections.synchronizedList(new ArrayList<>());
        CyclicBarrier start = new CyclicBarrier(MIGRATORS);
        ExecutorService threads = Executors.newFixedThreadPool(MIGRATORS);
        List<Future<?>> runs = new ArrayList<>();
        for (int i = 0; i < MIGRATORS; i++) {
            runs.add(threads.submit(() -> {
                start.await();
                return counts.add(schema().migrate().size());
            }));
        }
        for (Future<?> run : runs) {
            run.get(60, TimeUnit.SECONDS);
        }
        threads.shutdown();

        assertEquals(2, counts.stream().mapToInt(Integer::intValue).sum(), counts.toString());
        assertTrue(schema().status().isCurrent());
    }

    @Test
    void a_failed_version_leaves_nothing_behind() throws SQLException {
        schema().migrate();
        database.undoVersions();
        // The last index of the script cannot be made.
        database.execute("CREATE TABLE orders (id text)", "CREATE INDEX idx_log_timestamp ON orders (id)");

        DatabaseException error = assertThrows(DatabaseException.class, () -> schema().migrate());

        assertTrue(error.getMessage().contains("nothing was changed"), error.getMessage());
        assertTrue(error.getMessage().contains("idx_log_timestamp"), error.getMessage());
        assertEquals(
                1,
                database.facts().values().keySet().stream()
                        .filter(key -> key.kind() == Fact.Kind.TABLE)
                        .count());
        database.execute("DROP TABLE orders");
        assertEquals(2, schema().migrate().size());
    }

    @Test
    void tables_without_a_history_are_refused() throws SQLException {
        database.execute("CREATE TABLE experiments (id text)");

        SchemaMismatchException error = assertThrows(SchemaMismatchException.class, () -> schema().migrate());

        assertEquals(State.LEGACY, schema().status().state());
        assertTrue(error.getMessage().contains("1 of the 19 tables"), error.getMessage());
        assertTrue(error.getMessage().contains(legacyRemedy()), error.getMessage());
    }

    abstract String legacyRemedy();

    @Test
    void a_newer_database_is_refused() throws SQLException {
        schema().migrate();
        database.execute("INSERT INTO synthlab_schema_history (installed_rank, version, description, type, script,"
                + " installed_by, execution_time, success) VALUES (9, '99', 'future', 'SQL', 'V99__future.sql', 'x', 1,"
                + " true)");
        assertRefused(State.NEWER, "version 99 was applied by a newer build");
    }

    @Test
    void an_edited_script_is_refused() throws SQLException {
        schema().migrate();
        database.execute("UPDATE synthlab_schema_history SET checksum = 1");
        assertRefused(State.CHANGED, "the script of applied version 1 has another content now");
    }

    @Test
    void a_failed_version_of_the_history_is_refused() throws SQLException {
        schema().migrate();
        database.execute("UPDATE synthlab_schema_history SET success = false");
        assertRefused(State.FAILED, "version 1 was begun and failed");
    }

    private void assertRefused(State state, String part) {
        assertEquals(state, schema().status().state());
        SchemaMismatchException error = assertThrows(SchemaMismatchException.class, () -> schema().migrate());
        assertTrue(error.getMessage().contains(part), error.getMessage());
    }

    private void fill() throws SQLException {
        try (Connection connection = database.connect()) {
            for (Table table : SchemaCatalog.tables()) {
                SampleRow.of(table).insert(connection, database.kind());
            }
        }
    }

    private Map<String, List<String>> rows() throws SQLException {
        Map<String, List<String>> rows = new TreeMap<>();
        try (Connection connection = database.connect()) {
            for (Table table : SchemaCatalog.tables()) {
                int columns = table.columns().size();
                rows.put(table.name(), Rows.list(connection, "SELECT * FROM " + table.name(), row -> {
                    List<String> values = new ArrayList<>();
                    for (int i = 1; i <= columns; i++) {
                        values.add(row.getString(i));
                    }
                    return values.toString();
                }));
            }
        }
        return rows;
    }

    /** Returns the number of tables and indexes, the history's left out. */
    private int ourObjects() throws SQLException {
        try (Connection connection = database.connect()) {
            return Rows.list(connection, objects(), row -> row.getInt(1)).get(0);
        }
    }

    abstract String objects();
}
