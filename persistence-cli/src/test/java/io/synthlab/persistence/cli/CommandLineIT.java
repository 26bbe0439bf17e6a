package io.synthlab.persistence.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.synthlab.persistence.error.CommitOutcomeUnknownException;
import io.synthlab.persistence.error.ConfigurationException;
import io.synthlab.persistence.error.ConflictException;
import io.synthlab.persistence.error.ConnectionLostException;
import io.synthlab.persistence.error.DatabaseTimeoutException;
import io.synthlab.persistence.error.SchemaMismatchException;
import io.synthlab.persistence.migrations.mover.report.MoveCancelledException;
import io.synthlab.persistence.migrations.mover.report.MoveRefusedException;
import io.synthlab.persistence.migrations.mover.report.Problem;
import io.synthlab.persistence.migrations.mover.report.Rule;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.OptionSpec;

/** Help, wrong calls and errors, without any database. */
class CommandLineIT {
    private static final String SECRET = "geheim";

    /** Every command with its full name, groups included. */
    private static List<CommandLine> commands() {
        PrintWriter nowhere = new PrintWriter(PrintWriter.nullWriter());
        List<CommandLine> found = new ArrayList<>();
        collect(Main.commandLine(nowhere, nowhere), found);
        return found;
    }

    private static void collect(CommandLine command, List<CommandLine> found) {
        found.add(command);
        command.getSubcommands().values().forEach(child -> collect(child, found));
    }

    private static String arguments(CommandLine command) {
        return command.getCommandSpec()
                .qualifiedName()
                .substring(Main.NAME.length())
                .strip();
    }

    @Test
    void has_the_commands_of_the_design() {
        Set<String> names = commands().stream().map(CommandLineIT::arguments).collect(Collectors.toSet());
        Set<String> groups = Set.of("", "schema", "data", "demo");
        Set<String> leaves = Set.of("schema status", "schema migrate", "schema baseline", "data copy", "data verify");
        assertTrue(names.containsAll(groups), names::toString);
        assertTrue(names.containsAll(leaves), names::toString);
    }

    @Test
    void helps_at_every_level() {
        assertAll(commands().stream().map(command -> () -> {
            Cli.Run run = Cli.line(arguments(command), "--help").endsWith(ExitCode.DONE);
            assertEquals("", run.err());
            assertTrue(run.out().startsWith("Usage: " + command.getCommandSpec().qualifiedName()), run::out);
            assertTrue(run.out().contains("Exit codes: 0 done; 1 "), run::out);
            assertTrue(run.out().contains("embedded:DIR"), run::out);
            command.getSubcommands()
                    .keySet()
                    .forEach(name -> assertTrue(run.out().contains("\n  " + name), run::out));
        }));
    }

