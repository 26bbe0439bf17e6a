package io.synthlab.persistence.migrations.mover.json;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.synthlab.persistence.migrations.mover.report.Rule;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class JsonCanonicalizerTest {
    private static final long SEED = 20260102;
    private static final int DOCUMENTS = 5_000;

    private final JsonCanonicalizer canonicalizer = JsonCanonicalizer.likePostgresql();

    private String canonical(String document) throws InvalidJsonException {
        byte[] bytes = canonicalizer.canonicalize(document.getBytes(StandardCharsets.UTF_8));
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"bb\":1,\"a\":2,\"aa\":[ ]} | {\"a\": 2, \"aa\": [], \"bb\": 1}",
                "[1E2,1e-2,1.50,-0,-0.0,0e5] | [100, 0.01, 1.50, 0, 0.0, 0]",
                "\"\\u00e9\\/\\u0001\\u007f\" | \"é/\\u0001\u007f\"",
                "{\"é\":1,\"zz\":2,\"\":{}} | {\"\": {}, \"zz\": 2, \"é\": 1}",
                "{\"x\":{\"b\":[{\"d\":1,\"c\":null}],\"a\":true}} | {\"x\": {\"a\": true, \"b\": [{\"c\": null, \"d\": 1}]}}"
            })
    void writes_what_jsonb_shows(String document, String expected) throws InvalidJsonException {
        assertEquals(expected, canonical(document));
    }

    @Test
    void writes_all_forms_of_a_value_alike() throws InvalidJsonException {
        JsonFuzz fuzz = new JsonFuzz(SEED);
        for (int left = DOCUMENTS; left > 0; left--) {
            Object value = fuzz.value(5);
            String document = fuzz.write(value);
            assertEquals(fuzz.canonical(value), canonical(document), () -> "seed " + SEED + ", document " + document);
        }
    }

    @Test
    void compares_numbers_by_value_when_asked() throws InvalidJsonException {
        JsonCanonicalizer byValue = JsonCanonicalizer.byValue();
        byte[] one = byValue.canonicalize("[1.50, 100, 0.0, 1e400]".getBytes(StandardCharsets.UTF_8));
        byte[] other = byValue.canonicalize("[15E-1, 1e2, -0, 10e399]".getBytes(StandardCharsets.UTF_8));
        assertArrayEquals(one, other);
        byte[] exact = byValue.canonicalize("[9007199254740993]".getBytes(StandardCharsets.UTF_8));
        byte[] neighbour = byValue.canonicalize("[9007199254740992]".getBytes(StandardCharsets.UTF_8));
        assertFalse(Arrays.equals(exact, neighbour));
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of(Rule.J1, "NaN"),
                Arguments.of(Rule.J1, "[-Infinity]"),
                Arguments.of(Rule.J2, "{'a': 1}"),
                Arguments.of(Rule.J2, "{a: 1}"),
                Arguments.of(Rule.J2, "[1,]"),
                Arguments.of(Rule.J2, "/* */ 1"),
                Arguments.of(Rule.J2, "[.5]"),
                Arguments.of(Rule.J2, "[+1]"),
                Arguments.of(Rule.J2, "[0x10]"),
                Arguments.of(Rule.J2, "[01]"),
                Arguments.of(Rule.J2, "1 2"),
                Arguments.of(Rule.J2, "{} x"),
                Arguments.of(Rule.J2, "[1"),
                Arguments.of(Rule.J2, "\"a\\x\""),
                Arguments.of(Rule.J4, "{\"a\": \"\\u0000\"}"),
                Arguments.of(Rule.J4, "{\"\\u0000\": 1}"),
                Arguments.of(Rule.J5, "[\"\\ud83d\"]"),
                Arguments.of(Rule.J5, "[\"\\ude42\\ud83d\"]"),
                Arguments.of(Rule.J5, "{\"\\ud83d\": 1}"),
                Arguments.of(Rule.J5, "{\"\\udc00\": 1}"),
                Arguments.of(Rule.J6, "{}\0junk"),
                Arguments.of(Rule.J9, "{\"a\": 1, \"b\": 2, \"\\u0061\": 3}"),
                Arguments.of(Rule.J9, "[{\"x\": {\"\": 1, \"\": 1}}]"),
                Arguments.of(Rule.J12, "1e131072"),
                Arguments.of(Rule.J12, "1e-16384"),
                Arguments.of(Rule.J12, "0e-16384"),
                Arguments.of(Rule.J12, "1e99999999999"),
                Arguments.of(Rule.J12, "0." + "0".repeat(16_384)),
                Arguments.of(Rule.J12, "1" + "0".repeat(200_000)),
                Arguments.of(Rule.J14, ""),
                Arguments.of(Rule.J14, " \n"),
                Arguments.of(Rule.J15, "\"\u0001\""),
                Arguments.of(Rule.J15, "[\u0001]"),
                Arguments.of(Rule.J15, "\uFEFF{}"),
                Arguments.of(Rule.J16, "[".repeat(10_001) + "]".repeat(10_001)));
    }

    @ParameterizedTest(name = "{0} [{index}]")
    @MethodSource("refused")
    void refuses_what_postgresql_refuses_or_changes(Rule rule, String document) {
        InvalidJsonException refusal = assertThrows(InvalidJsonException.class, () -> canonical(document));
        assertEquals(rule, refusal.rule());
    }

    @Test
    void refuses_bytes_that_are_no_text() {
        byte[][] documents = {{'"', (byte) 0xE9, '"'}, {'"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"'}};
        for (byte[] document : documents) {
            InvalidJsonException refusal =
                    assertThrows(InvalidJsonException.class, () -> canonicalizer.canonicalize(document));
            assertEquals(Rule.J7, refusal.rule());
        }
    }

    @ParameterizedTest
    @CsvSource({"1e131071", "1e-16383", "0e200000"})
    void takes_numbers_up_to_the_limits(String number) throws InvalidJsonException {
        assertFalse(canonical(number).contains("e"));
    }

    @Test
    void takes_deep_documents() throws InvalidJsonException {
        String deep = "[".repeat(10_000) + "]".repeat(10_000);
        assertEquals(deep, canonical(deep));
    }
}
