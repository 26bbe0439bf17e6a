package io.synthlab.persistence.migrations.mover.screen;

import io.synthlab.persistence.migrations.catalog.Table;
import io.synthlab.persistence.migrations.catalog.Table.ForeignKey;
import io.synthlab.persistence.migrations.mover.report.Progress;
import io.synthlab.persistence.migrations.mover.report.ProgressListener;
import io.synthlab.persistence.migrations.mover.report.ProgressMeter;
import io.synthlab.persistence.migrations.mover.report.Rule;
import io.synthlab.persistence.migrations.mover.source.Selection;
import io.synthlab.persistence.migrations.mover.source.SourceCursor;
import io.synthlab.persistence.migrations.mover.source.SourceDatabase;
import io.synthlab.persistence.migrations.mover.source.SourceLayout;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Looks at every value of every table once, and at the keys between rows, before anything is written.
 *
 * <p>Keys are asked for with own queries, because a file need not have the constraints of version 15.
 */
public final class TableScreen {
    /** Bytes of a row at most: the server builds a row in one piece of memory of 1 GiB. */
    private static final long LARGEST_ROW = 1_000_000_000;

    private final SourceDatabase source;
    private final Findings findings;

    private TableScreen(SourceDatabase source, Findings findings) {
        this.source = source;
        this.findings = findings;
    }

    /**
     * Screens all tables.
     *
     * @param source the source
     * @param layout what the source is made of, without problems
     * @param findings where problems go
     * @param listener hears how far it has come
     */
    public static void screen(
            SourceDatabase source, SourceLayout layout, Findings findings, ProgressListener listener) {
        TableScreen screen = new TableScreen(source, findings);
        layout.rows().forEach((table, rows) -> {
            ProgressMeter meter = new ProgressMeter(listener, Progress.Phase.SCREEN, table.name(), rows);
            if (rows > 0) {
                screen.table(table, meter);
            }
            meter.end();
        });
    }

    private void table(Table table, ProgressMeter meter) {
        // A row beyond the limit must not even be loaded.
        if (report(table, Selection.largerThan(table, LARGEST_ROW), null, Rule.T9)) {
            return;
        }
        rows(table, meter);
        table.foreignKeys().forEach(key -> orphans(table, key));
        Stream.concat(Stream.of(table.primaryKey()), table.uniques().stream())
                .forEach(key -> report(table, Selection.duplicates(table, key), String.join(", ", key), Rule.C4));
    }

    private void rows(Table table, ProgressMeter meter) {
        RowScreen screen = new RowScreen(table);
        try (SourceCursor cursor = source.rows(table, Selection.all())) {
            while (cursor.next()) {
                findings.addAll(screen.check(cursor.row()));
                meter.row(cursor.row().size());
            }
        }
    }

    private void orphans(Table table, ForeignKey key) {
        report(table, Selection.orphans(key), String.join(", ", key.columns()), Rule.C1);
    }

    private boolean report(
            Table table, Selection selection, @Nullable String column, Rule rule) {
        boolean any = false;
        try (SourceCursor cursor = source.rows(table, selection)) {
            while (cursor.next()) {
                findings.add(RowScreen.problem(cursor.row(), column, rule, rule.description()));
                any = true;
            }
        }
        return any;
    }
}
