package io.synthlab.persistence.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.synthlab.persistence.migrations.mover.report.Progress;
import io.synthlab.persistence.migrations.mover.report.Progress.Phase;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import org.junit.jupiter.api.Test;

/** Lines where nobody watches, bars where somebody does. */
class ProgressViewTest {
    private static final int WIDTH = 120;

    private final StringWriter lines = new StringWriter();

    private static Progress at(Phase phase, String table, long done, long total) {
        return new Progress(phase, table, done, total, done * 100);
    }

    private List<String> lines(Consumer<ProgressView> move) {
        try (ProgressView view = new ProgressView(new PrintWriter(lines), null)) {
            move.accept(view);
        }
        return lines.toString().lines().toList();
    }

    private String terminal(Consumer<ProgressView> move) {
        ByteArrayOutputStream screen = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(screen, true, StandardCharsets.UTF_8);
        try (ProgressView view =
                new ProgressView(new PrintWriter(lines), () -> new ConsoleProgressBarConsumer(stream, WIDTH))) {
            move.accept(view);
        }
        return screen.toString(StandardCharsets.UTF_8);
    }

    @Test
    void without_a_terminal_there_is_one_line_for_each_table_that_has_rows() {
        List<String> printed = lines(view -> {
            view.progress(at(Phase.SCREEN, "synth_groups", 0, 3));
            view.progress(at(Phase.SCREEN, "synth_groups", 3, 3));
            view.progress(at(Phase.SCREEN, "synths", 0, 0));
            view.progress(at(Phase.COPY, "synths", 0, 12_345));
            view.progress(at(Phase.COPY, "synths", 1024, 12_345));
            view.progress(at(Phase.COPY, "synths", 12_345, 12_345));
            view.progress(at(Phase.INDEX, "synths", 5, 5));
            view.progress(at(Phase.VERIFY, "assumption_log", 0, 1));
            view.progress(at(Phase.VERIFY, "assumption_log", 1, 1));
        });
        assertEquals(4, printed.size(), printed::toString);
        assertTrue(
                printed.get(0).matches("  screen  1/19 synth_groups +3 rows +0\\.3 kB +[0-9]+\\.[0-9]{2} s"),
                printed.get(0));
        assertTrue(
                printed.get(1).matches("  copy    2/19 synths +12,345 rows +1234\\.5 kB +[0-9.]+ s"), printed.get(1));
        assertTrue(printed.get(2).matches("  index   2/19 synths +5 keys and indexes +[0-9.]+ s"), printed.get(2));
        assertTrue(printed.get(3).startsWith("  verify 19/19 assumption_log "), printed.get(3));
    }

    @Test
    void on_a_terminal_a_bar_shows_share_rate_and_time() {
        String screen = terminal(view -> {
            view.begins(Phase.COPY, 2048);
            view.progress(at(Phase.COPY, "synths", 0, 2048));
            view.progress(at(Phase.COPY, "synths", 1024, 2048));
        });
        assertTrue(screen.contains("copy "), screen);
        assertTrue(screen.contains(" 2/19 synths"), screen);
        assertTrue(screen.contains(" 50% ["), screen);
        assertTrue(screen.contains("1024/2048 rows"), screen);
        // elapsed, left, rate
        assertTrue(screen.matches("(?s).*\\(0:00:0[0-9] / [^)]+\\).*"), screen);
        assertTrue(screen.matches("(?s).*[0-9?,]+ rows/s.*"), screen);
        assertEquals("", lines.toString());
    }

    @Test
    void a_pass_over_all_tables_is_one_bar() {
        String screen = terminal(view -> {
            view.begins(Phase.SCREEN, 40);
            view.progress(at(Phase.SCREEN, "synths", 0, 10));
            view.progress(at(Phase.SCREEN, "synths", 10, 10));
            view.progress(at(Phase.SCREEN, "experiments", 0, 30));
            view.progress(at(Phase.SCREEN, "experiments", 10, 30));
            view.begins(Phase.VERIFY, 10);
            view.progress(at(Phase.VERIFY, "synths", 10, 10));
        });
        assertTrue(screen.contains("screen"), screen);
        assertTrue(screen.contains("20/40 rows"), screen);
        assertTrue(screen.contains("verify"), screen);
        assertTrue(screen.contains("100% ["), screen);
    }

    @Test
    void neither_a_finished_nor_a_broken_move_leaves_a_bar_or_a_line_behind() {
        String screen = terminal(view -> {
            view.begins(Phase.SCREEN, 10);
            view.progress(at(Phase.SCREEN, "synths", 10, 10));
            view.begins(Phase.COPY, 20);
            view.progress(at(Phase.COPY, "synths", 10, 10));
            view.progress(at(Phase.COPY, "experiments", 0, 10));
        });
        assertFalse(screen.contains("\n"), screen);
        assertEquals(" ".repeat(WIDTH), visible(screen));
    }

    /** What is on the line in the end, if each carriage return starts to write over it. */
    private static String visible(String screen) {
        StringBuilder line = new StringBuilder();
        for (String drawn : screen.split("\r")) {
            line.replace(0, Math.min(drawn.length(), line.length()), drawn);
        }
        return line.toString();
    }
}
