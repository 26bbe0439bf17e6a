package io.synthlab.persistence.migrations.mover.screen;

import io.synthlab.persistence.migrations.catalog.Table;
import io.synthlab.persistence.migrations.mover.source.KeyFill;
import io.synthlab.persistence.migrations.mover.source.Selection;
import io.synthlab.persistence.migrations.mover.source.SourceCursor;
import io.synthlab.persistence.migrations.mover.source.SourceDatabase;
import io.synthlab.persistence.migrations.mover.source.SourceFile;
import io.synthlab.persistence.migrations.mover.source.SourceRow;
import io.synthlab.persistence.migrations.mover.work.Chunk;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Rows of the source as they arrive: those in quarantine left out, the others changed as was found out. One thread. */
public final class ArrivingRows implements AutoCloseable {
    private static final long MOST_HELD = 50_000;

    private final SourceDatabase source;
    private final FindingStore store;

    /**
     * Opens them.
     *
     * @param file the state of the source
     * @param findings file of the store
     * @param store what was found out
     * @param fillsKeys whether ids that are NULL are generated
     */
    public ArrivingRows(SourceFile file, Path findings, FindingStore store, boolean fillsKeys) {
        this.source = SourceDatabase.openBeside(file, findings, fillsKeys);
        this.store = store;
    }

    /** Reads the rows of a chunk in the order they are stored. */
    public SourceCursor of(Chunk chunk) {
        Table table = chunk.table();
        Selection selection = Selection.between(chunk.first(), chunk.last()).without(store.quarantine(table));
        return changed(source.rows(table, selection), store.adjusted(table, chunk.first(), chunk.last()));
    }

    /**
     * Reads all rows of a table, ordered by the bytes of what identifies them.
     *
     * @param table which table
     * @return a cursor before the first row, which the caller closes
     */
    public SourceCursor ordered(Table table) {
        Selection selection = Selection.orderedBy(KeyFill.identity(table)).without(store.quarantine(table));
        SourceCursor rows = source.rows(table, selection);
        // A few are held, many are looked up one by one: memory stays bounded.
        return store.adjustedRows(table) > MOST_HELD
                ? rows.changing(row -> adjust(row, store.adjusted(table, row.rowid(), row.rowid())))
                : changed(rows, store.adjusted(table, Long.MIN_VALUE, Long.MAX_VALUE));
    }

    private static SourceCursor changed(SourceCursor cursor, Map<Long, List<AdjustedCell>> adjusted) {
        return adjusted.isEmpty() ? cursor : cursor.changing(row -> adjust(row, adjusted));
    }

    private static void adjust(SourceRow row, Map<Long, List<AdjustedCell>> adjusted) {
        adjusted.getOrDefault(row.rowid(), List.of()).forEach(cell -> cell.apply(row));
    }

    @Override
    public void close() {
        source.close();
    }
}
