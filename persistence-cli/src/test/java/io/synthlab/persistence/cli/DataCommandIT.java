package io.synthlab.persistence.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.synthlab.persistence.DatabaseKind;
import io.synthlab.persistence.JsonValue;
import io.synthlab.persistence.testkit.TestDatabase;
import io.synthlab.persistence.testkit.legacy.DirtKind;
import io.synthlab.persistence.testkit.legacy.LegacyDatabase;
import io.synthlab.persistence.testkit.legacy.PlantedRow;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code data copy} and {@code data verify} against PostgreSQL. */
class DataCommandIT {
    private static final Set<DirtKind> DIRT =
            EnumSet.of(DirtKind.TEXT_IN_INTEGER, DirtKind.NUL_CHARACTER, DirtKind.JSON_LONE_SURROGATE, DirtKind.ORPHAN);
    private static final String CHANGED = "Zélia Quitéria";

    @TempDir
    static Path directory;

    private static Path source;
    private static long sourceRows;

    private TestDatabase target;

    @BeforeAll
    static void createSource() {
        source = directory.resolve("legacy.db");
        sourceRows = MoveFixture.createLegacy(source);
    }

    @BeforeEach
    void createTarget() {
        target = MoveFixture.emptyPostgres();
    }

    @AfterEach
    void dropTarget() {
        target.close();
    }

    private Cli.Run data(String command, Path from, String... options) {
        return Cli.line(
                "data " + command,
                Stream.concat(
                                Stream.of("--from", MoveFixture.url(from), "--to", MoveFixture.url(target.url())),
                                Stream.of(options))
                        .toArray(String[]::new));
    }

    private Cli.Run copied() {
        return data("copy", source).endsWith(ExitCode.DONE);
    }

    private static String oneSynth(TestDatabase database) {
        return String.valueOf(database.queryOne("SELECT min(id) FROM synths"));
    }

    @Test
    void fills_an_empty_database_and_proves_it() {
        Cli.Run copy = copied();
        assertEquals("", copy.err());
        assertTrue(copy.out().startsWith("The target was empty and has the schema now."), copy::out);
        String rows = String.format(Locale.ROOT, "%,d rows of 19 tables", sourceRows);
        assertTrue(copy.out().contains("\nCopied " + rows), copy::out);
        assertTrue(copy.out().contains("rows of transcripts got the key they lacked."), copy::out);
        assertTrue(copy.out().contains("\n  screen 19/19 assumption_log "), copy::out);
        assertTrue(copy.out().contains("\n  copy    2/19 synths "), copy::out);
        assertEquals(sourceRows, MoveFixture.rows(target));

        Cli.Run verify = data("verify", source).endsWith(ExitCode.DONE);
        assertEquals("", verify.err());
        assertTrue(verify.out().contains("Compared " + rows), verify::out);
        assertTrue(verify.out().endsWith(": every value is equal." + System.lineSeparator()), verify::out);
    }

    @Test
    void fills_a_migrated_database_and_reports_as_json() {
        Cli.line("schema migrate --database", MoveFixture.url(target.url())).endsWith(ExitCode.DONE);

        JsonValue copy = data("copy", source, "--json", "--source-frozen")
                .endsWith(ExitCode.DONE)
                .json();
        assertEquals(sourceRows, number(copy, "rows"));
        assertTrue(number(copy, "bytes") > 0);
        assertTrue(
                copy.get("seconds").flatMap(JsonValue::asNumber).orElseThrow().signum() > 0);
        List<JsonValue> tables = copy.get("tables").orElseThrow().items();
        assertEquals(19, tables.size());
        assertEquals(
                sourceRows,
                tables.stream().mapToLong(table -> number(table, "rows")).sum());
        assertTrue(
                tables.stream().mapToLong(table -> number(table, "filled_keys")).sum() > 0);

        JsonValue verify =
                data("verify", source, "--json").endsWith(ExitCode.DONE).json();
        assertEquals(true, verify.get("equal").flatMap(JsonValue::asBoolean).orElseThrow());
        assertEquals(0, number(verify, "differences"));
        assertEquals(sourceRows, number(verify, "rows"));
        assertEquals(19, verify.get("tables").orElseThrow().items().size());
    }

