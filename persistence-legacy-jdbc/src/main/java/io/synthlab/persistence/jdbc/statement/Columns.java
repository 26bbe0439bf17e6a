package io.synthlab.persistence.jdbc.statement;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Columns that may hold NULL, read alike with both drivers. */
public final class Columns {
    private Columns() {}

    /**
     * Reads a number.
     *
     * @param row result set at the row
     * @param column name of the column
     * @return the number, {@code null} for NULL
     * @throws SQLException if the driver cannot read the column
     */
    public static @Nullable Double number(ResultSet row, String column) throws SQLException {
        double number = row.getDouble(column);
        return row.wasNull() ? null : number;
    }
}
