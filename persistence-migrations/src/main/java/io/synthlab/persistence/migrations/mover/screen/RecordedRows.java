package io.synthlab.persistence.migrations.mover.screen;

import io.synthlab.persistence.migrations.catalog.SchemaCatalog;
import io.synthlab.persistence.migrations.catalog.Table;
import io.synthlab.persistence.migrations.mover.report.Adjustment;
import io.synthlab.persistence.migrations.mover.screen.RecordedRow.Cell;
import io.synthlab.persistence.migrations.mover.screen.RecordedRow.Reason;
import io.synthlab.persistence.migrations.mover.source.RawCursor;
import io.synthlab.persistence.migrations.mover.source.RawValue;
import io.synthlab.persistence.migrations.mover.source.SourceDatabase;
import io.synthlab.persistence.migrations.mover.source.StorageClass;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Spliterators.AbstractSpliterator;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Reads the rows that stand beside the target, one after another, in the same order each time. */
public final class RecordedRows {
    /** Bytes of a value that is held in memory at most. */
    static final long LONGEST_HELD = 16_000_000;

    private static final int PAGE = 500;

    private final FindingStore store;
    private final SourceDatabase source;

    /**
     * Creates a reader.
     *
     * @param store what was found out
     * @param source the state it was found out of, keys not filled
     */
    public RecordedRows(FindingStore store, SourceDatabase source) {
        this.store = store;
        this.source = source;
    }

    /** Returns all of them, by table in load order and row number. */
    public Stream<RecordedRow> all() {
        return SchemaCatalog.tables().stream().flatMap(this::of);
    }

    private Stream<RecordedRow> of(Table table) {
        return StreamSupport.stream(new Pages(table), false).flatMap(rowid -> read(table, rowid).stream());
    }

    /** Row numbers, a page at a time: there may be millions. */
    private final class Pages extends AbstractSpliterator<Long> {
        private final Table table;
        private List<Long> page = List.of();
        private int at;
        private long after = Long.MIN_VALUE;

        Pages(Table table) {
            super(Long.MAX_VALUE, ORDERED);
            this.table = table;
        }

        @Override
        public boolean tryAdvance(Consumer<? super Long> action) {
            if (at == page.size()) {
                page = store.recorded(table, after, PAGE);
                at = 0;
            }
            if (page.isEmpty()) {
                return false;
            }
            after = page.get(at++);
            action.accept(after);
            return true;
        }
    }

    private List<RecordedRow> read(Table table, long rowid) {
        List<Cell> cells = cells(table, rowid);
        if (cells.isEmpty()) {
            return List.of(); // recorded, but gone from the source since
        }
        String key = key(table, cells);
        List<Reason> findings = store.reasons(table, rowid);
        if (!findings.isEmpty()) {
            return List.of(new RecordedRow(table, rowid, "quarantined", key, findings, cells));
        }
        return store.adjusted(table, rowid, rowid).getOrDefault(rowid, List.of()).stream()
                .sorted(Comparator.comparing(AdjustedCell::index))
                .map(cell -> new RecordedRow(
                        table,
                        rowid,
                        cell.adjustment().name().toLowerCase(Locale.ROOT),
                        key,
                        List.of(new Reason(cell.column(), null, words(cell.adjustment()), null)),
                        cells))
                .toList();
    }

    private static String words(Adjustment adjustment) {
        return switch (adjustment) {
            case NUL_ESCAPED -> "U+0000 became U+2400";
            case REFERENCE_DROPPED -> "a reference to a row that does not exist became NULL";
        };
    }

    private List<Cell> cells(Table table, long rowid) {
        List<String> columns = source.columns(table.name());
        List<Cell> cells = new ArrayList<>();
        try (RawCursor cursor = source.row(table, rowid, LONGEST_HELD)) {
            if (!cursor.next()) {
                return cells;
            }
            for (int at = 0; at < columns.size(); at++) {
                String type = new String(cursor.value(3 * at).bytes(), StandardCharsets.US_ASCII);
                RawValue value = cursor.value(3 * at + 2);
                boolean held = value.type() != StorageClass.NULL || type.equals("null");
                long length = held ? value.size() : cursor.value(3 * at + 1).integer();
                cells.add(new Cell(columns.get(at), type, length, held ? value.hex() : null));
            }
        }
        return cells;
    }

    /** Returns the key in words, which need not be one that could arrive. */
    private String key(Table table, List<Cell> cells) {
        return table.primaryKey().stream()
                .map(column -> column + "="
                        + cells.stream()
                                .filter(cell -> cell.column().equals(column))
                                .map(RecordedRows::shown)
                                .findFirst()
                                .orElse("?"))
                .reduce((one, other) -> one + ", " + other)
                .orElse("");
    }

    private static String shown(Cell cell) {
        if (cell.storageClass().equals("null")) {
            return "NULL";
        }
        String hex = cell.hex();
        return hex == null ? "(" + cell.length() + " bytes)" : SourceKeys.shown(cell.storageClass(), hex);
    }

    /** Returns keys of some rows, as messages show them; long values are not loaded. */
    public List<String> keys(Table table, List<Long> rowids) {
        return rowids.stream()
                .map(rowid -> key(table, cells(table, rowid)) + " (rowid " + rowid + ")")
                .toList();
    }
}
