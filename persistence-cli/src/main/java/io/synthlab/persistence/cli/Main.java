package io.synthlab.persistence.cli;

import io.synthlab.persistence.cli.demo.DemoCommand;
import io.synthlab.persistence.error.ConfigurationException;
import io.synthlab.persistence.error.SynthLabException;
import java.io.PrintWriter;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
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
    private static final Pattern CREDENTIALS = Pattern.compile("://\\S*@");

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
                .setParameterExceptionHandler(Main::reportUsage)
                .setExecutionExceptionHandler(main::report)
                .setUsageHelpWidth(110)
                .execute(arguments);
    }

    /** One line; what was typed may be a URL with a password, which is not repeated. */
    private static int reportUsage(ParameterException error, String[] arguments) {
        CommandLine command = error.getCommandLine();
        String message = CREDENTIALS.matcher(String.valueOf(error.getMessage())).replaceAll("://***@");
        command.getErr()
                .println("synthlab-db: " + message + "; see: "
                        + command.getCommandSpec().qualifiedName() + " --help");
        return ExitCode.USAGE;
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
