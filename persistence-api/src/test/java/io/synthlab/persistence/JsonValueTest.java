package io.synthlab.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.synthlab.persistence.error.ValidationException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonValueTest {
    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "1 | 1.0",
                "100 | 1e2",
                "100 | 1E+2",
                "0 | -0.0",
                "0 | 0e999999",
                "0.1000 | 0.1",
                "123456789012345678901234567890 | 123456789012345678901234567890.0",
                "10e2147483646 | 1e2147483647",
                "{\"a\":1,\"b\":2} | { \"b\" : 2.0 , \"a\" : 1e0 }",
                "{\"a\":1,\"a\":2} | {\"a\":2}",
                "[1,[2,{}]] | [ 1.0, [2, { }] ]",
                "\"\\u00e9\\/\" | \"é/\"",
                "\"\\ud83d\\ude00\" | \"😀\"",
                "null | null",
                "true | true"
            })
    void equalsByMeaning(String left, String right) {
        JsonValue one = JsonValue.parse(left);
        JsonValue other = JsonValue.ofStored(right);
        assertEquals(one, other);
        assertEquals(other, one);
        assertEquals(one.hashCode(), other.hashCode());
    }

    @ParameterizedTest(name = "{0} != {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "1 | 2",
                "1 | \"1\"",
                "1 | true",
                "0 | false",
                "0 | null",
                "[] | {}",
                "[1,2] | [2,1]",
                "{\"a\":null} | {}",
                "\"\" | null",
                "\"e\u0301\" | \"é\"",
                // equal as doubles
                "9007199254740993 | 9007199254740992",
                "1e400 | 1e401",
                "0.1 | 0.1000000000000000055511151231257827"
            })
    void differsByMeaning(String left, String right) {
        assertNotEquals(JsonValue.parse(left), JsonValue.parse(right));
    }

    @Test
    void equalsNothingElse() {
        assertNotEquals(JsonValue.of("a"), "a");
        assertNotEquals(JsonValue.of("a"), null);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"b\" : 1.50,\n \"a\":\"\\u00e9\", \"b\":2}", " [ 1 ] ", "1e2", "\"\\/\"", "null", "-0.0"})
    void keepsItsText(String text) {
        assertEquals(text, JsonValue.parse(text).text());
        assertEquals(text, JsonValue.ofStored(text).text());
        assertEquals(text, JsonValue.parse(text).toString());
    }

    @ParameterizedTest(name = "[{0}]")
    @ValueSource(
            strings = {
                "",
                "  ",
                "{",
                "[1,",
                "\"a",
                "{\"a\"}",
                "{\"a\":}",
                "{a:1}",
                "{'a':1}",
                "[1,]",
                "{\"a\":1,}",
                "NaN",
                "Infinity",
                "-Infinity",
                "[NaN]",
                "1 2",
                "{} x",
                "nul",
                "True",
                "01",
                "+1",
                ".5",
                "1.",
                "0x10",
                "1e",
                "// x\n1",
                "/* x */ 1",
                "\"a\u0001b\"",
                "\"\\x\"",
                "\"\\u12\"",
                "\ufeff1",
                "]",
                "1e9999999999",
                "{\"a\":[1e-9999999999]}"
            })
    void refusesWhatIsNotStrictJson(String text) {
        assertThrows(ValidationException.class, () -> JsonValue.parse(text));
        JsonValue stored = JsonValue.ofStored(text);
        assertEquals(text, stored.text());
        assertThrows(ValidationException.class, stored::isObject);
    }

    @Test
    void errorsNameThePositionAndNotTheText() {
        String text = "{\"name\": \"planted-secret\", \"age\": planted-secret}";
        ValidationException e = assertThrows(ValidationException.class, () -> JsonValue.parse(text));
        assertTrue(
                String.valueOf(e.getMessage()).matches("text is not valid JSON, see position [34][0-9]"),
                e::getMessage);
        assertNull(e.getCause(), "a cause would repeat the text");
    }

    @Test
    void takesTheDeepestNestingOfSqliteAndNotMore() {
        String deepest = "[".repeat(1_000) + "]".repeat(1_000);
        assertEquals(JsonValue.parse(deepest), JsonValue.ofStored(deepest));
        assertThrows(ValidationException.class, () -> JsonValue.parse("[" + deepest + "]"));
    }

    @Test
    void takesLongKeysAndNumbers() {
        String key = "k".repeat(60_000);
        String digits = "9".repeat(5_000);
        JsonValue json = JsonValue.parse("{\"" + key + "\": " + digits + "}");
        assertEquals(Optional.of(JsonValue.parse(digits)), json.get(key));
    }

    @Test
    void keepsNumbersExact() {
        String digits = "123456789012345678901234567890.123456789012345678901234567890";
        assertEquals(
                Optional.of(new BigDecimal(digits)), JsonValue.parse(digits).asNumber());
        assertEquals("0.6000000000000001", JsonValue.of(0.6000000000000001).text());
        assertEquals(
                Double.MIN_VALUE,
                JsonValue.of(Double.MIN_VALUE).asNumber().orElseThrow().doubleValue());
        assertEquals("0.1", JsonValue.of(0.1f).text());
    }

    @Test
    void lastOfEqualKeysCountsAtTheFirstOnesPlace() {
        JsonValue json = JsonValue.parse("{\"a\":1,\"b\":2,\"a\":3}");
        assertEquals(List.of("a", "b"), List.copyOf(json.members().keySet()));
        assertEquals(Optional.of(JsonValue.of(3)), json.get("a"));
    }

    @Test
    void answersByKind() {
        JsonValue object = JsonValue.parse("{\"a\":null}");
        assertTrue(object.isObject());
        assertFalse(object.isArray());
        assertEquals(Optional.of(JsonValue.NULL), object.get("a"));
        assertTrue(object.get("b").isEmpty());
        assertTrue(object.items().isEmpty());
        JsonValue array = JsonValue.parse("[1]");
        assertTrue(array.isArray());
        assertTrue(array.members().isEmpty());
        assertTrue(array.get("0").isEmpty());
        assertTrue(JsonValue.parse("null").isNull());
        assertFalse(object.isNull());
        assertEquals(Optional.of(true), JsonValue.parse("true").asBoolean());
        assertTrue(JsonValue.parse("\"true\"").asBoolean().isEmpty());
        assertTrue(JsonValue.parse("1").asText().isEmpty());
        assertTrue(JsonValue.parse("\"1\"").asNumber().isEmpty());
    }

    @Test
    void makesValuesOfJavaObjects() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("text", "a\"\\\n\u0007é😀");
        map.put("list", Arrays.asList(1, 2L, 2.5, null, true));
        map.put("json", JsonValue.parse("[ 1 ]"));
        map.put("empty", Map.of());
        map.put("none", List.of());
        JsonValue json = JsonValue.of(map);
        assertEquals(
                "{\"text\": \"a\\\"\\\\\\n\\u0007é😀\", \"list\": [1, 2, 2.5, null, true], \"json\": [ 1 ], \"empty\": {},"
                        + " \"none\": []}",
                json.text());
        assertEquals(json, JsonValue.parse(json.text()));
        assertSame(JsonValue.NULL, JsonValue.of(null));
        assertSame(json, JsonValue.of(json));
    }

    @Test
    void refusesObjectsThatHaveNoJsonForm() {
        for (Number number : new Number[] {Double.NaN, Double.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY}) {
            assertThrows(ValidationException.class, () -> JsonValue.of(List.of(number)));
        }
        assertThrows(IllegalArgumentException.class, () -> JsonValue.of(new Object()));
    }

    @Test
    void cannotBeChanged() {
        List<Object> items = new ArrayList<>(List.of(1));
        Map<String, Object> members = new LinkedHashMap<>(Map.of("a", items));
        JsonValue json = JsonValue.of(members);
        items.add(2);
        members.put("b", 2);
        assertEquals(JsonValue.parse("{\"a\":[1]}"), json);
        assertThrows(UnsupportedOperationException.class, () -> json.members().clear());
        assertThrows(
                UnsupportedOperationException.class,
                () -> json.get("a").orElseThrow().items().clear());
        assertThrows(
                UnsupportedOperationException.class,
                () -> JsonValue.parse("[1]").items().clear());
    }
}
