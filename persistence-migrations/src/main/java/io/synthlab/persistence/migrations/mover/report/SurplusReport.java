package io.synthlab.persistence.migrations.mover.report;

import java.util.List;

/**
 * What the 19 tables have no place for and moves beside them.
 *
 * @param table the table it is in
 * @param columns surplus columns of one of the 19 tables; empty for a surplus table, which moves whole
 * @param rows rows with anything in it
 * @param bytes bytes of their values, keys included, 8 for each number
 * @param literals columns whose values arrive as literals of SQLite: they are of several kinds, or texts that PostgreSQL
 *     cannot store
 */
public record SurplusReport(String table, List<String> columns, long rows, long bytes, List<String> literals) {
    /** Copies the lists. */
    public SurplusReport {
        columns = List.copyOf(columns);
        literals = List.copyOf(literals);
    }

    /** Returns what it is, for people. */
    public String what() {
        return columns.isEmpty()
                ? "table " + table
                : "column " + table + "." + String.join(", " + table + ".", columns);
    }
}
