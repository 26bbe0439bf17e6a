package io.synthlab.persistence.migrations.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.synthlab.persistence.DatabaseKind;
import io.synthlab.persistence.error.SchemaMismatchException;
import io.synthlab.persistence.migrations.RollbackOptions;
import io.synthlab.persistence.migrations.Schema;
import io.synthlab.persistence.migrations.SchemaCheck;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What was changed by hand is found, named, and stops a step that would rest on it. */
class DriftIT {
    /** On SQLite a definition is changed as if the table had been created so: text, arrow, other text. */
    private static final String SQLITE_CHANGES = """
            transcripts | "messages TEXT CHECK (json_valid(messages) OR messages IS NULL)," -> "" \
            | column transcripts.messages is missing (text); check of transcripts (messages is json) is missing
            synths | "nome TEXT NOT NULL," -> "nome TEXT NOT NULL, mine TEXT," | column synths.mine is not part of version 2 (text)
            synths | "version TEXT" -> "version INTEGER" | column synths.version is "integer" instead of "text"
            synths | "nome TEXT NOT NULL" -> "nome TEXT" | NOT NULL of synths.nome is missing
            synths | "descricao TEXT" -> "descricao TEXT NOT NULL" | NOT NULL of synths.descricao is not part of version 2
            synths | "DEFAULT '2.0.0'" -> "DEFAULT '3'" | default of synths.version is "'3'" instead of "'2.0.0'"
            interview_guide | "ON DELETE CASCADE" -> "" | foreign key of interview_guide.experiment_id is \
            "experiments(id) on delete no action" instead of "experiments(id) on delete cascade"
            synths | ", FOREIGN KEY (synth_group_id) REFERENCES synth_groups (id)" -> "" \
            | foreign key of synths.synth_group_id is missing (synth_groups(id) on delete no action)
            experiments | " CHECK (status IN ('active', 'deleted'))" -> "" \
            | check of experiments (status in ('active', 'deleted')) is missing
            experiments | "<= 100" -> "<= 101" | check of experiments (char_length(name) <= 100) is missing; \
            check of experiments (char_length(name) <= 101) is not part of version 2
            """;

    private static final String POSTGRES_CHANGES = """
            ALTER TABLE transcripts DROP COLUMN messages | column transcripts.messages is missing (json)
            ALTER TABLE synths ADD COLUMN mine text COLLATE "C" | column synths.mine is not part of version 2 (text)
            ALTER TABLE synths ALTER COLUMN version TYPE varchar(9) | column synths.version is "character varying(9)" instead of "text"
            ALTER TABLE synths ALTER COLUMN descricao TYPE text COLLATE "POSIX" | column synths.descricao is "text collate POSIX" instead of "text"
            ALTER TABLE synths ALTER COLUMN nome DROP NOT NULL | NOT NULL of synths.nome is missing
            ALTER TABLE synths ALTER COLUMN descricao SET NOT NULL | NOT NULL of synths.descricao is not part of version 2
            ALTER TABLE synths ALTER COLUMN version SET DEFAULT '3' | default of synths.version is "'3'" instead of "'2.0.0'"
            ALTER TABLE assumption_log DROP CONSTRAINT assumption_log_pkey | primary key of assumption_log is missing (id)
            ALTER TABLE interview_guide DROP CONSTRAINT interview_guide_experiment_id_fkey, ADD CONSTRAINT \
            interview_guide_experiment_id_fkey FOREIGN KEY (experiment_id) REFERENCES experiments (id) \
            | foreign key of interview_guide.experiment_id is "experiments(id) on delete no action" instead of \
            "experiments(id) on delete cascade"
            ALTER TABLE chart_insights DROP CONSTRAINT chart_insights_simulation_id_insight_type_key \
            | unique key of chart_insights(simulation_id, insight_type) is missing
            ALTER TABLE experiments DROP CONSTRAINT experiments_status_check | check of experiments (status in ('active', 'deleted')) is missing
            ALTER TABLE experiments ADD CONSTRAINT mine CHECK (name <> '') | check of experiments (name <> '') is not part of version 2
            DROP INDEX idx_outcomes_synth | index idx_outcomes_synth on synth_outcomes is missing (synth_id)
            CREATE INDEX mine ON synths (nome DESC NULLS LAST) WHERE nome > 'a' | index mine on synths is not part of version 2 \
            (nome desc nulls last where (nome > 'a'::text))
            DROP TABLE prfaq_metadata | table prfaq_metadata is missing
            """;

    @TempDir
    private Path directory;

