package io.synthlab.persistence.internal.text;

import io.synthlab.persistence.error.ValidationException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Rules that values of many records share: each names the field and never repeats the value. */
public final class Rules {
    private Rules() {}

    /**
     * Checks an optional text.
     *
     * @param text the text; {@code null} passes
     * @param field its name
     * @param longest code points at most
     */
    public static void text(@Nullable String text, String field, int longest) {
        if (text == null) {
            return;
        }
        StorableText.require(text, field);
        int length = text.codePointCount(0, text.length());
        if (length > longest) {
            throw new ValidationException(
                    "%s must have at most %d characters but has %d".formatted(field, longest, length));
        }
    }

    /**
     * Checks a required text that must hold more than white space.
     *
     * @param text the text
     * @param field its name
     * @param longest code points at most
     */
    public static void notBlank(String text, String field, int longest) {
        if (text.codePoints().allMatch(Rules::isWhiteSpace)) {
            throw new ValidationException(field + " must not be blank");
        }
        text(text, field, longest);
    }

    /**
     * Checks an identifier.
     *
     * @param id the identifier
     * @param field its name
     * @param pattern what the whole of it must match
     */
    public static void id(String id, String field, Pattern pattern) {
        if (!pattern.matcher(id).matches()) {
            throw new ValidationException(field + " must match " + pattern.pattern());
        }
    }

    /**
     * Checks a share.
     *
     * @param value the value
     * @param field its name
     */
    public static void share(double value, String field) {
        if (!(value >= 0 && value <= 1)) { // NaN fails, too
            throw new ValidationException(field + " must be 0-1");
        }
    }

    /**
     * Checks a whole number.
     *
     * @param value the number
     * @param field its name
     * @param smallest smallest that passes
     * @param largest largest that passes
     */
    public static void range(long value, String field, long smallest, long largest) {
        if (value < smallest || value > largest) {
            throw new ValidationException("%s must be %d-%d".formatted(field, smallest, largest));
        }
    }

    /**
     * Checks a number with a range.
     *
     * @param value the number
     * @param field its name
     * @param smallest smallest that passes
     * @param largest largest that passes
     */
    public static void range(double value, String field, double smallest, double largest) {
        if (!(value >= smallest && value <= largest)) { // NaN fails, too
            throw new ValidationException("%s must be %s-%s".formatted(field, smallest, largest));
        }
    }

    /**
     * Checks an optional number that must not be negative.
     *
     * @param value the number; {@code null} passes
     * @param field its name
     */
    public static void notNegative(@Nullable Number value, String field) {
        if (value != null && !(value.doubleValue() >= 0 && Double.isFinite(value.doubleValue()))) {
            throw new ValidationException(field + " must be 0 or more, and finite");
        }
    }

    /**
     * Checks a number that may be anything but NaN and infinite.
     *
     * @param value the number
     * @param field its name
     */
    public static void finite(double value, String field) {
        if (!Double.isFinite(value)) {
            throw new ValidationException(field + " must be a finite number");
        }
    }

    /** White space as the original trims it: Unicode's, no-break spaces included. */
    private static boolean isWhiteSpace(int codePoint) {
        return Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint) || codePoint == 0x85;
    }
}
