package io.synthlab.persistence.cli;

import io.synthlab.persistence.DatabaseUrl;
import io.synthlab.persistence.PersistenceConfig;
import io.synthlab.persistence.error.ConfigurationException;
import io.synthlab.persistence.migrations.Schema;
import io.synthlab.persistence.migrations.SchemaStatus;
import io.synthlab.persistence.migrations.mover.DataMover;
import io.synthlab.persistence.migrations.mover.MoveRequest;
import io.synthlab.persistence.migrations.mover.report.MoveRefusedException;
import java.io.PrintWriter;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code synthlab-db data …}: rows from SQLite to PostgreSQL, and the proof. */
@Command(
        name = "data",
        description = "Copies the rows of a SQLite file into PostgreSQL, and proves that they are equal.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class DataCommand {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    /** Options of every data command. */
    static final class Options {
        @Option(names = "--from", required = true, paramLabel = "URL", description = "SQLite file; never written to")
        @SuppressWarnings("NullAway.Init") // set by picocli
        private String from;

        @Option(names = "--to", required = true, paramLabel = "URL", description = "PostgreSQL, or embedded:DIR")
        @SuppressWarnings("NullAway.Init") // set by picocli
        private String to;

        @Option(
                names = "--source-frozen",
                description = "nothing writes to the file: read it itself instead of a private copy")
        private boolean frozen;

        @Option(
                names = "--work-directory",
                paramLabel = "DIR",
                description = "where the private copy is made; default: the directory for temporary files")
        private @Nullable Path workDirectory;

        @Option(names = "--json", description = "print the report as JSON")
        private boolean json;

        @Option(
                names = "--limit",
                paramLabel = "N",
                description = "problems, and differences per table, to name; the rest is counted (default "
                        + MoveRequest.DEFAULT_PROBLEM_LIMIT + " and " + MoveRequest.DEFAULT_DIFFERENCE_LIMIT + ")")
        private @Nullable Integer limit;

        private MoveRequest request(PersistenceConfig target) {
            MoveRequest request =
                    MoveRequest.of(DatabaseUrl.parse(from), target).withSourceFrozen(frozen);
            if (workDirectory != null) {
                request = request.withWorkDirectory(workDirectory);
            }
            return limit == null ? request : request.withLimits(limit, limit);
        }
    }

    @Command(
            name = "copy",
            description = {
                "Copies all 19 tables, all or nothing, from a private copy of the live file.",
                "An empty target is migrated first. A row that does not fit stops the copy: the error names it, nothing"
                        + " is written."
            },
            mixinStandardHelpOptions = true)
    int copy(@Mixin Options options) {
        requireNotEmbeddedForOneRun(options.to);
        try (DatabaseAddress target = DatabaseAddress.open(options.to);
                ProgressView progress = progress(options)) {
            PersistenceConfig config = target.config().build();
            MoveRequest request = options.request(config);
            migrateIfEmpty(config, options);
            MoveReports.print(DataMover.copy(request, progress), out(), options.json);
            return ExitCode.DONE;
        } catch (MoveRefusedException e) {
            MoveReports.print(e, spec.commandLine().getErr());
            throw e;
        }
    }

    @Command(
            name = "verify",
            description = {
                "Compares every value of every row on both sides. Exit code 1 if anything differs.",
                "What was written to the file since the copy shows as a difference."
            },
            mixinStandardHelpOptions = true)
    int verify(
            @Mixin Options options,
            @Option(names = "--show-values", description = "print differing values, which are stored text")
                    boolean showValues) {
        requireNotEmbeddedForOneRun(options.to);
        try (DatabaseAddress target = DatabaseAddress.open(options.to);
                ProgressView progress = progress(options)) {
            MoveRequest request = options.request(target.config().build()).withShowValues(showValues);
            boolean equal = MoveReports.print(DataMover.verify(request, progress), out(), options.json);
            return equal ? ExitCode.DONE : ExitCode.NOT_EQUAL;
        }
    }

    private static void requireNotEmbeddedForOneRun(String target) {
        if (target.equals("embedded")) {
            throw new ConfigurationException("--to embedded would throw the rows away at the end of this run;"
                    + " use embedded:DIR to keep them in a directory");
        }
    }

    private void migrateIfEmpty(PersistenceConfig config, Options options) {
        Schema schema = Schema.of(config);
        if (schema.status().state() == SchemaStatus.State.EMPTY) {
            schema.migrate();
            if (!options.json) {
                out().println("The target was empty and has the schema now.");
            }
        }
    }

    private ProgressView progress(Options options) {
        PrintWriter lines = options.json ? new PrintWriter(PrintWriter.nullWriter()) : out();
        return new ProgressView(lines, !options.json && System.console() != null);
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
