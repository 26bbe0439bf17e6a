package io.synthlab.persistence.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.synthlab.persistence.JsonValue;
import io.synthlab.persistence.PersistenceConfig;
import io.synthlab.persistence.RepositoryFactory;
import io.synthlab.persistence.experiment.Experiment;
import io.synthlab.persistence.testkit.legacy.LegacyDatabase;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** {@code schema …} on SQLite files, which it makes, migrates and takes over. */
class SchemaCommandIT {
    @TempDir
    Path directory;

    @RegisterExtension
    final SystemProperties settings = new SystemProperties();

    private String url(String name) {
        return "jdbc:sqlite:" + directory.resolve(name);
    }

    private Path legacy(boolean olderTables) {
        Path file = directory.resolve("legacy.db");
        LegacyDatabase.create(file, LegacyDatabase.options().withScale(0.001).withOlderTables(olderTables));
        return file;
    }

    private static void assertRefused(int code, String message, Cli.Run run) {
        run.endsWith(code);
        assertEquals(List.of("synthlab-db: " + message), run.errors());
        assertEquals("", run.out());
    }

    @Test
    void migrates_a_new_file_and_then_finds_nothing_to_do() {
        String database = url("new.db");
        Cli.Run first = Cli.line("schema migrate --database", database).endsWith(0);
        assertEquals(
                List.of("Applied:", "  V1 nineteen tables: applied", "  V2 query indexes: applied"),
                first.out().lines().toList());
        Cli.Run second = Cli.line("schema migrate --database", database).endsWith(0);
        assertEquals(
                List.of("Nothing to do: the schema is there."),
                second.out().lines().toList());
        Cli.Run status = Cli.line("schema status --database", database).endsWith(0);
        assertEquals(
                List.of(database + ": at version 2", "  V1 nineteen tables: applied", "  V2 query indexes: applied"),
                status.out().lines().toList());
    }

    @Test
    void rolls_back_and_says_before_what_that_destroys() {
        String database = url("down.db");
        Cli.line("schema migrate --database", database).endsWith(0);
        Cli.Run dry = Cli.line("schema rollback --to 0 --dry-run --database", database)
                .endsWith(0);
        assertEquals("-- would undo V2, V1", dry.out().lines().findFirst().orElseThrow());
        assertTrue(dry.out().contains("DROP TABLE experiments;"), dry::out);
        try (RepositoryFactory repositories = RepositoryFactory.open(
                PersistenceConfig.builder().databaseUrl(database).build())) {
            repositories.experiments().create(Experiment.of("Kept for now", "It takes --yes"));
        }
        Cli.Run refused =
                Cli.line("schema rollback --steps 2 --database", database).endsWith(ExitCode.FAILED);
        assertTrue(refused.out().contains("Destroys: 1 rows of experiments"), refused::out);
        assertTrue(refused.err().contains("accept the loss (--yes)"), refused::err);
        Cli.line("schema status --database", database).endsWith(0);
        Cli.Run done = Cli.line("schema rollback --steps 2 --yes --json --database", database)
                .endsWith(0);
        assertEquals("2", items(done.json(), "undone").get(0).asText().orElseThrow());
        Cli.Run none =
                Cli.line("schema rollback --steps 1 --database", database).endsWith(ExitCode.USAGE);
        assertTrue(none.err().contains("cannot undo 1 versions, none is there"), none::err);
        Cli.line("schema rollback --database", database).endsWith(ExitCode.USAGE);
        Cli.Run up = Cli.line("schema migrate --dry-run --database", database).endsWith(0);
        assertTrue(up.out().startsWith("-- would apply V1, V2"), up::out);
    }

    @Test
    void checks_and_tells_what_drifted() throws SQLException {
        String database = url("drift.db");
        Cli.line("schema migrate --to 1 --database", database).endsWith(0);
        Cli.Run behind = Cli.line("schema check --database", database).endsWith(1);
        assertTrue(behind.out().contains("Differs:   versions are missing: 2"), behind::out);
        Cli.line("schema migrate --database", database).endsWith(0);
        Cli.Run clean = Cli.line("schema check --database", database).endsWith(0);
        assertEquals(
                List.of(database + ": version 2, nothing differs."),
                clean.out().lines().toList());
        try (Connection connection = DriverManager.getConnection(database);
                Statement statement = connection.createStatement()) {
            statement.execute("DROP INDEX idx_outcomes_synth");
        }
        String drift = "index idx_outcomes_synth on synth_outcomes is missing (synth_id)";
        assertEquals(
                List.of("Differs:   " + drift),
                Cli.line("schema check --database", database)
                        .endsWith(1)
                        .out()
                        .lines()
                        .toList());
        JsonValue json =
                Cli.line("schema check --json --database", database).endsWith(1).json();
        assertEquals(drift, items(json, "differences").get(0).asText().orElseThrow());
        assertEquals(0, items(json, "entities").size());
        Cli.Run status = Cli.line("schema status --database", database).endsWith(1);
        assertTrue(status.out().contains("Drift: " + drift), status::out);
    }

