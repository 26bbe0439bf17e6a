package io.synthlab.persistence.cli.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.synthlab.persistence.DatabaseKind;
import io.synthlab.persistence.migrations.RollbackOptions;
import io.synthlab.persistence.migrations.Schema;
import io.synthlab.persistence.migrations.draft.Hints;
import io.synthlab.persistence.migrations.draft.VersionDraft;
import io.synthlab.persistence.migrations.schema.VersionScripts;
import io.synthlab.persistence.testkit.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Changes of a model, each one drafted as a version, applied to a filled database, compared, undone and compared again:
 * the draft is what the entities say, no row is lost, and what others have on the tables stays.
 */
class GenerateCorpusIT {
    private static final List<String> ROWS = List.of(
            "INSERT INTO authors (id, name) VALUES ('1', 'Ana'), ('2', 'Bo')",
            "INSERT INTO books (id, author_id, title, pages, code, price, meta, state, editor_id, created_at, note) VALUES"
                    + " ('b1', '1', 'T1', 10, '12', 9.5, '{\"k\": 1}', 'DRAFT', '2', '2026-01-01', 'n1'),"
                    + " ('b2', '1', 'T2', NULL, NULL, NULL, NULL, 'DRAFT', NULL, '2026-01-02', NULL),"
                    + " ('b3', '2', 'T1', 0, '7', 0.25, '[]', 'DRAFT', '1', '2026-01-03', '')",
            "INSERT INTO reviews (id, book_id, text) VALUES ('r1', 'b1', 'good'), ('r2', 'b1', NULL), ('r3', 'b3', 'x')");

    private static final List<String> OF_OTHERS = List.of(
            "CREATE VIEW host_view AS SELECT id, author_id FROM books",
            "CREATE INDEX host_index ON books (state)",
            "CREATE TRIGGER host_trigger AFTER DELETE ON books BEGIN UPDATE authors SET name = name; DELETE FROM reviews"
                    + " WHERE book_id = old.id; END");

    @TempDir
    private Path directory;

    private static final EntityTables BASE = EntityTables.of(Model.compile(Model.BASE));

    private static Stream<ModelChange> changes() {
        return ModelChange.all();
    }

    @ParameterizedTest
    @MethodSource("changes")
    void a_drafted_version_goes_up_and_down(ModelChange change) throws Exception {
        VersionDraft draft = draftVersions(change);
        on("SQLite", () -> TestDatabase.empty(DatabaseKind.SQLITE), change, draft);
        on("PostgreSQL 18", () -> TestDatabase.empty(DatabaseKind.POSTGRESQL, 18), change, draft);
    }

    @ParameterizedTest
    @MethodSource("changes")
    @Tag("slow")
    void a_drafted_version_goes_up_and_down_on_the_oldest_server(ModelChange change) throws Exception {
        VersionDraft draft = draftVersions(change);
        on("PostgreSQL 14", () -> TestDatabase.empty(DatabaseKind.POSTGRESQL, 14), change, draft);
    }

    private void on(String where, Supplier<TestDatabase> databases, ModelChange change, VersionDraft draft)
            throws SQLException {
        try (TestDatabase database = databases.get()) {
            upAndDown(change, draft, database);
        } catch (RuntimeException | AssertionError e) {
            throw new AssertionError(change + " on " + where + ": " + e.getMessage() + "\n" + draft.files(), e);
        }
    }

    private void upAndDown(ModelChange change, VersionDraft draft, TestDatabase database) throws SQLException {
        Schema schema = Schema.withVersionsOf(database.config().build(), directory);
        schema.migrate("1");
        ROWS.forEach(database::execute);
        if (database.kind() == DatabaseKind.SQLITE) {
            OF_OTHERS.forEach(database::execute);
        }
        ModelRows before = ModelRows.read(database);

        schema.migrate();

        assertClean(schema);
        before.assertKept(ModelRows.read(database), change);

        schema.rollback(RollbackOptions.to("1").acceptingLoss());

        assertClean(schema);
        before.assertKept(ModelRows.read(database), change);
        assertOthersStay(database);
        schema.migrate();
        assertClean(schema);
    }

    private VersionDraft draftVersions(ModelChange change) throws IOException {
        Files.writeString(directory.resolve(VersionScripts.LIST), "");
        for (String folder : List.of("sqlite", "postgresql", "expected")) {
            Files.createDirectories(directory.resolve(folder));
        }
        assertEquals(List.of(), BASE.doubts());
        VersionDraft.of(new VersionScripts(directory), BASE.tables(), BASE.doubts(), "start", Hints.NONE)
                .write(directory);
        EntityTables changed = EntityTables.of(Model.compile(change.source()));
        VersionDraft draft = VersionDraft.of(
                new VersionScripts(directory), changed.tables(), changed.doubts(), "change", change.hints());
        assertEquals(5, draft.files().size(), change + " is not detected");
        draft.write(directory);
        VersionDraft again =
                VersionDraft.of(new VersionScripts(directory), changed.tables(), changed.doubts(), "again", Hints.NONE);
        assertEquals(Map.of(), again.files(), "what was drafted is what the entities say");
        return draft;
    }

    private static void assertClean(Schema schema) {
        List<String> differences = schema.check().differences().stream()
                .filter(difference -> !difference.contains("host_index"))
                .filter(difference -> !difference.startsWith("versions are missing"))
                .toList();
        assertEquals(List.of(), differences);
    }

    private static void assertOthersStay(TestDatabase database) throws SQLException {
        if (database.kind() == DatabaseKind.SQLITE) {
            List<String> names =
                    ModelRows.column(database, "SELECT name FROM sqlite_master WHERE name LIKE 'host%' ORDER BY name");
            assertEquals(List.of("host_index", "host_trigger", "host_view"), names);
            assertEquals(
                    3, ModelRows.column(database, "SELECT id FROM host_view").size());
        }
    }
}
