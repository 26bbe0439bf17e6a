package io.synthlab.persistence.internal.search;

import io.synthlab.persistence.error.InvalidQueryException;

/**
 * What the caller wrote, and how errors about it are worded.
 *
 * @param value the text
 */
record SearchText(String value) {
    private static final int SHOWN_OF_TOO_LONG = 100;

    /** An error about the character at a place. Positions are told in characters (code points) from 1. */
    InvalidQueryException error(String reason, int index) {
        int position = value.codePointCount(0, Math.min(index, value.length())) + 1;
        return error(reason + " at character " + position);
    }

    InvalidQueryException error(String reason) {
        return new InvalidQueryException(reason, value);
    }

    /** Refuses a text that is too long, and hands back only its beginning. */
    void requireAtMost(int characters, String what) {
        if (value.codePointCount(0, value.length()) > characters) {
            String shown = value.substring(0, value.offsetByCodePoints(0, SHOWN_OF_TOO_LONG)) + "...";
            throw new InvalidQueryException(what + " exceeds max length of " + characters + " characters", shown);
        }
    }

    /** Refuses what no text column can hold: NUL, and half a surrogate pair. */
    void requireStorable() {
        for (int i = 0; i < value.length(); i += Character.charCount(value.codePointAt(i))) {
            int c = value.codePointAt(i);
            if (c == 0) {
                throw error("NUL character", i);
            }
            if (Character.getType(c) == Character.SURROGATE) {
                throw error("lone surrogate", i);
            }
        }
    }
}
