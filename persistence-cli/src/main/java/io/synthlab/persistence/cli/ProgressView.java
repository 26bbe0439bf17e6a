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
 * Shows how far a move is: a bar with rate and time left for each table on a terminal, one line per finished table
 * otherwise.
 */
public final class ProgressView implements ProgressListener, AutoCloseable {
    private static final double NANOS_PER_SECOND = 1e9;

    private final PrintWriter out;
    private final boolean terminal;
    private @Nullable ProgressBar bar;
    private @Nullable String shown;
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
    public void progress(Progress progress) {
        String name = progress.phase().name().toLowerCase(Locale.ROOT) + " " + progress.table();
        if (!name.equals(shown)) {
            shown = name;
            began = System.nanoTime();
            closeBar();
            bar = terminal && progress.rowsTotal() > 0 ? bar(name, progress.rowsTotal()) : null;
        }
        if (bar != null) {
            bar.stepTo(progress.rowsDone());
        }
        if (progress.finished()) {
            closeBar();
            if (!terminal) {
                line(name, progress);
            }
        }
    }

    private static ProgressBar bar(String name, long rows) {
        return new ProgressBarBuilder()
                .setTaskName(name)
                .setInitialMax(rows)
                .setUnit(" rows", 1)
                .setStyle(ProgressBarStyle.ASCII)
                .showSpeed()
                .clearDisplayOnFinish()
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
