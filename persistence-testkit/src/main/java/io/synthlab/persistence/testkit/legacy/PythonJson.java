package io.synthlab.persistence.testkit.legacy;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes JSON as the original's encoder did: a blank after comma and colon, non-ASCII characters escaped unless said
 * otherwise, doubles in the shortest form that reads back to the same value.
 */
final class PythonJson {
    /** Every text of so many digits is a double of its own, so a shorter form is found by dropping zeros. */
    private static final int SAFE_DIGITS = 15;
    /** No double needs more digits. */
    private static final int MOST_DIGITS = 17;

    private final StringBuilder text = new StringBuilder();
    private final boolean escaped;
    private final boolean indented;

    private PythonJson(boolean escaped, boolean indented) {
        this.escaped = escaped;
        this.indented = indented;
    }

    /** Returns the text with non-ASCII characters escaped. */
    static String ascii(@Nullable Object value) {
        return write(new PythonJson(true, false), value);
    }

    /** Returns the text with non-ASCII characters as they are. */
    static String utf8(@Nullable Object value) {
        return write(new PythonJson(false, false), value);
    }

    /** Returns the text with non-ASCII characters as they are, and one member per line. */
    static String indentedUtf8(@Nullable Object value) {
        return write(new PythonJson(false, true), value);
    }

    private static String write(PythonJson json, @Nullable Object value) {
        json.value(value, 1);
        return json.text.toString();
    }

    private void value(@Nullable Object value, int depth) {
        if (value instanceof String string) {
            string(string);
        } else if (value instanceof Double number) {
            text.append(number(number));
        } else if (value instanceof JsonObject object) {
            object(object, depth);
        } else if (value instanceof List<?> array) {
            array(array, depth);
        } else {
            text.append(value); // null, a boolean or an integer: the same word in both languages
        }
    }

    private void object(JsonObject object, int depth) {
        text.append('{');
        String separator = "";
        for (String name : object.names()) {
            separator = separate(separator, depth);
            string(name);
            text.append(": ");
            value(object.get(name), depth + 1);
        }
        close('}', object.isEmpty(), depth);
    }

    private void array(List<?> array, int depth) {
        text.append('[');
        String separator = "";
        for (Iterator<?> elements = array.iterator(); elements.hasNext(); ) {
            separator = separate(separator, depth);
            value(elements.next(), depth + 1);
        }
        close(']', array.isEmpty(), depth);
    }

    /** Writes what stands in front of a member and returns the separator for the next one. */
    private String separate(String separator, int depth) {
        text.append(separator);
        if (indented) {
            text.append('\n').append("  ".repeat(depth));
        }
        return indented ? "," : ", ";
    }

    private void close(char bracket, boolean empty, int depth) {
        if (indented && !empty) {
            text.append('\n').append("  ".repeat(depth - 1));
        }
        text.append(bracket);
    }

    private void string(String string) {
        text.append('"');
        for (int index = 0; index < string.length(); index++) {
            character(string.charAt(index));
        }
        text.append('"');
    }

    private void character(char character) {
        switch (character) {
            case '"' -> text.append("\\\"");
            case '\\' -> text.append("\\\\");
            case '\n' -> text.append("\\n");
            case '\t' -> text.append("\\t");
            case '\r' -> text.append("\\r");
            default -> {
                if (character < ' ' || escaped && character > '~') {
                    String hex = Integer.toHexString(character);
                    text.append("\\u").append("0".repeat(4 - hex.length())).append(hex);
                } else {
                    text.append(character);
                }
            }
        }
    }

    /**
     * Returns the shortest text that reads back to the same number. Java 17 does not always print that, and later
     * versions do, so neither is used here.
     *
     * @throws NumberFormatException if the number is not finite
     */
    static String number(double number) {
        BigDecimal exact = new BigDecimal(number);
        int fewest = Math.abs(number) < Double.MIN_NORMAL ? 1 : SAFE_DIGITS;
        for (int digits = fewest; digits <= MOST_DIGITS; digits++) {
            BigDecimal rounded = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
            if (rounded.doubleValue() == number) {
                return decimal(rounded.stripTrailingZeros());
            }
        }
        throw new IllegalStateException("no double needs more than " + MOST_DIGITS + " digits");
    }

    private static String decimal(BigDecimal shortest) {
        int exponent = shortest.precision() - shortest.scale() - 1;
        if (shortest.signum() == 0) {
            return "0.0";
        }
        if (exponent >= -4 && exponent < 16) {
            return shortest.scale() <= 0 ? shortest.setScale(1).toPlainString() : shortest.toPlainString();
        }
        String mantissa = shortest.movePointLeft(exponent).stripTrailingZeros().toPlainString();
        String digits = (Math.abs(exponent) < 10 ? "0" : "") + Math.abs(exponent);
        return mantissa + (exponent < 0 ? "e-" : "e+") + digits;
    }
}
