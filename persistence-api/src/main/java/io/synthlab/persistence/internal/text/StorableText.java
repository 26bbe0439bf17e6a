package io.synthlab.persistence.internal.text;

import io.synthlab.persistence.error.ValidationException;
import org.jspecify.annotations.Nullable;

/** Refuses text that PostgreSQL cannot hold or that a driver would change in silence. */
public final class StorableText {
    private StorableText() {}

    /**
     * Checks a text that is about to be written.
     *
     * @param text the text; {@code null} passes
     * @param field what it is, for the message, for example {@code experiments.name}
     * @throws ValidationException if it holds U+0000 or a lone surrogate
     */
    public static void require(@Nullable String text, String field) {
        if (text == null) {
            return;
        }
        int bad = firstUnstorable(text);
        if (bad >= 0) {
            String what = text.charAt(bad) == 0 ? "the character U+0000" : "a lone surrogate";
            throw new ValidationException(
                    field + " holds " + what + " at position " + bad + ", which cannot be stored; remove it");
        }
    }

    /**
     * Finds the first character that cannot be stored.
     *
     * @param text any text
     * @return its index in UTF-16 units, or -1 if all can be stored
     */
    public static int firstUnstorable(String text) {
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == 0 || Character.isLowSurrogate(c)) {
                return at;
            }
            if (Character.isHighSurrogate(c)) {
                if (at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1))) {
                    return at;
                }
                at++;
            }
        }
        return -1;
    }
}
