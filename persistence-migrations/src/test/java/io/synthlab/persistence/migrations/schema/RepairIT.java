package io.synthlab.persistence.migrations.schema;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.synthlab.persistence.error.SchemaMismatchException;
import io.synthlab.persistence.migrations.BaselineOptions;
import io.synthlab.persistence.migrations.BaselineReport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What repairing keeps, and what it cannot do; {@link ToleranceIT} repairs each single difference. */
class RepairIT {
    private static final BaselineOptions REPAIRING = BaselineOptions.defaults().repairing();

    @TempDir
    private Path directory;

    private LegacyFixture file;

    @BeforeEach
    void create() throws Exception {
        file = LegacyFixture.create(directory.resolve("legacy.db"), LegacyFixture.options());
    }

    @Test
    void children_triggers_views_and_columns_of_others_stay() throws Exception {
        file.redefine("experiments", "CHECK (length(name) <= 100)", "");
        file.redefine(
                "experiments",
                "updated_at TEXT",
                "updated_at TEXT -- and, more\n, \"stars given\" DECIMAL(3, 1)"
                        + " NOT NULL DEFAULT -1.5 CHECK (\"stars given\" <> 7), CHECK (\"stars given\" < 10)");
        file.execute(
                "CREATE TABLE noted (id TEXT)",
                "CREATE TRIGGER note AFTER UPDATE ON experiments BEGIN INSERT INTO noted VALUES (new.id); END",
                "CREATE VIEW names AS SELECT name FROM experiments",
                "CREATE INDEX by_stars ON experiments (\"stars given\")");
        Map<String, List<String>> before = file.values();

        BaselineReport report = file.schema().baseline(REPAIRING);

        assertEquals(List.of("check of experiments.name is missing (char_length(name) <= 100)"), report.repaired());
        assertTrue(
                report.tolerated().contains("index by_stars on experiments is not part of version 15 (stars given)"));
        assertEquals(before, file.values());
        assertTrue(before.get("interview_guide.experiment_id").size() > 0);
        file.execute("UPDATE experiments SET name = 'x' WHERE rowid = 1", "SELECT * FROM names");
        assertEquals(1, file.values().get("noted.id").size());
        assertThrows(SQLException.class, () -> file.execute("UPDATE experiments SET \"stars given\" = 7"));
        assertThrows(SQLException.class, () -> file.execute("UPDATE experiments SET \"stars given\" = 11"));
        assertThrows(SQLException.class, () -> file.execute("UPDATE experiments SET name = printf('%101d', 1)"));
        file.schema().migrate();
        assertTrue(file.schema().status().isCurrent());
    }

    @Test
    void rows_without_a_key_stay() throws Exception {
        file.redefine("transcripts", "DEFAULT 'pending'", "");
        Map<String, List<String>> before = file.values();
        assertTrue(before.get("transcripts.id").stream().anyMatch(id -> id.endsWith(":NULL")));
        file.schema().baseline(REPAIRING);
        assertEquals(before, file.values());
    }

    @Test
    void an_older_file_is_lifted_and_repaired_at_once() throws Exception {
        LegacyFixture old = LegacyFixture.create(
                directory.resolve("v7.db"), LegacyFixture.options().withSchemaVersion(7));
        old.redefine("experiments", "CHECK (length(name) <= 100)", "");
        old.execute("DROP INDEX idx_synths_nome");
        BaselineReport report = old.schema().baseline(REPAIRING);
        assertEquals(2, report.repaired().size(), report.repaired().toString());
        assertEquals(3, report.addedColumns().size());
    }

    @Test
    void rows_that_break_a_rule_are_named_before_anything_is_done() throws Exception {
        file.redefine("experiments", "CHECK (status IN ('active', 'deleted'))", "");
        file.redefine("synths", "nome TEXT NOT NULL", "nome TEXT");
        file.execute(
                "UPDATE experiments SET status = 'archived' WHERE rowid IN (2, 3)",
                "UPDATE synths SET nome = NULL WHERE rowid = 4");
        assertRefused(
                "synths(nome) breaks \"NOT NULL\" 1 time, first at rowid 4",
                "experiments(status) breaks \"status in ('active', 'deleted')\" 2 times, first at rowid 2",
                "correct these rows");
    }

    @Test
    void rows_that_repeat_a_key_are_named() throws Exception {
        file.execute(
                "DROP TABLE chart_insights",
                "CREATE TABLE chart_insights (id TEXT PRIMARY KEY, simulation_id TEXT NOT NULL, insight_type TEXT NOT NULL,"
                        + " response_json TEXT NOT NULL, created_at TEXT NOT NULL, updated_at TEXT NOT NULL)",
                "INSERT INTO chart_insights VALUES ('a', 's', 't', '{}', '', ''), ('b', 's', 't', '{}', '', '')");
        assertRefused("chart_insights(simulation_id, insight_type) breaks \"unique\" 1 time, first at rowid 1");
    }

    @Test
    void a_column_that_is_gone_cannot_be_made_up() throws Exception {
        file.execute("ALTER TABLE synths RENAME COLUMN nome TO name");
        assertRefused("nothing can stand in column synths.nome, which is missing");
    }

    @Test
    void a_key_of_others_is_not_taken_apart() throws Exception {
        file.redefine("experiments", "CHECK (length(name) <= 100)", "");
        file.redefine("experiments", "updated_at TEXT", "updated_at TEXT, owner TEXT REFERENCES synths(id)");
        assertRefused("column experiments.owner, which is not of version 15, is a key or computed");
    }

    @Test
    void a_table_without_row_ids_is_left_alone() throws Exception {
        file.execute(
                "DROP TABLE assumption_log",
                "CREATE TABLE assumption_log (id TEXT PRIMARY KEY, timestamp TEXT, action TEXT NOT NULL, scorecard_id TEXT,"
                        + " simulation_id TEXT, data TEXT, user TEXT) WITHOUT ROWID");
        assertRefused("table assumption_log is WITHOUT ROWID");
    }

    private void assertRefused(String... parts) throws Exception {
        byte[] before = Files.readAllBytes(file.file());
        SchemaMismatchException error =
                assertThrows(SchemaMismatchException.class, () -> file.schema().baseline(REPAIRING));
        for (String part : parts) {
            assertTrue(error.getMessage().contains(part), error.getMessage());
        }
        assertTrue(error.getMessage().contains("nothing was changed"), error.getMessage());
        assertArrayEquals(before, Files.readAllBytes(file.file()));
        try (var files = Files.list(directory)) {
            assertEquals(1, files.count());
        }
    }
}
