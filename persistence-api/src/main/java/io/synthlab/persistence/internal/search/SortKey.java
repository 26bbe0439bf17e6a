package io.synthlab.persistence.internal.search;

import io.synthlab.persistence.SortOrder;
import java.util.Objects;

/**
 * One column to sort by. NULL sorts lowest on both databases.
 *
 * @param column column; {@link SynthColumn#DATA} cannot be sorted by, its order would differ between the databases
 * @param order direction
 */
public record SortKey(SynthColumn column, SortOrder order) {
    /**
     * Checks the column.
     *
     * @throws IllegalArgumentException if the column is {@code data}
     */
    public SortKey {
        Objects.requireNonNull(order, "order");
        if (column == SynthColumn.DATA) {
            throw new IllegalArgumentException("data cannot be sorted by");
        }
    }

    /**
     * Returns the key as part of an ORDER BY clause, for example {@code descricao DESC NULLS LAST}.
     *
     * <p>Columns without NULL say nothing about NULLs: an index then serves the order on PostgreSQL.
     */
    public String toSql() {
        String direction = column.sqlName() + " " + order.name();
        if (!column.nullable()) {
            return direction;
        }
        return direction + (order == SortOrder.ASC ? " NULLS FIRST" : " NULLS LAST");
    }
}
