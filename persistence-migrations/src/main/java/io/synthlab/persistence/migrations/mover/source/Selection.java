package io.synthlab.persistence.migrations.mover.source;

import io.synthlab.persistence.migrations.catalog.Table;
import io.synthlab.persistence.migrations.query.Names;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of a table, in which order.
 *
 * @param condition SQL condition in which {@code t} is the table
 * @param order SQL list of what to order by
 */
public record Selection(String condition, String order) {
    private static final String STORED = "rowid";

    /** Returns the selection of all rows in the order they were stored. */
    public static Selection all() {
        return new Selection("1", STORED);
    }

    /**
     * Returns the selection of all rows, ordered by the bytes of some columns.
     *
     * @param columns columns to order by
     * @return the selection
     */
    public static Selection orderedBy(List<String> columns) {
        String order = columns.stream()
                .map(column -> Names.quoted(column) + " COLLATE BINARY")
                .collect(Collectors.joining(", "));
        return new Selection("1", order);
    }

    /**
     * Returns the selection of rows between two row numbers.
     *
     * @param first the first
     * @param last the last, included
     * @return the selection
     */
    public static Selection between(long first, long last) {
        return new Selection("rowid BETWEEN " + first + " AND " + last, STORED);
    }

    /**
     * Returns the selection of a row.
     *
     * @param rowid its row number
     * @return the selection
     */
    public static Selection row(long rowid) {
        return new Selection("rowid = " + rowid, STORED);
    }

    /**
     * Returns this selection without rows beyond a size.
     *
     * @param size expression for the bytes of a row
     * @param limit bytes at most
     * @return the selection
     */
    public Selection smallerThan(String size, long limit) {
        return new Selection("(" + condition + ") AND " + size + " <= " + limit, order);
    }

    /**
     * Returns this selection without rows that go to quarantine; the findings have to be open beside the source.
     *
     * @param quarantined number of the table among those of the catalogue, or {@code null} if none of its rows does
     * @return the selection
     */
    public Selection without(@Nullable Integer quarantined) {
        return quarantined == null
                ? this
                : new Selection(
                        "(" + condition + ") AND rowid NOT IN (SELECT rid FROM synthlab_quarantined WHERE t = "
                                + quarantined + ")",
                        order);
    }

    /** Returns the statement; one without rows where the file does not have the table. */
    String sql(Table table, List<String> expressions) {
        if (expressions.isEmpty()) {
            return "SELECT 0" + ", NULL".repeat(table.columns().size()) + " WHERE 0";
        }
        return "SELECT rowid, " + String.join(", ", expressions) + " FROM " + Names.quoted(table.name())
                + " AS t WHERE " + condition + " ORDER BY " + order;
    }
}
