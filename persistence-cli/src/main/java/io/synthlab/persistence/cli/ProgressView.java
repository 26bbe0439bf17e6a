package io.synthlab.persistence.cli;

import io.synthlab.persistence.migrations.mover.report.Progress;
import io.synthlab.persistence.migrations.mover.report.ProgressListener;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.Locale;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/**
 * Shows how far a move is: on a terminal one bar for each pass over the tables, with rate and time left, elsewhere one
 * line per finished table.
 */
public final class ProgressView implements ProgressListener, AutoCloseable {
    private static final double NANOS_PER_SECOND = 1e9;
    private static final int REFRESH_MILLIS = 250;

    private final PrintWriter out;
    private final boolean terminal;
    private @Nullable ProgressBar bar;
    private @Nullable String shown;
    private long rowsOfPass;
    private long rowsOfFinishedTables;
    private long began;

    /**
     * Creates the view.
     *
     * @param out where lines go; bars go to the terminal's error stream
     * @param terminal whether a person watches
     */
    public ProgressView(PrintWriter out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    /** Returns a view that shows bars on a terminal and nothing elsewhere. */
    public static ProgressView barsOnly() {
        return new ProgressView(new PrintWriter(Writer.nullWriter()), System.console() != null);
    }

    @Override
    public void begins(Progress.Phase phase, long rows) {
        closeBar();
        rowsOfPass = rows;
        rowsOfFinishedTables = 0;
        bar = terminal ? bar(name(phase), rows) : null;
    }

    @Override
    public void progress(Progress progress) {
        String name = name(progress.phase()) + " " + progress.table();
        if (!name.equals(shown)) {
            shown = name;
            began = System.nanoTime();
        }
        if (bar != null) {
            bar.setExtraMessage(" " + progress.table());
            bar.stepTo(rowsOfFinishedTables + progress.rowsDone());
        }
        if (progress.finished()) {
            rowsOfFinishedTables += progress.rowsTotal();
            if (!terminal) {
                line(name, progress);
            } else if (rowsOfFinishedTables >= rowsOfPass) {
                closeBar(); // before the report is printed
            }
        }
    }

    private static String name(Progress.Phase phase) {
        return phase.name().toLowerCase(Locale.ROOT);
    }

    private static ProgressBar bar(String name, long rows) {
        return new ProgressBarBuilder()
                .setTaskName(name)
                .setInitialMax(rows)
                .setUnit(" rows", 1)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(REFRESH_MILLIS)
                .showSpeed()
                .build();
    }

    private void line(String name, Progress progress) {
        if (progress.rowsTotal() == 0) {
            return;
        }
        double seconds = (System.nanoTime() - began) / NANOS_PER_SECOND;
        out.printf(
                Locale.ROOT,
                "  %-28s %,10d rows %9.1f kB %7.2f s%n",
                name,
                progress.rowsDone(),
                progress.bytesDone() / 1e3,
                seconds);
    }

    private void closeBar() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
    }

    @Override
    public void close() {
        closeBar();
    }
}
