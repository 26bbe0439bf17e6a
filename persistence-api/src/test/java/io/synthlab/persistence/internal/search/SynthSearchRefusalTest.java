package io.synthlab.persistence.internal.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.synthlab.persistence.error.InvalidQueryException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is outside of the grammar, and what the error says about it. */
class SynthSearchRefusalTest {
    private static final String OPERAND = "a column, a literal or json_extract(data, '$.path')";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            ignoreLeadingAndTrailingWhitespace = true,
            value = {
                "1=1; DROP TABLE synths            | ';' is not allowed at character 4",
                "1=1;                              | ';' is not allowed at character 4",
                "1=1 -- x                          | comments are not allowed at character 5",
                "1--1                              | comments are not allowed at character 2",
                "/* x */ 1=1                       | comments are not allowed at character 1",
                "nome = /**/ 'a'                   | comments are not allowed at character 8",
                "nome = 'a' */                     | comments are not allowed at character 12",
                "1=1 UNION SELECT 1                | unexpected UNION, expected AND, OR or the end of the condition at character 5",
                "1=1 LIMIT 5                       | unexpected LIMIT, expected AND, OR or the end of the condition at character 5",
                "1=1 ORDER BY id                   | unexpected ORDER, expected AND, OR or the end of the condition at character 5",
                "drop                              | drop is not a column of synths at character 1",
                "foo = 1                           | foo is not a column of synths at character 1",
                "rowid = 1                         | rowid is not a column of synths at character 1",
                "nome = \"alpha\"                  | a name in double quotes is not a column of synths; text goes in single quotes at character 8",
                "experiments.id = 'a'              | experiments is not the name of the table in this query at character 1",
                "main.synths.id = 'a'              | main is not the name of the table in this query at character 1",
                "(1=1                              | unexpected the end of the text, expected AND, OR or ')' at character 5",
                "1=1)                              | unexpected ')', expected AND, OR or the end of the condition at character 4",
                "1=0x1                             | malformed number (decimal digits only, no 0x, no exponent) at character 3",
                "1=1e3                             | malformed number (decimal digits only, no 0x, no exponent) at character 3",
                "1=1_0                             | malformed number (decimal digits only, no 0x, no exponent) at character 3",
                "1=1234567890123456                | a number has at most 15 digits at character 3",
                "nome = x'61'                      | blob literals are not allowed at character 8",
                "nome = ?                          | parameters are not allowed: '?' at character 8",
                "nome = :n                         | parameters are not allowed: ':' at character 8",
                "nome = @n                         | parameters are not allowed: '@' at character 8",
                "nome = $n                         | parameters are not allowed: '$' at character 8",
                "nome = 'a                         | text literal without an end at character 8",
                "nome = [id]                       | unexpected character '[' at character 8",
                "😀nome = 1                        | unexpected character U+1F600 at character 1",
                "nome = '😀' ! 1                   | unexpected character '!' at character 12",
                "id IN (SELECT id FROM synths)     | unexpected SELECT, expected a literal at character 8",
                "id = (SELECT 1)                   | sub-selects are not allowed at character 6",
                "(SELECT 1) = 1                    | sub-selects are not allowed at character 1",
                "EXISTS (SELECT 1)                 | function EXISTS is not allowed, only json_extract is at character 1",
                "upper(nome) = 'A'                 | function upper is not allowed, only json_extract is at character 1",
                "load_extension('x') = 1           | function load_extension is not allowed, only json_extract is at character 1",
                "char (65) = nome                  | function char is not allowed, only json_extract is at character 1",
                "CASE WHEN 1 THEN 1 END = 1        | CASE is not a column of synths at character 1",
                "nome                              | unexpected the end of the text, expected a comparison, IS, IN, BETWEEN or LIKE at character 5",
                "1                                 | unexpected the end of the text, expected a comparison, IS, IN, BETWEEN or LIKE at character 2",
                "nome =                            | unexpected the end of the text, expected " + OPERAND
                        + " at character 7",
                "nome = 'a' = 'b'                  | unexpected '=', expected AND, OR or the end of the condition at character 12",
                "nome = 'a' 'b'                    | unexpected a text literal, expected AND, OR or the end of the condition at character 12",
                "nome = 'a' COLLATE nocase         | unexpected COLLATE, expected AND, OR or the end of the condition at character 12",
                "nome = 'a' + 1                    | unexpected '+', expected AND, OR or the end of the condition at character 12",
                "nome GLOB 'a*'                    | unexpected GLOB, expected a comparison, IS, IN, BETWEEN or LIKE at character 6",
                "nome NOT NULL                     | unexpected NULL, expected IN, BETWEEN or LIKE at character 10",
                "nome = - 'a'                      | unexpected a text literal, expected a number at character 10",
                "nome IS TRUE                      | IS takes NULL, a text or a number; write = TRUE instead at character 9",
                "nome IS descricao                 | unexpected descricao, expected NULL, a text or a number at character 9",
                "nome IN ()                        | unexpected ')', expected a literal at character 10",
                "nome IN ('a' 'b')                 | unexpected a text literal, expected ')' at character 14",
                "nome BETWEEN 'a' OR 'b'           | unexpected OR, expected AND at character 18",
                "nome LIKE descricao               | unexpected descricao, expected a pattern in single quotes at character 11",
                "nome LIKE 'a!' ESCAPE '!'         | the pattern ends in its escape character at character 11",
                "nome LIKE 'a' ESCAPE ''           | ESCAPE takes exactly one character at character 22",
                "nome LIKE 'a' ESCAPE '!!'         | ESCAPE takes exactly one character at character 22",
                "'a' LIKE 'a'                      | the left side of LIKE must be a column or json_extract at character 1"
            })
    void given_a_condition_outside_the_grammar_when_parsing_then_the_reason_says_what_and_where(
            String where, String reason) {
        assertEquals(reason, whereRefusal(where).reason());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "data = '{}'                        | data takes only json_extract(data, '$.path') and IS [NOT] NULL at character 1",
                "'{}' = data                        | data takes only json_extract(data, '$.path') and IS [NOT] NULL at character 1",
                "nome = data                        | data takes only json_extract(data, '$.path') and IS [NOT] NULL at character 1",
                "data LIKE '%a%'                    | data takes only json_extract(data, '$.path') and IS [NOT] NULL at character 1",
                "data IN ('{}')                     | data takes only json_extract(data, '$.path') and IS [NOT] NULL at character 1",
                "data -> '$.a' = '1'                | unexpected '->', expected a comparison, IS, IN, BETWEEN or LIKE at character 6",
                "json_extract(nome, '$.a') = 1      | json_extract reads column data only at character 14",
                "json_extract(data) = 1             | unexpected ')', expected ',' at character 18",
                "json_extract(data, '$.a', '$.b')=1 | unexpected ',', expected ')' at character 25",
                "json_extract(data, nome) = 1       | unexpected nome, expected a JSON path in single quotes at character 20",
                "json_extract(data, '') = 1         | the JSON path must be '$' followed by keys or array positions at character 20",
                "json_extract(data, '$') = 1        | the JSON path must be '$' followed by keys or array positions at character 20",
                "data ->> 'a' = 1                   | the JSON path must be '$' followed by keys or array positions at character 10",
                "json_extract(data, '$.') = 1       | the JSON path takes .key, .\"key\" and [0] only at character 20",
                "json_extract(data, '$.a b') = 1    | the JSON path takes .key, .\"key\" and [0] only at character 20",
                "json_extract(data, '$.a[#-1]') = 1 | the JSON path takes .key, .\"key\" and [0] only at character 20",
                "json_extract(data, '$.a[*]') = 1   | the JSON path takes .key, .\"key\" and [0] only at character 20",
                "json_extract(data, '$.\"a\\b\"')=1 | the JSON path takes .key, .\"key\" and [0] only at character 20",
                "json_extract(data, '$.a') = json_extract(data, '$.b') | one side of a comparison with json_extract must be a literal at character 1",
                "json_extract(data, '$.a') = nome   | one side of a comparison with json_extract must be a literal at character 1"
            })
    void given_a_use_of_data_outside_the_grammar_when_parsing_then_the_reason_says_so(String where, String reason) {
        assertEquals(reason, whereRefusal(where).reason());
    }

    @Test
    void given_a_path_of_33_steps_when_parsing_then_it_is_refused() {
        SynthSearch.parse("json_extract(data, '$" + ".a".repeat(32) + "') = 1", null);

        InvalidQueryException error = whereRefusal("json_extract(data, '$" + ".a".repeat(33) + "') = 1");

        assertEquals("the JSON path has more than 32 steps at character 20", error.reason());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DELETE FROM synths",
                "WITH a AS (SELECT 1) SELECT * FROM synths",
                "EXPLAIN SELECT 1",
                "   ",
                "(SELECT * FROM synths)",
                "-- x\nSELECT * FROM synths",
                "\u017Felect * from synths"
            })
    void given_a_query_that_does_not_begin_with_select_when_parsing_then_the_original_reason_is_given(String query) {
        InvalidQueryException error = queryRefusal(query);

        assertEquals("Only SELECT queries are allowed", error.reason());
        assertEquals(query, error.details().get("query"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "SELECT                              | unexpected the end of the text, expected a column at character 7",
                "SELECTS * FROM synths               | unexpected SELECTS, expected SELECT at character 1",
                "SELECT * FROM synths;               | ';' is not allowed at character 21",
                "SELECT * FROM experiments           | only table synths can be searched, not experiments at character 15",
                "SELECT substr(id,1,6) AS id, name AS nome FROM synth_groups | the SELECT list takes * or columns of synths only, not substr at character 8",
                "SELECT count(*) FROM synths         | the SELECT list takes * or columns of synths only, not count at character 8",
                "SELECT DISTINCT id FROM synths      | the SELECT list takes * or columns of synths only, not DISTINCT at character 8",
                "SELECT nome FROM synths             | the SELECT list must be * or contain id at character 8",
                "SELECT id, 1 FROM synths            | unexpected a number, expected a column at character 12",
                "SELECT id, * FROM synths            | unexpected '*', expected a column at character 12",
                "SELECT *, id FROM synths            | unexpected ',', expected FROM at character 9",
                "SELECT id nome FROM synths          | unexpected nome, expected FROM at character 11",
                "SELECT id, nome AS descricao FROM synths | a column cannot be renamed at character 20",
                "SELECT * FROM synths, experiments   | unexpected ',', expected WHERE, ORDER BY or the end of the query at character 21",
                "SELECT * FROM synths JOIN experiments | unexpected JOIN, expected WHERE, ORDER BY or the end of the query at character 22",
                "SELECT * FROM synths s JOIN synths t | unexpected JOIN, expected WHERE, ORDER BY or the end of the query at character 24",
                "SELECT * FROM main.synths           | only table synths can be searched, not main at character 15",
                "SELECT * FROM (SELECT 1)            | unexpected '(', expected table synths at character 15",
                "SELECT x.id FROM synths             | x is not the name of the table in this query at character 8",
                "SELECT synths.id FROM synths s      | synths is not the name of the table in this query at character 8",
                "SELECT * FROM synths LIMIT 5        | unexpected LIMIT, expected WHERE, ORDER BY or the end of the query at character 22",
                "SELECT * FROM synths GROUP BY id    | unexpected GROUP, expected WHERE, ORDER BY or the end of the query at character 22",
                "SELECT * FROM synths WHERE          | unexpected the end of the text, expected " + OPERAND
                        + " at character 27",
                "SELECT * FROM synths WHERE 1=1 UNION SELECT * FROM synths | unexpected UNION, expected AND, OR, ORDER BY or the end of the query at character 32",
                "SELECT * FROM synths ORDER BY 1     | unexpected a number, expected a column at character 31",
                "SELECT * FROM synths ORDER BY data  | data cannot be sorted by at character 31",
                "SELECT * FROM synths ORDER BY random() | random is not a column of synths at character 31",
                "SELECT * FROM synths ORDER BY id NULLS LAST | unexpected NULLS, expected a comma or the end of the query at character 34",
                "SELECT * FROM synths ORDER BY id LIMIT 1 | unexpected LIMIT, expected a comma or the end of the query at character 34"
            })
    void given_a_select_outside_the_grammar_when_parsing_then_the_reason_says_what_and_where(
            String query, String reason) {
        assertEquals(reason, queryRefusal(query).reason());
    }

    @Test
    void given_characters_without_a_meaning_when_parsing_then_they_are_refused() {
        assertEquals("NUL character at character 9", whereRefusal("nome = '\0'").reason());
        assertEquals(
                "lone surrogate at character 9", whereRefusal("nome = '\uD83D'").reason());
        assertEquals(
                "lone surrogate at character 10",
                whereRefusal("nome = '\uD83D\uDE00\uDE00'").reason());
        assertEquals(
                "unexpected character '|' at character 6",
                whereRefusal("nome || 'a' = 'b'").reason());
        assertEquals(
                "unexpected character '`' at character 8",
                whereRefusal("nome = `id`").reason());
        assertEquals("WHERE clause is blank", whereRefusal("  \n").reason());
    }

    @Test
    void given_a_long_word_or_a_value_when_parsing_then_the_reason_does_not_repeat_it() {
        String longWord = "a".repeat(65);
        assertFalse(whereRefusal(longWord + " = 1").reason().contains(longWord));
        assertFalse(whereRefusal("nome 'Maria'").reason().contains("Maria"));
    }

    private static InvalidQueryException whereRefusal(String where) {
        return assertThrows(InvalidQueryException.class, () -> SynthSearch.parse(where, null));
    }

    private static InvalidQueryException queryRefusal(String query) {
        return assertThrows(InvalidQueryException.class, () -> SynthSearch.parse(null, query));
    }
}
