package io.synthlab.persistence.cli;

import io.synthlab.persistence.DatabaseUrl;
import io.synthlab.persistence.PersistenceConfig;
import io.synthlab.persistence.error.ConfigurationException;
import io.synthlab.persistence.internal.connect.SqliteFile;
import io.synthlab.persistence.migrations.Schema;
import io.synthlab.persistence.migrations.SchemaStatus;
import io.synthlab.persistence.migrations.mover.DataMover;
import io.synthlab.persistence.migrations.mover.MoveRequest;
import io.synthlab.persistence.migrations.mover.report.CopyReport;
import io.synthlab.persistence.migrations.mover.report.VerifyReport;
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
        synopsisSubcommandLabel = "COMMAND")
final class DataCommand {
    private static final int LARGEST_LIMIT = 100_000;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    /** Options of every data command. */
    static final class Options {
        @Option(
                names = "--from",
                required = true,
                paramLabel = "URL",
                description = "SQLite file of version 15; never written to")
        @SuppressWarnings("NullAway.Init") // set by picocli
        private String from;

        @Option(
                names = "--to",
                required = true,
                paramLabel = "URL",
                description = "PostgreSQL, or embedded:DIR for an embedded one that keeps its data in DIR")
        @SuppressWarnings("NullAway.Init") // set by picocli
        private String to;

        @Option(
                names = "--source-frozen",
                description = "read the file itself; only if nothing writes to it meanwhile (default: a private copy,"
                        + " for which nobody has to stop)")
        private boolean frozen;

        @Option(
                names = "--work-directory",
                paramLabel = "DIR",
                description = "existing directory for the private copy, which takes as much room as the file and is"
                        + " deleted at the end (default: the one for temporary files)")
        private @Nullable Path workDirectory;

        @Option(names = "--json", description = "print one JSON object, and no progress (default: lines)")
        private boolean json;

        @Option(
                names = "--limit",
                paramLabel = "N",
                description = "problems, and differences per table, to name; the rest is counted (default: "
                        + MoveRequest.DEFAULT_PROBLEM_LIMIT + " and " + MoveRequest.DEFAULT_DIFFERENCE_LIMIT + ")")
        private @Nullable Integer limit;

        /** Finds out what is wrong with the call and the file before a server is started or a schema made. */
        private void check() {
            if (DatabaseAddress.isForOneRun(to)) {
                throw new ConfigurationException("--to embedded would throw the rows away at the end of this run;"
                        + " use embedded:DIR to keep them in a directory");
            }
            if (limit != null && (limit < 1 || limit > LARGEST_LIMIT)) {
                throw new ConfigurationException("--limit must be 1-" + LARGEST_LIMIT + " but was " + limit);
            }
            String file = DatabaseUrl.parse(from).sqlitePath();
            if (file == null) {
                throw new ConfigurationException(
                        "--from must be a SQLite file but is PostgreSQL; use sqlite:////path or jdbc:sqlite:path");
            }
            SqliteFile.requireDatabase(file);
        }

        private MoveRequest request(PersistenceConfig target) {
            MoveRequest request =
                    MoveRequest.of(DatabaseUrl.parse(from), target).withSourceFrozen(frozen);
            if (workDirectory != null) {
                request = request.withWorkDirectory(workDirectory);
            }
            return limit == null ? request : request.withLimits(limit, limit);
        }

        /** Opens the target once everything else is known to be right. */
        private DatabaseAddress target() {
            check();
            return DatabaseAddress.open(to);
        }
    }

    @Command(
            name = "copy",
            description = {
                "Copies all 19 tables, all or nothing, from a private copy of the live file.",
                "An empty target is migrated first. A row that does not fit stops the copy: the error names it, nothing"
                        + " is written."
            })
    int copy(@Mixin Options options) {
        try (DatabaseAddress target = options.target()) {
            PersistenceConfig config = target.config().build();
            MoveRequest request = options.request(config);
            migrateIfEmpty(config, options);
            CopyReport report;
            try (ProgressView progress = progress(options)) {
                report = DataMover.copy(request, progress);
            }
            MoveReports.print(report, out(), options.json);
            return ExitCode.DONE;
        }
    }

    @Command(
            name = "verify",
            description = {
                "Compares every value of every row on both sides. Exit code 1 if anything differs.",
                "What was written to the file since the copy shows as a difference."
            })
    int verify(
            @Mixin Options options,
            @Option(
                            names = "--show-values",
                            description = "print differing values, which are stored text (default: the place only)")
                    boolean showValues) {
        try (DatabaseAddress target = options.target()) {
            MoveRequest request = options.request(target.config().build()).withShowValues(showValues);
            VerifyReport report;
            try (ProgressView progress = progress(options)) {
                report = DataMover.verify(request, progress);
            }
            return MoveReports.print(report, out(), options.json) ? ExitCode.DONE : ExitCode.NOT_EQUAL;
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
        return options.json
                ? new ProgressView(new PrintWriter(PrintWriter.nullWriter()), null)
                : ProgressView.on(out());
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
