package io.synthlab.persistence.migrations.mover;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.synthlab.persistence.migrations.Schema;
import io.synthlab.persistence.migrations.mover.MoveRequest.Start;
import io.synthlab.persistence.migrations.mover.report.CopyReport;
import io.synthlab.persistence.migrations.mover.report.MovePlan;
import io.synthlab.persistence.migrations.mover.report.Progress;
import io.synthlab.persistence.migrations.mover.report.ProgressListener;
import io.synthlab.persistence.migrations.mover.report.VerifyReport;
import io.synthlab.persistence.testkit.legacy.LegacyDatabase;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A whole move of a dirty file on each PostgreSQL that is promised: planned, cut off, gone on with, proven. */
@Tag("slow")
class EveryServerIT {
    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(ints = {14, 15, 16, 17, 18})
    void a_move_that_was_cut_off_ends_as_planned_and_is_equal(int version) {
        Path source = directory.resolve("dirty.db");
        LegacyDatabase.create(
                source, LegacyDatabase.options().withScale(0.5).withDirty(true).withSeed(version));
        try (TargetFixture target = TargetFixture.migrated(version)) {
            assertTrue(target.texts("SHOW server_version").get(0).startsWith(version + "."));
            MoveRequest request =
                    target.requestFrom(source).withWorkDirectory(directory).withChunkBytes(100_000);
            MovePlan plan = DataMover.plan(request, ProgressListener.NONE);
            assertThrows(
                    IllegalStateException.class,
                    () -> DataMover.copy(request, progress -> {
                        if (progress.phase() == Progress.Phase.COPY
                                && progress.table().equals("transcripts")) {
                            throw new IllegalStateException("terminal gone");
                        }
                    }));
            CopyReport report = DataMover.copy(request.withStart(Start.RESUME), ProgressListener.NONE);
            assertTrue(report.quarantined() > 0);
            assertEquals(plan.counts(), report.counts());
            VerifyReport verified = DataMover.verify(request, ProgressListener.NONE);
            assertTrue(verified.isEqual(), verified::toString);
            assertEquals(report.quarantined(), verified.quarantined());
            assertEquals(List.of(), Schema.of(target.config()).check().differences());
        }
    }
}
