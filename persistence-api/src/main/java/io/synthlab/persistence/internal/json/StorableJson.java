package io.synthlab.persistence.internal.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.synthlab.persistence.JsonValue;
import io.synthlab.persistence.error.ValidationException;
import io.synthlab.persistence.internal.text.StorableText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Refuses documents that one of the databases would refuse or understand differently: a character that cannot be
 * stored, a key that stands twice in one object (SQLite reads the first, PostgreSQL keeps the last), a number beyond
 * PostgreSQL's {@code numeric}.
 */
public final class StorableJson {
    /** Digits of {@code numeric} in front of the decimal point and behind it (PostgreSQL manual, 8.1.2). */
    private static final long DIGITS_BEFORE_POINT = 131_072;

    private static final int DIGITS_BEHIND_POINT = 16_383;

    private StorableJson() {}

    /**
     * Checks a document that is about to be written.
     *
     * @param json the document; {@code null} passes
     * @param field what it is, for the message
     * @throws ValidationException if it cannot be stored alike on both databases
     */
    public static void require(@Nullable JsonValue json, String field) {
        if (json == null) {
            return;
        }
        try (JsonParser parser = JsonText.parser(json.text())) {
            parser.enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                require(parser, token, field);
            }
        } catch (JsonProcessingException e) {
            // The text was parsed before, so that only a repeated key is left.
            throw new ValidationException(field + " holds a key twice in one object, see position "
                    + e.getLocation().getCharOffset() + "; keep one of them");
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a String is read: cannot happen
        }
    }

    private static void require(JsonParser parser, JsonToken token, String field) throws IOException {
        switch (token) {
            case FIELD_NAME -> StorableText.require(parser.currentName(), field);
            case VALUE_STRING -> StorableText.require(parser.getText(), field);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> requireNumber(new BigDecimal(parser.getText()), field);
            default -> {
                // structure, truth values and null are always fine
            }
        }
    }

    private static void requireNumber(BigDecimal number, String field) {
        long before = (long) number.precision() - number.scale();
        if (before > DIGITS_BEFORE_POINT || number.scale() > DIGITS_BEHIND_POINT) {
            throw new ValidationException(
                    field + " holds a number with more than " + DIGITS_BEFORE_POINT + " digits before or "
                            + DIGITS_BEHIND_POINT + " behind the decimal point; PostgreSQL has no such number");
        }
    }
}
