package io.synthlab.persistence.cli.cells;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.synthlab.persistence.DatabaseKind;
import io.synthlab.persistence.DatabaseUrl;
import io.synthlab.persistence.PersistenceConfig;
import io.synthlab.persistence.migrations.BaselineOptions;
import io.synthlab.persistence.migrations.Schema;
import io.synthlab.persistence.migrations.mover.DataMover;
import io.synthlab.persistence.migrations.mover.MoveRequest;
import io.synthlab.persistence.migrations.mover.report.ProgressListener;
import io.synthlab.persistence.testkit.TestDatabase;
import io.synthlab.persistence.testkit.legacy.LegacyDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A database as the original left it, read and written in place on SQLite by both implementations, and by both on
 * PostgreSQL after its rows have been moved there.
 */
final class LegacyCells implements AutoCloseable {
    private static final double SCALE = 0.05;
    private static final List<String> PROVIDERS = List.of("legacy-jdbc", "jpa");

    private final Path directory;
    private final Path original;
    private final List<TestDatabase> moved = new ArrayList<>();

    private LegacyCells(Path directory, Path original) {
        this.directory = directory;
        this.original = original;
    }

    /** Makes a file of the original and takes it over where it lies: keys that are NULL stay NULL. */
    static LegacyCells in(Path directory) {
        Path file = directory.resolve("original.db");
        LegacyDatabase.create(file, LegacyDatabase.options().withScale(SCALE));
        Schema.of(config(file).build()).baseline(BaselineOptions.defaults());
        Schema.of(config(file).build()).migrate();
        return new LegacyCells(directory, file);
    }

    /** Returns four cells that read the same rows: those on one database share it. */
    List<Cell> forReading() {
        TestDatabase postgres = move();
        return List.of(
                new Cell(PROVIDERS.get(0), DatabaseKind.SQLITE, config(original)),
                new Cell(PROVIDERS.get(1), DatabaseKind.SQLITE, config(original)),
                new Cell(PROVIDERS.get(0), DatabaseKind.POSTGRESQL, postgres.config()),
                new Cell(PROVIDERS.get(1), DatabaseKind.POSTGRESQL, postgres.config()));
    }

    /** Returns four cells that begin with the same rows, each with a database of its own. */
    List<Cell> forWriting() {
        List<Cell> cells = new ArrayList<>();
        for (String provider : PROVIDERS) {
            cells.add(new Cell(provider, DatabaseKind.SQLITE, config(copyFor(provider))));
        }
        for (String provider : PROVIDERS) {
            cells.add(new Cell(provider, DatabaseKind.POSTGRESQL, move().config()));
        }
        return cells;
    }

    /** Returns keys of the original's rows. */
    Keys keys() {
        return new Keys(DatabaseUrl.sqlite(original.toString()).jdbcUrl());
    }

    private Path copyFor(String provider) {
        try {
            return Files.copy(original, directory.resolve(provider + ".db"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private TestDatabase move() {
        TestDatabase target = TestDatabase.migrated(DatabaseKind.POSTGRESQL);
        moved.add(target);
        MoveRequest request = MoveRequest.of(
                DatabaseUrl.sqlite(original.toString()), target.config().build());
        DataMover.copy(request, ProgressListener.NONE);
        assertTrue(DataMover.verify(request, ProgressListener.NONE).isEqual(), "what was moved is equal");
        return target;
    }

    private static PersistenceConfig.Builder config(Path file) {
        return PersistenceConfig.builder()
                .databaseUrl(DatabaseUrl.sqlite(file.toString()).jdbcUrl());
    }

    @Override
    public void close() {
        moved.forEach(TestDatabase::close);
    }
}
