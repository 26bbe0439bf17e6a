package io.synthlab.persistence.migrations.mover;

import io.synthlab.persistence.migrations.catalog.SchemaCatalog;
import io.synthlab.persistence.migrations.mover.MoveRequest.Start;
import io.synthlab.persistence.migrations.mover.report.CopiedTable;
import io.synthlab.persistence.migrations.mover.report.CopyReport;
import io.synthlab.persistence.migrations.mover.report.CopyReport.Outcome;
import io.synthlab.persistence.migrations.mover.report.MoveCancelledException;
import io.synthlab.persistence.migrations.mover.report.MoveRefusedException;
import io.synthlab.persistence.migrations.mover.report.Problem;
import io.synthlab.persistence.migrations.mover.report.Progress;
import io.synthlab.persistence.migrations.mover.report.ProgressListener;
import io.synthlab.persistence.migrations.mover.report.Rule;
import io.synthlab.persistence.migrations.mover.screen.QuarantineFile;
import io.synthlab.persistence.migrations.mover.source.SourceFile;
import io.synthlab.persistence.migrations.mover.source.WorkPlace;
import io.synthlab.persistence.migrations.mover.target.ChunkLoader;
import io.synthlab.persistence.migrations.mover.target.DeferredObjects;
import io.synthlab.persistence.migrations.mover.target.MoveRun;
import io.synthlab.persistence.migrations.mover.target.QuarantineTable;
import io.synthlab.persistence.migrations.mover.target.RunStore;
import io.synthlab.persistence.migrations.mover.target.SurplusWriter;
import io.synthlab.persistence.migrations.mover.target.SurplusWriter.Look;
import io.synthlab.persistence.migrations.mover.target.TargetSession;
import io.synthlab.persistence.migrations.mover.target.WorkerSessions;
import io.synthlab.persistence.migrations.mover.work.Chunk;
import io.synthlab.persistence.migrations.mover.work.ProgressBoard;
import io.synthlab.persistence.migrations.mover.work.RateLimit;
import io.synthlab.persistence.migrations.mover.work.Workers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Moves all rows; every step can be cut off anywhere and done again. */
final class Copy {
    private final MoveRequest request;
    private final ProgressListener listener;
    private final Workers workers;
    private final Path source;
    private final long start = System.nanoTime();

    Copy(MoveRequest request, ProgressListener listener, Path source) {
        this.request = request;
        this.listener = listener;
        this.workers = new Workers(request.jobs());
        this.source = source;
    }

    CopyReport run() {
        try (TargetSession session = TargetSession.open(request.target())) {
            RunStore runs = new RunStore(session);
            runs.lock();
            Optional<MoveRun> before = runs.find();
            if (before.isPresent() && before.get().finished()) {
                return finishedBefore(session, runs, before.get());
            }
            if (before.isPresent()) {
                TargetSchema.requireCurrent(request.target());
            }
            return before.isPresent() && request.start() == Start.RESUME
                    ? resume(session, runs, before.get())
                    : begin(session, runs, before);
        }
    }

    private CopyReport begin(TargetSession session, RunStore runs, Optional<MoveRun> before) {
        if (before.isPresent()) {
            requireRestart(before.get());
        } else {
            if (request.start() == Start.RESUME) {
                throw refused("no move into it was begun", "leave --resume out");
            }
            TargetSchema.requireAsExpected(request.target(), "nothing was written; ");
            runs.requireEmpty();
        }
        try (WorkPlace place = WorkPlace.create(request.workDirectory())) {
            String fingerprint = SourceFile.fingerprint(source);
            SourceFile file = SourceFile.take(source, request.sourceFrozen(), place);
            try (Examination examination = Examination.of(request, request.options(), place, file)) {
                examination.screen(workers, listener);
                MoveCancelledException.throwIfInterrupted();
                MoveRun run = new MoveRun(
                        UUID.randomUUID().toString(),
                        false,
                        source.toAbsolutePath().toString(),
                        fingerprint,
                        request.options().toString(),
                        request.chunkBytes(),
                        place.directory(),
                        request.target().clock().instant(),
                        null);
                note(runs, run, before, place);
                return load(session, runs, run, examination, place);
            }
        }
    }

    /** The private copy has to stay from the moment on at which the target knows of the run. */
    private static void note(RunStore runs, MoveRun run, Optional<MoveRun> before, WorkPlace place) {
        place.keep();
        try {
            if (before.isPresent()) {
                runs.beginAgain(run);
            } else {
                runs.begin(run);
            }
        } catch (RuntimeException e) {
            place.discard();
            throw e;
        }
        before.ifPresent(Copy::discard);
    }

    private static void discard(MoveRun run) {
        if (Files.isDirectory(run.place())) {
            WorkPlace.reopen(run.place()).discard();
        }
    }

    private void requireRestart(MoveRun run) {
        if (request.start() != Start.RESTART) {
            throw refused(
                    "a move of " + run.source() + " into it was begun at " + run.startedAt() + " and is not finished",
                    "go on with --resume, or throw away what it has loaded and begin anew with --restart");
        }
    }