    @Test
    void generates_nothing_where_the_entities_are_what_the_schema_is() {
        Cli.Run run = Cli.line("schema generate more_notes --directory", directory.toString())
                .endsWith(0);
        assertEquals(
                List.of("Nothing to do: the entities are what the newest version makes."),
                run.out().lines().toList());
        Cli.Run name = Cli.line("schema generate More-Notes --directory", directory.toString())
                .endsWith(ExitCode.USAGE);
        assertTrue(name.err().contains("a version is named in lower case"), name::err);
        Cli.Run hint = Cli.line("schema generate more_notes --rename a.b:c", "--directory", directory.toString())
                .endsWith(ExitCode.USAGE);
        assertTrue(hint.err().contains("column a.b cannot be renamed to c"), hint::err);
    }

    @Test
    void tells_the_same_as_json() throws IOException {
        Files.createFile(directory.resolve("empty.db"));
        String database = url("empty.db");
        JsonValue before = Cli.line("schema status --json --database", database)
                .endsWith(1)
                .json();
        assertEquals("empty", text(before, "state"));
        assertEquals("2", text(before, "expected_version"));
        assertEquals(0, items(before, "installed").size());
        assertEquals("pending", text(items(before, "pending").get(0), "state"));
        assertTrue(text(before, "remedy").contains("synthlab-db schema migrate"), before::text);

        JsonValue applied = Cli.line("schema migrate --json --database", database)
                .endsWith(0)
                .json();
        JsonValue version = items(applied, "applied").get(0);
        assertEquals("1", text(version, "version"));
        assertEquals("nineteen tables", text(version, "description"));
        assertEquals("applied", text(version, "state"));

        JsonValue after = Cli.line("schema status --json --database", database)
                .endsWith(0)
                .json();
        assertEquals("current", text(after, "state"));
        assertEquals(0, items(after, "pending").size());
        assertTrue(after.get("remedy").orElseThrow().isNull());
        assertTrue(text(items(after, "installed").get(0), "installed_on").endsWith("Z"), after::text);
    }

    @Test
    void takes_over_a_legacy_file_and_tells_where_the_backup_is() throws IOException {
        String database = "jdbc:sqlite:" + legacy(false);
        Cli.Run before = Cli.line("schema status --database", database).endsWith(1);
        assertTrue(before.out().contains("To do: ") && before.out().contains("schema baseline"), before::out);
        Path backups = Files.createDirectory(directory.resolve("backups"));

        Cli.Run run = Cli.line("schema baseline --database", database, "--backup-directory", backups.toString())
                .endsWith(0);

        List<String> lines = run.out().lines().toList();
        assertTrue(lines.get(0).startsWith("Recognised: "), run::out);
        Path backup = Path.of(lines.get(1).substring("Backup:     ".length()));
        assertEquals(backups, backup.getParent());
        assertTrue(Files.size(backup) > 0);
        assertTrue(lines.contains("Added:      table prfaq_metadata"), run::out);
        assertTrue(lines.contains("Added:      table assumption_log"), run::out);
        assertTrue(run.out().contains("To do:      synthlab-db schema migrate"), run::out);
        Cli.line("schema migrate --database", database).endsWith(0);
        Cli.line("schema status --database", database).endsWith(0);
        Cli.Run again = Cli.line("schema baseline --database", database).endsWith(0);
        assertEquals(
                "Nothing to do: the file has a history already.",
                again.out().lines().skip(1).findFirst().orElseThrow());
    }

    @Test
    void lifts_and_repairs_an_older_file() throws Exception {
        Path file = directory.resolve("v12.db");
        LegacyDatabase.create(file, LegacyDatabase.options().withScale(0.001).withSchemaVersion(12));
        String database = "jdbc:sqlite:" + file;
        try (Connection connection = DriverManager.getConnection(database);
                Statement statement = connection.createStatement()) {
            statement.execute("DROP INDEX idx_synths_nome");
            statement.execute("CREATE UNIQUE INDEX once ON synths (nome, id)");
        }
        Cli.Run refused = Cli.line("schema baseline --database", database).endsWith(4);
        assertTrue(refused.errors().get(0).contains("repair these with --repair"), refused::toString);

        Cli.Run run = Cli.line("schema baseline --repair --database", database).endsWith(0);

        List<String> lines = run.out().lines().toList();
        assertEquals("Recognised: version 12 of the original", lines.get(0));
        assertTrue(lines.contains("Added:      table explorations"), run::out);
        assertTrue(lines.contains("Repaired:   index idx_synths_nome on synths is missing (nome)"), run::out);
        assertTrue(lines.contains("Repaired:   unique key of synths(nome, id) is not part of version 15"), run::out);
        assertTrue(
                lines.contains(
                        "Left as is: column research_executions.summary_content is not part of version 15 (text)"),
                run::out);
        Cli.line("schema migrate --database", database).endsWith(0);
        Cli.line("schema check --database", database).endsWith(0);
    }

