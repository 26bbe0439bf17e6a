package io.synthlab.persistence.internal.query;

import io.synthlab.persistence.PageRequest;
import io.synthlab.persistence.SortOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * A total order of rows: what a caller asked for or else the method's own order, and the key at the end. NULL sorts
 * lowest on both databases.
 *
 * @param keys what to sort by, first to last
 */
public record RowOrder(List<Key> keys) {
    /** Copies the keys. */
    public RowOrder {
        keys = List.copyOf(keys);
    }

    /**
     * One column to sort by.
     *
     * @param column the column as the schema spells it
     * @param order direction
     * @param nullable whether the column may hold NULL; one that may not says nothing about NULLs, so that an index
     *     serves the order on PostgreSQL
     */
    public record Key(String column, SortOrder order, boolean nullable) {
        private String render(UnaryOperator<String> path) {
            String nulls = order == SortOrder.ASC ? " NULLS FIRST" : " NULLS LAST";
            return path.apply(column) + " " + order.name() + (nullable ? nulls : "");
        }
    }

    /**
     * A column callers may sort by.
     *
     * @param name the column as the schema spells it
     * @param nullable whether it may hold NULL
     */
    public record Column(String name, boolean nullable) {
        /** Returns a column that holds no NULL. */
        public static Column of(String name) {
            return new Column(name, false);
        }

        /** Returns a column that may hold NULL. */
        public static Column nullable(String name) {
            return new Column(name, true);
        }

        private Key key(SortOrder order) {
            return new Key(name, order, nullable);
        }
    }

    /**
     * What a list can be sorted by, and how it is sorted when nobody asks.
     *
     * @param sortable columns a caller may name
     * @param byDefault the method's own order, without the key
     * @param key the key of a row, ascending, which makes the order total
     */
    public record Rules(List<Column> sortable, List<Key> byDefault, List<String> key) {
        /** Copies the lists. */
        public Rules {
            sortable = List.copyOf(sortable);
            byDefault = List.copyOf(byDefault);
            key = List.copyOf(key);
        }

        /**
         * Returns the order for a request.
         *
         * @param request what the caller asked for
         * @return a total order
         * @throws io.synthlab.persistence.error.InvalidRequestException if the column asked for is well-formed but not
         *     sortable; lists those that are
         */
        public RowOrder orderOf(PageRequest request) {
            List<String> names = sortable.stream().map(Column::name).toList();
            List<Key> keys = new ArrayList<>(SortColumns.sortColumn(request, names)
                    .map(name -> List.of(sortable.get(names.indexOf(name)).key(request.sortOrder())))
                    .orElse(byDefault));
            for (String column : key) {
                if (keys.stream().noneMatch(known -> known.column().equals(column))) {
                    keys.add(new Key(column, SortOrder.ASC, false));
                }
            }
            return new RowOrder(keys);
        }
    }

    /**
     * Returns the order as SQL.
     *
     * @param alias table alias, for example {@code r}
     * @return what follows ORDER BY
     */
    public String toSql(String alias) {
        return render(column -> alias + "." + column);
    }

    /**
     * Returns the order as HQL, each column as the attribute named after it: {@code started_at} is {@code startedAt}.
     *
     * @param alias entity alias, for example {@code r}
     * @return what follows ORDER BY
     */
    public String toHql(String alias) {
        return render(column -> alias + "." + attribute(column));
    }

    private String render(UnaryOperator<String> path) {
        return keys.stream().map(key -> key.render(path)).collect(Collectors.joining(", "));
    }

    private static String attribute(String column) {
        String[] words = column.split("_");
        return words[0]
                + Arrays.stream(words)
                        .skip(1)
                        .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                        .collect(Collectors.joining());
    }
}
