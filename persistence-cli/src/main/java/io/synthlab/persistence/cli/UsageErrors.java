package io.synthlab.persistence.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Tells what is wrong with a call, in one line. What was typed may hold a password, so only names are repeated. */
final class UsageErrors {
    private static final Pattern OPTION = Pattern.compile("--?[A-Za-z][A-Za-z-]*");
    private static final Pattern COMMAND = Pattern.compile("[a-z]+");
    private static final Pattern CREDENTIALS = Pattern.compile("://\\S*@");

    private UsageErrors() {}

    static int report(ParameterException error, String[] arguments) {
        CommandLine command = error.getCommandLine();
        command.getErr()
                .println(Main.NAME + ": " + message(error, command, arguments) + "; see: "
                        + command.getCommandSpec().qualifiedName() + " --help");
        return ExitCode.USAGE;
    }

    private static String message(ParameterException error, CommandLine command, String[] arguments) {
        if (error instanceof UnmatchedArgumentException unmatched) {
            return unmatched(unmatched, command, arguments);
        }
        if (error.getClass() == ParameterException.class && isGroup(command)) {
            return "a command is missing, one of "
                    + String.join(", ", command.getSubcommands().keySet());
        }
        String message = String.valueOf(error.getMessage());
        String lower = message.substring(0, 1).toLowerCase(Locale.ROOT) + message.substring(1);
        return CREDENTIALS.matcher(lower).replaceAll("://***@");
    }

    private static String unmatched(UnmatchedArgumentException error, CommandLine command, String[] arguments) {
        String first = error.getUnmatched().get(0);
        String name = first.split("=", 2)[0];
        String what;
        if (OPTION.matcher(name).matches()) {
            what = "unknown option " + name;
        } else if (isGroup(command) && COMMAND.matcher(name).matches()) {
            what = "unknown command " + name;
        } else {
            what = "unexpected argument at position "
                    + (Arrays.asList(arguments).indexOf(first) + 1);
        }
        List<String> nearest = error.getSuggestions();
        return nearest.isEmpty() ? what : what + ", did you mean " + String.join(" or ", nearest) + "?";
    }

    private static boolean isGroup(CommandLine command) {
        return !command.getSubcommands().isEmpty();
    }
}
