package io.synthlab.persistence.internal.search;

/** Upper and lower case as SQLite sees them: A to Z only, in every locale, so that a dotless i stays itself. */
final class Ascii {
    private Ascii() {}

    static String lower(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            folded.append(lower(text.charAt(i)));
        }
        return folded.toString();
    }

    static boolean equalsIgnoreCase(String left, String right) {
        return left.length() == right.length() && lower(left).equals(lower(right));
    }

    static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    static boolean isLetter(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    private static char lower(char c) {
        return c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c;
    }
}
