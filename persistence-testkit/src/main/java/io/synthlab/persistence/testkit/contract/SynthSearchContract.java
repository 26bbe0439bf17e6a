package io.synthlab.persistence.testkit.contract;

import static io.synthlab.persistence.testkit.fixture.Fixtures.G1;
import static io.synthlab.persistence.testkit.fixture.Fixtures.day;
import static io.synthlab.persistence.testkit.fixture.Fixtures.g1;
import static io.synthlab.persistence.testkit.fixture.Fixtures.synth;
import static io.synthlab.persistence.testkit.fixture.Fixtures.synthWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.synthlab.persistence.JsonValue;
import io.synthlab.persistence.Page;
import io.synthlab.persistence.PageRequest;
import io.synthlab.persistence.SortOrder;
import io.synthlab.persistence.error.InvalidQueryException;
import io.synthlab.persistence.synth.Synth;
import io.synthlab.persistence.synth.SynthSummary;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Synths: searching with the original's SQL text. */
public abstract class SynthSearchContract extends ContractBase {
    private static final PageRequest FIRST = PageRequest.first();
    private static final List<String> ALL = List.of("aaa111", "aaa112", "aaa113");

    /** For the cells. */
    protected SynthSearchContract() {}

    /** Alpha of the second of January, beta of the first, gamma of the third. */
    private void givenThree() {
        synths().saveAll(List.of(
                new Synth(
                        "aaa111",
                        null,
                        "beta",
                        "um",
                        null,
                        null,
                        day(1),
                        "2.3.0",
                        json("{\"n\": 5, \"t\": \"São Paulo\"}")),
                new Synth("aaa112", null, "alpha", null, null, null, day(2), "2.3.0", json("{\"n\": 30, \"b\": true}")),
                new Synth("aaa113", null, "gamma", "", null, null, day(3), "2.0.0", null)));
    }

    private static JsonValue json(String text) {
        return JsonValue.parse(text);
    }

    @ContractCase("R1-76")
    void given_no_text_when_searched_then_all_synths_are_found() {
        givenThree();
        assertEquals(ALL, ids(synths().search(null, null, FIRST)));
        assertEquals(ALL, ids(synths().search("", "", FIRST)));
        assertEquals(synths().list(FIRST), synths().search(null, null, FIRST));
    }

    @ContractCase("R1-77")
    void given_a_condition_when_searched_then_it_decides() {
        givenThree();
        Page<SynthSummary> found = synths().search("nome = 'alpha'", null, FIRST);
        assertEquals(List.of("aaa112"), ids(found));
        assertEquals(1, found.total());
        assertEquals(synths().getById("aaa112").summary(), found.items().get(0));
        assertEquals(0, synths().search("nome = 'none'", null, FIRST).total());
    }

    @ContractCase("R1-78")
    void given_query_and_condition_when_searched_then_the_query_wins() {
        givenThree();
        assertEquals(ALL, ids(synths().search("nome = 'alpha'", "SELECT * FROM synths", FIRST)));
        assertEquals(ALL, ids(synths().search("DROP x", "SELECT * FROM synths", FIRST)));
    }

    @ContractCase("R1-79")
    void given_more_than_a_condition_when_searched_then_it_is_refused() {
        givenThree();
        for (String where : List.of(
                "1=1; DROP TABLE synths", "1=1 -- x", "/* x */ 1=1", "1=1 UNION SELECT 1", "drop", "1=1;", "   ")) {
            InvalidQueryException refusal = refused(where, null);
            assertEquals("INVALID_QUERY", refusal.code());
            assertEquals(
                    List.of("reason", "query"), List.copyOf(refusal.details().keySet()));
            assertEquals(where, refusal.details().get("query"));
            assertEquals("Invalid query: " + refusal.reason(), refusal.getMessage());
        }
        assertEquals(3, rows().count("synths"));
    }

    @ContractCase("R1-80")
    void given_a_long_condition_when_searched_then_1000_characters_are_the_limit() {
        givenThree();
        String filler = "x".repeat(1_000 - "nome = ''".length());
        assertEquals(
                0, synths().search("nome = '%s'".formatted(filler), null, FIRST).total());
        InvalidQueryException refusal = refused("nome = '%sx'".formatted(filler), null);
        assertTrue(refusal.reason().contains("1000"), refusal.reason());
        String query = String.valueOf(refusal.details().get("query"));
        assertEquals(103, query.length());
        assertTrue(query.endsWith("..."), query);
    }

