package io.synthlab.persistence.jdbc.statement;

import io.synthlab.persistence.DatabaseKind;

/** Where the SQL of the two databases differs. */
public enum Dialect {
    /** SQLite: JSON is text with a check, and a writer has the whole database for itself. */
    SQLITE("?", ""),
    /** PostgreSQL: JSON is {@code jsonb}, which a text parameter has to be cast to; rows are locked one by one. */
    POSTGRESQL("CAST(? AS jsonb)", " FOR UPDATE");

    private final String jsonParameter;
    private final String rowLock;

    Dialect(String jsonParameter, String rowLock) {
        this.jsonParameter = jsonParameter;
        this.rowLock = rowLock;
    }

    /**
     * Returns the dialect of a database.
     *
     * @param kind which database
     * @return its dialect
     */
    public static Dialect of(DatabaseKind kind) {
        return kind == DatabaseKind.SQLITE ? SQLITE : POSTGRESQL;
    }

    /** Returns the placeholder of a JSON parameter that is bound as text. */
    public String jsonParameter() {
        return jsonParameter;
    }

    /** Returns the end of a query whose rows nobody else may change or refer to until the unit of work ends. */
    public String rowLock() {
        return rowLock;
    }
}
