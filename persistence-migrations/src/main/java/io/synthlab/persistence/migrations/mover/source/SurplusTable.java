package io.synthlab.persistence.migrations.mover.source;

import io.synthlab.persistence.migrations.catalog.Table;
import io.synthlab.persistence.migrations.query.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Columns that the 19 tables do not have, or a table beside them.
 *
 * @param name the table
 * @param key columns that say to which row the values belong; empty for a table that is no other's
 * @param columns the surplus columns
 * @param withoutRowid whether the table has no row numbers
 */
public record SurplusTable(String name, List<String> key, List<String> columns, boolean withoutRowid) {
    /** Name of the column that holds the row number in the target. */
    public static final String ROWID = "source_rowid";

    /** Copies the lists. */
    public SurplusTable {
        key = List.copyOf(key);
        columns = List.copyOf(columns);
    }

    static SurplusTable ofColumns(Table table, List<String> columns) {
        return new SurplusTable(table.name(), table.primaryKey(), columns, false);
    }

    /** Returns whether it is columns of one of the 19 tables. */
    public boolean isColumns() {
        return !key.isEmpty();
    }

    /** Returns the key and the surplus columns. */
    public List<String> allColumns() {
        List<String> all = new ArrayList<>(key);
        all.addAll(columns);
        return all;
    }

    /** Returns the query for its rows, row number first. */
    String sql() {
        String number = withoutRowid ? "row_number() OVER ()" : "rowid";
        String filled = isColumns()
                ? " WHERE "
                        + columns.stream()
                                .map(column -> Names.quoted(column) + " IS NOT NULL")
                                .collect(Collectors.joining(" OR "))
                : "";
        return "SELECT " + number + ", " + Names.quoted(allColumns()) + " FROM " + Names.quoted(name) + filled
                + " ORDER BY 1";
    }
}
