package io.synthlab.persistence.internal.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.synthlab.persistence.JsonValue;
import io.synthlab.persistence.error.ValidationException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonObjectReaderTest {
    private static JsonObjectReader reader(String json) {
        return JsonObjectReader.of(JsonValue.parse(json), "data");
    }

    @Test
    void absentAndNullAreTheSameForOptionalParts() {
        JsonObjectReader in = reader("{\"null\": null, \"unknown\": [1]}");
        for (String key : List.of("null", "absent")) {
            assertTrue(in.value(key).isEmpty());
            assertTrue(in.text(key).isEmpty());
            assertTrue(in.number(key).isEmpty());
            assertTrue(in.integer(key, 0, 1).isEmpty());
            assertTrue(in.object(key, JsonObjectReader::of).isEmpty());
        }
        assertEquals(List.of(), in.texts("absent"));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "1.5, 1.5", "\"30\", 30", "\" 1e2 \", 100", "\"-0.5\", -0.5", "1e400, Infinity"})
    void takesNumbersAndNumericText(String json, double expected) {
        assertEquals(expected, reader("{\"n\":" + json.replace('\'', '"') + "}").requiredNumber("n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "120", "\"30\"", "30.0", "3e1", "\"30.0\""})
    void takesWholeNumbersHoweverTheyAreWritten(String json) {
        int number = reader("{\"n\":" + json + "}").integer("n", 0, 120).orElseThrow();
        assertTrue(number == 0 || number == 30 || number == 120);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"-1", "121", "30.5", "1e2147483647", "10e2147483647", "1e-2147483647", "4294967326", "\"121\""})
    void refusesOtherWholeNumbers(String json) {
        ValidationException e = assertThrows(
                ValidationException.class, () -> reader("{\"n\":" + json + "}").integer("n", 0, 120));
        assertEquals("data.n must be a whole number of 0-120", e.getMessage());
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                refusal("{\"k\": 1}", in -> in.text("k"), "data.k must be text"),
                refusal("{\"k\": true}", in -> in.requiredText("k"), "data.k must be text"),
                refusal("{}", in -> in.requiredText("k"), "data.k is missing"),
                refusal("{\"k\": null}", in -> in.requiredText("k"), "data.k is missing"),
                refusal("{\"k\": \"planted\"}", in -> in.number("k"), "data.k must be a number"),
                refusal("{\"k\": \"1e9999999999\"}", in -> in.number("k"), "data.k must be a number"),
                refusal("{\"k\": []}", in -> in.number("k"), "data.k must be a number"),
                refusal("{\"k\": true}", in -> in.integer("k", 0, 1), "data.k must be a number"),
                refusal("{}", in -> in.requiredNumber("k"), "data.k is missing"),
                refusal("{\"k\": null}", in -> in.texts("k"), "data.k must be a list"),
                refusal("{\"k\": \"planted\"}", in -> in.texts("k"), "data.k must be a list"),
                refusal("{\"k\": [\"a\", 1]}", in -> in.texts("k"), "data.k must be text"),
                refusal("{\"k\": [null]}", in -> in.texts("k"), "data.k must be text"),
                refusal("{\"k\": [1]}", in -> in.object("k", JsonObjectReader::of), "data.k must be a JSON object"),
                refusal("{}", in -> in.requiredObject("k", JsonObjectReader::of), "data.k is missing"),
                refusal(
                        "{\"k\": {\"l\": {\"m\": \"planted\"}}}",
                        in -> in.requiredObject("k", JsonObjectReader::of)
                                .requiredObject("l", JsonObjectReader::of)
                                .number("m"),
                        "data.k.l.m must be a number"));
    }

    private static Arguments refusal(String json, Consumer<JsonObjectReader> read, String message) {
        return Arguments.of(json, read, message);
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("refusals")
    void refusesByPathAndWithoutTheValue(String json, Consumer<JsonObjectReader> read, String message) {
        JsonObjectReader in = reader(json);
        ValidationException e = assertThrows(ValidationException.class, () -> read.accept(in));
        assertEquals(message, e.getMessage());
        assertFalse(String.valueOf(e.getCause()).contains("planted"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "0", "\"x\"", "null", "true"})
    void readsObjectsOnly(String json) {
        ValidationException e = assertThrows(ValidationException.class, () -> reader(json));
        assertEquals("data must be a JSON object", e.getMessage());
    }

    @Test
    void emptyObjectsCountAsAbsentUnlessRequired() {
        JsonObjectReader in = reader("{\"k\": {}}");
        assertEquals(Optional.empty(), in.object("k", (json, path) -> path));
        assertEquals("data.k", in.requiredObject("k", (json, path) -> path));
        assertEquals(Optional.of("data.k"), reader("{\"k\": {\"l\": null}}").object("k", (json, path) -> path));
    }

    @Test
    void takesMomentsOfEveryForm() {
        ZoneId zone = ZoneId.of("America/Sao_Paulo");
        JsonObjectReader in = reader("""
                {"offset": "2025-01-01T12:00:00+02:00", "naive": "2025-01-01T07:00:00", "null": null,
                 "bad": "planted", "number": 1}""");
        Optional<Instant> ten = Optional.of(Instant.parse("2025-01-01T10:00:00Z"));
        assertEquals(ten, in.instant("offset", zone));
        assertEquals(ten, in.instant("naive", zone));
        assertEquals(Optional.empty(), in.instant("null", zone));
        assertEquals(Optional.empty(), in.instant("absent", zone));
        ValidationException bad = assertThrows(ValidationException.class, () -> in.instant("bad", zone));
        assertEquals("data.bad is no timestamp of a known form", bad.getMessage());
        assertThrows(ValidationException.class, () -> in.instant("number", zone));
    }

    @Test
    void requiredTextsAreThereButMayBeNone() {
        assertEquals(List.of(), reader("{\"t\": []}").requiredTexts("t"));
        assertEquals(List.of("a"), reader("{\"t\": [\"a\"]}").requiredTexts("t"));
        ValidationException missing =
                assertThrows(ValidationException.class, () -> reader("{}").requiredTexts("t"));
        assertEquals("data.t is missing", missing.getMessage());
        assertThrows(ValidationException.class, () -> reader("{\"t\": null}").requiredTexts("t"));
    }
}
