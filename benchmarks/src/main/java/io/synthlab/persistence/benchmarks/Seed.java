package io.synthlab.persistence.benchmarks;

import io.synthlab.persistence.DatabaseKind;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Writes the rows that operations start from, past the repositories. */
final class Seed {
    private final DatabaseKind kind;
    private final Connection connection;

    Seed(DatabaseKind kind, Connection connection) {
        this.kind = kind;
        this.connection = connection;
    }

    /** Returns the placeholder of a JSON parameter that is bound as text. */
    String jsonHole() {
        return kind == DatabaseKind.SQLITE ? "?" : "CAST(? AS jsonb)";
    }

    /**
     * Inserts rows.
     *
     * @param sql statement for one row
     * @param rows how many
     * @param row parameters of a row by its number
     * @throws SQLException if the database refuses them
     */
    void insert(String sql, int rows, IntFunction<@Nullable Object[]> row) throws SQLException {
        connection.setAutoCommit(false);
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int number = 0; number < rows; number++) {
                @Nullable Object[] values = row.apply(number);
                for (int at = 0; at < values.length; at++) {
                    statement.setObject(at + 1, values[at]);
                }
                statement.addBatch();
            }
            statement.executeBatch();
        }
        connection.commit();
        connection.setAutoCommit(true);
    }
}