    @Test
    void every_option_tells_what_it_does_and_what_holds_without_it() {
        assertAll(commands().stream()
                .flatMap(command -> command.getCommandSpec().options().stream())
                .filter(option -> !option.usageHelp() && !option.versionHelp())
                .map(option -> () -> {
                    String told = String.join(" ", option.description());
                    assertTrue(told.length() > 10, option::longestName);
                    assertTrue(option.required() || told.contains("(default: "), option::longestName);
                }));
        assertTrue(commands().stream()
                .flatMap(command -> command.getCommandSpec().options().stream())
                .map(OptionSpec::longestName)
                .anyMatch("--source-frozen"::equals));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "schema status", "data copy", "demo"})
    void tells_its_version_everywhere(String command) {
        Cli.Run run = Cli.line(command, "--version").endsWith(ExitCode.DONE);
        assertTrue(run.out().matches("synthlab-db [0-9]+\\.[0-9]+\\.[0-9]+(-SNAPSHOT)?\\R"), run::out);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                                 | a command is missing, one of schema, data, demo; see: synthlab-db --help",
                "schema                             | a command is missing, one of check, generate, baseline, migrate, rollback, status; see: synthlab-db schema --help",
                "frobnicate                         | unknown command frobnicate, did you mean data?; see: synthlab-db --help",
                "schema migrat                      | unknown command migrat, did you mean migrate or generate or status?; see: synthlab-db schema --help",
                "schema status --datbase=x          | unknown option --datbase, did you mean --database?; see: synthlab-db schema status --help",
                "schema status x                    | unexpected argument at position 3; see: synthlab-db schema status --help",
                "schema status --database           | missing required parameter for option '--database' (URL); see: synthlab-db schema status --help",
                "data copy --from x                 | missing required option: '--to=URL'; see: synthlab-db data copy --help",
                "data verify                        | missing required options: '--from=URL', '--to=URL'; see: synthlab-db data verify --help",
                "data copy --show-values            | missing required options: '--from=URL', '--to=URL'; see: synthlab-db data copy --help",
                "data copy --from x --to y --to z   | option '--to' (URL) should be specified only once; see: synthlab-db data copy --help",
                "data copy --limit x                | invalid value for option '--limit': 'x' is not an int; see: synthlab-db data copy --help",
                "demo --scale x                     | invalid value for option '--scale': 'x' is not a double; see: synthlab-db demo --help",
                "demo --scale 0                     | scale must be above 0 and at most 1000 but was 0.0",
            })
    void wrong_calls_are_told_in_one_line_with_a_remedy(String call, String message) {
        Cli.Run run = Cli.line(call).endsWith(ExitCode.USAGE);
        assertEquals("synthlab-db: " + message + System.lineSeparator(), run.err());
        assertEquals("", run.out());
    }

    private static Stream<List<String>> callsWithASecret() throws IOException {
        String at = "u:" + SECRET + "@127.0.0.1:" + closedPort() + "/x";
        String status = "schema status --database";
        String copy = "data copy --from jdbc:sqlite:missing.db --to";
        return Stream.of(
                List.of(status, "postgresql://" + at),
                List.of(status, "postgres://" + at + "?sslmode=disable"),
                List.of(status, "postgresql+psycopg2://" + at),
                List.of(status, "jdbc:postgresql://127.0.0.1:" + closedPort() + "/x?user=u&password=" + SECRET),
                List.of(status, "postgresql://u:" + SECRET + "@nowhere.invalid/x"),
                List.of(status, "mysql://" + at),
                List.of(status, "postgresql://u:ge/" + SECRET + "@h/x"),
                List.of(status, "postgresql://u:" + SECRET + "@h:99999/x"),
                List.of(status, "postgresql://u:" + SECRET + "@h"),
                List.of(status, "postgresql://u:" + SECRET + "%zz@h/x"),
                List.of("schema migrate --database", "postgresql://" + at),
                List.of("schema baseline --database", "postgresql://" + at),
                List.of("schema status", "postgresql://" + at),
                List.of("schema status --password", SECRET),
                List.of("schema status", "--password=" + SECRET),
                List.of("schema status", "-p" + SECRET + "1"),
                List.of("data copy --limit", "postgresql://" + at),
                List.of("data copy --to sqlite:///y --from", "postgresql://" + at),
                List.of("data verify --to sqlite:///y --from", "postgresql://" + at),
                List.of(copy, "postgresql://" + at),
                List.of("", "postgresql://" + at));
    }

    @ParameterizedTest
    @MethodSource("callsWithASecret")
    void passwords_are_never_printed(List<String> call) {
        Cli.Run run = Cli.line(call.get(0), call.get(1), "--debug");
        assertTrue(run.code() == ExitCode.USAGE || run.code() == ExitCode.FAILED, run::toString);
        assertFalse(run.out().contains(SECRET), run::out);
        assertFalse(run.err().contains(SECRET), run::err);
        assertTrue(run.err().startsWith("synthlab-db: "), run::err);
    }

    /** A port where nobody listens, as far as one can know. */
    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Command(name = "fail")
    record Failing(Throwable error) implements Callable<Integer> {
        @Override
        public Integer call() throws Exception {
            if (error instanceof Error worst) {
                throw worst;
            }
            throw (Exception) error;
        }
    }

    private static Cli.Run failing(Throwable error, String... options) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine main = Main.commandLine(new PrintWriter(out), new PrintWriter(err));
        main.addSubcommand("fail", new CommandLine(new Failing(error)).setErr(new PrintWriter(err)));
        String[] call = Stream.concat(Stream.of(options), Stream.of("fail")).toArray(String[]::new);
        return new Cli.Run(Main.execute(main, call), out.toString(), err.toString());
    }

    private static Stream<Exception> failures() {
        return Stream.of(
                new CommitOutcomeUnknownException(null, null, "look before you go on", null),
                new ConnectionLostException(null, null, "the connection was lost", null),
                new ConflictException("synths", "id=ab12cd", "run it again", null),
                new DatabaseTimeoutException(null, null, "it took too long", null),
                new SchemaMismatchException(null, null, "run: synthlab-db schema migrate", null),
                new MoveCancelledException());
    }

    @ParameterizedTest
    @MethodSource("failures")
    void what_was_refused_or_failed_ends_with_4(Exception error) {
        Cli.Run run = failing(error).endsWith(4);
        assertEquals(List.of("synthlab-db: " + error.getMessage()), run.errors());
    }

    @Test
    void a_wrong_setting_ends_with_2() {
        Cli.Run run =
                failing(new ConfigurationException("poolSize must be 1-500")).endsWith(2);
        assertEquals(List.of("synthlab-db: poolSize must be 1-500"), run.errors());
    }

    @Test
    void a_refusal_names_every_problem() {
        Problem first = new Problem("synths", "id=ab12cd", 7L, "nome", Rule.T5, "holds something");
        Problem second = Problem.ofTable("prfaq_metadata", "x", Rule.T5, "is not known");
        Cli.Run run = failing(new MoveRefusedException(List.of(first, second), 3, "mend it", null))
                .endsWith(4);
        assertEquals(
                List.of(
                        "Stands in the way: " + first,
                        "Stands in the way: " + second,
                        "Stands in the way: 3 more",
                        "synthlab-db: " + first + " (and 4 more problems); nothing was written; mend it"),
                run.errors());
    }

    @Test
    void a_single_problem_is_named_once() {
        Problem only = new Problem("synths", "id=ab12cd", 7L, "nome", Rule.T5, "holds something");
        Cli.Run run = failing(new MoveRefusedException(only, "mend it")).endsWith(4);
        assertEquals(List.of("synthlab-db: " + only + "; nothing was written; mend it"), run.errors());
    }

    @Test
    void errors_that_are_none_of_ours_keep_their_type() {
        Cli.Run run = failing(new UncheckedIOException(new IOException("disk"))).endsWith(4);
        assertEquals(
                List.of("synthlab-db: unexpected error: java.io.UncheckedIOException: java.io.IOException: disk;"
                        + " run again with --debug to see where"),
                run.errors());
        assertEquals(
                List.of("synthlab-db: java.lang.OutOfMemoryError: heap"),
                failing(new OutOfMemoryError("heap")).endsWith(4).errors());
    }

    @Test
    void debug_shows_where() {
        Cli.Run run = failing(new IllegalStateException("odd"), "--debug").endsWith(4);
        assertEquals(
                "synthlab-db: unexpected error: java.lang.IllegalStateException: odd",
                run.errors().get(0));
        assertTrue(run.err().contains("\tat " + CommandLineIT.class.getName()), run::err);
    }
}
