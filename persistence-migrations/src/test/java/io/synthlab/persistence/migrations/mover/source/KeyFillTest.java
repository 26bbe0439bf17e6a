package io.synthlab.persistence.migrations.mover.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.synthlab.persistence.migrations.catalog.SchemaCatalog;
import io.synthlab.persistence.migrations.catalog.Table;
import io.synthlab.persistence.migrations.mover.SourceFixture;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFillTest {
    private static final String OUTCOME = "INSERT INTO synth_outcomes VALUES (%s, '%s', '%s', 0, 0, 0, NULL)";
    private static final String TRANSCRIPT =
            "INSERT INTO transcripts VALUES (%s, '%s', '%s', 'Ana', 'completed', 0, '2025-01-01T00:00:00', NULL)";

    @TempDir
    static Path directory;

    private static Path clean;

    @BeforeAll
    static void createSource() {
        clean = SourceFixture.clean(directory);
        SourceFixture.execute(clean, "DELETE FROM synth_outcomes", "DELETE FROM transcripts");
    }

    /** Returns the ids of all rows by the pair that identifies them, read in two different orders. */
    private static Map<String, String> ids(String table, String... statements) {
        Path file = SourceFixture.copy(clean, UUID.randomUUID() + ".db");
        SourceFixture.execute(file, statements);
        try (WorkPlace place = WorkPlace.create(directory);
                SourceDatabase source = SourceDatabase.open(SourceFile.take(file, true, place), true)) {
            Map<String, String> ids = ids(source, table, Selection.all());
            List<String> identity = KeyFill.identity(SchemaCatalog.table(table));
            assertEquals(ids, ids(source, table, Selection.orderedBy(identity)));
            assertEquals(ids.size(), new HashSet<>(ids.values()).size());
            return ids;
        }
    }

    private static Map<String, String> ids(SourceDatabase source, String name, Selection selection) {
        Table table = SchemaCatalog.table(name);
        Map<String, String> ids = new TreeMap<>();
        try (SourceCursor cursor = source.rows(table, selection)) {
            while (cursor.next()) {
                SourceRow row = cursor.row();
                ids.put(text(row, 1) + "+" + text(row, 2), text(row, 0));
            }
        }
        return ids;
    }

    private static String text(SourceRow row, int column) {
        return row.type(column) == StorageClass.TEXT
                ? new String(row.bytes(column), StandardCharsets.UTF_8)
                : row.type(column).toString();
    }

    @Test
    void names_outcomes_as_the_original_does() {
        assertEquals(
                Map.of("ana_1+abc123", "ana_1_abc123", "ana_1+abc124", "out_0001"),
                ids(
                        "synth_outcomes",
                        OUTCOME.formatted("NULL", "ana_1", "abc123"),
                        OUTCOME.formatted("'out_0001'", "ana_1", "abc124")));
    }

    @Test
    void gives_way_to_an_id_that_is_taken() {
        Map<String, String> ids = ids(
                "synth_outcomes",
                OUTCOME.formatted("NULL", "ana_1", "abc123"),
                OUTCOME.formatted("'ana_1_abc123'", "ana_2", "abc123"));
        assertTrue(ids.get("ana_1+abc123").matches("out_[0-9a-f]{32}"), ids::toString);
    }

    @Test
    void keeps_pairs_apart_that_would_read_alike() {
        Map<String, String> ids = ids(
                "synth_outcomes", OUTCOME.formatted("NULL", "ana_1_x", "y"), OUTCOME.formatted("NULL", "ana_1", "x_y"));
        assertEquals("ana_1_x_y", ids.get("ana_1_x+y"));
        assertTrue(ids.get("ana_1+x_y").startsWith("out_"), ids::toString);
    }

    @Test
    void counts_on_while_hashes_are_taken() {
        String insert = TRANSCRIPT.formatted("NULL", "batch_1", "abc123");
        String first = ids("transcripts", insert).get("batch_1+abc123");
        assertTrue(first.matches("tra_[0-9a-f]{32}"), first);
        Map<String, String> ids =
                ids("transcripts", insert, TRANSCRIPT.formatted("'" + first + "'", "batch_2", "abc123"));
        assertNotEquals(first, ids.get("batch_1+abc123"));
        assertTrue(ids.get("batch_1+abc123").matches("tra_[0-9a-f]{32}"), ids::toString);
    }

    @Test
    void leaves_rows_alone_that_cannot_be_identified() {
        assertEquals(
                Map.of("batch_1+BLOB", "NULL"),
                ids("transcripts", TRANSCRIPT.formatted("NULL", "batch_1", "x").replace("'x'", "x'00'")));
    }
}
