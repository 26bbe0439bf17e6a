package io.synthlab.persistence.benchmarks;

import io.synthlab.persistence.DatabaseKind;
import io.synthlab.persistence.benchmarks.move.MoveBenchmark;
import io.synthlab.persistence.benchmarks.startup.SchemaTimes;
import io.synthlab.persistence.benchmarks.startup.Startup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.openjdk.jmh.runner.RunnerException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Command line {@code benchmarks/run}. */
@Command(
        name = "benchmarks/run",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Measures both implementations beside plain JDBC, in turn, and prints ratios of their medians.",
            "A ratio is the median over all rounds; min and max are of single rounds. Keep the machine quiet.",
            "PostgreSQL is the test kit's server (SYNTHLAB_TEST_POSTGRES_URL names another) in memory and without fsync,"
                    + " SQLite a file in the temporary directory in WAL mode with synchronous=NORMAL: a commit waits for"
                    + " no disk, so that nothing hides what the implementations cost."
        })
final class Main implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--operation",
            split = ",",
            description = "Measure only these, separated by commas: ${COMPLETION-CANDIDATES}. Default: all.")
    private List<Operation> operations = List.of(Operation.values());

    @Option(
            names = "--database",
            split = ",",
            description = "Measure only there: ${COMPLETION-CANDIDATES}. Default: both.")
    private List<DatabaseKind> databases = List.of(DatabaseKind.values());

    @Option(names = "--rounds", description = "Turns of each contender in one JVM. Default: ${DEFAULT-VALUE}.")
    private int rounds = 11;

    @Option(
            names = "--forks",
            description =
                    "JVMs for each operation and database, whose rounds are put together. Default: ${DEFAULT-VALUE}.")
    private int forks = 1;

    @Option(
            names = "--quick",
            description = "Warm up for a moment and measure shortly: shows that it works; the figures mean nothing.")
    private boolean quick;

    @Option(
            names = "--startup",
            description = {
                "Instead of operations, measure the way from nothing to the first answer in fresh JVMs, beside a bare pool"
                        + " and session factory. Takes --database and --rounds, and --c1 for the first compiler alone."
            })
    private boolean startup;

    @Option(
            names = "--schema",
            description =
                    "Instead of operations, measure migrating an empty database, finding nothing to do and checking,"
                            + " in fresh JVMs. Takes --database, --rounds and --c1.")
    private boolean schema;

    @Option(
            names = "--move",
            paramLabel = "SCALE",
            description = {
                "Instead of operations, move a source of that scale (40 is about 1 GB): by the mover with 256 MB of heap, by one"
                        + " COPY stream of ready files, and by pgloader if it is installed. Takes --rounds and --jobs."
            })
    private Double move;

    @Option(names = "--jobs", description = "With --move: connections of the mover. Default: ${DEFAULT-VALUE}.")
    private int jobs = 2;

    @Option(names = "--c1", description = "With --startup or --schema: JVMs with -XX:TieredStopAtLevel=1.")
    private boolean c1;

    @Option(
            names = "--profile",
            paramLabel = "DIR",
            description = {
                "Instead of measuring, record where the time goes, with Java's flight recorder, and print µs per call by"
                        + " layer and method. Recordings stay in DIR, a new directory."
            })
    private Path profiles;

    /**
     * Runs the command line.
     *
     * @param arguments see {@code --help}
     */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Main()).execute(arguments));
    }

    @Override
    public Integer call() throws RunnerException, IOException, InterruptedException, SQLException {
        require(rounds > 0, "--rounds must be 1 or more");
        require(forks > 0, "--forks must be 1 or more");
        require(!(startup && schema), "choose one of --startup and --schema");
        require(profiles == null || Files.notExists(profiles), "--profile must name a directory that is not there yet");
        if (move != null) {
            move();
            return CommandLine.ExitCode.OK;
        }
        if (startup || schema) {
            start();
            return CommandLine.ExitCode.OK;
        }
        Runs runs = new Runs(rounds, forks, quick);
        if (profiles == null) {
            measure(runs);
        } else {
            profile(runs);
        }
        if (quick) {
            System.out.println("A quick run: the compiler was not done. Do not rely on these figures.");
        }
        return CommandLine.ExitCode.OK;
    }

    private void start() throws IOException, InterruptedException {
        List<String> options = c1 ? List.of("-XX:TieredStopAtLevel=1") : List.of();
        for (DatabaseKind database : databases) {
            int jvms = quick ? 1 : rounds;
            System.out.print(
                    schema
                            ? new SchemaTimes(jvms, options).measure(database)
                            : new Startup(jvms, options).measure(database));
        }
    }

    private void move() throws IOException, InterruptedException, SQLException {
        Path directory = Files.createTempDirectory("synthlab-move-");
        try {
            System.out.print(new MoveBenchmark(move, quick ? 1 : rounds, jobs).measure(directory));
        } finally {
            try (Stream<Path> files = Files.walk(directory)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private void require(boolean right, String rule) {
        if (!right) {
            throw new CommandLine.ParameterException(spec.commandLine(), rule);
        }
    }

    /** Row by row, so that an error in the end does not take the first ones away. */
    private void measure(Runs runs) throws RunnerException {
        System.out.print(RatioTable.HEAD);
        for (Operation operation : operations) {
            for (DatabaseKind database : databases) {
                tell("measuring", operation, database);
                System.out.print(RatioTable.row(runs.measure(operation, database)));
            }
        }
    }

    private void profile(Runs runs) throws RunnerException, IOException {
        for (Operation operation : operations) {
            for (DatabaseKind database : databases) {
                tell("recording", operation, database);
                Map<Contender, Profile> recorded = new EnumMap<>(Contender.class);
                for (Contender contender : Contender.values()) {
                    Path directory = profiles.resolve(operation + "-" + database + "-" + contender);
                    Files.createDirectories(directory);
                    recorded.put(contender, runs.profile(operation, database, contender, directory));
                }
                System.out.printf("%n## %s on %s%n%n", operation.title(), database.displayName());
                System.out.print(ProfileTable.of(recorded));
            }
        }
    }

    private static void tell(String what, Operation operation, DatabaseKind database) {
        System.err.printf("%s: %s on %s ...%n", what, operation.title(), database.displayName());
    }
}
