package io.synthlab.persistence.internal.json;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.synthlab.persistence.JsonValue;
import io.synthlab.persistence.error.ValidationException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StorableJsonTest {
    private static String message(String json) {
        return String.valueOf(
                assertThrows(ValidationException.class, () -> StorableJson.require(JsonValue.parse(json), "t.c"))
                        .getMessage());
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {"\"a\\u0000\"", "[\"\\ud800\"]", "{\"a\": {\"b\": [1, \"\\udc00x\"]}}", "{\"a\\u0000\": 1}"})
    void looks_into_every_string_and_key(String json) {
        assertTrue(message(json).contains("cannot be stored"));
    }

    @Test
    void looks_into_keys_that_were_not_parsed() {
        JsonValue json = JsonValue.of(Map.of("a", Map.of("\ud800", 1)));
        assertThrows(ValidationException.class, () -> StorableJson.require(json, "t.c"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"planted\": 1, \"planted\": 2}", "[{\"x\": {\"\": 1, \"\": 1}}]", "{\"a\": 1, \"\\u0061\": 2}"
            })
    void refuses_a_key_that_stands_twice(String json) {
        assertTrue(message(json).startsWith("t.c holds a key twice in one object"));
        assertFalse(message(json).contains("planted"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e131072", "[-1e200000]", "{\"a\": 1e-16384}"})
    void refuses_numbers_that_postgresql_has_not(String json) {
        assertTrue(message(json).contains("PostgreSQL has no such number"));
    }

    @Test
    void takes_everything_else() {
        JsonValue parsed =
                JsonValue.parse("{\"\\ud83d\\ude00\": [\"\\\\u0000\", null, 1e131071, 1e-16383, {\"é\": true}]}");
        assertDoesNotThrow(() -> StorableJson.require(parsed, "t.c"));
        assertDoesNotThrow(() -> StorableJson.require(JsonValue.of(Map.of("a", Map.of("a", 1))), "t.c"));
        assertDoesNotThrow(() -> StorableJson.require(null, "t.c"));
    }
}
