package io.synthlab.persistence.internal.search;

import org.jspecify.annotations.Nullable;

/**
 * A LIKE pattern that means the same on both databases when used with {@code ESCAPE '!'}.
 *
 * <p>SQLite knows no escape character unless one is given, PostgreSQL takes a backslash unless told otherwise; and
 * SQLite ignores the case of A to Z, PostgreSQL does not. So the pattern is rewritten to one escape character, in lower
 * case.
 *
 * @param sql the rewritten pattern
 */
record LikePattern(String sql) {
    /** The escape character of {@link #sql()}. */
    static final char ESCAPE = '!';

    /**
     * Rewrites a pattern.
     *
     * @param pattern pattern as written: {@code %} any text, {@code _} any character
     * @param escape escape character (code point), before which wildcards lose to it, or {@code null}
     * @return the pattern, or {@code null} if it ends in an escape character that escapes nothing
     */
    static @Nullable LikePattern of(String pattern, @Nullable Integer escape) {
        StringBuilder sql = new StringBuilder();
        int[] characters = pattern.codePoints().toArray();
        for (int i = 0; i < characters.length; i++) {
            boolean escaped = escape != null && characters[i] == escape;
            if (escaped && ++i == characters.length) {
                return null;
            }
            boolean wildcard = characters[i] == '%' || characters[i] == '_';
            if (characters[i] == ESCAPE || wildcard && escaped) {
                sql.append(ESCAPE);
            }
            sql.appendCodePoint(characters[i]);
        }
        return new LikePattern(Ascii.lower(sql.toString()));
    }
}
