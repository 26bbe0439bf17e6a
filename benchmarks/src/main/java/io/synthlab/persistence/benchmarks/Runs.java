package io.synthlab.persistence.benchmarks;

import io.synthlab.persistence.DatabaseKind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Objects;
import org.openjdk.jmh.profile.JavaFlightRecorderProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Has JMH run {@link OperationBenchmark}, each time in a JVM of its own.
 *
 * @param rounds turns that each contender gets in each JVM
 * @param forks how many JVMs one after the other
 * @param quick whether to warm up for a moment only: shows that everything works, and no figure to rely on
 */
record Runs(int rounds, int forks, boolean quick) {
    private static final int QUICK_CALLS_SHARE = 50;
    private static final int QUICK_TIME_SHARE = 10;
    /** One round: after the calls of {@link OperationBenchmark#open()} only JMH's own loop is cold. */
    private static final int WARM_UPS = Turns.ROUND;

    private static final TimeValue PROFILE_TIME = TimeValue.seconds(20);
    private static final String SETTINGS = "sampling.jfc";

    /** Measures an operation. */
    Measurement measure(Operation operation, DatabaseKind database) throws RunnerException {
        RunResult result = run(options(operation, database, Turns.ALL)
                .forks(forks)
                .warmupIterations(WARM_UPS)
                .measurementIterations(rounds * Turns.ROUND)
                .measurementTime(iteration(operation)));
        return Measurement.of(operation, database, result, WARM_UPS);
    }

    /** Records where the time of one contender goes, by Java's flight recorder. */
    Profile profile(Operation operation, DatabaseKind database, Contender contender, Path directory)
            throws RunnerException, IOException {
        Path settings = directory.resolve(SETTINGS);
        try (InputStream resource = Objects.requireNonNull(Runs.class.getResourceAsStream(SETTINGS))) {
            Files.copy(resource, settings);
        }
        RunResult result = run(options(operation, database, Turns.only(contender))
                .forks(1)
                .warmupIterations(1)
                .measurementIterations(1)
                .measurementTime(PROFILE_TIME)
                .addProfiler(
                        JavaFlightRecorderProfiler.class,
                        "configName=%s;dir=%s".formatted(settings.toAbsolutePath(), directory.toAbsolutePath())));
        return Profile.read(directory, result);
    }

    private ChainedOptionsBuilder options(Operation operation, DatabaseKind database, Turns turns) {
        return new OptionsBuilder()
                .include(OperationBenchmark.class.getName())
                .param("operation", operation.name())
                .param("database", database.name())
                .param("turns", turns.name())
                .param("warmUpCalls", Integer.toString(calls(operation)))
                .warmupTime(iteration(operation))
                .verbosity(VerboseMode.SILENT)
                .shouldFailOnError(true)
                .shouldDoGC(true)
                .jvmArgsAppend(
                        "-Xms1g",
                        "-Xmx1g",
                        "-Dorg.jboss.logging.provider=slf4j",
                        "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn");
    }

    private TimeValue iteration(Operation operation) {
        return TimeValue.milliseconds(operation.iteration().toMillis() / (quick ? QUICK_TIME_SHARE : 1));
    }

    private int calls(Operation operation) {
        return Math.max(1, operation.warmUpCalls() / (quick ? QUICK_CALLS_SHARE : 1));
    }

    private static RunResult run(ChainedOptionsBuilder options) throws RunnerException {
        Collection<RunResult> results = new Runner(options.build()).run();
        return results.iterator().next();
    }
}
