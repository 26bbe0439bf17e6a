package io.synthlab.persistence.migrations.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.synthlab.persistence.migrations.RollbackOptions;
import io.synthlab.persistence.migrations.Schema;
import io.synthlab.persistence.migrations.SchemaStatus;
import io.synthlab.persistence.migrations.SchemaStatus.State;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A process is killed while it migrates or rolls back: what is there is whole, the status says it, the next goes on. */
class KilledMigratorIT {
    private static final int FEW = 2;
    private static final int MANY = 25;
    /** How long a cold process takes for the whole of it, in milliseconds. */
    private static final int LONGEST = 900;

    private static final Set<State> WHOLE = Set.of(State.EMPTY, State.PENDING, State.CURRENT);

    private final long seed = System.nanoTime();
    private final Random chance = new Random(seed);
    private final Map<State, Integer> seen = new EnumMap<>(State.class);

    @TempDir
    private Path directory;

    private int files;
    private int interrupted;

    @Test
    void on_a_file() throws Exception {
        kill(this::file, FEW);
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 18})
    void on_a_server(int version) throws Exception {
        kill(() -> TestDatabase.postgres(version), FEW);
    }

    @Test
    @Tag("slow")
    void at_many_moments() throws Exception {
        kill(this::file, MANY);
        kill(() -> TestDatabase.postgres(14), MANY);
        kill(() -> TestDatabase.postgres(18), MANY);
        assertTrue(interrupted > MANY, interrupted + " of " + 6 * MANY + " kills met work");
        System.out.printf(
                "MEASURED killed migrators: %d kills, %d in the middle, states %s, seed %d%n",
                6 * MANY, interrupted, seen, seed);
    }

    private void kill(Supplier<TestDatabase> databases, int times) throws Exception {
        for (int i = 0; i < times; i++) {
            try (TestDatabase database = databases.get()) {
                Schema schema = Schema.of(database.config());
                try (MigratingProcess process = new MigratingProcess()) {
                    process.migrate(database.config());
                    killSoon(process);
                }
                assertWhole(database);
                schema.migrate();
                assertTrue(schema.status().isCurrent(), () -> "seed " + seed);
                try (MigratingProcess process = new MigratingProcess()) {
                    process.rollBack(database.config());
                    killSoon(process);
                }
                assertWhole(database);
                schema.migrate();
                schema.rollback(RollbackOptions.to(RollbackOptions.NOTHING).acceptingLoss());
                assertEquals(State.EMPTY, schema.status().state(), () -> "seed " + seed);
                assertEquals(0, database.facts().values().size(), () -> "seed " + seed);
            }
        }
    }

    private void killSoon(MigratingProcess process) throws Exception {
        process.awaitBegin();
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(chance.nextInt(LONGEST)));
        interrupted += process.kill() ? 1 : 0;
    }

    private void assertWhole(TestDatabase database) {
        if (Target.of(database.config(), VersionScripts.LIBRARY).isNewFile()) {
            return;
        }
        SchemaStatus status = Schema.of(database.config()).status();
        seen.merge(status.state(), 1, Integer::sum);
        assertTrue(WHOLE.contains(status.state()), () -> status + ", seed " + seed);
        assertEquals(List.of(), status.drift(), () -> "seed " + seed);
    }

    private TestDatabase file() {
        return TestDatabase.sqlite(directory.resolve("killed" + files++ + ".db"));
    }
}
