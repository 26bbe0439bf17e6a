package io.synthlab.persistence.cli;

import io.synthlab.persistence.JsonValue;
import io.synthlab.persistence.cli.generate.CheckCommand;
import io.synthlab.persistence.cli.generate.GenerateCommand;
import io.synthlab.persistence.migrations.BaselineOptions;
import io.synthlab.persistence.migrations.BaselineReport;
import io.synthlab.persistence.migrations.MigrationPlan;
import io.synthlab.persistence.migrations.RollbackOptions;
import io.synthlab.persistence.migrations.RollbackPlan;
import io.synthlab.persistence.migrations.Schema;
import io.synthlab.persistence.migrations.SchemaStatus;
import io.synthlab.persistence.migrations.SchemaVersion;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code synthlab-db schema …}: where a schema stands, and how it gets where it should be. */
@Command(
        name = "schema",
        description =
                "Looks at the schema of a database, migrates it up and down, or takes over a file of the original.",
        subcommands = {CheckCommand.class, GenerateCommand.class},
        synopsisSubcommandLabel = "COMMAND")
final class SchemaCommand {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Command(
            name = "status",
            description =
                    "Says where the schema stands, how it drifted and what to do. Exit code 1 if it is not as it should be.")
    int status(@Mixin DatabaseOptions options) {
        try (DatabaseAddress address = options.open()) {
            SchemaStatus status = Schema.of(address.config().build()).status();
            if (options.json()) {
                out().println(json(status));
            } else {
                out().println(address.url() + ": " + status.message());
                versions(status.installed());
                versions(status.pending());
                status.remedy().ifPresent(remedy -> out().println("To do: " + remedy));
                status.drift().forEach(difference -> out().println("Drift: " + difference));
            }
            boolean sound = status.isCurrent() && status.drift().isEmpty();
            return sound ? ExitCode.DONE : ExitCode.NOT_EQUAL;
        }
    }

    @Command(
            name = "migrate",
            description = {
                "Applies every version that is missing, all or nothing. Creates a SQLite file if there is none.",
                "After each version the database is compared with what it should have become."
            })
    int migrate(
            @Mixin DatabaseOptions options,
            @Option(names = "--to", paramLabel = "V", description = "stop at version V (default: the newest)") @Nullable
                    String target,
            @Option(
                            names = "--dry-run",
                            description = "print the SQL that would run and change nothing (default: run it)")
                    boolean dryRun) {
        try (DatabaseAddress address = options.open()) {
            Schema schema = Schema.of(address.config().build());
            if (dryRun) {
                MigrationPlan plan = target == null ? schema.planMigration() : schema.planMigration(target);
                script("apply", plan.versions(), plan.statements(), options.json());
                return ExitCode.DONE;
            }
            List<SchemaVersion> applied = target == null ? schema.migrate() : schema.migrate(target);
            if (options.json()) {
                out().println(JsonValue.of(Map.of(
                        "applied", applied.stream().map(SchemaCommand::json).toList())));
            } else {
                out().println(applied.isEmpty() ? "Nothing to do: the schema is there." : "Applied:");
                versions(applied);
            }
            return ExitCode.DONE;
        }
    }

    @Command(
            name = "rollback",
            description = {
                "Undoes versions by their undo scripts, newest first, each in one transaction with its history entry.",
                "Rows that would be destroyed are counted and told first, and destroyed with --yes only.",
                "Interrupted, it has undone some versions whole; run again, it goes on."
            })
    int rollback(
            @Mixin DatabaseOptions options,
            @ArgGroup(multiplicity = "1") HowFar howFar,
            @Option(
                            names = "--yes",
                            description =
                                    "destroy the rows that stand in tables or columns to be dropped (default: refuse to)")
                    boolean yes,
            @Option(
                            names = "--dry-run",
                            description = "print the SQL that would run and change nothing (default: run it)")
                    boolean dryRun) {
        try (DatabaseAddress address = options.open()) {
            Schema schema = Schema.of(address.config().build());
            RollbackPlan plan = schema.planRollback(howFar.options());
            if (!options.json()) {
                plan.losses().forEach(loss -> out().println("Destroys: " + loss.rows() + " rows of " + loss.what()));
            }
            if (dryRun) {
                script("undo", plan.versions(), plan.statements(), options.json());
                return ExitCode.DONE;
            }
            RollbackOptions wanted = howFar.options();
            RollbackPlan done = schema.rollback(yes ? wanted.acceptingLoss() : wanted);
            if (options.json()) {
                out().println(json("undone", done));
            } else {
                out().println(done.versions().isEmpty() ? "Nothing to do: no newer version is there." : "Undone:");
                done.versions()
                        .forEach(version -> out().println("  V" + version.version() + " " + version.description()));
            }
            return ExitCode.DONE;
        }
    }

