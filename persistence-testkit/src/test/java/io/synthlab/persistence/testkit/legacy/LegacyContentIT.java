package io.synthlab.persistence.testkit.legacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.SQLException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the class comment of {@link LegacyDatabase} promises about clean content, on the smallest file. */
class LegacyContentIT {
    private static final String AWARE = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{6})?\\+00:00";
    private static final String LOCAL = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{6})?";
    private static final String SQLITE = "\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d";
    private static final String ZULU = LOCAL + "Z";

    private static SqliteFile database;

    @BeforeAll
    static void create(@TempDir Path folder) throws SQLException {
        Path file = folder.resolve("legacy.db");
        LegacyDatabase.create(file, LegacyDatabase.options().withScale(0.05));
        database = SqliteFile.open(file);
    }

    @AfterAll
    static void close() throws SQLException {
        database.close();
    }

    @Test
    void every_column_holds_a_value_somewhere() throws SQLException {
        List<String> empty = new ArrayList<>();
        for (String column : database.columns()) {
            String[] names = column.split("\\.");
            if (database.number("SELECT count(\"%s\") FROM %s".formatted(names[1], names[0])) == 0) {
                empty.add(column);
            }
        }
        assertEquals(List.of(), empty);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "transcripts.id",
                "synth_outcomes.id",
                "synths.version",
                "synths.data",
                "synths.synth_group_id",
                "research_executions.model",
                "research_executions.max_turns",
                "research_executions.failed_count",
                "research_executions.experiment_id",
                "experiment_documents.model",
                "experiment_documents.metadata",
                "prfaq_metadata.validation_status"
            })
    void some_rows_hold_null_where_the_application_reads_a_default(String column) throws SQLException {
        String[] names = column.split("\\.");
        assertTrue(database.number("SELECT count(*) FROM %s WHERE %s IS NULL".formatted(names[0], names[1])) > 0);
    }

    @Test
    void transcripts_have_ids_in_three_batches_only() throws SQLException {
        String perBatch = "SELECT count(*) FROM (SELECT 1 FROM transcripts WHERE %s GROUP BY exec_id)";
        assertEquals(2, database.number(perBatch.formatted("id GLOB '[0-9]*'")));
        assertEquals(1, database.number(perBatch.formatted("id GLOB 'tra_????????'")));
        assertEquals(3, database.number(perBatch.formatted("id IS NULL")));
    }

    @Test
    void outcomes_have_three_styles_of_id() throws SQLException {
        long total = database.number("SELECT count(*) FROM synth_outcomes");
        long composed =
                database.number("SELECT count(*) FROM synth_outcomes WHERE id = analysis_id || '_' || synth_id");
        long brief = database.number("SELECT count(*) FROM synth_outcomes WHERE id GLOB 'out_????????'");
        long placeholders = database.number("""
                SELECT count(*) FROM synth_outcomes o
                  JOIN analysis_runs a ON a.id = o.analysis_id
                  JOIN experiments e ON e.id = a.experiment_id
                  JOIN simulation_runs s ON s.id = 'sim_' || substr(e.id, 5)
                 WHERE o.id IS NULL AND substr(a.id, 5) = substr(e.id, 5) AND e.name = 'Simulation ' || s.id
                """);
        assertTrue(composed > 0 && brief > 0 && placeholders > 0);
        assertEquals(total, composed + brief + placeholders);
    }

    @Test
    void outcomes_agree_with_their_synth_and_their_analysis() throws SQLException {
        assertEquals(0, database.number("""
                SELECT count(*) FROM synth_outcomes
                 WHERE abs(did_not_try_rate + failed_rate + success_rate - 1) > 1e-9
                    OR synth_id NOT IN (SELECT id FROM synths)
                """));
        assertEquals(0, database.number("""
                SELECT count(*) FROM synth_outcomes o JOIN synths s ON s.id = o.synth_id
                 WHERE s.data ->> '$.observables.time_availability'
                    <> o.synth_attributes ->> '$.observables.time_availability'
                """));
        assertEquals(0, database.number("""
                SELECT count(*) FROM analysis_runs a
                 WHERE total_synths <> (SELECT count(*) FROM synth_outcomes o WHERE o.analysis_id = a.id)
                """));
    }

    @Test
    void timestamps_have_all_forms_with_and_without_fraction() throws SQLException {
        assertEquals(Set.of(AWARE, SQLITE), forms("SELECT created_at FROM experiments"));
        assertEquals(Set.of(AWARE, SQLITE), forms("SELECT created_at FROM synth_groups"));
        assertEquals(Set.of(AWARE, LOCAL, ZULU), forms("SELECT created_at FROM synths"));
        assertEquals(Set.of(AWARE, LOCAL), forms("SELECT generated_at FROM experiment_documents"));
        assertEquals(Set.of(LOCAL), forms("SELECT started_at FROM research_executions"));
        assertEquals(Set.of(ZULU), forms("SELECT data ->> '$.created_at' FROM feature_scorecards"));
        assertEquals(Set.of(SQLITE), forms("SELECT created_at FROM sensitivity_results"));
        assertTrue(database.number("SELECT count(*) FROM synths WHERE created_at NOT LIKE '%.%'") > 0);
    }

    private static Set<String> forms(String query) throws SQLException {
        return database.column(query).stream().map(LegacyContentIT::form).collect(Collectors.toSet());
    }

    private static String form(String timestamp) {
        return List.of(AWARE, LOCAL, SQLITE, ZULU).stream()
                .filter(timestamp::matches)
                .findFirst()
                .orElse(timestamp);
    }

    @Test
    void one_exploration_is_a_chain_stored_children_first() throws SQLException {
        String chain = "SELECT exploration_id FROM scenario_nodes WHERE depth = 119";
        assertEquals(
                120, database.number("SELECT count(*) FROM scenario_nodes WHERE exploration_id = (" + chain + ")"));
        assertEquals(
                119,
                database.number(
                        "SELECT count(*) FROM scenario_nodes c JOIN scenario_nodes p ON p.id = c.parent_id"
                                + " WHERE c.depth = p.depth + 1 AND c.rowid < p.rowid AND c.exploration_id = p.exploration_id"));
        assertEquals(119, database.number("SELECT max(current_depth) FROM explorations"));
    }

    @Test
    void some_names_are_decomposed() throws SQLException {
        List<String> names = database.column("SELECT nome FROM synths");
        long decomposed = names.stream()
                .filter(name -> !Normalizer.isNormalized(name, Normalizer.Form.NFC))
                .count();
        assertTrue(decomposed > 0 && decomposed < names.size() / 10, decomposed + " of " + names.size());
    }

    @Test
    void a_synth_with_an_upper_case_id_takes_part_in_nothing() throws SQLException {
        String upper = "SELECT id FROM synths WHERE id GLOB '*[A-Z]*'";
        assertEquals(1, database.column(upper).size());
        assertEquals(0, database.number("SELECT count(*) FROM synth_outcomes WHERE synth_id IN (" + upper + ")"));
        assertEquals(0, database.number("SELECT count(*) FROM transcripts WHERE synth_id IN (" + upper + ")"));
    }

    @Test
    void one_experiment_name_is_100_emoji() throws SQLException {
        assertEquals(
                List.of("🧪".repeat(100)), database.column("SELECT name FROM experiments WHERE length(name) = 100"));
    }

    @Test
    void the_default_group_is_the_first() throws SQLException {
        assertEquals(
                List.of(List.of("grp_00000001", "Default", "Grupo padrão para synths sem grupo específico")),
                database.rows("SELECT id, name, description FROM synth_groups WHERE rowid = 1"));
    }

    @Test
    void personas_have_the_current_shape_or_an_older_one() throws SQLException {
        String count = "SELECT count(*) FROM synths WHERE data ->> '%s' IS NOT NULL AND data ->> '%s' IS NULL";
        long current = database.number(count.formatted("$.observables", "$.psicografia.personalidade_big_five"));
        long older = database.number(count.formatted("$.capacidades_tecnologicas", "$.observables"));
        assertEquals(database.number("SELECT count(data) FROM synths"), current + older);
        assertTrue(older > 0 && older < current / 10, older + " of " + current);
        long average = database.number("SELECT CAST(avg(length(data)) AS INTEGER) FROM synths");
        assertTrue(average > 1000 && average < 1500, average + " bytes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"synths.data", "analysis_cache.data", "experiment_documents.metadata"})
    void json_is_ascii(String column) throws SQLException {
        assertEquals(0, withRawUtf8(column));
    }

    @ParameterizedTest
    @ValueSource(strings = {"transcripts.messages", "prfaq_metadata.json_content"})
    void json_of_interviews_is_raw(String column) throws SQLException {
        assertTrue(withRawUtf8(column) > 0);
    }

    private static long withRawUtf8(String column) throws SQLException {
        String[] names = column.split("\\.");
        return database.number("SELECT count(*) FROM %s WHERE length(CAST(%s AS BLOB)) > length(%s)"
                .formatted(names[0], names[1], names[1]));
    }
}
