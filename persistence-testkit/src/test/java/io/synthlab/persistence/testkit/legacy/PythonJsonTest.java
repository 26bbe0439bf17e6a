package io.synthlab.persistence.testkit.legacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PythonJsonTest {
    @ParameterizedTest
    @CsvSource({
        "0.0, 0.0",
        "1.0, 1.0",
        "-0.1, -0.1",
        "100.0, 100.0",
        "0.002, 0.002",
        "0.0001, 0.0001",
        "0.00001, 1e-05",
        "0.6000000000000001, 0.6000000000000001",
        "0.13999999999999996, 0.13999999999999996",
        "2.0E-323, 2e-323",
        "4.9E-324, 5e-324",
        "1.2663623674072135E-128, 1.2663623674072135e-128",
        "9.999999999999998E15, 9999999999999998.0",
        "1.0E16, 1e+16",
        "1.2345678901234568E17, 1.2345678901234568e+17",
        "1.7976931348623157E308, 1.7976931348623157e+308"
    })
    void doubles_have_the_shortest_form_in_pythons_notation(double number, String expected) {
        assertEquals(expected, PythonJson.number(number));
        assertEquals(number, Double.parseDouble(expected));
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY})
    void a_number_that_is_not_finite_is_refused(double number) {
        assertThrows(NumberFormatException.class, () -> PythonJson.number(number));
    }

    @Test
    void separators_are_followed_by_a_blank_and_order_is_kept() {
        Object document = new JsonObject()
                .set("b", 1)
                .set("a", Arrays.asList(true, null, 2.5))
                .set("c", List.of());
        assertEquals("{\"b\": 1, \"a\": [true, null, 2.5], \"c\": []}", PythonJson.ascii(document));
    }

    @Test
    void text_is_escaped_or_left_as_it_is() {
        String text = "é 🧪 \"\\\n\u0001\u007f";
        assertEquals("\"\\u00e9 \\ud83e\\uddea \\\"\\\\\\n\\u0001\\u007f\"", PythonJson.ascii(text));
        assertEquals("\"é 🧪 \\\"\\\\\\n\\u0001\u007f\"", PythonJson.utf8(text));
    }

    @Test
    void an_indented_document_has_one_member_per_line() {
        Object document = new JsonObject().set("a", List.of(1, 2)).set("é", new JsonObject());
        assertEquals("{\n  \"a\": [\n    1,\n    2\n  ],\n  \"é\": {}\n}", PythonJson.indentedUtf8(document));
    }
}