    @Test
    void tells_of_a_take_over_as_json() {
        JsonValue report = Cli.line("schema baseline --json --database", "jdbc:sqlite:" + legacy(true))
                .endsWith(0)
                .json();
        assertEquals("baselined", text(report, "outcome"));
        assertFalse(text(report, "recognised").isEmpty());
        assertEquals(0, items(report, "added_tables").size());
        assertEquals(0, items(report, "added_columns").size());
        assertEquals(0, items(report, "repaired").size());
        assertTrue(report.get("tolerated").orElseThrow().isArray());
        assertTrue(Files.isRegularFile(Path.of(text(report, "backup"))));
    }

    @Test
    void refuses_what_is_no_usable_file() throws IOException {
        Path missing = directory.resolve("missing.db");
        Path text = Files.writeString(directory.resolve("text.db"), "no database at all");
        for (String command : List.of("schema status --database", "schema baseline --database")) {
            assertRefused(
                    4,
                    "SQLite file " + missing + " does not exist; correct the path or create it with: synthlab-db"
                            + " schema migrate --database jdbc:sqlite:" + missing,
                    Cli.line(command, "sqlite:///" + missing));
            assertRefused(
                    4,
                    "SQLite file " + directory + " is no regular file; name the database file",
                    Cli.line(command, "sqlite:///" + directory));
            assertRefused(
                    4,
                    "file " + text + " is not a SQLite database; name the database file",
                    Cli.line(command, "sqlite:///" + text));
        }
        assertFalse(Files.exists(missing));
        assertEquals("no database at all", Files.readString(text));
        assertRefused(
                2,
                "directory " + directory.resolve("no") + " of the SQLite file does not exist; create it or correct"
                        + " the database URL",
                Cli.line("schema migrate --database", url("no/new.db")));
    }

    @Test
    void refuses_a_file_it_may_not_read() {
        Path unreadable = Path.of("/proc/self/mem"); // for everybody, root included: nothing is mapped at its start
        assumeTrue(Files.isRegularFile(unreadable), "only where there is /proc");
        assertRefused(
                4,
                "SQLite file /proc/self/mem cannot be read; check its permissions",
                Cli.line("schema status --database", "sqlite:///" + unreadable));
    }

    @Test
    void refuses_urls_it_does_not_know() {
        Cli.Run scheme = Cli.line("schema status --database", "mysql://h/x").endsWith(2);
        assertTrue(
                scheme.err().startsWith("synthlab-db: database URL has scheme \"mysql\", which is not supported; use "),
                scheme::err);
        assertRefused(
                2, "port of host h must be 1-65535", Cli.line("schema status --database", "postgresql://h:65536/x"));
        Cli.Run none = Cli.line("schema status --database", "").endsWith(2);
        assertTrue(none.err().contains("no scheme"), none::err);
        Cli.Run noDirectory = Cli.line("schema status --database", "embedded:").endsWith(2);
        assertTrue(noDirectory.err().contains("embedded: names no directory; use embedded:DIR"), noDirectory::err);
    }

    @Test
    void takes_the_database_from_the_settings_unless_one_is_named() {
        settings.set("synthlab.database-url", url("set.db"));
        Cli.line("schema migrate").endsWith(0);
        assertTrue(Files.exists(directory.resolve("set.db")));
        Cli.line("schema migrate --database", url("named.db")).endsWith(0);
        assertTrue(Files.exists(directory.resolve("named.db")));
    }

    @Test
    void a_setting_out_of_range_is_named() {
        settings.set("synthlab.pool-size", "0");
        assertRefused(
                2,
                "synthlab.pool-size must be 1-500 but was \"0\"",
                Cli.line("schema status --database", url("any.db")));
    }

    @Test
    void an_unknown_setting_is_named_with_the_nearest_known_one() throws IOException {
        Files.writeString(directory.resolve("synthlab-persistence.properties"), "synthlab.pool-sizze = 3\n");
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader withFile =
                new URLClassLoader(new URL[] {directory.toUri().toURL()}, before)) {
            thread.setContextClassLoader(withFile);
            assertRefused(
                    2,
                    "unknown setting synthlab.pool-sizze in synthlab-persistence.properties; did you mean"
                            + " synthlab.pool-size?",
                    Cli.line("schema status --database", url("any.db")));
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static String text(JsonValue object, String member) {
        return object.get(member).flatMap(JsonValue::asText).orElseThrow();
    }

    private static List<JsonValue> items(JsonValue object, String member) {
        return object.get(member).orElseThrow().items();
    }
}
