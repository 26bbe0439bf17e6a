package io.synthlab.persistence.migrations.mover;

import io.synthlab.persistence.error.SchemaMismatchException;
import io.synthlab.persistence.internal.connect.SqliteFile;
import io.synthlab.persistence.migrations.Schema;
import io.synthlab.persistence.migrations.SchemaStatus;
import io.synthlab.persistence.migrations.catalog.Table;
import io.synthlab.persistence.migrations.mover.report.CopiedTable;
import io.synthlab.persistence.migrations.mover.report.CopyReport;
import io.synthlab.persistence.migrations.mover.report.MoveCancelledException;
import io.synthlab.persistence.migrations.mover.report.Progress;
import io.synthlab.persistence.migrations.mover.report.ProgressListener;
import io.synthlab.persistence.migrations.mover.report.ProgressMeter;
import io.synthlab.persistence.migrations.mover.report.VerifiedTable;
import io.synthlab.persistence.migrations.mover.report.VerifyReport;
import io.synthlab.persistence.migrations.mover.screen.Findings;
import io.synthlab.persistence.migrations.mover.screen.TableScreen;
import io.synthlab.persistence.migrations.mover.source.KeyFill;
import io.synthlab.persistence.migrations.mover.source.Selection;
import io.synthlab.persistence.migrations.mover.source.SourceCursor;
import io.synthlab.persistence.migrations.mover.source.SourceDatabase;
import io.synthlab.persistence.migrations.mover.source.SourceFile;
import io.synthlab.persistence.migrations.mover.source.SourceLayout;
import io.synthlab.persistence.migrations.mover.target.TargetCursor;
import io.synthlab.persistence.migrations.mover.target.TargetDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Moves the 19 tables of a SQLite file to PostgreSQL, and proves that they arrived equal.
 *
 * <p>Every value of every row arrives equal, or the copy is refused and nothing is written. The source is never written
 * to; what is read is one consistent state of it, whoever writes meanwhile. Rows whose id is NULL in
 * {@code transcripts} and {@code synth_outcomes} get one, the same on each run. One row is in memory at a time, so a
 * run needs a few times the size of the largest row.
 *
 * <p>Interrupting the thread ends a run between two rows and leaves nothing behind; a step of the server, such as the
 * check of foreign keys at the end of a table, is waited for.
 *
 * @since 0.1
 */
public final class DataMover {
    private DataMover() {}

    /**
     * Copies all rows, in one transaction.
     *
     * @param request what to move; the target must be at the expected schema version and hold no rows, apart from an
     *     untouched default group, which the source's replaces
     * @param listener hears how far it has come
     * @return what was copied
     * @throws io.synthlab.persistence.migrations.mover.report.MoveRefusedException if the source is not of version 15,
     *     holds something that cannot arrive equal, or the target has rows; nothing was written
     * @throws MoveCancelledException if the thread was interrupted; nothing was written
     * @throws SchemaMismatchException if the target is not at the expected version
     * @throws io.synthlab.persistence.error.CommitOutcomeUnknownException if the connection broke during the commit
     * @throws io.synthlab.persistence.error.DatabaseException if either side cannot be reached or fails; nothing was
     *     written
     */
    public static CopyReport copy(MoveRequest request, ProgressListener listener) {
        Objects.requireNonNull(listener, "listener");
        long start = System.nanoTime();
        Path file = SqliteFile.requireDatabase(
                Objects.requireNonNull(request.source().sqlitePath()));
        requireCurrent(request);
        requireEmpty(request);
        try (SourceFile state = SourceFile.open(file, request.sourceFrozen(), request.workDirectory());
                SourceDatabase source = SourceDatabase.open(state)) {
            SourceLayout layout = inspect(request, source);
            screen(request, source, layout, listener);
            List<CopiedTable> tables = load(request, source, layout, listener);
            return new CopyReport(tables, layout.notes(), Duration.ofNanos(System.nanoTime() - start));
        }
    }