    @Test
    void names_a_value_that_was_changed_in_the_target() {
        copied();
        String id = oneSynth(target);
        target.execute("UPDATE synths SET nome = ? WHERE id = ?", CHANGED, id);
        assertNamed("synths[id=" + id + "], column nome differs", source);

        JsonValue report =
                data("verify", source, "--json").endsWith(ExitCode.NOT_EQUAL).json();
        assertEquals(false, report.get("equal").flatMap(JsonValue::asBoolean).orElseThrow());
        JsonValue synths = report.get("tables").orElseThrow().items().stream()
                .filter(table -> text(table, "table").equals("synths"))
                .findFirst()
                .orElseThrow();
        assertEquals(1, number(synths, "different"));
        JsonValue first = synths.get("first").orElseThrow().items().get(0);
        assertEquals("id=" + id, text(first, "key"));
        assertEquals("nome", text(first, "column"));
        assertEquals("different", text(first, "kind"));
        assertTrue(first.get("target").isEmpty(), first::text);
    }

    @Test
    void names_a_value_that_was_changed_in_the_source() {
        copied();
        String id = oneSynth(target);
        Path changed = MoveFixture.copyOf(source, directory.resolve("changed.db"));
        assertEquals(1, MoveFixture.execute(changed, "UPDATE synths SET nome = ? WHERE id = ?", CHANGED, id));
        assertNamed("synths[id=" + id + "], column nome differs", changed);
    }

    private void assertNamed(String place, Path from) {
        Cli.Run run = data("verify", from).endsWith(ExitCode.NOT_EQUAL);
        assertTrue(run.out().lines().anyMatch(("Different: " + place)::equals), run::out);
        assertTrue(run.out().endsWith(": 1 DIFFERENCES." + System.lineSeparator()), run::out);
        assertFalse(run.out().contains(CHANGED), run::out);
        assertEquals("", run.err());
        Cli.Run shown = data("verify", from, "--show-values").endsWith(ExitCode.NOT_EQUAL);
        assertTrue(shown.out().contains("Different: " + place + ": "), shown::out);
        assertTrue(shown.out().contains(CHANGED), shown::out);
    }

    @Test
    void names_the_first_differences_and_counts_the_rest() {
        copied();
        int changed = target.execute("UPDATE synths SET nome = nome || '!'");
        Cli.Run run = data("verify", source, "--limit", "2").endsWith(ExitCode.NOT_EQUAL);
        List<String> named =
                run.out().lines().filter(line -> line.startsWith("Different: ")).toList();
        assertEquals(3, named.size(), run::out);
        assertEquals("Different: synths, " + (changed - 2) + " more differences", named.get(2));
    }

