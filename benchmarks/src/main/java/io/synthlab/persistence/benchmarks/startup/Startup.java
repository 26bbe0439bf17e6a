package io.synthlab.persistence.benchmarks.startup;

import io.synthlab.persistence.DatabaseKind;
import io.synthlab.persistence.DatabaseUrl;
import io.synthlab.persistence.testkit.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Starts fresh JVMs in turn and compares their times.
 *
 * @param rounds how many JVMs of each kind
 * @param options options of each JVM
 */
public record Startup(int rounds, List<String> options) {
    private static final long DEADLINE_SECONDS = 120;
    private static final double TARGET = 1.25;

    /** Steps of the JVMs of one kind, in milliseconds, a value for each round. */
    private record Steps(Map<String, List<Double>> values) {
        Steps() {
            this(new LinkedHashMap<>());
        }

        void add(String line) {
            String[] mark = line.substring(Marks.LINE.length()).split("=", 2);
            values.computeIfAbsent(mark[0], step -> new ArrayList<>()).add(Long.parseLong(mark[1]) / 1e6);
        }

        /** Returns the sum of the steps up to one, of each round. */
        List<Double> until(String last) {
            List<Double> sums =
                    new ArrayList<>(Collections.nCopies(values.get(last).size(), 0.0));
            for (Map.Entry<String, List<Double>> step : values.entrySet()) {
                for (int round = 0; round < sums.size(); round++) {
                    sums.set(round, sums.get(round) + step.getValue().get(round));
                }
                if (step.getKey().equals(last)) {
                    break;
                }
            }
            return sums;
        }
    }

    /**
     * Measures on one kind of database.
     *
     * @param kind which
     * @return a report
     * @throws IOException if a JVM cannot be started or fails
     * @throws InterruptedException if the thread was interrupted
     */
    public String measure(DatabaseKind kind) throws IOException, InterruptedException {
        Steps bare = new Steps();
        Steps library = new Steps();
        Steps parts = new Steps();
        try (TestDatabase database = TestDatabase.migrated(kind)) {
            for (int round = 0; round < rounds; round++) {
                start(BareStart.class, database.url(), bare);
                start(LibraryStart.class, database.url(), library);
                start(PartsStart.class, database.url(), parts);
            }
        }
        return report(kind, bare, library, parts);
    }

    private void start(Class<?> program, DatabaseUrl url, Steps steps) throws IOException, InterruptedException {
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

    private static String report(DatabaseKind kind, Steps bare, Steps library, Steps parts) {
        List<Double> answered = library.until("first answer");
        StringBuilder text = new StringBuilder();
        line(text, "%n## Start on %s, milliseconds, median (min - max)%n", kind.displayName());
        line(text, "bare pool + session factory           %s%n", spread(bare.until("session factory")));
        line(text, "bare, to its first answer             %s%n", spread(bare.until("first answer")));
        line(text, "library, open to first answer, jpa    %s%n", spread(answered));
        double ratio = median(answered) / median(bare.until("session factory"));
        line(text, "ratio to bare pool + session factory  %.2f (target %.2f: %s)%n", ratio, TARGET, met(ratio));
        line(
                text,
                "ratio to bare with its first answer   %.2f%n",
                median(answered) / median(bare.until("first answer")));
        line(text, "where it goes: bare   %s%n", medians(bare));
        line(text, "               library %s%n", medians(library));
        line(text, "               parts  %s%n", medians(parts));
        return text.toString();
    }

    private static void line(StringBuilder text, String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values));
    }

    private static String met(double ratio) {
        return ratio <= TARGET ? "met" : "missed";
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }

    private static String spread(List<Double> values) {
        return String.format(
                Locale.ROOT, "%.0f (%.0f - %.0f)", median(values), Collections.min(values), Collections.max(values));
    }

    private static String medians(Steps steps) {
        List<String> all = new ArrayList<>();
        steps.values().forEach((step, values) -> all.add(String.format(Locale.ROOT, "%s %.0f", step, median(values))));
        return String.join(", ", all);
    }
}
