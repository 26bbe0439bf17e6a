package io.synthlab.persistence.migrations.mover;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.synthlab.persistence.migrations.mover.report.CopyReport;
import io.synthlab.persistence.migrations.mover.report.ProgressListener;
import io.synthlab.persistence.migrations.mover.report.VerifyReport;
import io.synthlab.persistence.testkit.legacy.LegacyDatabase;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A million rows: no false alarm where nothing is wrong, and the one value that is. */
@Tag("slow")
class MillionRowsIT {
    private static final int MILLION = 1_000_000;

    @TempDir
    private Path directory;

    @Test
    void verifying_finds_nothing_in_a_clean_copy_and_one_value_that_was_changed() {
        Path source = directory.resolve("large.db");
        LegacyDatabase.create(source, LegacyDatabase.options().withScale(100));
        try (TargetFixture target = TargetFixture.migrated(TargetFixture.NEWEST)) {
            MoveRequest request =
                    target.requestFrom(source).withSourceFrozen(true).withWorkDirectory(directory);
            CopyReport report = DataMover.copy(request, ProgressListener.NONE);
            assertTrue(report.rows() > MILLION, report.rows() + " rows");
            assertEquals(0, report.quarantined());
            VerifyReport clean = DataMover.verify(request, ProgressListener.NONE);
            assertTrue(clean.isEqual());
            assertEquals(report.rows(), clean.rows());
            List<String> updated = target.texts(
                    "UPDATE synth_outcomes SET success_rate = success_rate + 1e-15 WHERE id ="
                            + " (SELECT max(id) FROM synth_outcomes WHERE success_rate BETWEEN 0.3 AND 0.7) RETURNING id");
            assertEquals(1, updated.size());
            VerifyReport changed = DataMover.verify(request, ProgressListener.NONE);
            assertEquals(1, changed.differences());
            System.out.printf(
                    "MEASURED million: %d rows copied in %d s, verified in %d s%n",
                    report.rows(),
                    report.duration().toSeconds(),
                    clean.duration().toSeconds());
        }
        assertEquals(
                List.of("large.db"),
                SourceFixture.hashes(directory).keySet().stream().toList());
    }
}
