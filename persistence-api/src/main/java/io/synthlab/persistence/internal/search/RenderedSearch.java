package io.synthlab.persistence.internal.search;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A search in one database's SQL, to be placed into a statement that reads from {@code synths} alone.
 *
 * <p>The condition names columns without a table, so the table may have any alias. Its text consists of our own words
 * only; what the caller wrote is in the parameters. Outside of quotes it holds no colon, no brace and no question mark
 * but the placeholders, so that it also passes through Hibernate's reader of native queries.
 *
 * @param condition boolean expression for the WHERE clause; {@code TRUE} when every row is wanted
 * @param parameters values of the placeholders {@code ?} in order, each a {@link String} or a {@link Double}
 * @param orderBy keys to sort by; total, because the last one is {@code id} unless the text itself sorts by it
 * @param columns columns to fill, each once, in the order asked for; {@code id} is among them
 */
public record RenderedSearch(
        String condition, List<Object> parameters, List<SortKey> orderBy, List<SynthColumn> columns) {
    /** Copies the lists. */
    public RenderedSearch {
        parameters = List.copyOf(parameters);
        orderBy = List.copyOf(orderBy);
        columns = List.copyOf(columns);
    }

    /** Returns the sort keys joined by commas, to be placed after {@code ORDER BY}; never empty. */
    public String orderByClause() {
        return orderBy.stream().map(SortKey::toSql).collect(Collectors.joining(", "));
    }
}
