package io.synthlab.persistence.benchmarks.jvm;

import io.synthlab.persistence.DatabaseUrl;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Starts a program in a JVM of its own.
 *
 * @param options options of the JVM
 */
public record FreshJvm(List<String> options) {
    /**
     * Keeps the options.
     *
     * @param options options of the JVM
     */
    public FreshJvm {
        options = List.copyOf(options);
    }

    /**
     * Runs a program once and adds its {@linkplain Marks marks}.
     *
     * @param program has a main method
     * @param url its first three arguments: JDBC URL, user, password; the last two empty where there are none
     * @param steps where the marks go
     * @param more its other arguments
     * @throws IOException if it cannot be started or fails
     * @throws InterruptedException if the thread was interrupted
     */
    public void run(Class<?> program, DatabaseUrl url, Steps steps, String... more)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-Dorg.jboss.logging.provider=slf4j", "-Dorg.slf4j.simpleLogger.defaultLogLevel=error"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName(), url.jdbcUrl()));
        command.add(url.user() == null ? "" : url.user());
        command.add(url.password() == null ? "" : url.password());
        command.addAll(List.of(more));
        Programs.run(command)
                .lines()
                .filter(line -> line.startsWith(Marks.LINE))
                .forEach(steps::addMark);
    }
}
