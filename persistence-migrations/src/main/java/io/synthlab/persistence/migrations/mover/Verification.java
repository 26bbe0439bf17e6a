package io.synthlab.persistence.migrations.mover;

import io.synthlab.persistence.migrations.catalog.SchemaCatalog;
import io.synthlab.persistence.migrations.catalog.Table;
import io.synthlab.persistence.migrations.mover.report.MoveRefusedException;
import io.synthlab.persistence.migrations.mover.report.Problem;
import io.synthlab.persistence.migrations.mover.report.Progress;
import io.synthlab.persistence.migrations.mover.report.ProgressListener;
import io.synthlab.persistence.migrations.mover.report.Rule;
import io.synthlab.persistence.migrations.mover.report.VerifiedTable;
import io.synthlab.persistence.migrations.mover.report.VerifyReport;
import io.synthlab.persistence.migrations.mover.screen.ArrivingRows;
import io.synthlab.persistence.migrations.mover.source.KeyFill;
import io.synthlab.persistence.migrations.mover.source.SourceCursor;
import io.synthlab.persistence.migrations.mover.source.SourceFile;
import io.synthlab.persistence.migrations.mover.source.WorkPlace;
import io.synthlab.persistence.migrations.mover.target.MoveRun;
import io.synthlab.persistence.migrations.mover.target.QuarantineTable;
import io.synthlab.persistence.migrations.mover.target.RunStore;
import io.synthlab.persistence.migrations.mover.target.SurplusWriter;
import io.synthlab.persistence.migrations.mover.target.TargetCursor;
import io.synthlab.persistence.migrations.mover.target.TargetReader;
import io.synthlab.persistence.migrations.mover.target.TargetSession;
import io.synthlab.persistence.migrations.mover.work.ProgressBoard;
import io.synthlab.persistence.migrations.mover.work.Workers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Compares every value of every row on both sides, in the order of keys. A row may be missing only if it stands in quarantine,
 * and then it must stand there as it is in the source; what was found out while copying is not relied on.
 */
final class Verification {
    private final MoveRequest request;
    private final ProgressListener listener;
    private final Workers workers;

    Verification(MoveRequest request, ProgressListener listener) {
        this.request = request;
        this.listener = listener;
        this.workers = new Workers(request.jobs());
    }

    VerifyReport run(Path sourceFile) {
        long start = System.nanoTime();
        try (TargetSession session = TargetSession.open(request.target());
                WorkPlace place = WorkPlace.create(request.workDirectory())) {
            Optional<MoveRun> run = new RunStore(session).find();
            run.filter(found -> !found.finished()).ifPresent(found -> {
                throw new MoveRefusedException(
                        Problem.ofDatabase(Rule.TARGET, "the move into it is not finished"),
                        "finish it first, by the same call of the copy with --resume");
            });
            MoveOptions options =
                    run.map(found -> MoveOptions.parse(found.options())).orElse(request.options());
            SourceFile file = SourceFile.take(sourceFile, request.sourceFrozen(), place);
            try (Examination examination = Examination.of(request, options, place, file)) {
                new QuarantineTable(session).restore(examination.store());
                return compare(examination, session, start);
            }
        }
    }

    private VerifyReport compare(Examination examination, TargetSession session, long start) {
        Map<Table, VerifiedTable> verified = new ConcurrentHashMap<>();
        ProgressBoard board = examination.board(listener, Progress.Phase.VERIFY, examination.arrivingByName());
        try (TargetReader leader = TargetReader.open(request.target(), null)) {
            String snapshot = leader.snapshot();
            workers.run(SchemaCatalog.tables(), () -> new TableWorker(examination, snapshot, board, verified));
        }
        SurplusWriter writer = new SurplusWriter(session, examination.source());
        long surplusDifferences =
                examination.surplus().stream().mapToLong(writer::differences).sum();
        List<String> first = new ArrayList<>();
        long recorded = new QuarantineTable(session)
                .differences(examination.recorded().all(), first, request.differenceLimit());
        return new VerifyReport(
                examination.layout().recognised(),
                SchemaCatalog.tables().stream().map(verified::get).toList(),
                recorded,
                first,
                examination.surplusReports(),
                surplusDifferences,
                examination.layout().notes(),
                Duration.ofNanos(System.nanoTime() - start));
    }

    /** Compares tables on connections of its own. */
    private final class TableWorker implements Workers.Worker<Table> {
        private final Examination examination;
        private final TargetReader target;
        private final ArrivingRows source;
        private final ProgressBoard board;
        private final Map<Table, VerifiedTable> verified;

        TableWorker(Examination examination, String snapshot, ProgressBoard board, Map<Table, VerifiedTable> verified) {
            this.examination = examination;
            this.target = TargetReader.open(request.target(), snapshot);
            this.source = examination.arriving();
            this.board = board;
            this.verified = verified;
        }

        @Override
        public void work(Table table) {
            ProgressBoard.Meter meter = board.meter(table.name());
            try (SourceCursor stored = source.ordered(table);
                    TargetCursor arrived = target.rows(table, KeyFill.identity(table))) {
                TableVerifier verifier =
                        new TableVerifier(table, meter, request.differenceLimit(), request.showValues());
                verified.put(table, verifier.verify(stored, arrived, examination.quarantined(table)));
            }
            meter.end();
        }

        @Override
        public void close() {
            try (source) {
                target.close();
            }
        }
    }
}