    private CopyReport resume(TargetSession session, RunStore runs, MoveRun run) {
        requireSame("source", run.source(), source.toAbsolutePath().toString());
        requireSame("options", run.options(), request.options().toString());
        if (!Files.isDirectory(run.place())) {
            throw refused(
                    "the private copy of the run that was begun is gone: " + run.place(), "begin anew with --restart");
        }
        WorkPlace place = WorkPlace.reopen(run.place());
        SourceFile file = SourceFile.reopen(source, place);
        if (file.isInPlace(place)) {
            requireSame("state of the frozen source", run.fingerprint(), SourceFile.fingerprint(source));
        }
        MoveRequest divided = request.withChunkBytes(run.chunkBytes());
        try (Examination examination = Examination.of(divided, request.options(), place, file)) {
            examination.screen(workers, listener);
            return load(session, runs, run, examination, place);
        }
    }

    private static void requireSame(String what, String before, String now) {
        if (!before.equals(now)) {
            throw refused(
                    "the " + what + " of the run that was begun is " + before + ", and now it is " + now,
                    "go on with the same, or begin anew with --restart");
        }
    }

    private static MoveRefusedException refused(String reason, String remedy) {
        return new MoveRefusedException(Problem.ofDatabase(Rule.TARGET, reason), remedy);
    }

    private CopyReport load(
            TargetSession session, RunStore runs, MoveRun run, Examination examination, WorkPlace place) {
        Optional<Path> file = writeQuarantine(session, run, examination);
        SurplusWriter surplus = new SurplusWriter(session, examination.source());
        for (Look look : examination.surplus()) {
            MoveCancelledException.throwIfInterrupted();
            surplus.write(look);
        }
        try (WorkerSessions sessions = new WorkerSessions(request.target())) {
            loadChunks(runs, examination, sessions);
            bringBack(session, sessions);
        }
        List<CopiedTable> arrived = arrived(runs, examination);
        requireWhole(examination, arrived);
        runs.finish(request.target().clock().instant());
        CopyReport report = report(Outcome.FINISHED, examination, arrived, file);
        examination.close();
        place.discard();
        return report;
    }

    private Optional<Path> writeQuarantine(TargetSession session, MoveRun run, Examination examination) {
        if (examination.recorded().all().findAny().isEmpty()) {
            return Optional.empty();
        }
        Path file = request.quarantineFile()
                .orElseGet(() -> request.workDirectory().resolve("synthlab-quarantine-" + run.id() + ".jsonl"));
        new QuarantineFile(file, examination.source())
                .write(examination.recorded().all());
        new QuarantineTable(session).write(examination.recorded().all());
        return Optional.of(file.toAbsolutePath());
    }

    private void loadChunks(RunStore runs, Examination examination, WorkerSessions sessions) {
        Set<Chunk> done = runs.done(examination.chunks());
        ProgressBoard board = examination.board(listener, Progress.Phase.COPY, examination.arrivingByName());
        done.forEach(chunk -> board.add(chunk.table().name(), examination.arriving(chunk), 0));
        List<Chunk> left = examination.chunks().stream()
                .filter(chunk -> !done.contains(chunk))
                .toList();
        workers.run(left, () -> new ChunkLoader(sessions, examination.arriving(), board));
    }

    private void bringBack(TargetSession session, WorkerSessions sessions) {
        DeferredObjects deferred = new DeferredObjects(session);
        ProgressBoard board = new ProgressBoard(listener, Progress.Phase.INDEX, deferred.counts(), RateLimit.NONE);
        deferred.bringBack(sessions, workers, board);
    }

    private static List<CopiedTable> arrived(RunStore runs, Examination examination) {
        return runs.arrived().stream()
                .map(table -> table.withQuarantined(examination.quarantined(SchemaCatalog.table(table.table()))))
                .toList();
    }

    /** The last look before the run counts as finished. */
    private void requireWhole(Examination examination, List<CopiedTable> arrived) {
        Map<String, Long> expected = examination.arrivingByName();
        for (CopiedTable table : arrived) {
            if (table.rows() != expected.get(table.table())) {
                throw new IllegalStateException(
                        table.table() + ": " + table.rows() + " rows arrived of " + expected.get(table.table()));
            }
        }
        TargetSchema.requireAsExpected(request.target(), "finished loading, but ");
    }

    private CopyReport report(
            Outcome outcome, Examination examination, List<CopiedTable> arrived, Optional<Path> file) {
        return new CopyReport(
                outcome,
                examination.layout().recognised(),
                request.options().toString(),
                arrived,
                examination.store().counts(),
                examination.store().adjustments(),
                examination.surplusReports(),
                file,
                examination.layout().notes(),
                Duration.ofNanos(System.nanoTime() - start));
    }

    private CopyReport finishedBefore(TargetSession session, RunStore runs, MoveRun run) {
        if (request.start() == Start.RESTART) {
            throw refused(
                    "the move of " + run.source() + " into it is finished; its rows may be in use",
                    "use an empty database, or drop these tables if nobody needs them");
        }
        if (!run.source().equals(source.toAbsolutePath().toString())) {
            throw refused(
                    "a finished move of " + run.source() + " is in it", "move this file into a database of its own");
        }
        QuarantineTable quarantine = new QuarantineTable(session);
        List<CopiedTable> tables = runs.arrived().stream()
                .map(table -> table.withQuarantined(quarantine.count(table.table())))
                .toList();
        String changed = run.fingerprint().equals(SourceFile.fingerprint(source))
                ? "the source is as it was then"
                : "the source has changed since";
        return new CopyReport(
                Outcome.NOTHING_TO_DO,
                "moved already, finished at " + run.finishedAt() + "; " + changed,
                run.options(),
                tables,
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                List.of(),
                Duration.ofNanos(System.nanoTime() - start));
    }
}
