package io.synthlab.persistence.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.synthlab.persistence.migrations.mover.report.Progress;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressViewTest {
    private static List<String> lines(Progress... reports) {
        StringWriter out = new StringWriter();
        try (ProgressView view = new ProgressView(new PrintWriter(out), false)) {
            for (Progress report : reports) {
                view.progress(report);
            }
        }
        return out.toString().lines().toList();
    }

    private static Progress synths(Progress.Phase phase, long done, long bytes) {
        return new Progress(phase, "synths", done, 2000, bytes);
    }

    @Test
    void a_finished_table_is_one_line() {
        List<String> lines = lines(
                synths(Progress.Phase.COPY, 0, 0),
                synths(Progress.Phase.COPY, 1000, 60_000),
                synths(Progress.Phase.COPY, 2000, 123_456));
        assertEquals(1, lines.size(), lines::toString);
        assertTrue(lines.get(0).matches(" +copy synths +2,000 rows +123\\.5 kB +\\d+\\.\\d\\d s"), lines::toString);
    }

    @Test
    void each_phase_has_its_line() {
        List<String> lines = lines(
                synths(Progress.Phase.SCREEN, 2000, 1),
                synths(Progress.Phase.COPY, 2000, 1),
                synths(Progress.Phase.VERIFY, 2000, 1));
        assertEquals(
                List.of("screen synths", "copy synths", "verify synths"),
                lines.stream().map(line -> line.strip().replaceAll("  .*", "")).toList());
    }

    @Test
    void an_unfinished_or_empty_table_has_no_line() {
        assertEquals(List.of(), lines(synths(Progress.Phase.COPY, 1999, 9)));
        assertEquals(List.of(), lines(new Progress(Progress.Phase.COPY, "transcripts", 0, 0, 0)));
    }
}
