package io.synthlab.persistence.cli.demo;

import io.synthlab.persistence.cli.DatabaseAddress;
import io.synthlab.persistence.testkit.legacy.LegacyDatabase;
import io.synthlab.persistence.testkit.legacy.LegacyOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
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
        })
public final class DemoCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(
            names = "--scale",
            paramLabel = "N",
            defaultValue = "0.2",
            description = "size of the sample, up to " + LegacyOptions.MAX_SCALE
                    + "; 1 is about 1,000 synths (default: ${DEFAULT-VALUE})")
    private double scale;

    @Option(
            names = "--keep",
            paramLabel = "DIR",
            description = "empty or missing directory for the sample and the server's data, kept in it for you to look"
                    + " at (default: both are deleted at the end)")
    private @Nullable Path keep;

    /** For picocli. */
    public DemoCommand() {}

    @Override
    public Integer call() throws IOException {
        LegacyOptions options = LegacyDatabase.options().withScale(scale);
        Narrator narrator = new Narrator(spec.commandLine().getOut());
        try (DemoDirectory directory = DemoDirectory.open(keep)) {
            Path sample = MoveDemo.createSample(narrator, directory.sample(), options);
            narrator.step("Start a real PostgreSQL, embedded, without Docker");
            try (DatabaseAddress target = DatabaseAddress.open(directory.server())) {
                narrator.say("%s", target.server().orElseThrow());
                MoveDemo.move(narrator, sample, target.config().build());
                new SwitchDemo(narrator, target).run();
            }
        }
        narrator.end();
        return 0;
    }
}
