package io.synthlab.persistence.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.synthlab.persistence.JsonValue;
import io.synthlab.persistence.testkit.legacy.LegacyDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {
    private static final String PASSWORD = "s3cr3t-Planted";
    private static final String UNREACHABLE = "postgresql://ana:" + PASSWORD + "@localhost:1/synthlab";

    @TempDir
    private Path directory;

    private String url(String file) {
        return "jdbc:sqlite:" + directory.resolve(file);
    }

    private String legacy() {
        LegacyDatabase.create(
                directory.resolve("legacy.db"), LegacyDatabase.options().withScale(0.01));
        return url("legacy.db");
    }

    private static Optional<String> text(JsonValue json, String member) {
        return json.get(member).flatMap(JsonValue::asText);
    }

    @ParameterizedTest
    @CsvSource({
        "'', --debug schema data demo embedded:DIR",
        "schema, status migrate baseline",
        "schema status, --database --json --debug",
        "schema baseline, --database --json --backup-directory",
        "data, copy verify",
        "data copy, --from --to --source-frozen --work-directory --json --limit",
        "data verify, --from --to --source-frozen --work-directory --json --limit --show-values",
        "demo, --scale --keep"
    })
    void help_names_what_there_is(String command, String names) {
        Cli.Run run = Cli.run((command + " --help").strip().split(" ")).endsWith(ExitCode.DONE);
        run.prints(names.split(" "));
        assertEquals("", run.err());
    }

    @Test
    void the_list_of_commands_ends_in_whole_sentences() {
        Cli.Run run = Cli.run("--help").endsWith(ExitCode.DONE);
        String list =
                run.out().substring(run.out().indexOf("Commands:"), run.out().indexOf("URLs:"));
        assertTrue(list.strip().endsWith("."), list);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "shema",
                "schema",
                "schema stat",
                "schema status --databse x",
                "data",
                "data copy",
                "data copy --from a.db",
                "data verify --limit many --from a --to b",
                "demo --scale big"
            })
    void a_wrong_call_is_told_in_one_line(String arguments) {
        String[] words = arguments.isEmpty() ? new String[0] : arguments.split(" ");
        Cli.run(words).endsWith(ExitCode.USAGE).says("--help");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mysql://ana:" + PASSWORD + "@localhost/synthlab",
                "postgresql://ana:" + PASSWORD + "@localhost:70000/synthlab",
                "postgresql://ana:" + PASSWORD + "@localhost:port/synthlab"
            })
    void a_wrong_url_is_told_in_one_line_without_its_password(String url) {
        assertNoPassword(Cli.run("schema", "status", "--database", url)
                .endsWith(ExitCode.USAGE)
                .says());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"schema status", "--debug schema status", "schema migrate --json", "schema baseline --debug"})
    void the_password_of_an_unreachable_server_is_not_told(String command) {
        String[] words = (command + " --database " + UNREACHABLE).split(" ");
        Cli.Run run = Cli.run(words);
        assertTrue(run.code() == ExitCode.FAILED || run.code() == ExitCode.USAGE, run::toString);
        assertFalse(run.err().isBlank());
        assertNoPassword(run);
    }

    @Test
    void a_misplaced_url_does_not_tell_its_password() {
        assertNoPassword(Cli.run("schema", "status", UNREACHABLE).endsWith(ExitCode.USAGE));
        assertNoPassword(Cli.run("data", "copy", "--form=" + UNREACHABLE).endsWith(ExitCode.USAGE));
    }

    @Test
    void an_unreachable_server_is_told_in_one_line() {
        Cli.run("schema", "status", "--database", UNREACHABLE)
                .endsWith(ExitCode.FAILED)
                .says("localhost:1");
    }

    @Test
    void debug_adds_the_stack_trace() {
        Cli.Run run = Cli.run("--debug", "schema", "status", "--database", UNREACHABLE);
        assertTrue(run.err().contains("\tat io.synthlab.persistence."), run::toString);
    }

    @Test
    void a_new_file_is_migrated_once() {
        Cli.run("schema", "migrate", "--database", url("new.db"))
                .endsWith(ExitCode.DONE)
                .prints("Applied:", "V1 ");
        Cli.run("schema", "migrate", "--database", url("new.db"))
                .endsWith(ExitCode.DONE)
                .prints("Nothing to do");
        Cli.run("schema", "status", "--database", url("new.db")).endsWith(ExitCode.DONE);
        JsonValue status = Cli.run("schema", "status", "--json", "--database", url("new.db"))
                .endsWith(ExitCode.DONE)
                .json();
        assertEquals(Optional.of("current"), text(status, "state"));
        assertTrue(status.get("pending").orElseThrow().items().isEmpty());
        assertTrue(status.get("remedy").orElseThrow().isNull());
    }

    @Test
    void an_empty_file_is_not_current() throws IOException {
        Files.createFile(directory.resolve("empty.db"));
        Cli.run("schema", "status", "--database", url("empty.db"))
                .endsWith(ExitCode.NOT_EQUAL)
                .prints("To do: ", "migrate");
        JsonValue applied = Cli.run("schema", "migrate", "--json", "--database", url("empty.db"))
                .endsWith(ExitCode.DONE)
                .json();
        assertFalse(applied.get("applied").orElseThrow().items().isEmpty());
    }

    @Test
    void a_file_of_the_original_is_taken_over() {
        String legacy = legacy();
        Cli.run("schema", "status", "--database", legacy)
                .endsWith(ExitCode.NOT_EQUAL)
                .prints("To do: ", "baseline");
        JsonValue status = Cli.run("schema", "status", "--json", "--database", legacy)
                .endsWith(ExitCode.NOT_EQUAL)
                .json();
        assertEquals(Optional.of("legacy"), text(status, "state"));
        Cli.run("schema", "migrate", "--database", legacy)
                .endsWith(ExitCode.FAILED)
                .says("baseline");

        JsonValue report = Cli.run("schema", "baseline", "--json", "--database", legacy)
                .endsWith(ExitCode.DONE)
                .json();
        assertTrue(Files.isRegularFile(Path.of(text(report, "backup").orElseThrow())));
        Cli.run("schema", "status", "--database", legacy).endsWith(ExitCode.DONE);
        Cli.run("schema", "baseline", "--database", legacy)
                .endsWith(ExitCode.DONE)
                .prints("Nothing to do");
    }

    @ParameterizedTest
    @ValueSource(strings = {"status", "migrate", "baseline"})
    void a_directory_is_no_database(String command) {
        Cli.run("schema", command, "--database", "jdbc:sqlite:" + directory)
                .endsWith(ExitCode.FAILED)
                .says(directory.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"status", "migrate", "baseline"})
    void a_text_file_is_no_database(String command) throws IOException {
        Path file = Files.writeString(directory.resolve("notes.db"), "no database, but quite some text\n".repeat(99));
        Cli.run("schema", command, "--database", url("notes.db"))
                .endsWith(ExitCode.FAILED)
                .says(file.toString());
        assertEquals(99, Files.readAllLines(file).size());
    }

    @Test
    void a_missing_file_is_not_created_by_looking() {
        Cli.run("schema", "baseline", "--database", url("missing.db"))
                .endsWith(ExitCode.FAILED)
                .says("missing.db");
        Cli.run("data", "copy", "--from", url("missing.db"), "--to", UNREACHABLE)
                .endsWith(ExitCode.FAILED);
        assertFalse(Files.exists(directory.resolve("missing.db")));
    }

    private static void assertNoPassword(Cli.Run run) {
        assertFalse((run.out() + run.err()).contains(PASSWORD), () -> "a password in " + run);
    }
}
