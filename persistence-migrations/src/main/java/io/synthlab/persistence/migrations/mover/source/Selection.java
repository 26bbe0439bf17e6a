package io.synthlab.persistence.migrations.mover.source;

import io.synthlab.persistence.migrations.catalog.Table;
import io.synthlab.persistence.migrations.catalog.Table.ForeignKey;
import java.util.List;
import java.util.stream.Collectors;

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
                .map(column -> SourceDatabase.quoted(column) + " COLLATE BINARY")
                .collect(Collectors.joining(", "));
        return new Selection("1", order);
    }

    /**
     * Returns the selection of a single row.
     *
     * @param number which one in the order they were stored, from 1
     * @return the selection
     */
    public static Selection nth(long number) {
        return new Selection("1", STORED + " LIMIT 1 OFFSET " + (number - 1));
    }

    /**
     * Returns the selection of rows whose parent does not exist.
     *
     * @param key the reference
     * @return the selection
     */
    public static Selection orphans(ForeignKey key) {
        StringBuilder matches = new StringBuilder();
        StringBuilder set = new StringBuilder();
        for (int at = 0; at < key.columns().size(); at++) {
            String column = "t." + SourceDatabase.quoted(key.columns().get(at));
            set.append(column).append(" IS NOT NULL AND ");
            matches.append(at == 0 ? "p." : " AND p.")
                    .append(SourceDatabase.quoted(key.referenced().get(at)))
                    .append(" = ")
                    .append(column);
        }
        String parent = SourceDatabase.quoted(key.table());
        return new Selection(set + "NOT EXISTS (SELECT 1 FROM " + parent + " AS p WHERE " + matches + ")", STORED);
    }

    /**
     * Returns the selection of rows that share a key with another row.
     *
     * @param table the table
     * @param columns columns of the key; rows with a null in one of them share it with none
     * @return the selection
     */
    public static Selection duplicates(Table table, List<String> columns) {
        String names = SourceDatabase.quoted(columns);
        String set = columns.stream()
                .map(column -> SourceDatabase.quoted(column) + " IS NOT NULL")
                .collect(Collectors.joining(" AND "));
        String repeated = "SELECT " + names + " FROM " + SourceDatabase.quoted(table.name()) + " WHERE " + set
                + " GROUP BY " + names + " HAVING count(*) > 1";
        return new Selection("(" + names + ") IN (" + repeated + ")", STORED);
    }

    /**
     * Returns the selection of rows with more bytes than a limit.
     *
     * @param table the table
     * @param limit bytes of all values together
     * @return the selection
     */
    public static Selection largerThan(Table table, long limit) {
        String size = table.columnNames().stream()
                .map(column -> "coalesce(octet_length(" + SourceDatabase.quoted(column) + "), 0)")
                .collect(Collectors.joining(" + "));
        return new Selection(size + " > " + limit, STORED);
    }

    /** Returns the statement; one without rows where the file does not have the table. */
    String sql(Table table, boolean present) {
        if (!present) {
            return "SELECT 0" + ", NULL".repeat(table.columns().size()) + " WHERE 0";
        }
        return "SELECT rowid, " + SourceDatabase.quoted(table.columnNames()) + " FROM "
                + SourceDatabase.quoted(table.name()) + " AS t WHERE " + condition + " ORDER BY " + order;
    }
}