    private static Stream<Arguments> sqlite() {
        return SQLITE_CHANGES.lines().map(line -> {
            String[] parts = line.split(" \\| ", 3);
            String[] texts = parts[1].strip().split(" -> ");
            return Arguments.of(parts[0].strip(), unquoted(texts[0]), unquoted(texts[1]), parts[2].strip());
        });
    }

    private static Stream<Arguments> postgresql() {
        return POSTGRES_CHANGES.lines().map(line -> Arguments.of(line.split(" \\| ", 2)[0], line.split(" \\| ", 2)[1]));
    }

    private static String unquoted(String text) {
        return text.strip().substring(1, text.strip().length() - 1);
    }

    @ParameterizedTest
    @MethodSource
    void sqlite(String table, String old, String changed, String drift) throws SQLException {
        try (TestDatabase database = TestDatabase.sqlite(directory.resolve("drift.db"))) {
            Schema.of(database.config()).migrate();
            new LegacyFixture(directory.resolve("drift.db")).redefine(table, old, changed);
            assertDrift(database, drift);
        }
    }

    @ParameterizedTest
    @MethodSource
    void postgresql(String change, String drift) throws SQLException {
        try (TestDatabase database = TestDatabase.postgres(14)) {
            Schema.of(database.config()).migrate();
            database.execute(change);
            assertDrift(database, drift);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 14, 18})
    void no_drift_and_no_false_alarm_by_tables_of_others(int version) throws SQLException {
        try (TestDatabase database = open(version)) {
            Schema schema = Schema.of(database.config());
            schema.migrate();
            database.execute("CREATE TABLE orders (id text CHECK (id <> ''))", "CREATE INDEX mine ON orders (id)");
            assertEquals(new SchemaCheck("2", List.of(), List.of(), List.of()), schema.check());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 14, 18})
    void a_step_that_does_not_lead_where_it_should_is_undone(int version) throws SQLException {
        try (TestDatabase database = open(version)) {
            Schema schema = Schema.of(database.config());
            schema.migrate("1");
            database.execute("ALTER TABLE synths ADD COLUMN mine integer");
            Facts before = database.facts();

            SchemaMismatchException up = assertThrows(SchemaMismatchException.class, schema::migrate);

            assertTrue(up.getMessage().startsWith("version 2 did not lead to the schema"), up.getMessage());
            assertTrue(up.getMessage().contains("column synths.mine is not part of version 2"), up.getMessage());
            assertEquals(before, database.facts());
            assertEquals(1, schema.status().pending().size());

            database.execute("ALTER TABLE synths DROP COLUMN mine");
            schema.migrate();
            database.execute("ALTER TABLE synths ADD COLUMN mine integer");
            SchemaMismatchException down =
                    assertThrows(SchemaMismatchException.class, () -> schema.rollback(RollbackOptions.to("1")));
            assertTrue(down.getMessage().startsWith("undoing version 2 did not lead"), down.getMessage());
            assertTrue(schema.status().isCurrent());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 18})
    void an_index_of_somebody_is_told_and_stops_no_step(int version) throws SQLException {
        try (TestDatabase database = open(version)) {
            Schema schema = Schema.of(database.config());
            schema.migrate("1");
            database.execute("CREATE INDEX mine ON synths (version)");
            assertEquals(1, schema.migrate().size());
            assertEquals(
                    List.of("index mine on synths is not part of version 2 (version)"),
                    schema.check().differences());
            assertEquals(schema.check().differences(), schema.status().drift());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 18})
    void a_database_without_or_behind_its_versions_is_not_clean(int version) throws SQLException {
        try (TestDatabase database = open(version)) {
            Schema schema = Schema.of(database.config());
            database.execute("CREATE TABLE seen (id text)", "DROP TABLE seen"); // the SQLite file has to exist
            assertFalse(schema.check().isClean());
            assertEquals("0", schema.check().version());
            schema.migrate("1");
            assertEquals("1", schema.check().version());
            assertTrue(
                    schema.check().differences().get(0).startsWith("versions are missing: 2; bring it to version 2"),
                    schema.check().differences().toString());
        }
    }

    private static void assertDrift(TestDatabase database, String drift) {
        SchemaCheck check = Schema.of(database.config()).check();
        assertEquals(drift, String.join("; ", check.differences()));
        assertEquals(List.of(), check.tolerated());
    }

    private TestDatabase open(int version) {
        TestDatabase database =
                version == 0 ? TestDatabase.sqlite(directory.resolve("step.db")) : TestDatabase.postgres(version);
        assertEquals(version == 0 ? DatabaseKind.SQLITE : DatabaseKind.POSTGRESQL, database.kind());
        return database;
    }
}
