package io.synthlab.persistence.internal.factory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.synthlab.persistence.RepositoryName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several processes write one switches file at the same time. */
class SwitchFileIT {
    private static final int CHANGES = 60;
    private static final List<RepositoryName> ONE_EACH =
            List.of(RepositoryName.SYNTHS, RepositoryName.RESEARCH, RepositoryName.PRFAQS);

    @TempDir
    private Path directory;

    /** A process that changes the line of one repository again and again. */
    static final class Writer {
        private Writer() {}

        public static void main(String[] arguments) throws IOException {
            SwitchFile file = new SwitchFile(Path.of(arguments[0]));
            RepositoryName name = RepositoryName.byText(arguments[1]).orElseThrow();
            for (int number = 1; number <= CHANGES; number++) {
                String state = "p" + number;
                file.change(content -> content.with(name, state));
            }
        }
    }

    @Test
    void noChangeIsLostAndNoReaderSeesHalfOfOne() throws Exception {
        Path path = directory.resolve("switches.properties");
        List<Process> writers = new ArrayList<>();
        for (RepositoryName name : ONE_EACH) {
            writers.add(new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("java.class.path"),
                            Writer.class.getName(),
                            path.toString(),
                            name.text())
                    .inheritIO()
                    .start());
        }
        SwitchFile reader = new SwitchFile(path);
        int lines = 0;
        while (writers.stream().anyMatch(Process::isAlive)) {
            String text = reader.read();
            if (text != null) {
                int now = SwitchFile.parse(text).own().size();
                assertTrue(now >= lines, "a line is gone");
                lines = now;
            }
        }
        for (Process writer : writers) {
            assertTrue(writer.waitFor(60, TimeUnit.SECONDS));
            assertEquals(0, writer.exitValue());
        }
        String last = "p" + CHANGES;
        assertEquals(
                Map.of(RepositoryName.SYNTHS, last, RepositoryName.RESEARCH, last, RepositoryName.PRFAQS, last),
                SwitchFile.parse(Files.readString(path)).own());
    }
}
