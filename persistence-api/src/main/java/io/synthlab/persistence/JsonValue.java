package io.synthlab.persistence;

import io.synthlab.persistence.error.ValidationException;
import io.synthlab.persistence.internal.json.JsonText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An immutable JSON value that keeps its text and compares by meaning.
 *
 * <p>Equal are values that say the same: order of keys, white space, escapes and the way a number is written do not
 * count; numbers compare exactly, as decimals. Of equal keys in one object the last one counts. A document read from
 * SQLite returns its stored text from {@link #text()}; one read from PostgreSQL returns what {@code jsonb} made of it.
 *
 * <p>Syntax is checked by {@link #parse}, and for stored documents when they are first looked into.
 */
public final class JsonValue {
    /** JSON null; not to be mixed up with an absent document. */
    public static final JsonValue NULL = new JsonValue("null", null, true);

    private volatile @Nullable String text;
    private volatile @Nullable Object value;
    private volatile boolean parsed;

    private JsonValue(@Nullable String text, @Nullable Object value, boolean parsed) {
        this.text = text;
        this.value = value;
        this.parsed = parsed;
    }

    /**
     * Reads JSON text.
     *
     * @param text one JSON value in strict syntax; NaN, comments and the like are refused
     * @return the value
     * @throws ValidationException if the text is not JSON; the position is named, the text is not
     */
    public static JsonValue parse(String text) {
        return new JsonValue(text, JsonText.parse(text), true);
    }

    /**
     * Wraps text that a database has checked already; parsed on first use.
     *
     * @param text stored JSON text
     * @return the value
     */
    public static JsonValue ofStored(String text) {
        return new JsonValue(Objects.requireNonNull(text, "text"), null, false);
    }

    /**
     * Wraps a parsed value; for this library's own parser.
     *
     * @param value {@code Map<String, JsonValue>}, {@code List<JsonValue>}, {@code String}, {@code BigDecimal}, {@code
     *     Boolean} or {@code null}
     * @return the value
     */
    public static JsonValue ofParsed(@Nullable Object value) {
        return value == null ? NULL : new JsonValue(null, value, true);
    }

    /**
     * Makes a value of Java objects.
     *
     * @param object {@code null}, text, {@code Boolean}, a number, {@code JsonValue}, {@code Map} with text keys or
     *     {@code Iterable} of such objects
     * @return the value
     * @throws ValidationException if a number is NaN or infinite
     * @throws IllegalArgumentException if an object is of another type
     */
    public static JsonValue of(@Nullable Object object) {
        if (object instanceof JsonValue json) {
            return json;
        }
        if (object instanceof Map<?, ?> map) {
            Map<String, JsonValue> members = new LinkedHashMap<>();
            map.forEach((key, member) -> members.put(String.valueOf(key), of(member)));
            return ofParsed(Collections.unmodifiableMap(members));
        }
        if (object instanceof Iterable<?> items) {
            List<JsonValue> list = new ArrayList<>();
            items.forEach(item -> list.add(of(item)));
            return ofParsed(Collections.unmodifiableList(list));
        }
        if (object == null || object instanceof String || object instanceof Boolean) {
            return ofParsed(object);
        }
        if (object instanceof Number number) {
            return ofParsed(decimal(number));
        }
        throw new IllegalArgumentException(
                "no JSON form for " + object.getClass().getName());
    }

    private static BigDecimal decimal(Number number) {
        if (number instanceof Double || number instanceof Float) {
            if (!Double.isFinite(number.doubleValue())) {
                throw new ValidationException("JSON has no NaN and no infinity");
            }
        }
        return new BigDecimal(number.toString());
    }

    /** Returns the JSON text: the original's where there is one, otherwise a text of the same meaning. */
    public String text() {
        String known = text;
        if (known == null) {
            StringBuilder out = new StringBuilder();
            JsonText.write(value, out);
            known = out.toString();
            text = known;
        }
        return known;
    }

    /** Returns whether this is an object. */
    public boolean isObject() {
        return value() instanceof Map;
    }

    /** Returns whether this is an array. */
    public boolean isArray() {
        return value() instanceof List;
    }

    /** Returns whether this is JSON null. */
    public boolean isNull() {
        return value() == null;
    }

    /** Returns the members of an object in the order of the text; empty if this is no object. */
    @SuppressWarnings("unchecked") // only JsonText and of() make maps, with these types
    public Map<String, JsonValue> members() {
        return value() instanceof Map<?, ?> map ? Collections.unmodifiableMap((Map<String, JsonValue>) map) : Map.of();
    }

    /** Returns the items of an array; empty if this is no array. */
    @SuppressWarnings("unchecked") // only JsonText and of() make lists, with this type
    public List<JsonValue> items() {
        return value() instanceof List<?> list ? Collections.unmodifiableList((List<JsonValue>) list) : List.of();
    }

    /**
     * Returns a member of an object.
     *
     * @param key its key
     * @return the member, which may be JSON null; empty if there is none or this is no object
     */
    public Optional<JsonValue> get(String key) {
        return Optional.ofNullable(members().get(key));
    }

    /** Returns the text of a JSON string; empty if this is none. */
    public Optional<String> asText() {
        return value() instanceof String string ? Optional.of(string) : Optional.empty();
    }

    /** Returns the exact number; empty if this is none. */
    public Optional<BigDecimal> asNumber() {
        return value() instanceof BigDecimal number ? Optional.of(number) : Optional.empty();
    }

    /** Returns the truth value; empty if this is none. */
    public Optional<Boolean> asBoolean() {
        return value() instanceof Boolean truth ? Optional.of(truth) : Optional.empty();
    }

    private @Nullable Object value() {
        if (!parsed) {
            value = JsonText.parse(Objects.requireNonNull(text));
            parsed = true;
        }
        return value;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        if (this == other) {
            return true;
        }
        if (!(other instanceof JsonValue that)) {
            return false;
        }
        Object left = value();
        Object right = that.value();
        return left instanceof BigDecimal a && right instanceof BigDecimal b
                ? a.compareTo(b) == 0
                : Objects.equals(left, right);
    }

    @Override
    public int hashCode() {
        Object known = value();
        // As a double: the same for every way to write a number, and safe for exponents of any size.
        return known instanceof BigDecimal number ? Double.hashCode(number.doubleValue()) : Objects.hashCode(known);
    }

    /** Returns the JSON text. */
    @Override
    public String toString() {
        return text();
    }
}
