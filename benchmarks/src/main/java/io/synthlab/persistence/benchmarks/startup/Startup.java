package io.synthlab.persistence.benchmarks.startup;

import io.synthlab.persistence.DatabaseKind;
import io.synthlab.persistence.benchmarks.Spread;
import io.synthlab.persistence.benchmarks.jvm.FreshJvm;
import io.synthlab.persistence.benchmarks.jvm.Steps;
import io.synthlab.persistence.testkit.TestDatabase;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/**
 * Starts fresh JVMs in turn and compares their times.
 *
 * @param rounds how many JVMs of each kind
 * @param options options of each JVM
 */
public record Startup(int rounds, List<String> options) {
    private static final double TARGET = 1.25;

    /**
     * Measures on one kind of database.
     *
     * @param kind which
     * @return a report
     * @throws IOException if a JVM cannot be started or fails
     * @throws InterruptedException if the thread was interrupted
     */
    public String measure(DatabaseKind kind) throws IOException, InterruptedException {
        FreshJvm jvm = new FreshJvm(options);
        Steps bare = Steps.millis();
        Steps library = Steps.millis();
        Steps parts = Steps.millis();
        try (TestDatabase database = TestDatabase.migrated(kind)) {
            for (int round = 0; round < rounds; round++) {
                jvm.run(BareStart.class, database.url(), bare);
                jvm.run(LibraryStart.class, database.url(), library);
                jvm.run(PartsStart.class, database.url(), parts);
            }
        }
        return report(kind, bare, library, parts);
    }

    private static String report(DatabaseKind kind, Steps bare, Steps library, Steps parts) {
        Spread answered = library.until("first answer");
        StringBuilder text = new StringBuilder();
        line(text, "%n## Start on %s, milliseconds, median (min - max)%n", kind.displayName());
        line(
                text,
                "bare pool + session factory           %s%n",
                bare.until("session factory").text(0));
        line(
                text,
                "bare, to its first answer             %s%n",
                bare.until("first answer").text(0));
        line(text, "library, open to first answer, jpa    %s%n", answered.text(0));
        double ratio = answered.median() / bare.until("session factory").median();
        line(text, "ratio to bare pool + session factory  %.2f (target %.2f: %s)%n", ratio, TARGET, met(ratio));
        line(
                text,
                "ratio to bare with its first answer   %.2f%n",
                answered.median() / bare.until("first answer").median());
        line(text, "where it goes: bare   %s%n", bare.medians(0));
        line(text, "               library %s%n", library.medians(0));
        line(text, "               parts  %s%n", parts.medians(0));
        return text.toString();
    }

    private static void line(StringBuilder text, String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values));
    }

    private static String met(double ratio) {
        return ratio <= TARGET ? "met" : "missed";
    }
}
