package io.synthlab.persistence.migrations.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.synthlab.persistence.error.SynthLabException;
import io.synthlab.persistence.migrations.RollbackOptions;
import io.synthlab.persistence.migrations.Schema;
import io.synthlab.persistence.migrations.SchemaStatus.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Versions that are not as they should be: each error says what and where, and nothing is changed. */
class BrokenVersionsIT {
    private static final String HEADER = "change\tdatabase\tkind\ttable\tname\tposition\ttype\tnullable\tdefault"
            + "\ton_delete\treferences\tcolumns\tpredicate\tclass\tpresence\tnote\n";

    @TempDir
    private Path directory;

    @BeforeEach
    void twoVersions() throws IOException {
        for (String folder : List.of("sqlite", "postgresql", "expected")) {
            Files.createDirectories(directory.resolve(folder));
        }
        version("1__notes", "CREATE TABLE notes (a integer);", "DROP TABLE notes;", table() + column("a"));
        version("2__more", "ALTER TABLE notes ADD COLUMN b integer;", "ALTER TABLE notes DROP COLUMN b;", column("b"));
        list("1__notes", "2__more");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 14, 18})
    void sound_ones_go_up_and_down(int version) throws SQLException {
        try (TestDatabase database = open(version)) {
            Schema schema = schema(database);
            assertEquals(2, schema.migrate().size());
            database.execute("INSERT INTO notes (a, b) VALUES (1, 2), (3, NULL)");
            assertEquals(
                    "[Loss[what=notes.b, rows=1]]",
                    schema.planRollback(RollbackOptions.ofSteps(1)).losses().toString());
            schema.rollback(RollbackOptions.ofSteps(1).acceptingLoss());
            assertEquals(List.of(), schema.status().drift());
            assertEquals(1, schema.migrate().size());
        }
    }

    @Test
    void a_version_without_its_undo_script() throws Exception {
        Files.delete(directory.resolve("postgresql/U2__more.sql"));
        assertRefused("version 2 is not whole: " + directory.resolve("postgresql/U2__more.sql") + " is missing");
    }

    @Test
    void a_script_of_no_version() throws Exception {
        Files.writeString(directory.resolve("sqlite/V9__late.sql"), "SELECT 1;");
        assertRefused("V9__late.sql belongs to no version of versions.txt");
    }

    @Test
    void versions_out_of_order() throws Exception {
        list("2__more", "1__notes");
        assertRefused("version 1__notes stands behind version 2__more; versions go up");
        list("1_notes");
        assertRefused("a version is written 3__what_it_is_about, not 1_notes");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 18})
    void a_version_that_came_late(int version) throws Exception {
        try (TestDatabase database = open(version)) {
            version(
                    "3__last",
                    "ALTER TABLE notes ADD COLUMN c integer;",
                    "ALTER TABLE notes DROP COLUMN c;",
                    column("c"));
            list("1__notes", "2__more", "3__last");
            schema(database).migrate();
            database.execute("DELETE FROM synthlab_schema_history WHERE version = '2'");
            assertFails(
                    "version 2 is missing although a newer version is applied",
                    () -> schema(database).migrate());
            assertEquals(State.OUT_OF_ORDER, schema(database).status().state());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 14, 18})
    void an_applied_script_that_was_edited(int version) throws Exception {
        try (TestDatabase database = open(version)) {
            schema(database).migrate();
            for (String folder : List.of("sqlite", "postgresql")) {
                Files.writeString(
                        directory.resolve(folder + "/V2__more.sql"), "ALTER TABLE notes ADD COLUMN z integer;");
            }
            assertFails(
                    "the script of applied version 2 has another content now",
                    () -> schema(database).migrate());
            assertEquals(State.CHANGED, schema(database).status().state());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 14, 18})
    void an_undo_that_fails_half_way_or_leads_elsewhere(int version) throws Exception {
        try (TestDatabase database = open(version)) {
            undo("2__more", "ALTER TABLE notes DROP COLUMN b;\nDROP TABLE nowhere;\n");
            schema(database).migrate();
            Facts before = database.facts();
            RollbackOptions one = RollbackOptions.ofSteps(1);
            assertFails(
                    "the undo script takes nowhere, which cannot be counted",
                    () -> schema(database).rollback(one));
            assertEquals(before, database.facts());
            undo("2__more", "ALTER TABLE notes ADD COLUMN c integer;\nDROP INDEX nowhere;\n");
            assertFails(
                    "version 2 could not be undone and nothing was changed",
                    () -> schema(database).rollback(one));
            assertEquals(before, database.facts());
            undo("2__more", "ALTER TABLE notes ADD COLUMN c integer;\n");
            assertFails(
                    "undoing version 2 did not lead to the schema",
                    () -> schema(database).rollback(one));
            assertEquals(before, database.facts());
            assertTrue(schema(database).status().isCurrent());
        }
    }

    private void version(String name, String up, String down, String expected) throws IOException {
        for (String folder : List.of("sqlite", "postgresql")) {
            Files.writeString(directory.resolve(folder + "/V" + name + ".sql"), up + "\n");
        }
        undo(name, down + "\n");
        Files.writeString(directory.resolve("expected/V" + name + ".tsv"), HEADER + expected);
    }

    private void undo(String name, String text) throws IOException {
        for (String folder : List.of("sqlite", "postgresql")) {
            Files.writeString(directory.resolve(folder + "/U" + name + ".sql"), text);
        }
    }

    private void list(String... names) throws IOException {
        Files.writeString(directory.resolve(VersionScripts.LIST), String.join("\n", names) + "\n");
    }

    private static String table() {
        return "+\tboth\ttable\tnotes\tnotes\t\t\t\t\t\t\t\t\tactive\tv15\t\n";
    }

    private static String column(String name) {
        return "+\tboth\tcolumn\tnotes\t" + name + "\t1\tinteger\tyes\t\t\t\t\t\t\tv15\t\n";
    }

    private void assertRefused(String part) {
        Path file = directory.resolve("refused.db");
        Schema schema = schema(TestDatabase.sqlite(file));
        assertFails(part, schema::migrate);
        assertTrue(Files.notExists(file));
    }

    private static void assertFails(String part, Executable action) {
        SynthLabException error = assertThrows(SynthLabException.class, action);
        assertTrue(error.getMessage().contains(part), error.getMessage());
    }

    private Schema schema(TestDatabase database) {
        return Schema.withVersionsOf(database.config(), directory);
    }

    private TestDatabase open(int version) {
        return version == 0 ? TestDatabase.sqlite(directory.resolve("broken.db")) : TestDatabase.postgres(version);
    }
}
