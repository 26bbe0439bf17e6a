package io.synthlab.persistence.internal.search;

/**
 * One word, literal or sign of a search text.
 *
 * @param kind what it is
 * @param text the word, the name or string without its quotes, the digits, or the sign
 * @param index where it begins in the text
 */
record Token(Kind kind, String text, int index) {
    enum Kind {
        WORD,
        QUOTED_NAME,
        STRING,
        NUMBER,
        SIGN,
        END
    }

    private static final int SHOWN = 64;

    boolean isWord(String keyword) {
        return kind == Kind.WORD && Ascii.equalsIgnoreCase(text, keyword);
    }

    boolean isSign(String sign) {
        return kind == Kind.SIGN && text.equals(sign);
    }

    /** What it is, for people. Values stay out: they may be somebody's data. */
    String describe() {
        return switch (kind) {
            case WORD -> text.length() <= SHOWN ? text : "a word of " + text.length() + " characters";
            case QUOTED_NAME -> "a name in double quotes";
            case STRING -> "a text literal";
            case NUMBER -> "a number";
            case SIGN -> "'" + text + "'";
            case END -> "the end of the text";
        };
    }
}
