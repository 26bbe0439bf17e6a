package io.synthlab.persistence.migrations.mover.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.synthlab.persistence.migrations.mover.MoveOptions;
import io.synthlab.persistence.migrations.mover.MoveOptions.NulPolicy;
import io.synthlab.persistence.migrations.mover.MoveOptions.OrphanPolicy;
import io.synthlab.persistence.migrations.mover.SourceFixture;
import io.synthlab.persistence.migrations.mover.report.Problem;
import io.synthlab.persistence.migrations.mover.report.Progress;
import io.synthlab.persistence.migrations.mover.report.ProgressListener;
import io.synthlab.persistence.migrations.mover.report.Rule;
import io.synthlab.persistence.migrations.mover.source.SourceDatabase;
import io.synthlab.persistence.migrations.mover.source.SourceFile;
import io.synthlab.persistence.migrations.mover.source.SourceLayout;
import io.synthlab.persistence.migrations.mover.source.SurplusTable;
import io.synthlab.persistence.migrations.mover.source.WorkPlace;
import io.synthlab.persistence.migrations.mover.work.Chunk;
import io.synthlab.persistence.migrations.mover.work.ProgressBoard;
import io.synthlab.persistence.migrations.mover.work.RateLimit;
import io.synthlab.persistence.migrations.mover.work.Workers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScreenIT {
    private static final int LIMIT = 100;

    @TempDir
    static Path directory;

    private static Path clean;

    /** Bytes of a row at most; a test that makes it smaller puts it back. */
    private static long largestRow = 1_000_000_000;

    @BeforeAll
    static void createSource() {
        clean = SourceFixture.clean(directory);
    }

    /** Screens a copy of the clean file after some statements. */
    private static List<Problem> problems(String... statements) {
        return problems(MoveOptions.DEFAULTS, statements);
    }

    private static List<Problem> problems(MoveOptions options, String... statements) {
        return screened(
                options,
                (layout, store, source) -> {
                    List<Problem> problems = new ArrayList<>(layout.problems());
                    new RecordedRows(store, source)
                            .all()
                            .forEach(row -> row.findings().stream()
                                    .filter(reason -> reason.rule() != null)
                                    .forEach(reason -> problems.add(new Problem(
                                            row.table().name(),
                                            row.key(),
                                            row.rowid(),
                                            reason.column(),
                                            reason.rule(),
                                            reason.text()))));
                    return problems;
                },
                statements);
    }

    private interface Look<T> {
        T at(SourceLayout layout, FindingStore store, SourceDatabase source);
    }

    private static <T> T screened(MoveOptions options, Look<T> look, String... statements) {
        Path file = SourceFixture.copy(clean, UUID.randomUUID() + ".db");
        SourceFixture.execute(file, statements);
        try (WorkPlace place = WorkPlace.create(directory)) {
            SourceFile state = SourceFile.take(file, true, place);
            try (SourceDatabase source = SourceDatabase.open(state, false);
                    FindingStore store = FindingStore.open(state, place.findings())) {
                SourceLayout layout = SourceLayout.inspect(source);
                if (layout.problems().isEmpty()) {
                    List<Chunk> chunks = layout.present().stream()
                            .flatMap(table -> source.chunks(table, 10_000).stream())
                            .toList();
                    ProgressBoard board = new ProgressBoard(
                            ProgressListener.NONE, Progress.Phase.SCREEN, layout.rowsByName(), RateLimit.NONE);
                    new Screening(state, layout, options, store, (table, columns, row) -> true, largestRow)
                            .run(chunks, new Workers(2), board);
                }
                return look.at(layout, store, source);
            }
        }
    }

    /** Puts a value into one column of a table's last row. */
    private static String set(String table, String column, String value) {
        return "UPDATE %s SET %s = %s WHERE rowid = (SELECT max(rowid) FROM %1$s)".formatted(table, column, value);
    }

    /** Takes type and NOT NULL away from a column, as files of other tools may have it. */
    private static String loosen(String definition, String column) {
        return "UPDATE sqlite_master SET sql = replace(sql, '%s', '%s')".formatted(definition, column);
    }

    @Test
    void finds_nothing_in_a_clean_file() {
        assertEquals(List.of(), problems());
    }

    @ParameterizedTest(name = "{0}: {1}.{2} = {3}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "N1  ; transcripts ; turn_count ; 'seis'",
                "N1  ; transcripts ; turn_count ; ''",
                "N1  ; transcripts ; turn_count ; '0x10'",
                "N1  ; explorations ; total_nodes ; 'many'",
                "N1  ; transcripts ; turn_count ; x'31'",
                "N1  ; region_analyses ; failure_delta ; 'NaN'",
                "N1  ; region_analyses ; failure_delta ; x'00'",
                "N2  ; transcripts ; turn_count ; 2.5",
                "N2  ; transcripts ; turn_count ; 1e-9",
                "N3  ; transcripts ; turn_count ; 2147483648",
                "N3  ; transcripts ; turn_count ; -2147483649",
                "N3  ; transcripts ; turn_count ; 9223372036854775807",
                "N4  ; transcripts ; turn_count ; 9223372036854775808",
                "N4  ; transcripts ; turn_count ; -1e19",
                "N7  ; explorations ; best_success_rate ; 9e999",
                "N7  ; scenario_nodes ; execution_time_seconds ; -9e999",
                "N11 ; synths ; nome ; x'41'",
                "N11 ; synths ; nome ; x''",
                "N11 ; synth_groups ; id ; x'41'",
                "T1  ; synths ; nome ; 'a' || char(0) || 'b'",
                "T1  ; synths ; id ; 'abc123' || char(0)",
                "T2  ; synths ; nome ; CAST(x'4AE9' AS TEXT)",
                "T2  ; synths ; nome ; CAST(x'EDA080' AS TEXT)",
                "T2  ; synths ; nome ; CAST(x'C0AF' AS TEXT)",
                "T2  ; synths ; nome ; CAST(x'F09F98' AS TEXT)",
                "T5  ; synths ; id ; NULL",
                "T5  ; assumption_log ; id ; NULL",
                "J1  ; synths ; data ; '[NaN]'",
                "J2  ; synths ; data ; '{nope'",
                "J4  ; synths ; data ; '[\"\\u0000\"]'",
                "J5  ; synths ; data ; '[\"\\ud800\"]'",
                "J6  ; synths ; data ; '{}' || char(0) || 'junk'",
                "J7  ; synths ; data ; CAST(x'22E922' AS TEXT)",
                "J8  ; synths ; data ; x'7B7D'",
                "J9  ; synths ; data ; '{\"a\": 1, \"a\": 1}'",
                "J12 ; synths ; data ; '1e200000'",
                "J14 ; synths ; data ; ''",
                "J15 ; synths ; data ; '\"' || char(1) || '\"'",
                "C1  ; synths ; synth_group_id ; 'grp_0badf00d'",
                "C1  ; scenario_nodes ; parent_id ; 'node_0badf00d'",
                "C1  ; transcripts ; exec_id ; 'batch_gone'",
                "C2  ; experiments ; status ; 'archived'",
                "C2  ; experiments ; status ; 'Active'",
                "C2  ; experiments ; name ; printf('%.101c', 'N')",
                "C2  ; experiments ; hypothesis ; printf('%.501c', 'h')",
                "C2  ; experiments ; description ; printf('%.2001c', 'd')",
                "C2  ; explorations ; best_success_rate ; 1.5",
                "C2  ; explorations ; best_success_rate ; -1e-300",
                "C2  ; explorations ; current_depth ; -1",
                "C2  ; scenario_nodes ; depth ; -1",
                "C2  ; scenario_nodes ; execution_time_seconds ; -0.5",
                "C2  ; scenario_nodes ; node_status ; 'pruned'",
                "C2  ; experiment_documents ; document_type ; 'memo'",
                "C2  ; prfaq_metadata ; validation_status ; 'needs_review'"
            })
    void names_table_key_column_and_rule(Rule rule, String table, String column, String value) {
        List<Problem> problems = problems(set(table, column, value));
        Problem problem = problems.stream()
                .filter(each -> each.rule() == rule)
                .findFirst()
                .orElseThrow(() -> new AssertionError(problems.toString()));
        assertEquals(table, problem.table());
        assertEquals(column, problem.column());
        assertTrue(problem.rowid() != null && problem.key() != null, problem::toString);
        assertTrue(problem.toString().contains(rule.name()), problem::toString);
    }

    @ParameterizedTest(name = "{0}: {3} in {1}.{2}")
    @CsvSource({
        "N9, synth_groups, name, 5, name TEXT NOT NULL, name NOT NULL",
        "N9, synth_groups, name, 1.5, name TEXT NOT NULL, name NOT NULL",
        "N5, region_analyses, failure_delta, 9007199254740993, failure_delta REAL NOT NULL, failure_delta",
        "C3, synth_groups, name, NULL, name TEXT NOT NULL, name TEXT",
        "C3, region_analyses, failure_delta, NULL, failure_delta REAL NOT NULL, failure_delta REAL"
    })
    void finds_what_looser_definitions_let_in(
            Rule rule, String table, String column, String value, String definition, String looser) {
        Path file = SourceFixture.copy(clean, UUID.randomUUID() + ".db");
        SourceFixture.execute(file, loosen(definition, looser));
        Path was = clean;
        try {
            clean = file;
            Problem problem = problems(set(table, column, value)).get(0);
            assertEquals(rule, problem.rule());
            assertEquals(column, problem.column());
        } finally {
            clean = was;
        }
    }

    @ParameterizedTest(name = "{0}.{1} = {2}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "experiments ; name ; replace(printf('%.100c', 'x'), 'x', char(128512))",
                "experiments ; description ; NULL",
                "region_analyses ; failure_delta ; 9e999",
                "region_analyses ; failure_delta ; 5e-324",
                "region_analyses ; failure_delta ; -0.0",
                "transcripts ; turn_count ; '12'",
                "transcripts ; turn_count ; -2147483648",
                "transcripts ; messages ; NULL",
                "synths ; nome ; ''",
                "synths ; nome ; 'e' || char(769) || ' '",
                "synths ; data ; 'null'",
                "synths ; data ; '1e131071'",
                "synths ; data ; '\"' || char(127) || '\"'",
                "explorations ; best_success_rate ; 1",
                "synth_outcomes ; id ; NULL"
            })
    void lets_pass_what_arrives_equal(String table, String column, String value) {
        assertEquals(List.of(), problems(set(table, column, value)));
    }

    @Test
    void reports_every_row_of_a_repeated_key() {
        String columns = "id, exec_id, synth_id, synth_name, status, turn_count, timestamp, messages";
        List<Problem> problems = problems(
                "CREATE TABLE loose (id TEXT PRIMARY KEY, exec_id TEXT, synth_id TEXT, synth_name TEXT, status TEXT,"
                        + " turn_count INTEGER, timestamp TEXT, messages TEXT)",
                "INSERT INTO loose SELECT %s FROM transcripts".formatted(columns),
                "INSERT INTO loose SELECT %s FROM transcripts WHERE id IS NULL LIMIT 1".formatted(columns),
                "DROP TABLE transcripts",
                "ALTER TABLE loose RENAME TO transcripts");
        assertEquals(
                List.of(Rule.C4, Rule.C4), problems.stream().map(Problem::rule).toList());
        assertEquals("exec_id, synth_id", problems.get(0).column());
    }

    @Test
    void never_repeats_a_stored_value() {
        String secret = "geheimnis";
        List<Problem> problems = problems(
                set("synths", "nome", "'" + secret + "' || char(0)"),
                set("synths", "data", "'{" + secret + "'"),
                set("experiments", "status", "'" + secret + "'"),
                set("transcripts", "turn_count", "'" + secret + "'"),
                set("synth_groups", "id", "'" + secret + "' || char(0)"));
        assertEquals(
                5,
                problems.stream()
                        .filter(each -> each.rule() != Rule.DEPENDS && each.rule() != Rule.C1)
                        .count(),
                problems::toString);
        String reasons = problems.stream().map(Problem::reason).toList().toString();
        assertFalse(reasons.contains(secret), reasons);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CREATE TABLE other (a)", "ALTER TABLE synths ADD COLUMN arquetipo TEXT"})
    void notes_surplus_without_content_and_keeps_it_with(String definition) {
        Look<List<SurplusTable>> surplus = (layout, store, source) -> layout.surplus();
        assertEquals(List.of(), screened(MoveOptions.DEFAULTS, surplus, definition));
        String fill = definition.startsWith("CREATE")
                ? "INSERT INTO other VALUES (NULL)"
                : "UPDATE synths SET arquetipo = '' WHERE rowid = 1";
        List<SurplusTable> found = screened(MoveOptions.DEFAULTS, surplus, definition, fill);
        assertEquals(1, found.size());
        assertEquals(definition.startsWith("CREATE"), !found.get(0).isColumns());
    }

    @Test
    void rows_that_are_too_large_are_not_even_loaded() {
        largestRow = 300_000;
        try {
            List<Problem> problems = problems(set("synths", "descricao", "printf('%.300000c', 'x')"));
            assertEquals(List.of(Rule.T9), problems.stream().map(Problem::rule).toList());
            assertEquals("synths", problems.get(0).table());
        } finally {
            largestRow = 1_000_000_000;
        }
    }

    @Test
    void rows_that_refer_to_a_row_in_quarantine_go_with_it_and_say_why() {
        List<Problem> problems = problems(
                "UPDATE experiments SET status = 'archived' WHERE rowid = 1",
                "DELETE FROM scenario_nodes WHERE exploration_id NOT IN (SELECT id FROM explorations)");
        assertEquals(Rule.C2, problems.get(0).rule());
        assertTrue(problems.size() > 3, problems::toString);
        List<Problem> others = problems.subList(1, problems.size());
        assertTrue(others.stream().allMatch(each -> each.rule() == Rule.DEPENDS), problems::toString);
        assertTrue(others.stream().anyMatch(each -> each.reason().contains("experiments rowid 1")), problems::toString);
        assertTrue(others.stream().anyMatch(each -> each.table().equals("synth_outcomes")), problems::toString);
    }

    @Test
    void nul_is_escaped_where_asked_but_not_in_keys_nor_past_a_check() {
        MoveOptions escape = new MoveOptions(NulPolicy.ESCAPE, OrphanPolicy.QUARANTINE, true);
        assertEquals(
                List.of(),
                problems(
                        escape,
                        set("synths", "nome", "'a' || char(0) || 'b'"),
                        set("synths", "data", "'[\"\\u0000\", \"\\\\u0000\"]'")));
        assertEquals(
                Rule.T1,
                problems(escape, set("assumption_log", "id", "'a' || char(0)"))
                        .get(0)
                        .rule());
        assertEquals(
                Rule.C2,
                problems(escape, set("experiments", "name", "'a' || char(0) || printf('%.200c', 'b')"))
                        .get(0)
                        .rule());
    }

    @Test
    void references_are_dropped_where_asked_and_where_null_may_stand() {
        MoveOptions drop = new MoveOptions(NulPolicy.QUARANTINE, OrphanPolicy.DROP_REFERENCE, true);
        assertEquals(List.of(), problems(drop, set("synths", "synth_group_id", "'grp_0badf00d'")));
        assertEquals(
                Rule.C1,
                problems(drop, set("transcripts", "exec_id", "'batch_gone'"))
                        .get(0)
                        .rule());
    }

    @Test
    void ids_that_are_null_stay_so_where_asked() {
        MoveOptions none = new MoveOptions(NulPolicy.QUARANTINE, OrphanPolicy.QUARANTINE, false);
        assertTrue(problems(none).stream().allMatch(each -> each.rule() == Rule.T5));
        assertFalse(problems(none).isEmpty());
    }

    @Test
    void passes_files_without_the_older_tables_and_with_other_column_orders() {
        assertEquals(List.of(), problems("DROP TABLE prfaq_metadata", "DROP TABLE assumption_log"));
        assertEquals(
                List.of(),
                problems(
                        "CREATE TABLE fresh (created_at TEXT, description TEXT, name TEXT, id TEXT PRIMARY KEY)",
                        "INSERT INTO fresh SELECT created_at, description, name, id FROM synth_groups",
                        "DROP TABLE synth_groups",
                        "ALTER TABLE fresh RENAME TO synth_groups"));
    }

    @Test
    void passes_what_later_versions_added_and_refuses_what_every_version_has() {
        assertEquals(
                List.of(),
                problems("DROP TABLE experiment_documents", "ALTER TABLE scenario_nodes DROP COLUMN short_action"));
        List<Problem> problems = problems("ALTER TABLE synths RENAME COLUMN nome TO name");
        assertEquals("nome", problems.get(0).column());
        assertTrue(problems.stream().allMatch(each -> each.rule() == Rule.LAYOUT), problems::toString);
        assertTrue(problems("ALTER TABLE experiments DROP COLUMN scorecard_data")
                .get(0)
                .reason()
                .contains("no column experiments.scorecard_data (version 6)"));
    }
}
