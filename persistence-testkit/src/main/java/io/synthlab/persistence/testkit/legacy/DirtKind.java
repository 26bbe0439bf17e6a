package io.synthlab.persistence.testkit.legacy;

import java.util.Locale;

/** What can be wrong with a row that SQLite keeps and PostgreSQL refuses or changes. */
public enum DirtKind {
    /** Text that is no number, in an integer column. */
    TEXT_IN_INTEGER,
    /** A fraction, or a number beyond 64 bits, in an integer column. */
    REAL_IN_INTEGER,
    /** An integer beyond 32 bits. */
    INTEGER_OVER_31_BITS,
    /** An integer beyond 53 bits, where doubles have gaps. */
    INTEGER_OVER_53_BITS,
    /** Largest, smallest, infinite and zero doubles; SQLite itself drops the sign of minus zero. */
    REAL_EXTREME,
    /** The character U+0000 in a text. */
    NUL_CHARACTER,
    /** Text whose bytes are not UTF-8. */
    INVALID_UTF8,
    /** Bytes stored as such in a text column; some would be readable text, some not. */
    BLOB_IN_TEXT,
    /** A JSON document with the escape of U+0000. */
    JSON_NUL_ESCAPE,
    /** A JSON document with an escaped surrogate that has no partner. */
    JSON_LONE_SURROGATE,
    /** A JSON object with the same key twice. */
    JSON_DUPLICATE_KEY,
    /** A reference to a row that does not exist. */
    ORPHAN,
    /** NULL in a primary key where the original never wrote one. */
    NULL_PRIMARY_KEY,
    /** A value that a check of the original's own definition refuses. */
    CHECK_VIOLATION,
    /** Content in a column that version 15 does not know. */
    EXTRA_COLUMN,
    /** A table that no version knows. */
    EXTRA_TABLE;

    /** Returns the name for reports, in lower case, for example {@code text_in_integer}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
