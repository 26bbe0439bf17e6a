package io.synthlab.persistence.benchmarks.startup;

import io.synthlab.persistence.DatabaseUrl;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Starts a program in a JVM of its own.
 *
 * @param options options of the JVM
 */
record FreshJvm(List<String> options) {
    private static final long DEADLINE_SECONDS = 120;

    /** Runs a program once and adds what it prints. */
    void run(Class<?> program, DatabaseUrl url, Steps steps) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-Dorg.jboss.logging.provider=slf4j", "-Dorg.slf4j.simpleLogger.defaultLogLevel=error"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName(), url.jdbcUrl()));
        command.add(url.user() == null ? "" : url.user());
        command.add(url.password() == null ? "" : url.password());
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(DEADLINE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IOException(program.getSimpleName() + " failed; see above");
        }
        printed.lines().filter(line -> line.startsWith(Marks.LINE)).forEach(steps::add);
    }
}
