package io.synthlab.persistence.migrations.mover.screen;

import io.synthlab.persistence.migrations.catalog.Table;
import io.synthlab.persistence.migrations.mover.MoveOptions;
import io.synthlab.persistence.migrations.mover.MoveOptions.OrphanPolicy;
import io.synthlab.persistence.migrations.mover.report.Adjustment;
import io.synthlab.persistence.migrations.mover.report.Rule;
import io.synthlab.persistence.migrations.mover.screen.RecordedRow.Reason;
import io.synthlab.persistence.migrations.mover.source.Selection;
import io.synthlab.persistence.migrations.mover.source.SourceCursor;
import io.synthlab.persistence.migrations.mover.source.SourceDatabase;
import io.synthlab.persistence.migrations.mover.source.SourceFile;
import io.synthlab.persistence.migrations.mover.source.SourceLayout;
import io.synthlab.persistence.migrations.mover.source.SourceRow;
import io.synthlab.persistence.migrations.mover.work.Chunk;
import io.synthlab.persistence.migrations.mover.work.ProgressBoard;
import io.synthlab.persistence.migrations.mover.work.Workers;
import java.util.List;

/**
 * Looks at every value of every row once, and at the keys between rows, before anything is written: afterwards it is known
 * of each row whether it arrives, and as what. Rows that refer to a row which does not arrive do not arrive either.
 */
public final class Screening {
    /** Bytes of a row at most: the server builds a row in one piece of memory of 1 GiB. */
    private static final long LARGEST_ROW = 1_000_000_000;

    private final SourceFile file;
    private final SourceLayout layout;
    private final MoveOptions options;
    private final FindingStore store;
    private final IndexProbe probe;
    private final long largestRow;

    /**
     * Prepares it.
     *
     * @param file the state of the source
     * @param layout what it is made of, without problems
     * @param options what may be changed so that a row can arrive
     * @param store where findings go
     * @param probe what indexes of the target take
     */
    public Screening(SourceFile file, SourceLayout layout, MoveOptions options, FindingStore store, IndexProbe probe) {
        this(file, layout, options, store, probe, LARGEST_ROW);
    }

    /** As above, with another limit of the bytes of a row. */
    Screening(
            SourceFile file,
            SourceLayout layout,
            MoveOptions options,
            FindingStore store,
            IndexProbe probe,
            long largestRow) {
        this.file = file;
        this.layout = layout;
        this.options = options;
        this.store = store;
        this.probe = probe;
        this.largestRow = largestRow;
    }

    /**
     * Looks at everything, unless the store is complete already.
     *
     * @param chunks all rows of all tables
     * @param workers who looks
     * @param board hears how far it has come
     */
    public void run(List<Chunk> chunks, Workers workers, ProgressBoard board) {
        if (store.isComplete()) {
            chunks.forEach(chunk -> board.add(chunk.table().name(), chunk.rows(), 0));
            return;
        }
        store.clear();
        workers.run(chunks, () -> new RowLook(board));
        try (SourceDatabase source = SourceDatabase.open(file, false)) {
            KeyLook keys = new KeyLook(store, source);
            List<Table> present = layout.present().stream()
                    .filter(table -> layout.rows().get(table) > 0)
                    .toList();
            present.forEach(keys::repeated);
            present.forEach(table -> keys.orphans(table, options.onOrphan() == OrphanPolicy.DROP_REFERENCE));
            present.forEach(keys::dependants);
        }
        store.complete();
    }

    /** One thread's look at rows. */
    private final class RowLook implements Workers.Worker<Chunk>, RowScreen.Listener {
        private final SourceDatabase source = SourceDatabase.open(file, false);
        private final ProgressBoard board;

        RowLook(ProgressBoard board) {
            this.board = board;
        }

        @Override
        public void work(Chunk chunk) {
            Table table = chunk.table();
            RowScreen screen = new RowScreen(table, options);
            IndexSizes sizes = new IndexSizes(table);
            ProgressBoard.Meter meter = board.meter(table.name());
            try (SourceCursor cursor = source.rows(table, loadable(chunk))) {
                while (cursor.next()) {
                    SourceRow row = cursor.row();
                    screen.check(row, this);
                    sizes.doubtful(row).forEach(index -> probe(row, index));
                    meter.row(row.size());
                }
            }
            meter.end();
        }

        /** A row beyond the limit must not even be loaded; a small file holds none. */
        private Selection loadable(Chunk chunk) {
            Selection all = Selection.between(chunk.first(), chunk.last());
            if (file.bytes() < largestRow) {
                return all;
            }
            Table table = chunk.table();
            source.largerThan(table, chunk.first(), chunk.last(), largestRow)
                    .forEach(rowid -> store.add(table, rowid, new Reason(null, Rule.T9, null)));
            return all.smallerThan(source.sizeOf(table), largestRow);
        }

        private void probe(SourceRow row, List<String> index) {
            if (!probe.takes(row.table(), index, row)) {
                broken(row, String.join(", ", index), Rule.T8);
            }
        }

        @Override
        public void broken(SourceRow row, String column, Rule rule) {
            store.add(row.table(), row.rowid(), new Reason(column, rule, null));
        }

        @Override
        public void adjusted(SourceRow row, String column, Adjustment adjustment) {
            store.adjust(row.table(), row.rowid(), column, adjustment);
        }

        @Override
        public void close() {
            source.close();
        }
    }
}
