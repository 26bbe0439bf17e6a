package io.synthlab.persistence.migrations.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.synthlab.persistence.error.SchemaMismatchException;
import io.synthlab.persistence.migrations.BaselineOptions;
import io.synthlab.persistence.migrations.BaselineReport;
import io.synthlab.persistence.migrations.SchemaStatus.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The one table of differences a file of version 15 may and may not have. */
class ToleranceIT {
    private static final String COPY_GUIDE = "CREATE TABLE other AS SELECT * FROM interview_guide";

    @TempDir
    private static Path directory;

    private static LegacyFixture original;

    /** Makes a file differ. */
    @FunctionalInterface
    interface Change {
        void apply(LegacyFixture file) throws SQLException;
    }

    /**
     * One line of the table.
     *
     * @param what the difference, in words
     * @param change how the file gets it
     * @param message part of what the report or the refusal says
     */
    record Case(String what, Change change, String message) {
        @Override
        public String toString() {
            return what;
        }
    }

    @BeforeAll
    static void create() throws IOException {
        original = LegacyFixture.create(directory.resolve("original.db"), LegacyFixture.options());
    }

    static Stream<Case> tolerated() {
        return Stream.of(
                sql("other column order", """
                        CREATE TABLE guide (created_at TEXT NOT NULL, questions TEXT, updated_at TEXT,
                            context_examples TEXT, context_definition TEXT,
                            experiment_id TEXT PRIMARY KEY REFERENCES experiments(id) ON DELETE CASCADE);
                        DROP TABLE interview_guide;
                        ALTER TABLE guide RENAME TO interview_guide""", ""),
                definition(
                        "status of experiments added by ALTER TABLE, without its check",
                        "experiments",
                        "CHECK (status IN ('active', 'deleted'))",
                        "",
                        "check of experiments.status is missing"),
                definition(
                        "a missing length check",
                        "experiments",
                        "CHECK (length(name) <= 100)",
                        "",
                        "check of experiments.name is missing"),
                definition(
                        "a missing JSON check",
                        "transcripts",
                        "CHECK (json_valid(messages))",
                        "",
                        "check of transcripts.messages is missing"),
                definition(
                        "an older default",
                        "prfaq_metadata",
                        "'gpt-4o-mini'",
                        "'gpt-5-mini'",
                        "default of prfaq_metadata.model is \"'gpt-5-mini'\" instead of"),
                definition(
                        "a missing default", "transcripts", "DEFAULT 'pending'", "", "default of transcripts.status"),
                definition("another type of the same affinity", "synths", "nome TEXT", "nome VARCHAR(80)", ""),
                definition(
                        "a key column that is NOT NULL",
                        "synths",
                        "id TEXT PRIMARY KEY",
                        "id TEXT NOT NULL PRIMARY KEY",
                        ""),
                sql(
                        "the column that older files keep",
                        "ALTER TABLE research_executions ADD COLUMN summary_content TEXT",
                        "column research_executions.summary_content is not part of version 15"),
                sql(
                        "a surplus column with a default",
                        "ALTER TABLE synths ADD COLUMN stars INTEGER NOT NULL DEFAULT 0",
                        "column synths.stars is not part of version 15"),
                sql(
                        "the index of lifted files",
                        "CREATE INDEX idx_experiments_status ON experiments (status)",
                        "index idx_experiments_status on experiments is not part of version 15"),
                sql("a missing index", "DROP INDEX idx_synths_nome", "index idx_synths_nome on synths is missing"),
                sql(
                        "an index in the other direction",
                        "DROP INDEX idx_synths_created_at; CREATE INDEX idx_synths_created_at ON synths (created_at)",
                        "index idx_synths_created_at on synths is \"created_at\" instead of \"created_at desc\""),
                sql("a table of versions before 8", "CREATE TABLE topic_guides_cache (id TEXT)", "topic_guides_cache"),
                sql(
                        "a table of versions before 4",
                        "CREATE TABLE schema_migrations (version INTEGER)",
                        "schema_migrations"),
                sql("somebody's copy of a table", COPY_GUIDE, "table other is not part of version 15"),
                sql("no assumption_log", "DROP TABLE assumption_log", ""),
                sql("no older table at all", "DROP TABLE assumption_log; DROP TABLE prfaq_metadata", ""));
    }

