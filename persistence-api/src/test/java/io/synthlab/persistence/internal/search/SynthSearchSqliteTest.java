package io.synthlab.persistence.internal.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.synthlab.persistence.DatabaseKind;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a parsed search finds on SQLite; PostgreSQL joins the comparison in the module that sees both. */
class SynthSearchSqliteTest {
    private static final List<String> ROWS = List.of(
            "'aaa111', 'alpha', NULL, '2025-01-01T10:00:00+00:00', '{\"idade\": 25, \"ativo\": true}'",
            "'bbb222', 'Alpha', 'x', '2025-01-02T10:00:00+00:00', '{\"idade\": \"25\", \"ativo\": false}'",
            "'ccc333', 'executivo', 'a%b', '2025-01-03T10:00:00+00:00', '{\"idade\": 19.5, \"ativo\": null}'",
            "'ddd444', '5', 'axb', '2025-01-04T10:00:00+00:00', '{\"idade\": [25], \"a b\": {\"c\": [1, \"z\"]}}'",
            "'eee555', 'Ação', '', '2025-01-05T10:00:00+00:00', NULL");

    private Connection sqlite;

    @BeforeEach
    void open() throws SQLException {
        sqlite = DriverManager.getConnection("jdbc:sqlite::memory:");
        try (Statement statement = sqlite.createStatement()) {
            statement.execute(
                    "CREATE TABLE synths (id TEXT PRIMARY KEY, nome TEXT NOT NULL, descricao TEXT, created_at "
                            + "TEXT NOT NULL, data TEXT CHECK (json_valid(data) OR data IS NULL))");
            for (String row : ROWS) {
                statement.execute("INSERT INTO synths VALUES (" + row + ")");
            }
        }
    }

    @AfterEach
    void close() throws SQLException {
        sqlite.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "nome = 'alpha'                              | aaa111",
                "nome = 'none'                               | ``",
                "created_at >= '2025-01-04'                  | ddd444 eee555",
                "nome = 'executivo'                          | ccc333",
                "nome = 5                                    | ddd444",
                "nome LIKE 'ALPHA'                           | aaa111 bbb222",
                "nome LIKE 'aÇÃO'                            | ``",
                "descricao LIKE 'a\\%b'                      | ``",
                "descricao LIKE 'a\\%b' ESCAPE '\\'          | ccc333",
                "descricao IS NOT 'x'                        | aaa111 ccc333 ddd444 eee555",
                "NOT descricao = 'x'                         | ccc333 ddd444 eee555",
                "json_extract(data, '$.idade') > 20          | aaa111 bbb222 ddd444",
                "json_extract(data, '$.idade') = 25          | aaa111",
                "json_extract(data, '$.idade') = '25'        | bbb222",
                "json_extract(data, '$.idade') < 'z'         | aaa111 bbb222 ccc333 ddd444",
                "json_extract(data, '$.idade[0]') = 25       | ddd444",
                "json_extract(data, '$.ativo') = TRUE        | aaa111",
                "json_extract(data, '$.ativo') IS NULL       | ccc333 ddd444 eee555",
                "data ->> '$.\"a b\".c[1]' = 'z'             | ddd444"
            })
    void given_a_condition_when_searching_then_these_rows_are_found(String where, String ids) throws SQLException {
        assertEquals(ids.isEmpty() ? List.of() : List.of(ids.split(" ")), search(where, null));
        assertEquals(search(where, null), original(where));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1=1",
                "1 = '1'",
                "FALSE OR 2 > 1",
                "NULL = 1",
                "NOT NULL = 1",
                "3 IN (1, NULL)",
                "'b' BETWEEN 'a' AND 'c'",
                "nome = descricao OR nome < descricao",
                "nome IN ('alpha', 5, NULL)",
                "nome NOT IN ('alpha', NULL)",
                "nome NOT BETWEEN 'a' AND 6",
                "NOT (nome = 'alpha' OR descricao = 'x') AND data IS NOT NULL",
                "nome = 'x' OR nome = '5' AND descricao = 'y' OR id > 'd'",
                "descricao > ''",
                "descricao = ''''",
                "json_extract(data, '$.idade') NOT IN (25, 'a')",
                "json_extract(data, '$.idade') LIKE '%5%'",
                "json_extract(data, '$.idade') LIKE '19.5'",
                "json_extract(data, '$.idade') BETWEEN - 1 AND +25.0",
                "json_extract(data, '$.idade') IS NOT 25",
                "24 < json_extract(synths.data, '$.idade')"
            })
    void given_a_condition_when_searching_then_the_rows_of_its_own_text_are_found(String where) throws SQLException {
        assertEquals(original(where), search(where, null));
    }

    @Test
    void given_a_select_when_searching_then_its_condition_and_order_are_followed() throws SQLException {
        String query =
                "SELECT s.id, s.nome FROM synths AS s WHERE s.descricao IS NULL OR s.id > 'b' ORDER BY descricao";

        assertEquals(List.of("aaa111", "eee555", "ccc333", "ddd444", "bbb222"), search(null, query));
    }

    @Test
    void given_the_largest_texts_that_are_taken_when_searching_then_the_database_takes_them_too() throws SQLException {
        String comparison = "json_extract(data, '$.idade') NOT BETWEEN 1 AND 2";
        String where = String.join(" OR ", Collections.nCopies(180, comparison));
        assertFalse(search(null, "SELECT * FROM synths WHERE " + where).isEmpty());

        String list = String.join(",", Collections.nCopies(4_900, "1"));
        assertEquals(List.of(), search(null, "SELECT * FROM synths WHERE nome IN (" + list + ")"));
    }

    private List<String> original(String where) throws SQLException {
        return ids("SELECT id FROM synths WHERE " + where, List.of()).stream()
                .sorted()
                .toList();
    }

    private List<String> search(@Nullable String where, @Nullable String query) throws SQLException {
        RenderedSearch search = SynthSearch.parse(where, query).render(DatabaseKind.SQLITE);
        String sql = "SELECT id FROM synths WHERE " + search.condition() + " ORDER BY " + search.orderByClause();
        return ids(sql, search.parameters());
    }

    private List<String> ids(String sql, List<Object> parameters) throws SQLException {
        List<String> ids = new ArrayList<>();
        try (PreparedStatement statement = sqlite.prepareStatement(sql)) {
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
}