    /** How far to roll back. */
    static final class HowFar {
        @Option(
                names = "--to",
                paramLabel = "V",
                description = "undo every version above V; 0 for all (default: what --steps says)")
        private @Nullable String target;

        @Option(
                names = "--steps",
                paramLabel = "N",
                description = "undo the N newest versions (default: what --to says)")
        private int steps;

        RollbackOptions options() {
            return target == null ? RollbackOptions.ofSteps(steps) : RollbackOptions.to(target);
        }
    }

    /** Prints a script that a person or a program can run. */
    private void script(String verb, List<SchemaVersion> versions, List<String> statements, boolean json) {
        if (json) {
            out().println(JsonValue.of(
                    Map.of(verb, versions.stream().map(SchemaCommand::json).toList(), "statements", statements)));
            return;
        }
        String numbers =
                versions.stream().map(version -> "V" + version.version()).collect(Collectors.joining(", "));
        out().println("-- " + (versions.isEmpty() ? "nothing to do" : "would " + verb + " " + numbers));
        statements.forEach(statement -> out().println(statement + ";"));
    }

    private static JsonValue json(String verb, RollbackPlan plan) {
        Map<String, Object> lost = new LinkedHashMap<>();
        plan.losses().forEach(loss -> lost.put(loss.what(), loss.rows()));
        return JsonValue.of(Map.of(
                verb, plan.versions().stream().map(SchemaVersion::version).toList(), "rows_destroyed", lost));
    }

    @Command(
            name = "baseline",
            description = {
                "Takes over a SQLite file of the original, versions 7 to 15, in place; rows stay as they are.",
                "A verified backup is written first; its path is printed."
            })
    int baseline(
            @Mixin DatabaseOptions options,
            @Option(
                            names = "--backup-directory",
                            paramLabel = "DIR",
                            description = "existing directory for the backup, which takes as much room as the file"
                                    + " (default: beside the file)")
                    @Nullable
                    Path backups,
            @Option(
                            names = "--repair",
                            description =
                                    "give tables that differ from version 15 its definitions; rows stay, and so do"
                                            + " columns and tables of others (default: tell what differs)")
                    boolean repair) {
        try (DatabaseAddress address = options.open()) {
            BaselineOptions where = backups == null
                    ? BaselineOptions.defaults()
                    : BaselineOptions.defaults().withBackupDirectory(backups);
            BaselineReport report = Schema.of(address.config().build()).baseline(repair ? where.repairing() : where);
            if (options.json()) {
                out().println(json(report));
            } else {
                print(report);
            }
            return ExitCode.DONE;
        }
    }

    private void print(BaselineReport report) {
        out().println("Recognised: " + report.recognised());
        if (report.outcome() == BaselineReport.Outcome.NOTHING_TO_DO) {
            out().println("Nothing to do: the file has a history already.");
            return;
        }
        report.backup().ifPresent(path -> out().println("Backup:     " + path));
        report.addedTables().forEach(table -> out().println("Added:      table " + table));
        report.addedColumns().forEach(column -> out().println("Added:      column " + column));
        report.repaired().forEach(difference -> out().println("Repaired:   " + difference));
        report.tolerated().forEach(difference -> out().println("Left as is: " + difference));
        out().println("To do:      synthlab-db schema migrate, which brings it from version 1 to the newest");
    }

    private void versions(List<SchemaVersion> versions) {
        for (SchemaVersion version : versions) {
            out().println("  V" + version.version() + " " + version.description() + ": "
                    + version.state().name().toLowerCase(Locale.ROOT));
        }
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private static JsonValue json(SchemaStatus status) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("state", status.state().name().toLowerCase(Locale.ROOT));
        members.put("expected_version", status.expectedVersion());
        members.put(
                "installed",
                status.installed().stream().map(SchemaCommand::json).toList());
        members.put(
                "pending", status.pending().stream().map(SchemaCommand::json).toList());
        members.put("message", status.message());
        members.put("remedy", status.remedy().orElse(null));
        members.put("drift", status.drift());
        return JsonValue.of(members);
    }

    private static JsonValue json(SchemaVersion version) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("version", version.version());
        members.put("description", version.description());
        members.put("state", version.state().name().toLowerCase(Locale.ROOT));
        members.put("installed_on", version.installedOn().map(Object::toString).orElse(null));
        return JsonValue.of(members);
    }

    private static JsonValue json(BaselineReport report) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("outcome", report.outcome().name().toLowerCase(Locale.ROOT));
        members.put("recognised", report.recognised());
        members.put("added_tables", report.addedTables());
        members.put("added_columns", report.addedColumns());
        members.put("repaired", report.repaired());
        members.put("tolerated", report.tolerated());
        members.put("backup", report.backup().map(Path::toString).orElse(null));
        return JsonValue.of(members);
    }
}
