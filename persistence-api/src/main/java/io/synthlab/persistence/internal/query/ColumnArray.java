package io.synthlab.persistence.internal.query;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * One column of many rows as one parameter of PostgreSQL: an array, of which {@code unnest} makes rows again. SQLite
 * has no arrays; batches are the fastest way there.
 */
public final class ColumnArray {
    private final String type;
    private final @Nullable Object[] values;

    private ColumnArray(String type, @Nullable Object[] values) {
        this.type = type;
        this.values = values;
    }

    /**
     * Makes a column of texts.
     *
     * @param <R> a row
     * @param rows the rows
     * @param column reads the column, {@code null} included
     * @return the parameter
     */
    public static <R> ColumnArray texts(List<R> rows, Function<R, @Nullable String> column) {
        return new ColumnArray("text", rows.stream().map(column).toArray(String[]::new));
    }

    /**
     * Makes a column of floating-point numbers.
     *
     * @param <R> a row
     * @param rows the rows
     * @param column reads the column
     * @return the parameter
     */
    public static <R> ColumnArray numbers(List<R> rows, ToDoubleFunction<R> column) {
        return new ColumnArray(
                "float8", rows.stream().mapToDouble(column).boxed().toArray(Double[]::new));
    }

    /**
     * Binds the column.
     *
     * @param statement statement on PostgreSQL
     * @param position place of its parameter, from 1
     * @throws SQLException if the driver refuses it
     */
    public void bind(PreparedStatement statement, int position) throws SQLException {
        // Of String[] and Double[], not of Object[], the driver makes the binary form.
        statement.setArray(position, statement.getConnection().createArrayOf(type, values));
    }
}
