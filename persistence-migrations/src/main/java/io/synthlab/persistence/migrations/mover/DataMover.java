package io.synthlab.persistence.migrations.mover;

import io.synthlab.persistence.internal.connect.SqliteFile;
import io.synthlab.persistence.migrations.catalog.SchemaCatalog;
import io.synthlab.persistence.migrations.mover.report.CopiedTable;
import io.synthlab.persistence.migrations.mover.report.CopyReport;
import io.synthlab.persistence.migrations.mover.report.MovePlan;
import io.synthlab.persistence.migrations.mover.report.PlannedReason;
import io.synthlab.persistence.migrations.mover.report.ProgressListener;
import io.synthlab.persistence.migrations.mover.report.VerifyReport;
import io.synthlab.persistence.migrations.mover.source.SourceFile;
import io.synthlab.persistence.migrations.mover.source.WorkPlace;
import io.synthlab.persistence.migrations.mover.work.Workers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Moves the 19 tables of a SQLite file of the original, versions 7 to 15, to PostgreSQL, and proves that they arrived equal.
 *
 * <p>Every value of every row either arrives equal, or its whole row stands in quarantine with the reason, and with it every
 * row that refers to it. What the 19 tables have no place for is kept beside them. The source is never written to; what is
 * read is one consistent state of it, whoever writes meanwhile. A few rows are in memory at a time, so a run needs some times
 * the size of the largest row, whatever the size of the file.
 *
 * <p>Rows are written in chunks, each with a note that it has arrived: a copy that is cut off, by whatever, goes on where it
 * was. Interrupting the calling thread ends a run between two chunks; what the server is at is waited for.
 *
 * @since 0.1
 */
public final class DataMover {
    private DataMover() {}

    /**
     * Finds out what {@link #copy} would do. Reads everything and writes nothing, apart from a private copy of the file, which
     * is deleted.
     *
     * @param request what to move
     * @param listener hears how far it has come
     * @return what would arrive, and what would not, and why
     * @throws io.synthlab.persistence.migrations.mover.report.MoveRefusedException if the source cannot be moved
     * @throws io.synthlab.persistence.migrations.mover.report.MoveCancelledException if the thread was interrupted
     * @throws io.synthlab.persistence.error.DatabaseException if either side cannot be reached or fails
     */
    public static MovePlan plan(MoveRequest request, ProgressListener listener) {
        Objects.requireNonNull(listener, "listener");
        long start = System.nanoTime();
        Path source = source(request);
        try (WorkPlace place = WorkPlace.create(request.workDirectory())) {
            SourceFile file = SourceFile.take(source, request.sourceFrozen(), place);
            try (Examination examination = Examination.of(request, request.options(), place, file)) {
                Map<String, Long> bytes = examination.screen(new Workers(request.jobs()), listener);
                return plan(request, examination, bytes, start);
            }
        }
    }

    private static MovePlan plan(MoveRequest request, Examination examination, Map<String, Long> bytes, long start) {
        Map<String, Long> arriving = examination.arrivingByName();
        List<CopiedTable> tables = SchemaCatalog.tables().stream()
                .map(table -> new CopiedTable(
                        table.name(),
                        arriving.get(table.name()),
                        bytes.get(table.name()),
                        0,
                        examination.quarantined(table)))
                .toList();
        return new MovePlan(
                examination.layout().recognised(),
                request.options().toString(),
                examination.file().bytes(),
                tables,
                reasons(request, examination),
                examination.store().adjustments(),
                examination.surplusReports(),
                examination.layout().notes(),
                Duration.ofNanos(System.nanoTime() - start));
    }

    private static List<PlannedReason> reasons(MoveRequest request, Examination examination) {
        return examination.store().counts().stream()
                .map(count -> new PlannedReason(
                        count,
                        examination
                                .recorded()
                                .keys(
                                        SchemaCatalog.table(count.table()),
                                        examination.store().samples(count, request.problemLimit()))))
                .toList();
    }

    /**
     * Copies all rows.
     *
     * @param request what to move; the target must be at the expected schema version and hold no rows, apart from an
     *     untouched default group, which the source's replaces, or what an earlier call has loaded
     * @param listener hears how far it has come
     * @return what was copied and what went to quarantine
     * @throws io.synthlab.persistence.migrations.mover.report.MoveRefusedException if the source cannot be moved, the target
     *     has rows, or a move into it was begun and the request does not say what to do about it
     * @throws io.synthlab.persistence.migrations.mover.report.MoveCancelledException if the thread was interrupted; the run
     *     can go on
     * @throws io.synthlab.persistence.error.SchemaMismatchException if the target is not at the expected version
     * @throws io.synthlab.persistence.error.DatabaseException if either side cannot be reached or fails; the run can go on
     */
    public static CopyReport copy(MoveRequest request, ProgressListener listener) {
        Objects.requireNonNull(listener, "listener");
        return new Copy(request, listener, source(request)).run();
    }

    /**
     * Compares every value of every row on both sides, each side in one unchanging state, and the rows in quarantine and
     * beside the tables.
     *
     * <p>The source is read as it is now: what was written to a live file after the copy shows as differences, and so
     * do rows that the application has changed in the target.
     *
     * @param request what to compare
     * @param listener hears how far it has come
     * @return what is different
     * @throws io.synthlab.persistence.migrations.mover.report.MoveRefusedException if the source cannot be moved, or the move
     *     is not finished
     * @throws io.synthlab.persistence.migrations.mover.report.MoveCancelledException if the thread was interrupted
     * @throws io.synthlab.persistence.error.SchemaMismatchException if the target is not at the expected version
     * @throws io.synthlab.persistence.error.DatabaseException if either side cannot be reached or fails
     */
    public static VerifyReport verify(MoveRequest request, ProgressListener listener) {
        Objects.requireNonNull(listener, "listener");
        TargetSchema.requireCurrent(request.target());
        return new Verification(request, listener).run(source(request));
    }

    private static Path source(MoveRequest request) {
        return SqliteFile.requireDatabase(
                Objects.requireNonNull(request.source().sqlitePath()));
    }
}
