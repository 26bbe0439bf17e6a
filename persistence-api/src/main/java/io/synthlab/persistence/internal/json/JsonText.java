package io.synthlab.persistence.internal.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.synthlab.persistence.JsonValue;
import io.synthlab.persistence.error.ValidationException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Parses and writes JSON text. Values are plain objects: {@code Map}, {@code List} (of {@link JsonValue}), {@code
 * String}, {@code BigDecimal}, {@code Boolean} or {@code null}.
 */
public final class JsonText {
    /** Deepest nesting; SQLite's own limit, so that whatever is written can go both ways. */
    public static final int DEEPEST = 1_000;

    private static final int LONGEST_NUMBER = 200_000;

    private static final JsonFactory FACTORY = new JsonFactoryBuilder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxNumberLength(LONGEST_NUMBER)
                    .maxNameLength(Integer.MAX_VALUE)
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private JsonText() {}

    /**
     * Parses a document: exactly one value, strict syntax; of equal keys the last one counts, as in jsonb.
     *
     * @param text JSON text
     * @return the value
     * @throws ValidationException if the text is no JSON; names the position, not the text
     */
    public static @Nullable Object parse(String text) {
        try (JsonParser parser = parser(text)) {
            if (parser.nextToken() == null) {
                throw new ValidationException("JSON text is empty");
            }
            Object value = value(parser);
            if (parser.nextToken() != null) {
                throw invalid(parser.currentLocation().getCharOffset());
            }
            return value;
        } catch (JsonProcessingException e) {
            throw invalid(e.getLocation() == null ? -1 : e.getLocation().getCharOffset());
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a String is read: cannot happen
        }
    }

    /** Returns a strict parser with limits that let every storable document through. */
    static JsonParser parser(String text) throws IOException {
        return FACTORY.createParser(text);
    }

    private static ValidationException invalid(long position) {
        return new ValidationException("text is not valid JSON, see position " + position);
    }

    private static @Nullable Object value(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> parser.getText();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser);
            case VALUE_TRUE -> Boolean.TRUE;
            case VALUE_FALSE -> Boolean.FALSE;
            case VALUE_NULL -> null;
            default -> throw invalid(parser.currentLocation().getCharOffset());
        };
    }

    private static BigDecimal number(JsonParser parser) throws IOException {
        try {
            return new BigDecimal(parser.getText());
        } catch (NumberFormatException e) { // an exponent of ten digits or more
            throw invalid(parser.currentLocation().getCharOffset());
        }
    }

    private static Map<String, JsonValue> object(JsonParser parser) throws IOException {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            parser.nextToken();
            members.put(key, JsonValue.ofParsed(value(parser)));
        }
        return members;
    }

    private static List<JsonValue> array(JsonParser parser) throws IOException {
        List<JsonValue> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(JsonValue.ofParsed(value(parser)));
        }
        return items;
    }

    /**
     * Writes a value as compact JSON text.
     *
     * @param value a value as {@link #parse} returns it
     * @param out where to
     */
    public static void write(@Nullable Object value, StringBuilder out) {
        if (value instanceof String text) {
            quote(text, out);
        } else if (value instanceof Map<?, ?> members) {
            writeObject(members, out);
        } else if (value instanceof List<?> items) {
            writeArray(items, out);
        } else {
            out.append(value); // number, boolean or null: their text is JSON
        }
    }

    private static void writeObject(Map<?, ?> members, StringBuilder out) {
        String separator = "{";
        for (Map.Entry<?, ?> member : members.entrySet()) {
            out.append(separator);
            quote((String) member.getKey(), out);
            out.append(": ").append(((JsonValue) member.getValue()).text());
            separator = ", ";
        }
        out.append(members.isEmpty() ? "{}" : "}");
    }

    private static void writeArray(List<?> items, StringBuilder out) {
        String separator = "[";
        for (Object item : items) {
            out.append(separator).append(((JsonValue) item).text());
            separator = ", ";
        }
        out.append(items.isEmpty() ? "[]" : "]");
    }

    private static void quote(String text, StringBuilder out) {
        out.append('"');
        JsonStringEncoder.getInstance().quoteAsString(text, out);
        out.append('"');
    }
}
