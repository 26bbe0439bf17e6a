package io.synthlab.persistence.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.synthlab.persistence.migrations.mover.report.Progress;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Pattern;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import org.junit.jupiter.api.Test;

/** A rate needs a second to be known, so this is no fast test. */
class ProgressBarIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final long ROWS = 1_000_000_000;
    private static final Pattern RATE_AND_TIME_LEFT = Pattern.compile(
            "50% \\[=+ *] +500[0-9]{6}/1000000000 rows \\(0:00:[0-9]{2} / 0:00:[0-9]{2}\\) [0-9]{3},[0-9]{3},[0-9]{3} rows/s");

    @Test
    void a_bar_that_is_watched_for_a_while_shows_rate_and_time_left() {
        ByteArrayOutputStream screen = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(screen, true, StandardCharsets.UTF_8);
        try (ProgressView view = new ProgressView(
                new PrintWriter(PrintWriter.nullWriter()), () -> new ConsoleProgressBarConsumer(stream, 140))) {
            view.begins(Progress.Phase.COPY, ROWS);
            view.progress(at(0));
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            // It is drawn anew only when it has come further.
            for (long done = ROWS / 2; !shows(screen); done++) {
                view.progress(at(done));
                assertTrue(System.nanoTime() < deadline, () -> screen.toString(StandardCharsets.UTF_8));
            }
        }
    }

    private static Progress at(long done) {
        return new Progress(Progress.Phase.COPY, "synth_outcomes", done, ROWS, done);
    }

    private static boolean shows(ByteArrayOutputStream screen) {
        return RATE_AND_TIME_LEFT
                .matcher(screen.toString(StandardCharsets.UTF_8))
                .find();
    }
}
