package io.synthlab.persistence.internal.json;

import io.synthlab.persistence.JsonValue;
import io.synthlab.persistence.error.ValidationException;
import io.synthlab.persistence.internal.time.Timestamps;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Reads one JSON object into a record as the original does: unknown keys are ignored, a numeric string counts as a
 * number, a number never counts as text. Errors name the field by its path and never repeat the value.
 */
public final class JsonObjectReader {
    private final JsonValue object;
    private final String path;

    private JsonObjectReader(JsonValue object, String path) {
        this.object = object;
        this.path = path;
    }

    /**
     * Starts to read an object.
     *
     * @param json the value
     * @param path what it is, for messages, for example {@code scorecard_data}
     * @return a reader
     * @throws ValidationException if the value is no object
     */
    public static JsonObjectReader of(JsonValue json, String path) {
        if (!json.isObject()) {
            throw new ValidationException(path + " must be a JSON object");
        }
        return new JsonObjectReader(json, path);
    }

    /** Returns a member that is there and not null; empty otherwise. */
    public Optional<JsonValue> value(String key) {
        return object.get(key).filter(member -> !member.isNull());
    }

    /** Returns a text, empty if absent or null. */
    public Optional<String> text(String key) {
        return value(key).map(member -> text(member, path(key)));
    }

    /** Returns a text that must be there. */
    public String requiredText(String key) {
        return text(key).orElseThrow(() -> missing(key));
    }

    /** Returns a moment, empty if absent or null; text without an offset is of {@code naiveZone}. */
    public Optional<Instant> instant(String key, ZoneId naiveZone) {
        return text(key).map(text -> {
            try {
                return Timestamps.parse(text, naiveZone);
            } catch (DateTimeException e) {
                throw new ValidationException(path(key) + " is no timestamp of a known form");
            }
        });
    }

    /** Returns a number, empty if absent or null. */
    public Optional<Double> number(String key) {
        return value(key).map(member -> decimal(member, path(key)).doubleValue());
    }

    /** Returns a number that must be there. */
    public double requiredNumber(String key) {
        return number(key).orElseThrow(() -> missing(key));
    }

    /** Returns a whole number within a range, empty if absent or null. */
    public Optional<Integer> integer(String key, int smallest, int largest) {
        return value(key).map(member -> {
            BigDecimal number = decimal(member, path(key));
            boolean fits = number.compareTo(BigDecimal.valueOf(smallest)) >= 0
                    && number.compareTo(BigDecimal.valueOf(largest)) <= 0
                    && number.stripTrailingZeros().scale() <= 0;
            if (!fits) {
                throw new ValidationException(
                        "%s must be a whole number of %d-%d".formatted(path(key), smallest, largest));
            }
            return number.intValue();
        });
    }

    /** Returns a whole number of 64 bits, empty if absent or null. */
    public Optional<Long> wholeNumber(String key) {
        return value(key).map(member -> {
            try {
                return decimal(member, path(key)).longValueExact();
            } catch (ArithmeticException e) {
                throw new ValidationException(path(key) + " must be a whole number of 64 bits");
            }
        });
    }

    /** Returns a list of numbers; empty if absent. */
    public List<Double> numbers(String key) {
        return object.get(key)
                .map(list -> JsonLists.read(list, path(key), JsonObjectReader::toDouble))
                .orElse(List.of());
    }

    /** Returns a list of nested objects; empty if absent. */
    public <T> List<T> objects(String key, BiFunction<JsonValue, String, T> read) {
        return object.get(key)
                .map(list -> JsonLists.read(list, path(key), read))
                .orElse(List.of());
    }

    /** Returns the members of a nested object whose keys are data, in order; empty if absent or null. */
    public <T> Map<String, T> map(String key, BiFunction<JsonValue, String, T> read) {
        return value(key).map(nested -> mapOf(nested, path(key), read)).orElse(Map.of());
    }

    /**
     * Reads an object whose keys are data.
     *
     * @param <T> what a member becomes
     * @param json the value
     * @param path what it is, for messages
     * @param read reads a member
     * @return key to member, in the order of the text; cannot be changed
     * @throws ValidationException if the value is no object or a member cannot be read
     */
    public static <T> Map<String, T> mapOf(JsonValue json, String path, BiFunction<JsonValue, String, T> read) {
        Map<String, T> members = new LinkedHashMap<>();
        of(json, path).object.members().forEach((name, member) -> members.put(name, read.apply(member, path)));
        return Collections.unmodifiableMap(members);
    }

    /**
     * Reads a number as the original does.
     *
     * @param json the value
     * @param path what it is, for messages
     * @return the number
     * @throws ValidationException if it is none
     */
    public static double toDouble(JsonValue json, String path) {
        return decimal(json, path).doubleValue();
    }

    /** Returns a list of texts; empty if absent. A JSON null in its place is an error, as in the original. */
    public List<String> texts(String key) {
        Optional<JsonValue> list = object.get(key);
        if (list.isEmpty()) {
            return List.of();
        }
        if (!list.get().isArray()) {
            throw new ValidationException(path(key) + " must be a list");
        }
        return list.get().items().stream().map(item -> text(item, path(key))).toList();
    }

    /** Returns a list of texts that must be there. */
    public List<String> requiredTexts(String key) {
        if (object.get(key).isEmpty()) {
            throw missing(key);
        }
        return texts(key);
    }

    /** Returns a nested object; empty if absent, null or without any member. */
    public <T> Optional<T> object(String key, BiFunction<JsonValue, String, T> read) {
        return value(key)
                .filter(member -> !member.isObject() || !member.members().isEmpty())
                .map(member -> read.apply(member, path(key)));
    }

    /** Returns a nested object that must be there. */
    public <T> T requiredObject(String key, BiFunction<JsonValue, String, T> read) {
        return read.apply(value(key).orElseThrow(() -> missing(key)), path(key));
    }

    private static String text(JsonValue member, String field) {
        return member.asText().orElseThrow(() -> new ValidationException(field + " must be text"));
    }

    private static BigDecimal decimal(JsonValue member, String field) {
        Optional<BigDecimal> number = member.asNumber();
        if (number.isPresent()) {
            return number.get();
        }
        try {
            return new BigDecimal(text(member, field).strip());
        } catch (NumberFormatException | ValidationException e) {
            throw new ValidationException(field + " must be a number");
        }
    }

    private ValidationException missing(String key) {
        return new ValidationException(path(key) + " is missing");
    }

    private String path(String key) {
        return path + "." + key;
    }
}