    @Test
    void plans_and_puts_every_row_that_does_not_fit_into_quarantine() throws IOException {
        Path dirty = directory.resolve("dirty.db");
        List<PlantedRow> planted = plant(dirty);
        Path file = workDirectory().resolve("quarantine.jsonl");
        Path report = workDirectory().resolve("report.json");
        Cli.line("schema migrate --database", MoveFixture.url(target.url())).endsWith(ExitCode.DONE);

        Cli.Run plan = data("plan", dirty, "--limit", "1000").endsWith(ExitCode.QUARANTINED);
        assertTrue(plan.out().contains("Source: version 15 of the original"), plan::out);
        assertTrue(plan.out().contains("wrote nothing."), plan::out);
        assertTrue(plan.out().contains("--on-nul=escape (not in keys and references), or correct"), plan::out);
        assertEquals(0, MoveFixture.rows(target));
        JsonValue planned =
                data("plan", dirty, "--json").endsWith(ExitCode.QUARANTINED).json();

        Cli.Run run = data(
                        "copy",
                        dirty,
                        "--work-directory",
                        workDirectory().toString(),
                        "--quarantine-file",
                        file.toString(),
                        "--report",
                        report.toString())
                .endsWith(ExitCode.QUARANTINED);

        assertTrue(run.out().contains("Quarantine: written to " + file), run::out);
        List<String> lines = Files.readAllLines(file);
        for (PlantedRow row : planted) {
            assertTrue(plan.out().contains("(rowid " + row.rowid() + ")"), () -> row + " is not named:\n" + plan.out());
            assertTrue(lines.stream()
                    .map(JsonValue::parse)
                    .anyMatch(line -> text(line, "table").equals(row.table())
                            && number(line, "rowid") == row.rowid()
                            && text(line, "column").equals(row.column())
                            && line.get("bytes").isPresent()));
        }
        JsonValue told = JsonValue.parse(Files.readString(report));
        assertEquals(1, number(told, "report_version"));
        assertEquals(number(planned, "quarantined"), number(told, "quarantined"));
        assertEquals(number(planned, "rows"), number(told, "rows"));
        assertEquals(lines.size(), number(told, "quarantined"));
        try (Stream<Path> left = Files.list(workDirectory())) {
            assertEquals(2, left.count(), "the private copy is gone");
        }
        Cli.Run verify = data("verify", dirty).endsWith(ExitCode.QUARANTINED);
        assertTrue(verify.out().contains("every value is equal; "), verify::out);
        target.execute("DELETE FROM synthlab_quarantine.quarantined_row WHERE number = 1");
        data("verify", dirty).endsWith(ExitCode.NOT_EQUAL);
    }

    @Test
    void changes_what_it_may() throws IOException {
        Path dirty = directory.resolve("changed-on-the-way.db");
        LegacyDatabase.create(dirty, LegacyDatabase.options().withScale(MoveFixture.SCALE));
        MoveFixture.execute(
                dirty, "UPDATE synths SET nome = nome || char(0), synth_group_id = 'grp_0badf00d' WHERE rowid = 3");
        Path file = workDirectory().resolve("changed.jsonl");
        Cli.Run run = data(
                        "copy",
                        dirty,
                        "--on-nul=escape",
                        "--on-orphan=drop-reference",
                        "--quarantine-file",
                        file.toString())
                .endsWith(ExitCode.DONE);
        assertTrue(run.out().contains("Changed: 1 values of synths.nome were changed (nul escaped)"), run::out);
        assertEquals(2, Files.readAllLines(file).size());
        data("verify", dirty).endsWith(ExitCode.DONE);
        Cli.Run wrong = data("copy", dirty, "--on-nul=drop").endsWith(ExitCode.USAGE);
        assertTrue(wrong.err().contains("must be quarantine or escape but was \"drop\""), wrong::err);
        data("copy", dirty, "--resume", "--restart").endsWith(ExitCode.USAGE);
        data("copy", dirty, "--rate-limit", "0").endsWith(ExitCode.USAGE);
        Cli.Run small = data("copy", dirty, "--chunk-size", "0.001").endsWith(ExitCode.USAGE);
        assertTrue(small.err().contains("--chunk-size must be 0.01-1000 but was 0.001"), small::err);
        data("copy", dirty, "--jobs", "0").endsWith(ExitCode.USAGE);
    }

    private static Path workDirectory() throws IOException {
        return Files.createDirectories(directory.resolve("work"));
    }

    /** Leaves the defects of a few kinds only. */
    private static List<PlantedRow> plant(Path file) {
        List<PlantedRow> all = LegacyDatabase.create(
                        file,
                        LegacyDatabase.options().withScale(MoveFixture.SCALE).withDirty(true))
                .planted();
        all.stream()
                .filter(row -> !DIRT.contains(row.kind()))
                .forEach(row ->
                        MoveFixture.execute(file, "DELETE FROM " + row.table() + " WHERE rowid = ?", row.rowid()));
        return all.stream().filter(row -> DIRT.contains(row.kind())).toList();
    }

