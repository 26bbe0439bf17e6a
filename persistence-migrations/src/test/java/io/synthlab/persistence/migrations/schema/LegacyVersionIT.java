package io.synthlab.persistence.migrations.schema;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.synthlab.persistence.error.SchemaMismatchException;
import io.synthlab.persistence.migrations.BaselineOptions;
import io.synthlab.persistence.migrations.BaselineReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Versions of the original are told apart by their columns. */
class LegacyVersionIT {
    /** What the original's initialisation adds to a file of version 14. */
    private static final String DOCUMENTS = """
            CREATE TABLE experiment_documents (
                id TEXT PRIMARY KEY,
                experiment_id TEXT NOT NULL REFERENCES experiments(id) ON DELETE CASCADE,
                document_type TEXT NOT NULL CHECK (document_type IN ('summary', 'prfaq', 'executive_summary')),
                markdown_content TEXT NOT NULL,
                metadata TEXT CHECK (json_valid(metadata) OR metadata IS NULL),
                generated_at TEXT NOT NULL,
                model TEXT DEFAULT 'gpt-4o-mini',
                status TEXT NOT NULL DEFAULT 'completed'
                    CHECK (status IN ('pending', 'generating', 'completed', 'failed', 'partial')),
                error_message TEXT,
                UNIQUE (experiment_id, document_type)
            )
            """;

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
             7 | interview_guide analysis_cache explorations scenario_nodes experiment_documents sensitivity_results chart_insights | research_executions.additional_context experiments.status analysis_runs.scenario_id
             8 | analysis_cache explorations scenario_nodes experiment_documents sensitivity_results chart_insights | experiments.status analysis_runs.scenario_id
            10 | analysis_cache explorations scenario_nodes experiment_documents | analysis_runs.scenario_id
            11 | analysis_cache explorations scenario_nodes experiment_documents | ''
            12 | explorations scenario_nodes experiment_documents | ''
            13 | experiment_documents | scenario_nodes.short_action
            14 | experiment_documents | ''
            """)
    void an_older_file_is_lifted_and_keeps_what_it_has(int version, String tables, String columns) throws Exception {
        LegacyFixture file = legacy(version);
        var before = file.values();

        BaselineReport report = file.schema().baseline(BaselineOptions.defaults());

        assertEquals("version " + version + " of the original", report.recognised());
        assertEquals(words(tables), report.addedTables());
        assertEquals(words(columns), report.addedColumns());
        assertEquals(List.of(), report.repaired());
        var after = file.values();
        after.keySet().retainAll(before.keySet());
        assertEquals(before, after);
        assertTrue(before.get("research_executions.summary_content").stream().anyMatch(value -> value.contains("#")));
        assertTrue(before.get("prfaq_metadata.exec_id").size() > 0);
        assertEquals(version == 7, before.containsKey("topic_guides_cache.content"));
        assertEquals(before, new LegacyFixture(report.backup().orElseThrow()).values());
        assertCanGoOn(file);
    }

    @Test
    void what_a_lifted_column_holds_is_its_default_and_its_check_is_in_force() throws Exception {
        LegacyFixture file = legacy(7);
        file.schema().baseline(BaselineOptions.defaults());
        var after = file.values();
        assertTrue(after.get("experiments.status").stream().allMatch(value -> value.endsWith(":'active'")));
        assertTrue(after.get("analysis_runs.scenario_id").stream().allMatch(value -> value.endsWith(":'baseline'")));
        assertTrue(after.get("research_executions.additional_context").stream()
                .allMatch(value -> value.endsWith(":NULL")));
        assertThrows(SQLException.class, () -> file.execute("UPDATE experiments SET status = 'archived'"));
    }

    @Test
    void a_file_of_early_version_8_gets_its_context_column() throws Exception {
        LegacyFixture file = legacy(8);
        file.execute("ALTER TABLE research_executions DROP COLUMN additional_context");
        BaselineReport report = file.schema().baseline(BaselineOptions.defaults());
        assertEquals("version 8 of the original, partly lifted from an older version", report.recognised());
        assertTrue(report.addedColumns().contains("research_executions.additional_context"));
        assertCanGoOn(file);
    }

    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(" "));
    }

    private static void assertCanGoOn(LegacyFixture file) {
        assertEquals(1, file.schema().migrate().size());
        assertTrue(file.schema().status().isCurrent());
        assertEquals(List.of(), file.schema().check().differences());
    }

    @Test
    void a_file_of_version_14_that_the_original_lifted_is_taken_over() throws Exception {
        LegacyFixture file = legacy(14);
        file.execute(
                DOCUMENTS,
                "CREATE INDEX idx_experiment_documents_experiment ON experiment_documents (experiment_id)",
                "CREATE INDEX idx_experiment_documents_type ON experiment_documents (document_type)",
                "CREATE INDEX idx_experiment_documents_status ON experiment_documents (status)");
        BaselineReport report = file.schema().baseline(BaselineOptions.defaults());
        assertEquals("version 15 of the original, lifted from an older version", report.recognised());
        assertEquals(
                List.of("column research_executions.summary_content is not part of version 15 (text)"),
                report.tolerated());
    }

    @Test
    void a_file_of_version_7_that_the_original_lifted_is_taken_over() throws Exception {
        LegacyFixture file = legacy(15);
        // What its own upgrade code does: columns at the end, without their checks.
        file.execute(
                "ALTER TABLE experiments DROP COLUMN status",
                "ALTER TABLE experiments ADD COLUMN status TEXT NOT NULL DEFAULT 'active'",
                "CREATE INDEX idx_experiments_status ON experiments (status)",
                "ALTER TABLE analysis_runs DROP COLUMN scenario_id",
                "ALTER TABLE analysis_runs ADD COLUMN scenario_id TEXT NOT NULL DEFAULT 'baseline'",
                "ALTER TABLE research_executions ADD COLUMN summary_content TEXT",
                "CREATE TABLE topic_guides_cache (topic TEXT PRIMARY KEY, content TEXT)");
        var before = file.rows();

        BaselineReport report = file.schema().baseline(BaselineOptions.defaults());

        assertEquals("version 15 of the original, lifted from an older version", report.recognised());
        assertEquals(
                List.of(
                        "table topic_guides_cache is not part of version 15",
                        "column research_executions.summary_content is not part of version 15 (text)",
                        "index idx_experiments_status on experiments is not part of version 15 (status)",
                        "check of experiments.status is missing (status in ('active', 'deleted'))"),
                report.tolerated().stream()
                        .sorted(Comparator.comparing(LegacyVersionIT::place))
                        .toList());
        assertEquals(before, file.rows());
    }

    private static int place(String line) {
        return List.of("table", "column", "index", "check").indexOf(line.split(" ")[0]);
    }

    @Test
    void a_lifted_file_without_additional_context_gets_it() throws Exception {
        LegacyFixture file = legacy(15);
        file.execute("ALTER TABLE research_executions DROP COLUMN additional_context");
        BaselineReport report = file.schema().baseline(BaselineOptions.defaults());
        assertEquals("version 15 of the original, partly lifted from an older version", report.recognised());
        assertEquals(List.of("research_executions.additional_context"), report.addedColumns());
        assertCanGoOn(file);
    }

    @Test
    void a_file_whose_lifting_by_the_original_was_cut_off_is_lifted_whole() throws Exception {
        LegacyFixture file = legacy(7);
        // It makes tables first and columns then.
        file.execute(DOCUMENTS, "CREATE INDEX idx_experiment_documents_type ON experiment_documents (document_type)");
        BaselineReport report = file.schema().baseline(BaselineOptions.defaults());
        assertEquals("version 15 of the original, partly lifted from an older version", report.recognised());
        assertTrue(report.tolerated()
                .contains("index idx_experiment_documents_status on experiment_documents is missing (status)"));
        assertCanGoOn(file);
    }

    @Test
    void files_up_to_version_6_are_refused_by_what_is_seen() throws Exception {
        assertRefused(
                sqlite(
                        "v1.db",
                        "CREATE TABLE synths (id TEXT PRIMARY KEY, arquetipo TEXT, demografia TEXT)",
                        "CREATE TABLE research_executions (exec_id TEXT PRIMARY KEY, summary_path TEXT)",
                        "CREATE TABLE transcripts (id INTEGER PRIMARY KEY AUTOINCREMENT, file_path TEXT)",
                        "CREATE TABLE schema_migrations (version INTEGER)"),
                "it is of version 6 or older",
                "column research_executions.summary_path (first version 1)",
                "column synths.demografia (at most version 3)",
                "column transcripts.id of type integer (at most version 6)");
        assertRefused(
                sqlite(
                        "v6.db",
                        "CREATE TABLE experiments (id TEXT PRIMARY KEY, name TEXT)",
                        "CREATE TABLE synths (id TEXT PRIMARY KEY, synth_group_id TEXT, data TEXT)",
                        "CREATE TABLE synth_outcomes (id INTEGER PRIMARY KEY, simulation_id TEXT)"),
                "it is of version 6 or older",
                "column synth_outcomes.simulation_id (version 5 or 6)",
                "no column experiments.scorecard_data (version 6)");
    }

    @Test
    void a_half_lifted_file_is_refused() throws Exception {
        assertRefused(
                sqlite(
                        "half.db",
                        "CREATE TABLE synths (id TEXT PRIMARY KEY, data TEXT)",
                        "CREATE TABLE experiments (id TEXT PRIMARY KEY, scorecard_data TEXT)",
                        "CREATE TABLE analysis_runs (id TEXT PRIMARY KEY)"),
                "it is half-lifted",
                "no column synths.synth_group_id (at most version 5)");
    }

    @Test
    void files_of_something_else_are_refused() throws Exception {
        assertRefused(sqlite("orders.db", "CREATE TABLE orders (id TEXT)"), "it holds no table of the original");
        assertRefused(
                sqlite("lab.db", "CREATE TABLE experiments (id TEXT, scorecard_data TEXT)"),
                "it is not a file of the original, missing: synth_groups, synths");
    }

    private LegacyFixture legacy(int version) throws IOException {
        return LegacyFixture.create(
                directory.resolve("v" + version + ".db"),
                LegacyFixture.options().withSchemaVersion(version));
    }

    private LegacyFixture sqlite(String name, String... statements) throws SQLException {
        LegacyFixture file = new LegacyFixture(directory.resolve(name));
        file.execute(statements);
        return file;
    }

    private static void assertRefused(LegacyFixture file, String... parts) throws Exception {
        byte[] before = Files.readAllBytes(file.file());
        SchemaMismatchException error =
                assertThrows(SchemaMismatchException.class, () -> file.schema().baseline(BaselineOptions.defaults()));
        for (String part : parts) {
            assertTrue(error.getMessage().contains(part), error.getMessage());
        }
        assertTrue(error.getMessage().contains("nothing was changed"), error.getMessage());
        assertArrayEquals(before, Files.readAllBytes(file.file()));
    }
}
