package io.synthlab.persistence.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.synthlab.persistence.DatabaseKind;
import io.synthlab.persistence.JsonValue;
import io.synthlab.persistence.testkit.TestDatabase;
import io.synthlab.persistence.testkit.legacy.DirtKind;
import io.synthlab.persistence.testkit.legacy.LegacyDatabase;
import io.synthlab.persistence.testkit.legacy.LegacySummary;
import io.synthlab.persistence.testkit.legacy.PlantedRow;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DataCommandIT {
    private static final String PASSWORD = "s3cr3t-Planted";
    private static final String VALUE = "Zinnoberrot";
    private static final String FIRST_EXPERIMENT = "(SELECT min(id) FROM experiments)";

    @TempDir
    static Path shared;

    private static Path clean;
    private static long rows;

    @TempDir
    private Path directory;

    @BeforeAll
    static void createSource() {
        clean = shared.resolve("clean.db");
        LegacySummary summary =
                LegacyDatabase.create(clean, LegacyDatabase.options().withScale(0.05));
        rows = summary.rowsPerTable().values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    private static Cli.Run data(String command, Path from, String to, String... more) {
        List<String> arguments = new ArrayList<>(List.of("data", command, "--from", "jdbc:sqlite:" + from, "--to", to));
        arguments.addAll(List.of(more));
        return Cli.run(arguments.toArray(String[]::new));
    }

    private static String url(TestDatabase database) {
        String url = database.url().jdbcUrl();
        return url + (url.contains("?") ? "&" : "?") + "user=" + database.url().user();
    }

    private Path changed(String... statements) throws IOException, SQLException {
        Path copy = Files.copy(clean, directory.resolve("changed.db"));
        execute(copy, List.of(statements));
        return copy;
    }

    private static void execute(Path file, List<String> statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    @Test
    void an_empty_database_is_filled_once_and_proved() {
        try (TestDatabase target = TestDatabase.empty(DatabaseKind.POSTGRESQL)) {
            data("copy", clean, url(target))
                    .endsWith(ExitCode.DONE)
                    .prints("The target was empty", "copy synths", "Copied %,d rows of 19 tables".formatted(rows));
            data("verify", clean, url(target)).endsWith(ExitCode.DONE).prints("every value is equal");
            long before = target.queryLong("SELECT count(*) FROM synths");
            Cli.Run second = data("copy", clean, url(target)).endsWith(ExitCode.FAILED);
            assertTrue(second.err().contains("nothing was written"), second::toString);
            assertEquals(before, target.queryLong("SELECT count(*) FROM synths"));
        }
    }

    @Test
    void a_value_changed_in_the_target_is_named() {
        try (TestDatabase target = TestDatabase.migrated(DatabaseKind.POSTGRESQL)) {
            data("copy", clean, url(target)).endsWith(ExitCode.DONE);
            assertEquals(1, target.execute("UPDATE experiments SET name = ? WHERE id = " + FIRST_EXPERIMENT, VALUE));
            Object key = target.queryOne("SELECT min(id) FROM experiments");
            assertNames(clean, url(target), "experiments[id=" + key + "], column name differs");
        }
    }

    @Test
    void a_value_changed_in_the_source_is_named() throws IOException, SQLException {
        try (TestDatabase target = TestDatabase.migrated(DatabaseKind.POSTGRESQL)) {
            data("copy", clean, url(target)).endsWith(ExitCode.DONE);
            Object key = target.queryOne("SELECT min(id) FROM experiments");
            Path changed = changed("UPDATE experiments SET name = '" + VALUE + "' WHERE id = " + FIRST_EXPERIMENT);
            assertNames(changed, url(target), "experiments[id=" + key + "], column name differs");
        }
    }

    private static void assertNames(Path from, String to, String difference) {
        Cli.Run silent = data("verify", from, to).endsWith(ExitCode.NOT_EQUAL).prints(difference, "1 DIFFERENCES");
        assertFalse((silent.out() + silent.err()).contains(VALUE), silent::toString);
        data("verify", from, to, "--show-values").endsWith(ExitCode.NOT_EQUAL).prints(difference, VALUE);
        JsonValue report =
                data("verify", from, to, "--json").endsWith(ExitCode.NOT_EQUAL).json();
        assertEquals(Optional.of(false), report.get("equal").flatMap(JsonValue::asBoolean));
        assertEquals(Optional.of(BigDecimal.ONE), report.get("differences").flatMap(JsonValue::asNumber));
        assertFalse(report.text().contains(VALUE));
    }

    @Test
    void reports_are_json_and_nothing_else() {
        try (TestDatabase target = TestDatabase.empty(DatabaseKind.POSTGRESQL)) {
            JsonValue copied = data("copy", clean, url(target), "--json")
                    .endsWith(ExitCode.DONE)
                    .json();
            assertEquals(
                    Optional.of(BigDecimal.valueOf(rows)), copied.get("rows").flatMap(JsonValue::asNumber));
            assertEquals(19, copied.get("tables").orElseThrow().items().size());
            JsonValue equal = data("verify", clean, url(target), "--json")
                    .endsWith(ExitCode.DONE)
                    .json();
            assertEquals(Optional.of(true), equal.get("equal").flatMap(JsonValue::asBoolean));
        }
    }

    @Test
    void rows_that_do_not_fit_are_named_and_nothing_is_written() throws SQLException {
        Path file = directory.resolve("dirty.db");
        List<PlantedRow> planted = LegacyDatabase.create(
                        file, LegacyDatabase.options().withScale(0.05).withDirty(true))
                .planted();
        execute(
                file,
                List.of(
                        "ALTER TABLE research_executions DROP COLUMN summary_content",
                        "DROP TABLE synths_backup_2025"));
        try (TestDatabase target = TestDatabase.empty(DatabaseKind.POSTGRESQL)) {
            Cli.Run run = data("copy", file, url(target), "--limit", "1000").endsWith(ExitCode.FAILED);
            List<String> problems = run.errors().stream()
                    .filter(line -> line.startsWith("Does not fit: "))
                    .toList();
            problems.forEach(line -> assertTrue(
                    line.matches("(?s)Does not fit: \\w+(\\[.+])?( \\(rowid \\d+\\))?, column \\w+: .+ \\[[A-Z]\\d+]"),
                    line));
            for (PlantedRow row : planted) {
                if (row.kind() == DirtKind.TEXT_IN_INTEGER) {
                    assertTrue(problems.stream().anyMatch(line -> isAbout(line, row)), () -> row + " in " + run);
                }
            }
            assertEquals(0, target.queryLong("SELECT count(*) FROM experiments"));
            assertEquals(0, target.queryLong("SELECT count(*) FROM synths"));
        }
    }

    private static boolean isAbout(String line, PlantedRow row) {
        return line.startsWith("Does not fit: " + row.table() + "[")
                && line.contains(", column " + row.column() + ": ")
                && line.endsWith("[N1]");
    }

    @Test
    void an_unknown_database_is_told_without_the_password() {
        try (TestDatabase target = TestDatabase.empty(DatabaseKind.POSTGRESQL)) {
            String unknown = target.url().jdbcUrl().replaceAll("/[^/?]+(\\?|$)", "/no_such_database$1");
            String separator = unknown.contains("?") ? "&" : "?";
            assertUnreachable(
                    unknown + separator + "user=" + target.url().user() + "&password=" + PASSWORD, "no_such_database");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost:1", "nowhere.invalid"})
    void a_server_that_does_not_answer_is_told_without_the_password(String host) {
        assertUnreachable("postgresql://ana:" + PASSWORD + "@" + host + "/synthlab", host);
    }

    private static void assertUnreachable(String to, String place) {
        for (String command : List.of("copy", "verify")) {
            for (String[] more : new String[][] {{}, {"--debug"}, {"--json"}}) {
                Cli.Run run = data(command, clean, to, more).endsWith(ExitCode.FAILED);
                assertTrue(run.err().contains(place), run::toString);
                assertFalse((run.out() + run.err()).contains(PASSWORD), run::toString);
                assertEquals("", run.out());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"copy", "verify"})
    void a_server_for_one_run_is_refused(String command) {
        data(command, clean, "embedded").endsWith(ExitCode.USAGE).says("embedded:DIR");
    }

    @Test
    void an_embedded_server_keeps_the_rows_for_the_next_run() {
        String kept = "embedded:" + directory.resolve("server");
        data("copy", clean, kept).endsWith(ExitCode.DONE).prints("Copied %,d rows".formatted(rows));
        data("verify", clean, kept).endsWith(ExitCode.DONE).prints("every value is equal");
    }
}
