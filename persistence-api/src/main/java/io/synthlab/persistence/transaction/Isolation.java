package io.synthlab.persistence.transaction;

/** How far a unit of work is kept apart from others. SQLite always gives the strongest. */
public enum Isolation {
    /** Each statement sees what was committed before it began; the default, left to the server. */
    READ_COMMITTED("READ COMMITTED"),
    /** Every statement sees one snapshot; writing what another has changed since is a conflict. */
    REPEATABLE_READ("REPEATABLE READ"),
    /** As if units ran one after the other; otherwise a conflict. */
    SERIALIZABLE("SERIALIZABLE");

    private final String sql;

    Isolation(String sql) {
        this.sql = sql;
    }

    /** Returns the name in SQL. */
    public String sql() {
        return sql;
    }
}