    @ContractCase("R1-81")
    void given_no_select_when_searched_then_it_is_refused() {
        givenThree();
        for (String query : List.of(
                "DELETE FROM synths",
                "WITH a AS (SELECT 1) SELECT * FROM synths",
                "EXPLAIN SELECT 1",
                "   ",
                "(SELECT * FROM synths)")) {
            assertEquals("Only SELECT queries are allowed", refused(null, query).reason());
        }
        assertEquals(3, rows().count("synths"));
    }

    @ContractCase("R1-82")
    void given_lower_case_and_leading_blanks_when_searched_then_the_query_is_accepted() {
        givenThree();
        assertEquals(ALL, ids(synths().search(null, "  select * from synths", FIRST)));
        assertEquals(
                List.of("aaa112"),
                ids(synths().search(null, "\n select nome, id from synths where nome like 'ALPHA'", FIRST)));
    }

    @ContractCase("R1-83")
    void given_a_turkish_locale_when_searched_then_words_mean_the_same() {
        givenThree();
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            refused("insert", null);
            refused("1=1 union select 1", null);
            assertEquals(List.of("aaa112"), ids(synths().search("id In ('aaa112') AND NOT nome is null", null, FIRST)));
            assertEquals(ALL, ids(synths().list(FIRST.sortedBy("ID", SortOrder.ASC))));
        } finally {
            Locale.setDefault(before);
        }
    }

    @ContractCase("R1-84")
    void given_seven_matches_when_paged_then_page_and_total_are_right() {
        synths().saveAll(IntStream.rangeClosed(1, 9)
                .mapToObj(number -> synth("aaa00" + number, number > 7 ? "other" : "match"))
                .toList());
        PageRequest three = PageRequest.of(3, 0).sortedBy("id", SortOrder.ASC);
        Page<SynthSummary> page = synths().search("nome = 'match'", null, three);
        assertEquals(List.of("aaa001", "aaa002", "aaa003"), ids(page));
        assertEquals(7, page.total());
        assertTrue(page.hasNext());
        Page<SynthSummary> last = synths().search("nome = 'match'", null, three.withOffset(6));
        assertEquals(List.of("aaa007"), ids(last));
        assertFalse(last.hasNext());
        assertEquals(
                7, synths().search("nome = 'match'", null, three.withOffset(7)).total());
    }

    @ContractCase("R1-85")
    void given_words_that_hold_a_keyword_when_searched_then_they_are_found() {
        givenThree();
        synths().save(synth("aaa114", "executivo"));
        assertEquals(List.of("aaa112", "aaa113"), found("created_at >= '2025-01-02'"));
        assertEquals(List.of("aaa114"), found("nome = 'executivo'"));
        assertEquals(List.of(), found("nome = 'drop; -- /* union */'"));
    }

    @ContractCase("R1-86")
    void given_mistakes_when_searched_then_the_query_is_invalid() {
        givenThree();
        for (String where : List.of(
                "foo = 1",
                "(1=1",
                "1=0x1",
                "nome = ?",
                "nome = 'x",
                "nome = \"alpha\" x",
                "length(nome) = 4",
                "nome")) {
            refused(where, null);
        }
        refused(null, "SELECT");
        refused(null, "SELECTED");
        refused(null, "SELECT * FROM synths LIMIT 1");
        refused(null, "SELECT nome FROM synths WHERE");
    }

    @ContractCase("R1-87")
    void given_another_table_or_a_write_when_searched_then_it_is_refused_and_nothing_changes() {
        givenThree();
        List<?> before = database().query("SELECT * FROM synths ORDER BY id");
        for (String query : List.of(
                "SELECT substr(id,1,6) AS id, name AS nome FROM synth_groups",
                "SELECT id FROM synth_groups",
                "SELECT * FROM synths, synth_groups",
                "SELECT * FROM synths a JOIN synths b ON a.id = b.id",
                "SELECT * FROM main.synths",
                "SELECT * FROM pg_catalog.pg_shadow",
                "SELECT * FROM synths WHERE id IN (SELECT id FROM synth_groups)",
                "SELECT * FROM synths WHERE EXISTS (SELECT 1)",
                "SELECT * FROM synths; DELETE FROM synths",
                "SELECT * FROM synths FOR UPDATE",
                "SELECT * INTO copied FROM synths",
                "SELECT pg_sleep(10)",
                "SELECT * FROM synths WHERE 1 = (SELECT count(*) FROM experiments)",
                "SELECT * FROM synths WHERE load_extension('x') = 1")) {
            refused(null, query);
        }
        refused("id = 'x' OR (DELETE FROM synths)", null);
        refused("id IN (SELECT id FROM synth_groups)", null);
        assertEquals(before, database().query("SELECT * FROM synths ORDER BY id"));
    }

    @Test
    void given_conditions_over_columns_when_searched_then_they_mean_what_sqlite_means() {
        givenThree();
        assertEquals(List.of("aaa111"), found("nome LIKE 'BE%'"));
        assertEquals(List.of("aaa111", "aaa112"), found("nome < 'c'"));
        assertEquals(List.of("aaa113"), found("nome NOT IN ('alpha', 'beta')"));
        assertEquals(List.of("aaa111"), found("nome BETWEEN 'b' AND 'c'"));
        assertEquals(List.of("aaa112"), found("descricao IS NULL"));
        assertEquals(List.of("aaa111", "aaa113"), found("descricao IS NOT NULL"));
        assertEquals(List.of("aaa111"), found("NOT (descricao = '')"), "NULL makes it unknown");
        assertEquals(List.of("aaa111", "aaa112"), found("version = '2.3.0' OR (nome = 'x' AND id = 'y')"));
        assertEquals(List.of(), found("nome = 'ALPHA'"));
    }

    @Test
    void given_conditions_over_the_document_when_searched_then_they_mean_what_sqlite_means() {
        givenThree();
        assertEquals(List.of("aaa112"), found("json_extract(data, '$.n') > 20"));
        assertEquals(List.of("aaa111", "aaa112"), found("json_extract(data, '$.n') >= 5"));
        assertEquals(List.of(), found("json_extract(data, '$.n') = '30'"), "a number is not its text");
        assertEquals(List.of("aaa112"), found("json_extract(data, '$.b') = 1"));
        assertEquals(List.of("aaa111"), found("json_extract(data, '$.t') = 'São Paulo'"));
        assertEquals(List.of("aaa111"), found("json_extract(data, '$.t') LIKE 's_o p%'"));
        assertEquals(List.of("aaa112", "aaa113"), found("json_extract(data, '$.t') IS NULL"));
        assertEquals(List.of("aaa113"), found("data IS NULL"));
    }

    @Test
    void given_letters_beyond_ascii_when_searched_with_like_then_their_case_counts() {
        synths().saveAll(List.of(synth("aaa111", "AÇÃO"), synth("aaa112", "ação"), synth("aaa113", "AçãO")));
        assertEquals(List.of("aaa112", "aaa113"), found("nome LIKE 'ação'"));
        assertEquals(List.of(), found("nome LIKE 'açao'"));
    }

    @Test
    void given_selected_columns_when_searched_then_the_others_take_their_substitutes() {
        groups().create(g1());
        synths().save(synthWith("aaa111", "{}").withGroup(G1));
        SynthSummary found = synths().search(null, "SELECT id, synth_group_id FROM synths", FIRST)
                .items()
                .get(0);
        assertEquals(new SynthSummary("aaa111", G1, "", null, null, null, null, "2.0.0"), found);
    }

    @Test
    void given_an_order_in_the_query_when_searched_then_the_sort_of_the_request_comes_first() {
        givenThree();
        String query = "SELECT * FROM synths ORDER BY created_at DESC";
        assertEquals(List.of("aaa113", "aaa112", "aaa111"), ids(synths().search(null, query, FIRST)));
        assertEquals(
                List.of("aaa112", "aaa111", "aaa113"),
                ids(synths().search(null, query, FIRST.sortedBy("nome", SortOrder.ASC))));
    }

    private List<String> found(String where) {
        Page<SynthSummary> page = synths().search(where, null, FIRST);
        assertEquals(page.items().size(), page.total());
        return ids(page);
    }

    private InvalidQueryException refused(@Nullable String where, @Nullable String query) {
        return assertThrows(
                InvalidQueryException.class, () -> synths().search(where, query, FIRST), () -> where + " / " + query);
    }

    private static List<String> ids(Page<SynthSummary> page) {
        return page.items().stream().map(SynthSummary::id).toList();
    }
}
