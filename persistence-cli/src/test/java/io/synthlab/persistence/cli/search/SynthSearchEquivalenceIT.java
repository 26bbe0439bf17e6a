package io.synthlab.persistence.cli.search;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.synthlab.persistence.DatabaseKind;
import io.synthlab.persistence.internal.search.RenderedSearch;
import io.synthlab.persistence.internal.search.SynthSearch;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * The same rows on both databases, and for each condition three answers: of its own text on SQLite, which is what the
 * original did, of its rendering for SQLite, and of its rendering for PostgreSQL.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SynthSearchEquivalenceIT {
    private static final long SEED = 20_250_102;
    private static final int RANDOM_TEXTS = 600;

    private static final String COLUMNS = """
            (id %1$s, synth_group_id %1$s, nome %1$s NOT NULL, descricao %1$s, link_photo %1$s, avatar_path %1$s,
             created_at %1$s NOT NULL, version %1$s, data %2$s)""";

    private EmbeddedPostgres server;
    private Connection sqlite;
    private Connection postgres;

    @BeforeAll
    void fillBoth() throws IOException, SQLException {
        server = EmbeddedPostgres.start();
        postgres = databaseInPortuguese(server).getConnection();
        sqlite = DriverManager.getConnection("jdbc:sqlite::memory:");
        fill(sqlite, COLUMNS.formatted("TEXT", "TEXT CHECK (json_valid(data) OR data IS NULL)"), "?");
        fill(postgres, COLUMNS.formatted("text COLLATE \"C\"", "jsonb"), "CAST(? AS jsonb)");
    }

    /** A database whose own order of text is not that of the bytes, so that a forgotten COLLATE shows. */
    private static DataSource databaseInPortuguese(EmbeddedPostgres server) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE portuguese TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C' "
                    + "LOCALE_PROVIDER icu ICU_LOCALE 'pt-BR'");
        }
        return server.getDatabase("postgres", "portuguese");
    }

    @AfterAll
    void close() throws IOException, SQLException {
        sqlite.close();
        postgres.close();
        server.close();
    }

    @Test
    void given_hand_picked_conditions_when_searching_then_both_databases_answer_as_the_original() {
        assertAll(SearchTexts.handPicked().stream().map(text -> () -> assertSameAnswers(text)));
    }

    @Test
    void given_random_conditions_when_searching_then_both_databases_answer_as_the_original() {
        assertAll(SearchTexts.random(SEED, RANDOM_TEXTS).stream().map(text -> () -> assertSameAnswers(text)));
    }

    @Test
    void given_the_random_conditions_when_counting_then_they_tell_rows_apart() throws SQLException {
        int rows = TrickySynths.rows().size();
        int telling = 0;
        for (String text : SearchTexts.random(SEED, RANDOM_TEXTS)) {
            int found = original(text).size();
            telling += found > 0 && found < rows ? 1 : 0;
        }
        assertTrue(telling > RANDOM_TEXTS / 2, "conditions that find some rows but not all: " + telling);
    }

    @Test
    void given_order_by_when_searching_then_nulls_sort_lowest_and_text_by_bytes() throws SQLException {
        for (String order : List.of("descricao", "descricao DESC, nome", "nome DESC, id DESC", "version, nome")) {
            String query = "SELECT * FROM synths ORDER BY " + order;
            List<String> expected = ids(sqlite, "SELECT id FROM synths ORDER BY " + order + ", id", List.of());
            SynthSearch search = SynthSearch.parse(null, query);
            assertEquals(expected, rendered(sqlite, search.render(DatabaseKind.SQLITE)), query);
            assertEquals(expected, rendered(postgres, search.render(DatabaseKind.POSTGRESQL)), query);
        }
    }

    @Test
    void given_the_largest_texts_that_are_taken_when_searching_then_both_databases_take_them() throws SQLException {
        String or = String.join(" OR ", Collections.nCopies(199, "NOT data ->> '$.v[0]' LIKE '_'"));
        String deep = "NOT (".repeat(16) + "json_extract(data, '$.v') > 5" + ")".repeat(16) + " AND (" + or + ")";
        String list = "data ->> '$.v' NOT IN (" + String.join(",", Collections.nCopies(1_950, "7,''")) + ")";
        for (String where : List.of(deep, list)) {
            SynthSearch search = SynthSearch.parse(null, "SELECT * FROM synths WHERE " + where);
            List<String> expected = original(where);
            assertEquals(expected, rendered(sqlite, search.render(DatabaseKind.SQLITE)));
            assertEquals(expected, rendered(postgres, search.render(DatabaseKind.POSTGRESQL)));
        }
    }

    private void assertSameAnswers(String text) throws SQLException {
        List<String> expected = original(text);
        SynthSearch search = SynthSearch.parse(text, null);
        assertEquals(expected, rendered(sqlite, search.render(DatabaseKind.SQLITE)), "SQLite: " + text);
        assertEquals(expected, rendered(postgres, search.render(DatabaseKind.POSTGRESQL)), "PostgreSQL: " + text);
    }

    private List<String> original(String text) throws SQLException {
        return List.copyOf(new TreeSet<>(ids(sqlite, "SELECT id FROM synths WHERE " + text, List.of())));
    }

    private static List<String> rendered(Connection connection, RenderedSearch search) throws SQLException {
        String sql = "SELECT id FROM synths WHERE " + search.condition() + " ORDER BY " + search.orderByClause();
        return ids(connection, sql, search.parameters());
    }

    private static List<String> ids(Connection connection, String sql, List<Object> parameters) throws SQLException {
        List<String> ids = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.size(); i++) {
                statement.setObject(i + 1, parameters.get(i));
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    ids.add(rows.getString(1));
                }
            }
        }
        return ids;
    }

    private static void fill(Connection connection, String columns, String data) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE synths " + columns);
        }
        String insert = "INSERT INTO synths (id, nome, descricao, created_at, data) VALUES (?, ?, ?, ?, " + data + ")";
        try (PreparedStatement statement = connection.prepareStatement(insert)) {
            for (TrickySynths.Row row : TrickySynths.rows()) {
                String createdAt = "2025-01-0" + (row.nome().length() % 4 + 1) + "T00:00:00+00:00";
                List<@Nullable String> values =
                        Arrays.asList(row.id(), row.nome(), row.descricao(), createdAt, row.data());
                for (int i = 0; i < values.size(); i++) {
                    statement.setString(i + 1, values.get(i));
                }
                statement.executeUpdate();
            }
        }
    }
}
