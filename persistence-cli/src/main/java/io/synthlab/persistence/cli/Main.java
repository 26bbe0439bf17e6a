package io.synthlab.persistence.cli;

import io.synthlab.persistence.cli.demo.DemoCommand;
import io.synthlab.persistence.error.ConfigurationException;
import io.synthlab.persistence.error.SynthLabException;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;

/** Entry point of {@code synthlab-db}: parse, run, exit code. */
@Command(
        name = "synthlab-db",
        description = "Carries synth-lab databases from SQLite to PostgreSQL and looks after their schema.",
        subcommands = {SchemaCommand.class, DataCommand.class, DemoCommand.class},
        mixinStandardHelpOptions = true,
        version = "synthlab-db 0.1.0-SNAPSHOT",
        synopsisSubcommandLabel = "COMMAND",
        footerHeading = "%nURLs:%n",
        footer = {
            "  postgresql://user:password@host:5432/name   sqlite:///relative/path   sqlite:////absolute/path",
            "  jdbc:postgresql://host/name   jdbc:sqlite:path",
            "  embedded         a real PostgreSQL for this run; its data is gone at the end",
            "  embedded:DIR     the same, with its data kept in DIR",
            "",
            "Exit codes: 0 done; 1 looked at and not equal or not current; 2 wrong call or setting; 4 refused or failed,",
            "with nothing half-written."
        })
public final class Main {
    @Option(names = "--debug", scope = ScopeType.INHERIT, description = "print the stack trace of an error")
    private boolean debug;

    private Main() {}

    /**
     * Runs the command line and ends the process with its exit code.
     *
     * @param arguments see {@code --help}
     */
    public static void main(String[] arguments) {
        System.exit(run(new PrintWriter(System.out, true), new PrintWriter(System.err, true), arguments));
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
        Main main = new Main();
        return new CommandLine(main)
                .setOut(out)
                .setErr(err)
                .setExitCodeExceptionMapper(Main::exitCode)
                .setExecutionExceptionHandler(main::report)
                .setUsageHelpWidth(110)
                .execute(arguments);
    }

    private static int exitCode(Throwable error) {
        return error instanceof ConfigurationException ? ExitCode.USAGE : ExitCode.FAILED;
    }

    /** One line with a remedy; an error that is none of ours keeps its type. */
    private int report(Exception error, CommandLine command, ParseResult result) {
        String message = error instanceof SynthLabException ? error.getMessage() : error.toString();
        command.getErr().println("synthlab-db: " + message);
        if (debug) {
            error.printStackTrace(command.getErr());
        }
        return exitCode(error);
    }
}
