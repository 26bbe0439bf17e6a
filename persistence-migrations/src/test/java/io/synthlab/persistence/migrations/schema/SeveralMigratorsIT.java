package io.synthlab.persistence.migrations.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.synthlab.persistence.migrations.Schema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Eight processes migrate one database at once: one works, the others wait and then find nothing to do. */
class SeveralMigratorsIT {
    private static final int PROCESSES = 8;
    private static final int ROUNDS = 20;
    private static final List<MigratingProcess> CREW = new ArrayList<>();

    @TempDir
    private Path directory;

    private int files;

    /** Makes a database differ from a new one. */
    @FunctionalInterface
    private interface Preparation {
        void prepare(TestDatabase database) throws SQLException, IOException;
    }

    @BeforeAll
    static void start() throws IOException {
        for (int i = 0; i < PROCESSES; i++) {
            CREW.add(new MigratingProcess());
        }
    }

    @AfterAll
    static void end() {
        CREW.forEach(MigratingProcess::close);
        CREW.clear();
    }

    @Test
    void on_a_new_file() throws Exception {
        round(this::file, database -> {}, 2);
    }

    @Test
    void on_a_half_migrated_file() throws Exception {
        round(this::file, SeveralMigratorsIT::migrateHalf, 1);
    }

    @Test
    void on_a_new_file_that_another_connection_writes_to() throws Exception {
        round(
                this::file,
                database -> {
                    Files.createFile(path(database));
                    holdWriteLock(database);
                },
                2);
    }

    @Test
    void on_a_half_migrated_file_that_another_connection_writes_to() throws Exception {
        round(
                this::file,
                database -> {
                    migrateHalf(database);
                    holdWriteLock(database);
                },
                1);
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 18})
    void on_a_new_server_database(int version) throws Exception {
        round(() -> TestDatabase.postgres(version), database -> {}, 2);
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 18})
    void on_a_half_migrated_server_database(int version) throws Exception {
        round(() -> TestDatabase.postgres(version), SeveralMigratorsIT::migrateHalf, 1);
    }

    @Test
    @Tag("slow")
    void again_and_again() throws Exception {
        for (int i = 0; i < ROUNDS; i++) {
            on_a_new_file();
            on_a_half_migrated_file();
            on_a_new_file_that_another_connection_writes_to();
            on_a_half_migrated_file_that_another_connection_writes_to();
            for (int version : new int[] {14, 18}) {
                on_a_new_server_database(version);
                on_a_half_migrated_server_database(version);
            }
        }
        System.out.printf("MEASURED migrators: %d processes, %d rounds, none failed%n", PROCESSES, ROUNDS * 8);
    }

    private static void round(Supplier<TestDatabase> databases, Preparation preparation, int missing)
            throws SQLException, IOException {
        try (TestDatabase database = databases.get()) {
            preparation.prepare(database);
            CREW.forEach(process -> process.migrate(database.config()));
            List<Integer> applied = new ArrayList<>();
            for (MigratingProcess process : CREW) {
                process.awaitBegin();
                applied.add(process.versions());
            }
            List<Integer> workers =
                    applied.stream().filter(versions -> versions > 0).toList();
            assertEquals(List.of(missing), workers, applied.toString());
            Schema schema = Schema.of(database.config());
            assertTrue(schema.status().isCurrent());
            assertEquals(List.of(), schema.check().differences());
        }
    }

    private static void migrateHalf(TestDatabase database) {
        Schema.of(database.config()).migrate("1");
    }

    /** Holds it for two seconds while the test goes on. */
    private static void holdWriteLock(TestDatabase database) throws SQLException {
        Connection holder = database.connect();
        Statement statement = holder.createStatement();
        statement.execute("BEGIN IMMEDIATE");
        statement.execute("CREATE TABLE IF NOT EXISTS held (id TEXT)");
        Executor later = CompletableFuture.delayedExecutor(2, TimeUnit.SECONDS);
        CompletableFuture.runAsync(
                () -> {
                    try (holder;
                            statement) {
                        statement.execute("ROLLBACK");
                    } catch (SQLException e) {
                        throw new AssertionError(e);
                    }
                },
                later);
    }

    private TestDatabase file() {
        return TestDatabase.sqlite(directory.resolve("migrators" + files++ + ".db"));
    }

    private static Path path(TestDatabase database) {
        return Target.of(database.config(), VersionScripts.LIBRARY).requireFile();
    }
}