    static Stream<Case> refused() {
        return Stream.of(
                sql(
                        "a renamed column",
                        "ALTER TABLE synths RENAME COLUMN nome TO name",
                        "column synths.nome is missing (text)"),
                sql(
                        "an older table of another shape",
                        "ALTER TABLE prfaq_metadata RENAME COLUMN json_content TO json_path",
                        "column prfaq_metadata.json_content is missing"),
                definition(
                        "another type",
                        "synths",
                        "nome TEXT",
                        "nome INTEGER",
                        "column synths.nome is \"integer\" instead of \"text\""),
                definition(
                        "a column that may be null",
                        "synths",
                        "nome TEXT NOT NULL",
                        "nome TEXT",
                        "NOT NULL of synths.nome is missing"),
                definition(
                        "a column that may not be null",
                        "synths",
                        "descricao TEXT",
                        "descricao TEXT NOT NULL",
                        "NOT NULL of synths.descricao is not part of version 15"),
                sql(
                        "a surplus column that every row needs",
                        "DROP TABLE chart_insights; CREATE TABLE chart_insights (id TEXT PRIMARY KEY, simulation_id TEXT"
                                + " NOT NULL, insight_type TEXT NOT NULL, response_json TEXT NOT NULL CHECK"
                                + " (json_valid(response_json)), created_at TEXT NOT NULL DEFAULT (datetime('now')),"
                                + " updated_at TEXT NOT NULL DEFAULT (datetime('now')), author TEXT NOT NULL, UNIQUE"
                                + " (simulation_id, insight_type))",
                        "NOT NULL of chart_insights.author is not part of version 15"),
                sql(
                        "a missing unique key",
                        "DROP TABLE chart_insights; CREATE TABLE chart_insights (id TEXT PRIMARY KEY, simulation_id TEXT"
                                + " NOT NULL, insight_type TEXT NOT NULL, response_json TEXT NOT NULL CHECK"
                                + " (json_valid(response_json)), created_at TEXT NOT NULL DEFAULT (datetime('now')),"
                                + " updated_at TEXT NOT NULL DEFAULT (datetime('now')))",
                        "unique key of chart_insights(simulation_id, insight_type) is missing"),
                sql(
                        "a surplus unique key",
                        "CREATE UNIQUE INDEX one_guide_a_day ON interview_guide (created_at)",
                        "unique key of interview_guide(created_at) is not part of version 15"),
                sql(
                        "another primary key",
                        "DROP TABLE assumption_log; CREATE TABLE assumption_log (id TEXT, timestamp TEXT NOT NULL, action"
                                + " TEXT NOT NULL, scorecard_id TEXT, simulation_id TEXT, data TEXT, user TEXT)",
                        "primary key of assumption_log is missing (id)"),
                definition(
                        "another delete action",
                        "transcripts",
                        "ON DELETE CASCADE",
                        "",
                        "foreign key of transcripts.exec_id is \"research_executions(exec_id) on delete no action\""),
                definition(
                        "a missing foreign key",
                        "interview_guide",
                        "REFERENCES experiments(id) ON DELETE CASCADE",
                        "",
                        "foreign key of interview_guide.experiment_id is missing"),
                definition(
                        "a check that refuses a value of today",
                        "research_executions",
                        "'generating_summary', ",
                        "",
                        "check of research_executions.status is \"stricter\""),
                definition(
                        "a surplus check",
                        "transcripts",
                        "status TEXT NOT NULL",
                        "status TEXT NOT NULL CHECK (status IN ('pending', 'completed'))",
                        "check of transcripts is not part of version 15"));
    }

    @ParameterizedTest
    @MethodSource
    void tolerated(Case line) throws Exception {
        LegacyFixture file = changed(line);
        BaselineReport report = file.schema().baseline(BaselineOptions.defaults());
        if (line.message().isEmpty()) {
            assertEquals(List.of(), report.tolerated());
        } else {
            assertEquals(1, report.tolerated().size(), report.tolerated().toString());
            assertTrue(
                    report.tolerated().get(0).contains(line.message()),
                    report.tolerated().toString());
        }
        file.schema().migrate();
        assertTrue(file.schema().status().isCurrent());
        assertEquals(List.of(), file.schema().check().differences());
    }

    @ParameterizedTest
    @MethodSource
    void refused(Case line) throws Exception {
        LegacyFixture file = changed(line);
        var before = file.rows();
        SchemaMismatchException error =
                assertThrows(SchemaMismatchException.class, () -> file.schema().baseline(BaselineOptions.defaults()));
        assertTrue(error.getMessage().contains(line.message()), error.getMessage());
        assertTrue(error.getMessage().contains("nothing was changed"), error.getMessage());
        assertTrue(error.getMessage().contains("--repair"), error.getMessage());
        assertEquals(before, file.rows());
        assertEquals(State.LEGACY, file.schema().status().state());
    }

    static Stream<Case> repaired() {
        return Stream.concat(tolerated(), refused()).filter(line -> !line.what().equals("a renamed column"));
    }

    @ParameterizedTest
    @MethodSource
    void repaired(Case line) throws Exception {
        LegacyFixture file = changed(line);
        var before = file.values();

        BaselineReport report =
                file.schema().baseline(BaselineOptions.defaults().repairing());

        List<String> told = new ArrayList<>(report.repaired());
        told.addAll(report.tolerated());
        assertEquals(
                !line.message().isEmpty(),
                told.stream()
                        .anyMatch(text ->
                                text.contains(line.message()) && !line.message().isEmpty()),
                told.toString());
        assertEquals(before, kept(file.values(), before));
        assertNothingToRepair(file);
        file.schema().migrate();
        assertTrue(file.schema().status().isCurrent());
        assertEquals(List.of(), file.schema().check().differences());
    }

    private static Map<String, List<String>> kept(Map<String, List<String>> after, Map<String, List<String>> before) {
        after.keySet().retainAll(before.keySet());
        return after;
    }

    private static void assertNothingToRepair(LegacyFixture file) throws SQLException {
        try (Connection connection = file.connect();
                EmptyCopy copy = EmptyCopy.of(connection)) {
            assertEquals(List.of(), Repair.of(copy).repaired());
        }
    }

    private static LegacyFixture changed(Case line) throws IOException, SQLException {
        Path directory = Files.createTempDirectory(ToleranceIT.directory, "case");
        Path file = Files.copy(original.file(), directory.resolve("legacy.db"));
        LegacyFixture fixture = new LegacyFixture(file);
        line.change().apply(fixture);
        return fixture;
    }

    private static Case sql(String what, String statements, String message) {
        return new Case(what, file -> file.execute(statements.split(";\\s*")), message);
    }

    private static Case definition(String what, String table, String oldText, String newText, String message) {
        return new Case(what, file -> file.redefine(table, oldText, newText), message);
    }
}
