package io.synthlab.persistence.cli;

import io.synthlab.persistence.cli.demo.DemoCommand;
import io.synthlab.persistence.error.ConfigurationException;
import io.synthlab.persistence.error.SynthLabException;
import io.synthlab.persistence.migrations.mover.report.MoveRefusedException;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;

/** Entry point of {@code synthlab-db}: parse, run, exit code. */
@Command(
        name = Main.NAME,
        description = "Carries synth-lab databases from SQLite to PostgreSQL and looks after their schema.",
        subcommands = {SchemaCommand.class, DataCommand.class, DemoCommand.class},
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT, // help, version and footer are the same at every level
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        footerHeading = "%nURLs:%n",
        footer = {
            "  postgresql://user:password@host:5432/name   sqlite:///relative/path   sqlite:////absolute/path",
            "  jdbc:postgresql://host/name   jdbc:sqlite:path",
            "  embedded         a real PostgreSQL for this run; its data is gone at the end",
            "  embedded:DIR     the same, with its data kept in DIR",
            "",
            "Exit codes: 0 done; 1 looked at and not equal or not current; 2 wrong call or setting; 3 done, with rows in",
            "quarantine; 4 refused or failed, with nothing half-written, or a copy that can go on."
        })
public final class Main {
    /** Name of the program. */
    static final String NAME = "synthlab-db";

    @Option(
            names = "--debug",
            scope = ScopeType.INHERIT,
            description = "also print the stack trace of an error (default: the message only)")
    private boolean debug;

    private Main() {}

    /**
     * Runs the command line and ends the process with its exit code.
     *
     * @param arguments see {@code --help}
     */
    public static void main(String[] arguments) {
        // Otherwise Hibernate logs through java.util.logging, past the settings of this program.
        System.getProperties().putIfAbsent("org.jboss.logging.provider", "slf4j");
        int code = run(new PrintWriter(System.out, true), new PrintWriter(System.err, true), arguments);
        EndAtChunk.said();
        System.exit(code);
    }

    /**
     * Runs the command line.
     *
     * @param out where results go
     * @param err where errors go
     * @param arguments see {@code --help}
     * @return exit code
     */
    static int run(PrintWriter out, PrintWriter err, String... arguments) {
        return execute(commandLine(out, err), arguments);
    }

    static int execute(CommandLine command, String... arguments) {
        try {
            return command.execute(arguments);
        } catch (Error e) { // no memory, a class that is missing: the code for differences would be misleading
            command.getErr().println(NAME + ": " + e);
            return ExitCode.FAILED;
        }
    }

    /** Returns the command line, ready to parse and run. */
    static CommandLine commandLine(PrintWriter out, PrintWriter err) {
        Main main = new Main();
        return new CommandLine(main)
                .setOut(out)
                .setErr(err)
                .setParameterExceptionHandler(UsageErrors::report)
                .setExecutionExceptionHandler(main::report)
                .setUsageHelpWidth(110);
    }

    /** One line with a remedy, after the rows that do not fit if there are several; others' errors keep their type. */
    private int report(Exception error, CommandLine command, ParseResult result) {
        PrintWriter err = command.getErr();
        if (error instanceof MoveRefusedException refusal) {
            MoveReports.print(refusal, err);
        }
        err.println(NAME + ": " + message(error));
        if (debug) {
            error.printStackTrace(err);
        }
        return error instanceof ConfigurationException ? ExitCode.USAGE : ExitCode.FAILED;
    }

    private String message(Exception error) {
        if (error instanceof SynthLabException) {
            return String.valueOf(error.getMessage());
        }
        return "unexpected error: " + error + (debug ? "" : "; run again with --debug to see where");
    }
}
