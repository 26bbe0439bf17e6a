package io.synthlab.persistence.migrations.schema;

/**
 * One thing that is true of a table.
 *
 * @param key what it is about
 * @param value how it is, in words that are the same for both databases; empty where existing says it all
 */
record Fact(Key key, String value) {

    /** What a fact can be about. */
    enum Kind {
        TABLE,
        COLUMN,
        NOT_NULL,
        DEFAULT,
        PRIMARY_KEY,
        FOREIGN_KEY,
        UNIQUE,
        INDEX,
        /** A condition, named by its one spelling; of a file of the original told by trying values. */
        CHECK
    }

    /**
     * What a fact is about.
     *
     * @param kind what kind of thing
     * @param table its table
     * @param name column, column list or index; empty for the table and its primary key
     */
    record Key(Kind kind, String table, String name) {}

    static Fact of(Kind kind, String table, String name, String value) {
        return new Fact(new Key(kind, table, name), value);
    }
}
