package io.synthlab.persistence.migrations.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckExpressionTest {
    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            status in ('active', 'deleted'); status IN ('deleted','active')
            status in ('active', 'deleted'); (status = ANY (ARRAY['active'::text, 'deleted'::text]))
            status in ('a', 'b'); ((status)::text = ANY ((ARRAY['a'::character varying, 'b'::character varying])::text[]))
            char_length(name) <= 100; length(name) <= 100
            char_length(name) <= 100; (char_length(name) <= 100)
            x is json; json_valid(x) OR x IS NULL
            x is json; x IS NULL OR json_valid("x")
            regexp_like(id, '^node_[a-f0-9]{3}$'); id GLOB 'node_[a-f0-9][a-f0-9][a-f0-9]'
            regexp_like(id, '^node_[a-f0-9]{8}$'); (id ~ '^node_[a-f0-9]{8}$'::text)
            r is null or (r >= 0 and r <= 1); ((r IS NULL) OR ((r >= (0)::double precision) AND (r <= (1)::double precision)))
            a between 1 and 2; ((a >= 1) AND (a <= 2))
            a != 1; (a <> 1)
            not a = 1; (NOT (a = 1))
            a + 1 > b; ((a + 1) > b)
            """)
    void two_spellings_of_one_condition_are_equal(String one, String other) {
        assertEquals(CheckExpression.of(one), CheckExpression.of(other));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            (a = 1 or b = 2) and c = 3; a = 1 or b = 2 and c = 3
            name = 'A'; name = 'a'
            a in ('x', 'y'); a in ('x', 'y', 'z')
            char_length(a) <= 100; char_length(a) <= 101
            a is null; a is not null
            a in (1); a not in (1)
            this is (no condition; this is no condition
            """)
    void conditions_that_differ_are_different(String one, String other) {
        assertNotEquals(CheckExpression.of(one), CheckExpression.of(other));
    }
}