    @Test
    void does_nothing_the_second_time() {
        copied();
        Cli.Run run = data("copy", source).endsWith(ExitCode.DONE);
        assertTrue(run.out().startsWith("Nothing to do: moved already, finished at "), run::out);
        assertEquals(sourceRows, MoveFixture.rows(target));
        data("verify", source).endsWith(ExitCode.DONE);
        Path other = MoveFixture.copyOf(source, directory.resolve("other.db"));
        Cli.Run refused = data("copy", other).endsWith(ExitCode.FAILED);
        assertTrue(refused.err().contains("a finished move of " + source + " is in it"), refused::err);
    }

    @Test
    void refuses_a_target_with_rows_and_keeps_them() {
        Cli.line("schema migrate --database", MoveFixture.url(target.url())).endsWith(ExitCode.DONE);
        target.execute("INSERT INTO assumption_log (id, timestamp, action) VALUES ('log_1', 'now', 'x')");
        Cli.Run run = data("copy", source).endsWith(ExitCode.FAILED);
        assertTrue(run.err().contains("assumption_log: the target has rows in this table"), run::err);
        assertTrue(run.err().contains("nothing was written; name an empty database"), run::err);
        assertEquals(1, MoveFixture.rows(target));
    }

    @Test
    void refuses_to_verify_what_has_no_schema() {
        Cli.Run run = data("verify", source).endsWith(ExitCode.FAILED);
        assertEquals(1, run.errors().size());
        assertTrue(run.err().contains("synthlab-db schema migrate"), run::err);
    }

    @Test
    void finds_a_bad_source_before_it_touches_the_target() throws IOException {
        Path missing = directory.resolve("missing.db");
        Path text = Files.writeString(directory.resolve("text.db"), "no database at all");
        assertUntouched(ExitCode.FAILED, "SQLite file " + missing + " does not exist; ", missing);
        assertUntouched(ExitCode.FAILED, "file " + text + " is not a SQLite database; ", text);
        assertUntouched(ExitCode.FAILED, "SQLite file " + directory + " is no regular file; ", directory);
        assertUntouched(ExitCode.USAGE, "--limit must be 1-100000 but was 0", source, "--limit", "0");
        Path embedded = directory.resolve("never");
        Cli.line("data copy --from", MoveFixture.url(missing), "--to", "embedded:" + embedded)
                .endsWith(ExitCode.FAILED);
        assertFalse(Files.exists(embedded));
    }

    private void assertUntouched(int code, String message, Path from, String... options) {
        Cli.Run run = data("copy", from, options).endsWith(code);
        assertTrue(run.err().startsWith("synthlab-db: " + message), run::err);
        assertEquals("", run.out());
        assertEquals(0, target.queryLong("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"));
    }

    @Test
    void goes_from_sqlite_to_postgresql_only() {
        String file = MoveFixture.url(source);
        String server = MoveFixture.url(target.url());
        Cli.Run source = Cli.line("data copy", "--from", server, "--to", server).endsWith(ExitCode.USAGE);
        assertTrue(source.err().contains("--from must be a SQLite file but is PostgreSQL"), source::err);
        Cli.Run backwards = Cli.line("data copy", "--from", file, "--to", file).endsWith(ExitCode.USAGE);
        assertTrue(backwards.err().contains("the target of a move must be PostgreSQL"), backwards::err);
    }

    @Test
    void leaves_a_file_without_rows_as_it_is() {
        try (TestDatabase empty = TestDatabase.migrated(DatabaseKind.SQLITE)) {
            Path file = Path.of(String.valueOf(empty.url().sqlitePath()));
            data("copy", file).endsWith(ExitCode.DONE);
            data("verify", file).endsWith(ExitCode.DONE);
        }
    }

    private static long number(JsonValue object, String member) {
        return object.get(member)
                .flatMap(JsonValue::asNumber)
                .map(BigDecimal::longValueExact)
                .orElseThrow();
    }

    private static String text(JsonValue object, String member) {
        return object.get(member).flatMap(JsonValue::asText).orElseThrow();
    }
}
