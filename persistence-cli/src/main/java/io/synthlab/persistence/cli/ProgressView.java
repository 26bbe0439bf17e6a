package io.synthlab.persistence.cli;

import io.synthlab.persistence.migrations.catalog.SchemaCatalog;
import io.synthlab.persistence.migrations.catalog.Table;
import io.synthlab.persistence.migrations.mover.report.Progress;
import io.synthlab.persistence.migrations.mover.report.ProgressListener;
import java.io.Console;
import java.io.PrintWriter;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarConsumer;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/**
 * Shows how far a move is: a bar with rate and time left for each table on a terminal, one line per finished table
 * otherwise.
 */
public final class ProgressView implements ProgressListener, AutoCloseable {
    private static final double NANOS_PER_SECOND = 1e9;
    private static final int REDRAWN_EVERY_MILLIS = 250;

    private static final List<String> TABLES =
            SchemaCatalog.tables().stream().map(Table::name).toList();

    private final PrintWriter lines;
    private final @Nullable Supplier<ProgressBarConsumer> terminal;
    private @Nullable TerminalLine line;
    private @Nullable ProgressBar bar;
    private @Nullable String shown;
    private long began;

    /**
     * Creates the view.
     *
     * @param lines where lines go
     * @param terminal gives where each bar goes; {@code null} if nobody watches, for lines
     */
    ProgressView(PrintWriter lines, @Nullable Supplier<ProgressBarConsumer> terminal) {
        this.lines = lines;
        this.terminal = terminal;
    }

    /**
     * Returns a view with bars on the error stream if a person watches, and with lines if not.
     *
     * @param lines where lines go
     * @return the view, which the caller closes before it prints anything else
     */
    public static ProgressView on(PrintWriter lines) {
        return new ProgressView(lines, isWatched() ? () -> new ConsoleProgressBarConsumer(System.err) : null);
    }

    /** Since Java 22 there may be a console where nobody watches, and it has a method that tells. */
    private static boolean isWatched() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException e) { // before Java 22
            return true;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }

    @Override
    public void progress(Progress progress) {
        String name = name(progress);
        if (!name.equals(shown)) {
            shown = name;
            began = System.nanoTime();
            closeBar();
            if (terminal != null && progress.rowsTotal() > 0) {
                line = new TerminalLine(terminal.get());
                bar = bar(name, progress.rowsTotal(), line);
            }
        }
        if (bar != null) {
            bar.stepTo(progress.rowsDone());
        }
        if (progress.finished()) {
            closeBar();
            if (terminal == null) {
                print(name, progress);
            }
        }
    }

    /** For example {@code copy 7/19 synths}; tables come in this order. */
    private static String name(Progress progress) {
        String phase = progress.phase().name().toLowerCase(Locale.ROOT);
        int position = TABLES.indexOf(progress.table()) + 1;
        return "%-6s %2d/%d %s".formatted(phase, position, TABLES.size(), progress.table());
    }

    private static ProgressBar bar(String name, long rows, TerminalLine line) {
        return new ProgressBarBuilder()
                .setTaskName(name)
                .setInitialMax(rows)
                .setUnit(" rows", 1)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(REDRAWN_EVERY_MILLIS)
                .setConsumer(line)
                .showSpeed(new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT)))
                .build();
    }

    private void print(String name, Progress progress) {
        if (progress.rowsTotal() == 0) {
            return;
        }
        double seconds = (System.nanoTime() - began) / NANOS_PER_SECOND;
        lines.printf(
                Locale.ROOT,
                "  %-36s %,10d rows %9.1f kB %7.2f s%n",
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
        if (line != null) {
            line.close();
            line = null;
        }
    }

    @Override
    public void close() {
        closeBar();
    }
}
