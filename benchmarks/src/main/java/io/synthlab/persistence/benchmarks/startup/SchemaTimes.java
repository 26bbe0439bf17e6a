package io.synthlab.persistence.benchmarks.startup;

import io.synthlab.persistence.DatabaseKind;
import io.synthlab.persistence.benchmarks.jvm.FreshJvm;
import io.synthlab.persistence.benchmarks.jvm.Steps;
import io.synthlab.persistence.migrations.RollbackOptions;
import io.synthlab.persistence.migrations.Schema;
import io.synthlab.persistence.testkit.TestDatabase;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/**
 * Measures schema work in fresh JVMs, where nothing is warm.
 *
 * @param rounds how many JVMs
 * @param options options of each JVM
 */
public record SchemaTimes(int rounds, List<String> options) {
    private static final double FRESH_TARGET = 2000;
    private static final double NOTHING_TARGET = 100;

    /**
     * Measures on one kind of database.
     *
     * @param kind which
     * @return a report
     * @throws IOException if a JVM cannot be started or fails
     * @throws InterruptedException if the thread was interrupted
     */
    public String measure(DatabaseKind kind) throws IOException, InterruptedException {
        Steps steps = Steps.millis();
        try (TestDatabase database = TestDatabase.migrated(kind)) {
            for (int round = 0; round < rounds; round++) {
                Schema.of(database.config().build())
                        .rollback(RollbackOptions.to(RollbackOptions.NOTHING).acceptingLoss());
                new FreshJvm(options).run(SchemaStart.class, database.url(), steps);
            }
        }
        return "\n## Schema on " + kind.displayName() + ", fresh JVMs, milliseconds, median (min - max)\n\n"
                + line(steps, "first connection", "")
                + line(steps, "migrate", target(steps, "migrate", "connection", FRESH_TARGET))
                + line(steps, "connection", "")
                + line(steps, "migrate again", target(steps, "migrate again", "connection", NOTHING_TARGET))
                + line(steps, "check", target(steps, "check", "connection", NOTHING_TARGET));
    }

    private static String line(Steps steps, String step, String remark) {
        return String.format(
                Locale.ROOT, "%-16s  %-20s%s%n", step, steps.of(step).text(0), remark);
    }

    /** Says whether a step, without the connection in it, is as short as it should be. */
    private static String target(Steps steps, String step, String without, double target) {
        double beyond = steps.of(step).median() - steps.of(without).median();
        return String.format(
                Locale.ROOT,
                "%.0f beyond the connection (target %.0f: %s)",
                Math.max(beyond, 0),
                target,
                beyond <= target ? "met" : "missed");
    }
}
