package io.synthlab.persistence.benchmarks.jvm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs programs to their end. */
public final class Programs {
    private static final long DEADLINE_MINUTES = 60;

    private Programs() {}

    /**
     * Runs a program.
     *
     * @param command the program and its arguments
     * @return what it printed, errors too
     * @throws IOException if it cannot be started, fails, or does not end within an hour
     * @throws InterruptedException if the thread was interrupted; the program has ended
     */
    public static String run(List<String> command) throws IOException, InterruptedException {
        // A file, not a pipe: reading a pipe would wait for ever for a program that hangs.
        Path printed = Files.createTempFile("benchmark", ".out");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(printed.toFile())
                    .start();
            boolean ended;
            try {
                ended = process.waitFor(DEADLINE_MINUTES, TimeUnit.MINUTES);
            } finally {
                process.destroyForcibly();
            }
            if (!ended || process.exitValue() != 0) {
                throw new IOException(command.get(0) + (ended ? " failed: " : " hung: ") + Files.readString(printed));
            }
            return Files.readString(printed);
        } finally {
            Files.deleteIfExists(printed);
        }
    }
}
