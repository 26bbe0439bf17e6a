package io.synthlab.persistence.cli;

import io.synthlab.persistence.DatabaseUrl;
import io.synthlab.persistence.JsonValue;
import io.synthlab.persistence.PersistenceConfig;
import io.synthlab.persistence.error.ConfigurationException;
import io.synthlab.persistence.internal.connect.SqliteFile;
import io.synthlab.persistence.migrations.Schema;
import io.synthlab.persistence.migrations.SchemaStatus;
import io.synthlab.persistence.migrations.mover.DataMover;
import io.synthlab.persistence.migrations.mover.MoveRequest;
import io.synthlab.persistence.migrations.mover.report.CopyReport;
import io.synthlab.persistence.migrations.mover.report.MovePlan;
import io.synthlab.persistence.migrations.mover.report.ProgressListener;
import io.synthlab.persistence.migrations.mover.report.VerifyReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code synthlab-db data …}: rows from SQLite to PostgreSQL, and the proof. */
@Command(
        name = "data",
        description = "Copies the rows of a SQLite file into PostgreSQL, and proves that none is lost.",
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
                description = "SQLite file of the original, versions 7, 8 and 10 to 15; never written to")
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
                        + " deleted at the end, or kept for --resume (default: the one for temporary files)")
        private @Nullable Path workDirectory;

        @Option(names = "--json", description = "print one JSON object, and no progress (default: lines)")
        private boolean json;

        @Option(
                names = "--limit",
                paramLabel = "N",
                description =
                        "problems, samples per reason, and differences per table to name; the rest is counted (default: "
                                + MoveRequest.DEFAULT_PROBLEM_LIMIT + " and " + MoveRequest.DEFAULT_DIFFERENCE_LIMIT
                                + ")")
        private @Nullable Integer limit;

        @Option(
                names = "--jobs",
                paramLabel = "N",
                description = "connections that work side by side, 1-64 (default: " + MoveRequest.DEFAULT_JOBS + ")")
        private @Nullable Integer jobs;

        @Option(
                names = "--report",
                paramLabel = "FILE",
                description = "also write the report there, as JSON (default: no file)")
        private @Nullable Path report;

        private void report(JsonValue json) {
            if (report == null) {
                return;
            }
            try {
                Files.writeString(report, json.text() + System.lineSeparator());
            } catch (IOException e) {
                throw new UncheckedIOException("the report cannot be written to " + report, e);
            }
        }

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
            if (jobs != null) {
                request = request.withJobs(jobs);
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
            name = "plan",
            description = {
                "Reads everything, writes nothing, and tells what a copy would do: rows, sizes, what would go to quarantine"
                        + " and why, what has no place in the 19 tables.",
                "Exit code 3 if any row would go to quarantine."
            })
    int plan(@Mixin Options options, @Mixin MoveChoices choices) {
        try (DatabaseAddress target = options.target()) {
            MoveRequest request = options.request(target.config().build()).withOptions(choices.options());
            MovePlan plan = move(options, progress -> DataMover.plan(request, progress));
            MoveReports.print(plan, out(), options.json);
            options.report(MoveReports.json(plan));
            return plan.quarantined() == 0 ? ExitCode.DONE : ExitCode.QUARANTINED;
        }
    }

    @Command(
            name = "copy",
            description = {
                "Copies all 19 tables from a private copy of the live file. An empty target is migrated first.",
                "Every value arrives equal, or its whole row goes to quarantine with the reason: into the schema"
                        + " synthlab_quarantine of the target and into a file. What the 19 tables have no place for goes into"
                        + " the schema synthlab_surplus.",
                "A copy that is cut off goes on with --resume. Exit code 3 if any row went to quarantine."
            })
    int copy(@Mixin Options options, @Mixin MoveChoices choices, @Mixin CopyChoices how) {
        how.check();
        try (DatabaseAddress target = options.target()) {
            PersistenceConfig config = target.config().build();
            MoveRequest request = how.applyTo(options.request(config).withOptions(choices.options()));
            migrateIfEmpty(config, options);
            CopyReport report = move(options, progress -> DataMover.copy(request, progress));
            MoveReports.print(report, out(), options.json);
            options.report(MoveReports.json(report));
            return report.quarantined() == 0 ? ExitCode.DONE : ExitCode.QUARANTINED;
        }
    }

    @Command(
            name = "verify",
            description = {
                "Compares every value of every row on both sides, and the rows in quarantine and beside the tables.",
                "What was written to the file since the copy shows as a difference. Exit code 1 if anything differs, 3 if"
                        + " nothing does and rows are in quarantine."
            })
    int verify(
            @Mixin Options options,
            @Option(
                            names = "--show-values",
                            description = "print differing values, which are stored text (default: the place only)")
                    boolean showValues) {
        try (DatabaseAddress target = options.target()) {
            MoveRequest request = options.request(target.config().build()).withShowValues(showValues);
            VerifyReport report = move(options, progress -> DataMover.verify(request, progress));
            boolean equal = MoveReports.print(report, out(), options.json);
            options.report(MoveReports.json(report));
            return !equal ? ExitCode.NOT_EQUAL : report.quarantined() == 0 ? ExitCode.DONE : ExitCode.QUARANTINED;
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

    private <T> T move(Options options, Function<ProgressListener, T> work) {
        try (ProgressView progress = progress(options)) {
            return EndAtChunk.during(() -> work.apply(progress));
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
