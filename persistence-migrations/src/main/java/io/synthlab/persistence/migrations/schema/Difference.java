package io.synthlab.persistence.migrations.schema;

import io.synthlab.persistence.migrations.schema.Fact.Key;

/**
 * One way in which a database differs from what is expected.
 *
 * @param change how
 * @param key what it is about
 * @param expected how it should be, empty if it should not be there
 * @param found how it is, empty if it is not there
 */
record Difference(Change change, Key key, String expected, String found) {

    /** How something differs. */
    enum Change {
        MISSING,
        SURPLUS,
        DIFFERENT
    }

    /** Says it in a few words, about a file of the original. */
    String describe() {
        return describe("version 15");
    }

    /** Says it in a few words, measured by a schema of that name. */
    String describe(String schema) {
        String subject = subject();
        return switch (change) {
            case MISSING -> subject + " is missing" + (expected.isEmpty() ? "" : " (" + expected + ")");
            case SURPLUS -> subject + " is not part of " + schema + (found.isEmpty() ? "" : " (" + found + ")");
            case DIFFERENT -> subject + " is \"" + found + "\" instead of \"" + expected + "\"";
        };
    }

    /** Returns whether the check is named by its column, as checks found by trying values are. */
    private boolean isNamedByColumn() {
        return key.name().matches("\\w*");
    }

    private String subject() {
        String place = key.table() + (key.name().isEmpty() ? "" : "." + key.name());
        return switch (key.kind()) {
            case TABLE -> "table " + key.table();
            case COLUMN -> "column " + place;
            case NOT_NULL -> "NOT NULL of " + place;
            case DEFAULT -> "default of " + place;
            case PRIMARY_KEY -> "primary key of " + key.table();
            case FOREIGN_KEY -> "foreign key of " + place;
            case UNIQUE -> "unique key of " + key.table() + "(" + key.name() + ")";
            case INDEX -> "index " + key.name() + " on " + key.table();
            case CHECK ->
                change == Change.DIFFERENT || isNamedByColumn()
                        ? "check of " + place
                        : "check of " + key.table() + " (" + key.name() + ")";
        };
    }
}
