package io.synthlab.persistence.cli;

import io.synthlab.persistence.migrations.catalog.SchemaCatalog;
import io.synthlab.persistence.migrations.catalog.Table;
import io.synthlab.persistence.migrations.mover.report.Progress;
import io.synthlab.persistence.migrations.mover.report.ProgressListener;
import java.io.Console;
import java.io.PrintWriter;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarConsumer;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/**
 * Shows how far a move is: on a terminal one bar for each pass over the tables, with rate and time left, of all and of the
 * table at hand; elsewhere one line per finished table.
 */
public final class ProgressView implements ProgressListener, AutoCloseable {
    private static final double NANOS_PER_SECOND = 1e9;
    private static final double BYTES_PER_MEGABYTE = 1e6;
    private static final int REDRAWN_EVERY_MILLIS = 250;

    private static final List<String> TABLES =
            SchemaCatalog.tables().stream().map(Table::name).toList();

    private final PrintWriter lines;
    private final @Nullable Supplier<ProgressBarConsumer> terminal;
    private @Nullable TerminalLine line;
    private @Nullable ProgressBar bar;
    private final Map<String, Progress> tables = new LinkedHashMap<>();
    private final Map<String, Long> began = new HashMap<>();
    private long rowsOfPass;

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
    public void begins(Progress.Phase phase, long rows) {
        closeBar();
        tables.clear();
        began.clear();
        rowsOfPass = rows;
        if (terminal != null && rows > 0) {
            line = new TerminalLine(terminal.get());
            bar = bar("%-6s".formatted(name(phase)), phase == Progress.Phase.INDEX ? " built" : " rows", rows, line);
        }
    }

    @Override
    public void progress(Progress progress) {
        if (tables.values().stream().anyMatch(other -> other.phase() != progress.phase())) {
            tables.clear();
            began.clear();
        }
        began.putIfAbsent(progress.table(), System.nanoTime());
        tables.put(progress.table(), progress);
        long done = tables.values().stream().mapToLong(Progress::rowsDone).sum();
        if (bar != null) {
            bar.setExtraMessage(" " + position(progress) + detail(progress));
            bar.stepTo(done);
        }
        if (progress.finished()) {
            if (terminal == null) {
                print(progress);
            } else if (done >= rowsOfPass) {
                closeBar(); // before a report is printed
            }
        }
    }

    /** For example {@code 45 % 0:12 left, 120.3 MB}: of the table, and the bytes of all. */
    private String detail(Progress progress) {
        double share = progress.rowsTotal() == 0 ? 1 : (double) progress.rowsDone() / progress.rowsTotal();
        double seconds = (System.nanoTime() - began.get(progress.table())) / NANOS_PER_SECOND;
        long left = share == 0 ? 0 : (long) (seconds * (1 - share) / share);
        double megabytes =
                tables.values().stream().mapToLong(Progress::bytesDone).sum() / BYTES_PER_MEGABYTE;
        return String.format(
                Locale.ROOT, " %.0f %% %d:%02d left, %.1f MB", 100 * share, left / 60, left % 60, megabytes);
    }

    private static String name(Progress.Phase phase) {
        return phase.name().toLowerCase(Locale.ROOT);
    }

    /** For example {@code 7/19 synths}; tables come in this order. */
    private static String position(Progress progress) {
        int position = TABLES.indexOf(progress.table()) + 1;
        return "%2d/%d %s".formatted(position, TABLES.size(), progress.table());
    }

    private static ProgressBar bar(String name, String unit, long rows, TerminalLine line) {
        return new ProgressBarBuilder()
                .setTaskName(name)
                .setInitialMax(rows)
                .setUnit(unit, 1)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(REDRAWN_EVERY_MILLIS)
                .setConsumer(line)
                .showSpeed(new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT)))
                .build();
    }

    private void print(Progress progress) {
        if (progress.rowsTotal() == 0) {
            return;
        }
        double seconds = (System.nanoTime() - began.get(progress.table())) / NANOS_PER_SECOND;
        if (progress.phase() == Progress.Phase.INDEX) {
            lines.printf(
                    Locale.ROOT,
                    "  %-36s %,10d keys and indexes %7.2f s%n",
                    "%-6s %s".formatted(name(progress.phase()), position(progress)),
                    progress.rowsDone(),
                    seconds);
            return;
        }
        lines.printf(
                Locale.ROOT,
                "  %-36s %,10d rows %9.1f kB %7.2f s%n",
                "%-6s %s".formatted(name(progress.phase()), position(progress)),
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
