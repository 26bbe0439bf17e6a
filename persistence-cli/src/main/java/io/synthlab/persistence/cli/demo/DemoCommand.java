package io.synthlab.persistence.cli.demo;

import io.synthlab.persistence.cli.DatabaseAddress;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code synthlab-db demo}: the main job on a sample, on embedded PostgreSQL. */
@Command(
        name = "demo",
        description = {
            "Shows the whole way on a sample: a legacy file is moved, proved, and used while repositories are switched.",
            "Makes a sample legacy database, moves it to an embedded PostgreSQL, proves the move, and then reads and"
                    + " writes through the repositories while it switches each to the other implementation and back."
        },
        mixinStandardHelpOptions = true)
public final class DemoCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(
            names = "--scale",
            paramLabel = "N",
            defaultValue = "0.2",
            description = "size of the sample; 1 is about 1,000 synths (default ${DEFAULT-VALUE})")
    private double scale;

    @Option(
            names = "--keep",
            paramLabel = "DIR",
            description =
                    "empty or missing directory for the sample and the server's data; default: deleted at the end")
    private @Nullable Path keep;

    /** For picocli. */
    public DemoCommand() {}

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        Path directory = keep == null ? Files.createTempDirectory("synthlab-demo") : Files.createDirectories(keep);
        String server = keep == null ? "embedded" : "embedded:" + directory.resolve("postgresql");
        try {
            Narrator narrator = new Narrator(out);
            Path sample = MoveDemo.createSample(narrator, directory.resolve("legacy.db"), scale);
            narrator.step("Start a real PostgreSQL, embedded, without Docker");
            try (DatabaseAddress target = DatabaseAddress.open(server)) {
                narrator.say("%s", target.server().orElseThrow());
                MoveDemo.move(narrator, sample, target.config().build());
                new SwitchDemo(narrator, target).run();
            }
            narrator.end();
            return 0;
        } finally {
            if (keep == null) {
                delete(directory);
            }
        }
    }

    private static void delete(Path directory) throws IOException {
        List<Path> paths;
        try (Stream<Path> tree = Files.walk(directory)) {
            paths = tree.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : paths) {
            Files.deleteIfExists(path);
        }
    }
}
