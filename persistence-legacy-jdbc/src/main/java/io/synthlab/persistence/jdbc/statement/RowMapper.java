package io.synthlab.persistence.jdbc.statement;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Makes a value of the current row.
 *
 * @param <T> what a row becomes
 */
@FunctionalInterface
public interface RowMapper<T> {
    /**
     * Reads the current row.
     *
     * @param row result set at the row
     * @return the value
     * @throws SQLException if the driver cannot read a column
     */
    T map(ResultSet row) throws SQLException;
}
