package io.synthlab.persistence.migrations.mover.report;

import org.jspecify.annotations.Nullable;

/**
 * Why something in the source cannot move as it is.
 *
 * <p>Names of a letter and a number are the trap's number in the data dictionary (section 13); the others are ours.
 */
public enum Rule {
    /** Text or blob in a numeric column. */
    N1("holds a text or blob in a numeric column"),
    /** Fraction in an integer column. */
    N2("holds a fraction in an integer column"),
    /** Whole number beyond 32 bits. */
    N3("holds a whole number beyond 32 bits"),
    /** Whole number beyond 64 bits, which SQLite keeps as an inexact real. */
    N4("holds a number beyond 64 bits in an integer column"),
    /** Integer in a real column that a double cannot hold exactly. */
    N5("holds an integer that a double cannot hold exactly"),
    /** Infinity where a check refuses it. */
    N7("holds an infinite number that the column's check refuses"),
    /** Number in a text column, kept as a number because the column is not declared as text. */
    N9("holds a number in a text column"),
    /** Blob in a text column. */
    N11("holds a blob in a text column"),
    /** The character U+0000 in a text. */
    T1("holds the character U+0000"),
    /** Bytes that are no UTF-8 in a text. */
    T2("holds bytes that are no valid UTF-8"),
    /** NULL in a primary key. */
    T5("is NULL in the primary key"),
    /** Value too long for an index. */
    T8("is too long for an index of the target"),
    /** Row too large for one message to the server. */
    T9("makes the row larger than the target can take"),
    /** Encoding of the file is not UTF-8. */
    T10("the file's encoding is not UTF-8"),
    /** Token NaN or Infinity in a JSON document. */
    J1("holds NaN or Infinity in JSON"),
    /** Text that is no JSON. */
    J2("holds no valid JSON"),
    /** Escape of U+0000 in a JSON string. */
    J4("holds the escape \\u0000 in JSON"),
    /** Lone surrogate in a JSON string. */
    J5("holds a lone surrogate in JSON"),
    /** The character U+0000 in a JSON document, maybe with more text behind it. */
    J6("holds the character U+0000 in JSON"),
    /** Bytes that are no UTF-8 in a JSON document. */
    J7("holds bytes that are no valid UTF-8 in JSON"),
    /** Blob in a JSON column. */
    J8("holds a blob in a JSON column"),
    /** Duplicate key in a JSON object. */
    J9("holds a duplicate key in a JSON object"),
    /** JSON number beyond what the target's numbers hold. */
    J12("holds a JSON number beyond 131072 digits before or 16383 after the point"),
    /** Empty text where a JSON document belongs. */
    J14("holds an empty text in place of JSON"),
    /** Raw control character or byte order mark in JSON. */
    J15("holds a raw control character or byte order mark in JSON"),
    /** JSON nested too deep. */
    J16("holds JSON nested deeper than the target takes"),
    /** JSON document too large. */
    J17("holds a JSON document larger than the target takes"),
    /** Row whose parent does not exist. */
    C1("refers to a row that does not exist"),
    /** Value that a check refuses. */
    C2("holds a value that the column's check refuses"),
    /** NULL in a column that takes none. */
    C3("is NULL in a column that takes none"),
    /** Second row with the same key. */
    C4("repeats a key that another row has"),
    /** Row that refers to a row in quarantine. */
    DEPENDS("refers to a row that goes to quarantine"),
    /** Data in a column or table that the target does not have. */
    C5("holds data for which the target has no place"),
    /** File that is not at version 15 of the original's schema. */
    LAYOUT("is not as version 15 of the original has it"),
    /** File that SQLite finds damaged. */
    DAMAGED("the file is damaged"),
    /** Target that is not ready to take the rows. */
    TARGET("the target is not ready"),
    /** Refusal by the server that none of the other rules covers. */
    SERVER("was refused by the target");

    private final String description;

    Rule(String description) {
        this.description = description;
    }

    /** Returns what is wrong, as the end of a sentence that begins with the place. */
    public String description() {
        return description;
    }

    /**
     * Finds a rule by its name.
     *
     * @param name the name, or {@code null}
     * @return the rule, {@code null} if there is none of that name
     */
    public static @Nullable Rule find(@Nullable String name) {
        for (Rule rule : values()) {
            if (rule.name().equals(name)) {
                return rule;
            }
        }
        return null;
    }
}
