package io.synthlab.persistence.migrations.mover;

import io.synthlab.persistence.migrations.catalog.Table;
import io.synthlab.persistence.migrations.mover.report.MoveRefusedException;
import io.synthlab.persistence.migrations.mover.report.Problem;
import io.synthlab.persistence.migrations.mover.report.Progress;
import io.synthlab.persistence.migrations.mover.report.ProgressListener;
import io.synthlab.persistence.migrations.mover.report.SurplusReport;
import io.synthlab.persistence.migrations.mover.screen.ArrivingRows;
import io.synthlab.persistence.migrations.mover.screen.FindingStore;
import io.synthlab.persistence.migrations.mover.screen.RecordedRows;
import io.synthlab.persistence.migrations.mover.screen.Screening;
import io.synthlab.persistence.migrations.mover.source.SourceDatabase;
import io.synthlab.persistence.migrations.mover.source.SourceFile;
import io.synthlab.persistence.migrations.mover.source.SourceLayout;
import io.synthlab.persistence.migrations.mover.source.WorkPlace;
import io.synthlab.persistence.migrations.mover.target.ServerIndexProbe;
import io.synthlab.persistence.migrations.mover.target.SurplusWriter;
import io.synthlab.persistence.migrations.mover.target.SurplusWriter.Look;
import io.synthlab.persistence.migrations.mover.work.Chunk;
import io.synthlab.persistence.migrations.mover.work.ProgressBoard;
import io.synthlab.persistence.migrations.mover.work.RateLimit;
import io.synthlab.persistence.migrations.mover.work.Workers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** One state of a source, and everything that is to be known of it before rows move. */
final class Examination implements AutoCloseable {
    private final MoveRequest request;
    private final MoveOptions options;
    private final WorkPlace place;
    private final SourceFile file;
    private final SourceDatabase source;
    private final SourceLayout layout;
    private final FindingStore store;
    private @Nullable List<Chunk> chunks;
    private @Nullable List<Look> surplus;

    private Examination(
            MoveRequest request,
            MoveOptions options,
            WorkPlace place,
            SourceFile file,
            SourceDatabase source,
            SourceLayout layout) {
        this.request = request;
        this.options = options;
        this.place = place;
        this.file = file;
        this.source = source;
        this.layout = layout;
        this.store = FindingStore.open(file, place.findings());
    }

    /**
     * Looks what a source is made of.
     *
     * @throws MoveRefusedException if it cannot be moved
     */
    static Examination of(MoveRequest request, MoveOptions options, WorkPlace place, SourceFile file) {
        SourceDatabase source = SourceDatabase.open(file, false);
        try {
            SourceLayout layout = SourceLayout.inspect(source);
            requireNone(
                    layout.problems(),
                    request,
                    "the source must be of versions 7 to 15 of the original; mend a copy of the file, or begin with a new"
                            + " database");
            return new Examination(request, options, place, file, source, layout);
        } catch (RuntimeException e) {
            source.close();
            throw e;
        }
    }

    private static void requireNone(List<Problem> problems, MoveRequest request, String remedy) {
        if (!problems.isEmpty()) {
            int shown = Math.min(problems.size(), request.problemLimit());
            throw new MoveRefusedException(problems.subList(0, shown), problems.size() - shown, remedy, null);
        }
    }

    SourceFile file() {
        return file;
    }

    SourceDatabase source() {
        return source;
    }

    SourceLayout layout() {
        return layout;
    }

    /** Divides all rows; whoever only compares does not need that. */
    List<Chunk> chunks() {
        List<Chunk> divided = chunks;
        if (divided == null) {
            divided = layout.present().stream()
                    .filter(table -> layout.rows().get(table) > 0)
                    .flatMap(table -> source.chunks(table, request.chunkBytes()).stream())
                    .toList();
            chunks = divided;
        }
        return divided;
    }

    /** Looks at what the 19 tables have no place for, once. */
    List<Look> surplus() {
        List<Look> seen = surplus;
        if (seen == null) {
            seen = layout.surplus().stream()
                    .map(table -> SurplusWriter.look(source, table))
                    .toList();
            surplus = seen;
        }
        return seen;
    }

    List<SurplusReport> surplusReports() {
        return surplus().stream().map(Look::report).toList();
    }

    FindingStore store() {
        return store;
    }

    /** Looks at every row; returns how many bytes each table has. */
    Map<String, Long> screen(Workers workers, ProgressListener listener) {
        ProgressBoard board = board(listener, Progress.Phase.SCREEN, layout.rowsByName());
        CompletableFuture<List<Problem>> damage = CompletableFuture.supplyAsync(this::damage);
        try (ServerIndexProbe probe = new ServerIndexProbe(request.target())) {
            new Screening(file, layout, options, store, probe).run(chunks(), workers, board);
        } finally {
            damage.exceptionally(failure -> List.of()).join(); // it reads the file, which may be deleted next
        }
        requireNone(
                damage.join(),
                request,
                "restore the file from a backup, or save what can be read with SQLite's .recover");
        Map<String, Long> bytes = layout.rowsByName();
        bytes.replaceAll((table, rows) -> board.bytes(table));
        return bytes;
    }

    private List<Problem> damage() {
        try (SourceDatabase own = SourceDatabase.open(file, false)) {
            return SourceLayout.damage(own);
        }
    }

    ProgressBoard board(ProgressListener listener, Progress.Phase phase, Map<String, Long> totals) {
        RateLimit limit = phase == Progress.Phase.INDEX ? RateLimit.NONE : new RateLimit(request.rateLimit());
        return new ProgressBoard(listener, phase, totals, limit);
    }

    /** Returns how many rows of each table arrive. */
    Map<String, Long> arrivingByName() {
        Map<String, Long> arriving = layout.rowsByName();
        layout.rows().forEach((table, rows) -> arriving.put(table.name(), rows - store.quarantined(table)));
        return arriving;
    }

    /** Returns how many rows of a chunk arrive. */
    long arriving(Chunk chunk) {
        return chunk.rows() - store.quarantined(chunk.table(), chunk.first(), chunk.last());
    }

    long quarantined(Table table) {
        return store.quarantined(table);
    }

    ArrivingRows arriving() {
        return new ArrivingRows(file, place.findings(), store, options.fillNullIds());
    }

    RecordedRows recorded() {
        return new RecordedRows(store, source);
    }

    @Override
    public void close() {
        try (source) {
            store.close();
        }
    }
}