    /**
     * Compares every value of every row on both sides, each side in one unchanging state.
     *
     * <p>The source is read as it is now: what was written to a live file after the copy shows as differences, and so
     * do rows that the application has changed in the target.
     *
     * @param request what to compare
     * @param listener hears how far it has come
     * @return what is different
     * @throws io.synthlab.persistence.migrations.mover.report.MoveRefusedException if the source is not of version 15
     *     or holds data for which the target has no place
     * @throws MoveCancelledException if the thread was interrupted
     * @throws SchemaMismatchException if the target is not at the expected version
     * @throws io.synthlab.persistence.error.DatabaseException if either side cannot be reached or fails
     */
    public static VerifyReport verify(MoveRequest request, ProgressListener listener) {
        Objects.requireNonNull(listener, "listener");
        long start = System.nanoTime();
        Path file = SqliteFile.requireDatabase(
                Objects.requireNonNull(request.source().sqlitePath()));
        requireCurrent(request);
        try (SourceFile state = SourceFile.open(file, request.sourceFrozen(), request.workDirectory());
                SourceDatabase source = SourceDatabase.open(state);
                TargetDatabase target = TargetDatabase.read(request.target())) {
            SourceLayout layout = inspect(request, source);
            List<VerifiedTable> tables = new ArrayList<>();
            listener.begins(Progress.Phase.VERIFY, layout.totalRows());
            layout.rows().forEach((table, rows) -> {
                ProgressMeter meter = new ProgressMeter(listener, Progress.Phase.VERIFY, table.name(), rows);
                tables.add(verify(request, source, target, table, meter));
                meter.end();
            });
            return new VerifyReport(tables, layout.notes(), Duration.ofNanos(System.nanoTime() - start));
        }
    }

    private static void requireCurrent(MoveRequest request) {
        SchemaStatus status = Schema.of(request.target()).status();
        if (!status.isCurrent()) {
            String remedy = status.remedy().map(advice -> "; " + advice).orElse("");
            throw new SchemaMismatchException(null, null, "target: " + status.message() + remedy, null);
        }
    }

    /** Finds out early what would stop the copy after a long look at the source; keeps nothing. */
    private static void requireEmpty(MoveRequest request) {
        try (TargetDatabase target = TargetDatabase.write(request.target())) {
            target.claim();
        }
    }

    private static SourceLayout inspect(MoveRequest request, SourceDatabase source) {
        MoveCancelledException.throwIfInterrupted();
        SourceLayout layout = SourceLayout.inspect(source);
        Findings findings = new Findings(request.problemLimit());
        findings.addAll(layout.problems());
        findings.throwIfAny(
                "the source must be of version 15, which the original makes of its files when it opens them,"
                        + " and hold nothing beside the 19 tables");
        return layout;
    }

    private static void screen(
            MoveRequest request, SourceDatabase source, SourceLayout layout, ProgressListener listener) {
        Findings findings = new Findings(request.problemLimit());
        listener.begins(Progress.Phase.SCREEN, layout.totalRows());
        TableScreen.screen(source, layout, findings, listener);
        findings.throwIfAny("correct the source, or a copy of it, and run the move again");
    }

    private static List<CopiedTable> load(
            MoveRequest request, SourceDatabase source, SourceLayout layout, ProgressListener listener) {
        List<CopiedTable> tables = new ArrayList<>();
        try (TargetDatabase target = TargetDatabase.write(request.target())) {
            target.claim();
            listener.begins(Progress.Phase.COPY, layout.totalRows());
            layout.rows().forEach((table, rows) -> {
                ProgressMeter meter = new ProgressMeter(listener, Progress.Phase.COPY, table.name(), rows);
                tables.add(target.load(source, table, meter));
                meter.end();
            });
            target.commit();
        }
        return tables;
    }

    private static VerifiedTable verify(
            MoveRequest request, SourceDatabase source, TargetDatabase target, Table table, ProgressMeter meter) {
        List<String> order = KeyFill.identity(table);
        try (SourceCursor stored = source.rows(table, Selection.orderedBy(order));
                TargetCursor arrived = target.rows(table, order)) {
            return new TableVerifier(table, meter, request.differenceLimit(), request.showValues())
                    .verify(stored, arrived);
        }
    }
}
