package io.synthlab.persistence.cli.demo;

import io.synthlab.persistence.DatabaseUrl;
import io.synthlab.persistence.PersistenceConfig;
import io.synthlab.persistence.cli.MoveReports;
import io.synthlab.persistence.cli.ProgressView;
import io.synthlab.persistence.migrations.Schema;
import io.synthlab.persistence.migrations.mover.DataMover;
import io.synthlab.persistence.migrations.mover.MoveRequest;
import io.synthlab.persistence.migrations.mover.report.CopyReport;
import io.synthlab.persistence.migrations.mover.report.VerifyReport;
import io.synthlab.persistence.testkit.legacy.LegacyDatabase;
import io.synthlab.persistence.testkit.legacy.LegacyOptions;
import io.synthlab.persistence.testkit.legacy.LegacySummary;
import java.nio.file.Path;

/** First half of the demo: a legacy file becomes a verified PostgreSQL database. */
final class MoveDemo {
    private MoveDemo() {}

    static Path createSample(Narrator narrator, Path file, LegacyOptions options) {
        narrator.step("Make a sample of the legacy SQLite database, schema version 15");
        LegacySummary summary = LegacyDatabase.create(file, options);
        long rows = summary.rowsPerTable().values().stream()
                .mapToLong(Long::longValue)
                .sum();
        narrator.say(
                "%s: %,d rows in %d tables", file, rows, summary.rowsPerTable().size());
        return file;
    }

    static void move(Narrator narrator, Path sample, PersistenceConfig target) {
        narrator.step("Give it the schema          (synthlab-db schema migrate --database URL)");
        Schema.of(target)
                .migrate()
                .forEach(version -> narrator.say("applied V%s, %s", version.version(), version.description()));
        MoveRequest request = MoveRequest.of(DatabaseUrl.sqlite(sample.toString()), target);
        narrator.step("Copy every row               (synthlab-db data copy --from URL --to URL)");
        CopyReport copied;
        try (ProgressView progress = ProgressView.on(narrator.out())) {
            copied = DataMover.copy(request, progress);
        }
        MoveReports.print(copied, narrator.out(), false);
        narrator.step("Prove that nothing was lost  (synthlab-db data verify --from URL --to URL)");
        VerifyReport compared;
        try (ProgressView progress = ProgressView.on(narrator.out())) {
            compared = DataMover.verify(request, progress);
        }
        Narrator.require(MoveReports.print(compared, narrator.out(), false), "both sides are equal");
    }
}
