package io.synthlab.persistence.internal.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.synthlab.persistence.DatabaseKind;
import io.synthlab.persistence.SortOrder;
import io.synthlab.persistence.error.InvalidQueryException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SynthSearchTest {
    private static final String ALL =
            "id, synth_group_id, nome, descricao, link_photo, avatar_path, created_at, " + "version, data";

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"-, -", "'', ''", "-, ''", "'', -"})
    void given_neither_text_when_parsing_then_every_row_is_wanted(@Nullable String where, @Nullable String query) {
        RenderedSearch search = SynthSearch.parse(where, query).render(DatabaseKind.SQLITE);

        assertEquals("TRUE", search.condition());
        assertEquals(List.of(), search.parameters());
        assertEquals("id ASC", search.orderByClause());
        assertEquals(ALL, names(search));
    }

    @Test
    void given_both_texts_when_parsing_then_the_query_wins_and_the_condition_is_not_looked_at() {
        RenderedSearch search =
                SynthSearch.parse("DROP x; \0", "select * from synths").render(DatabaseKind.POSTGRESQL);

        assertEquals("TRUE", search.condition());
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void given_any_value_when_rendering_then_it_is_bound_and_not_in_the_text(DatabaseKind kind) {
        String where = "nome = 'zzz' AND nome IN ('zzz', 4711) AND nome LIKE 'zzz' AND nome BETWEEN 'zzz' AND 4711"
                + " AND json_extract(data, '$.zzz') IN ('zzz', 4711) AND json_extract(data, '$.zzz') LIKE 'zzz'"
                + " AND json_extract(data, '$.zzz') IS NOT 4711";

        RenderedSearch search = SynthSearch.parse(where, null).render(kind);

        assertFalse(search.condition().contains("zzz"), search.condition());
        assertFalse(search.condition().contains("4711"), search.condition());
        String unquoted = search.condition().replaceAll("'[^']*'", "");
        assertEquals(
                unquoted.chars().filter(c -> c == '?').count(),
                search.parameters().size());
        assertFalse(unquoted.matches(".*[:{}].*"), unquoted);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "  select * from synths",
                "SELECT * FROM synths",
                "\n\tSeLeCt\n*\rFROM\fSYNTHS ",
                "SELECT synths.* FROM synths",
                "SELECT s.* FROM synths s WHERE s.nome = 'a' ORDER BY s.nome",
                "SELECT s.* FROM synths AS s",
                "SELECT \"id\", s.nome FROM \"synths\" AS \"s\"",
                "SELECT ID, nome AS NOME FROM synths WHERE (((id = 'a')))",
                "SELECT id FROM synths ORDER BY created_at DESC, nome ASC, id"
            })
    void given_a_select_on_synths_when_parsing_then_it_is_taken(String query) {
        SynthSearch.parse(null, query).render(DatabaseKind.POSTGRESQL);
    }

    @Test
    void given_a_select_list_when_parsing_then_it_names_the_columns_to_fill() {
        RenderedSearch search = SynthSearch.parse(null, "SELECT nome, Synths.ID, nome AS nome FROM synths")
                .render(DatabaseKind.SQLITE);

        assertEquals("nome, id", names(search));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ORDER BY descricao                 | descricao ASC NULLS FIRST, id ASC",
                "ORDER BY descricao DESC            | descricao DESC NULLS LAST, id ASC",
                "ORDER BY nome desc, id desc        | nome DESC, id DESC",
                "ORDER BY nome, created_at, nome DESC | nome ASC, created_at ASC, id ASC",
                "WHERE id = 'a' ORDER BY version    | version ASC NULLS FIRST, id ASC"
            })
    void given_order_by_when_rendering_then_nulls_are_lowest_and_the_id_decides(String tail, String expected) {
        SynthSearch search = SynthSearch.parse(null, "SELECT * FROM synths " + tail);

        assertTrue(search.isSorted());
        assertEquals(expected, search.render(DatabaseKind.SQLITE).orderByClause());
        assertEquals(expected, search.render(DatabaseKind.POSTGRESQL).orderByClause());
    }

    @Test
    void given_another_sort_key_when_rendering_then_it_comes_first() {
        SynthSearch search = SynthSearch.parse(null, "SELECT * FROM synths ORDER BY nome, id DESC");
        SortKey key = new SortKey(SynthColumn.VERSION, SortOrder.DESC);

        assertEquals(
                "version DESC NULLS LAST, nome ASC, id DESC",
                search.sortedFirstBy(key).render(DatabaseKind.SQLITE).orderByClause());
        assertFalse(SynthSearch.parse("1=1", null).isSorted());
        assertThrows(IllegalArgumentException.class, () -> new SortKey(SynthColumn.DATA, SortOrder.ASC));
    }

    @Test
    void given_a_condition_of_1000_characters_when_parsing_then_its_length_is_fine() {
        String emoji = "nome = '\uD83D\uDE00'";
        SynthSearch.parse("1=1" + " ".repeat(997), null);
        SynthSearch.parse(emoji + " ".repeat(1000 - emoji.codePointCount(0, emoji.length())), null);
    }

    @Test
    void given_a_condition_of_1001_characters_when_parsing_then_only_its_beginning_comes_back() {
        InvalidQueryException error = refusal("1=1" + " ".repeat(998), null);

        assertEquals("WHERE clause exceeds max length of 1000 characters", error.reason());
        assertEquals("1=1" + " ".repeat(97) + "...", error.details().get("query"));
    }

    @Test
    void given_a_select_of_10001_characters_when_parsing_then_it_is_refused() {
        String select = "SELECT * FROM synths";
        SynthSearch.parse(null, select + " ".repeat(10_000 - select.length()));

        InvalidQueryException error = refusal(null, select + " ".repeat(10_001 - select.length()));

        assertEquals("SELECT query exceeds max length of 10000 characters", error.reason());
        assertEquals(103, String.valueOf(error.details().get("query")).length());
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "NOT ", "(NOT "})
    void given_endless_nesting_when_parsing_then_the_depth_is_refused(String opening) {
        String query = "SELECT * FROM synths WHERE " + opening.repeat(9_900 / opening.length());

        assertTrue(refusal(null, query).reason().startsWith("more than 32 levels of parentheses and NOT"));
    }

    @Test
    void given_nesting_and_comparisons_up_to_their_limits_when_parsing_then_they_are_taken() {
        String select = "SELECT * FROM synths WHERE ";
        SynthSearch.parse("(".repeat(32) + "1=1" + ")".repeat(32), null);
        SynthSearch.parse(null, select + comparisons(200));

        assertTrue(refusal(null, select + comparisons(201)).reason().startsWith("more than 200 comparisons"));
    }

    @Test
    void given_turkish_as_default_locale_when_parsing_then_letters_still_mean_themselves() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("tr-TR"));
        try {
            SynthSearch.parse(null, "select id from synths where ID is null or link_photo LIKE 'I' order by id asc");
            SynthSearch.parse("nome in ('i') and not JSON_EXTRACT(data, '$.i') is not null", null);
            assertEquals(
                    "insert is not a column of synths at character 1",
                    refusal("insert", null).reason());
            assertEquals(
                    "ıd is not a column of synths at character 1",
                    refusal("ıd = 'a'", null).reason());
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void given_a_refused_text_when_reading_the_error_then_code_reason_and_text_are_there() {
        InvalidQueryException error = refusal("nome = 'a' AND foo = 1", null);

        assertEquals("INVALID_QUERY", error.code());
        assertEquals("foo is not a column of synths at character 16", error.reason());
        assertEquals("nome = 'a' AND foo = 1", error.details().get("query"));
    }

    private static String comparisons(int count) {
        return Stream.generate(() -> "id = 'a'").limit(count).collect(Collectors.joining(" OR "));
    }

    private static String names(RenderedSearch search) {
        return search.columns().stream().map(SynthColumn::sqlName).collect(Collectors.joining(", "));
    }

    private static InvalidQueryException refusal(@Nullable String where, @Nullable String query) {
        return assertThrows(InvalidQueryException.class, () -> SynthSearch.parse(where, query));
    }
}
