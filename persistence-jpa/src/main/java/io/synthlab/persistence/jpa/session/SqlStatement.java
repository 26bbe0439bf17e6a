package io.synthlab.persistence.jpa.session;

import io.synthlab.persistence.DatabaseKind;
import io.synthlab.persistence.JsonValue;
import io.synthlab.persistence.internal.query.ColumnArray;
import io.synthlab.persistence.internal.query.TextList;
import io.synthlab.persistence.jpa.dialect.PostgresDialect;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hibernate.StatelessSession;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.jspecify.annotations.Nullable;

/**
 * A statement that HQL has no form for: a write on a condition, an upsert with one, a list of ids as one parameter.
 *
 * <p>It runs on the session's own connection. A native query would do the same, but Hibernate prepares its parameters
 * and its result anew each time, which takes longer than the statement itself on SQLite. Safe for use by many threads.
 *
 * @param sql SQL that both databases understand, with {@code ?} for parameters
 */
public record SqlStatement(String sql) {
    private static final int BATCH_ROWS = 500;

    /**
     * Makes a value of the current row.
     *
     * @param <T> what a row becomes
     */
    @FunctionalInterface
    public interface Reader<T> {
        /**
         * Reads the current row.
         *
         * @param row result set at the row
         * @return the value
         * @throws SQLException if the driver cannot read a column
         */
        T read(ResultSet row) throws SQLException;
    }

    /**
     * Changes rows.
     *
     * @param session session of the unit of work
     * @param parameters text, number, JSON, {@link TextList}, {@link ColumnArray} or {@code null} for each {@code ?}
     * @return how many rows were changed
     */
    public int update(StatelessSession session, @Nullable Object... parameters) {
        return run(session, PreparedStatement::executeUpdate, parameters);
    }

    /**
     * Reads, or changes and reads, at most one row.
     *
     * @param <T> what the row becomes
     * @param session session of the unit of work
     * @param reader makes a value of it
     * @param parameters text, number, JSON, {@link TextList}, {@link ColumnArray} or {@code null} for each {@code ?}
     * @return the value, empty if there is no row
     */
    public <T> Optional<T> find(StatelessSession session, Reader<T> reader, @Nullable Object... parameters) {
        return list(session, reader, parameters).stream().findFirst();
    }

    /**
     * Reads, or changes and reads, rows.
     *
     * @param <T> what a row becomes
     * @param session session of the unit of work
     * @param reader makes a value of each
     * @param parameters text, number, JSON, {@link TextList}, {@link ColumnArray} or {@code null} for each {@code ?}
     * @return the values, in order
     */
    public <T> List<T> list(StatelessSession session, Reader<T> reader, @Nullable Object... parameters) {
        return run(
                session,
                statement -> {
                    List<T> values = new ArrayList<>();
                    try (ResultSet rows = statement.executeQuery()) {
                        while (rows.next()) {
                            values.add(reader.read(rows));
                        }
                    }
                    return values;
                },
                parameters);
    }

    /**
     * Runs for many rows, in batches.
     *
     * @param session session of the unit of work
     * @param rows parameters of each row, as in {@link #update}
     */
    public void batch(StatelessSession session, List<@Nullable Object[]> rows) {
        SharedSessionContractImplementor internals = (SharedSessionContractImplementor) session;
        run(session, statement -> {
            int waiting = 0;
            for (Object[] row : rows) {
                bind(statement, row, internals);
                statement.addBatch();
                if (++waiting == BATCH_ROWS) {
                    statement.executeBatch();
                    waiting = 0;
                }
            }
            return waiting == 0 ? new int[0] : statement.executeBatch();
        });
    }

    private interface Use<T> {
        T of(PreparedStatement statement) throws SQLException;
    }

    private <T> T run(StatelessSession session, Use<T> use, @Nullable Object... parameters) {
        SharedSessionContractImplementor internals = (SharedSessionContractImplementor) session;
        return session.doReturningWork(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                bind(statement, parameters, internals);
                return use.of(statement);
            }
        });
    }

    private static void bind(
            PreparedStatement statement, @Nullable Object[] parameters, SharedSessionContractImplementor session)
            throws SQLException {
        for (int at = 0; at < parameters.length; at++) {
            bind(statement, at + 1, parameters[at], session);
        }
    }

    private static void bind(
            PreparedStatement statement,
            int position,
            @Nullable Object parameter,
            SharedSessionContractImplementor session)
            throws SQLException {
        if (parameter == null) {
            statement.setNull(position, Types.NULL);
        } else if (parameter instanceof String text) {
            statement.setString(position, text);
        } else if (parameter instanceof JsonValue json) {
            StoredJson.type(session.getFactory()).getJdbcValueBinder().bind(statement, json.text(), position, session);
        } else if (parameter instanceof TextList texts) {
            texts.bind(statement, position, kind(session));
        } else if (parameter instanceof ColumnArray column) {
            column.bind(statement, position);
        } else {
            statement.setObject(position, parameter);
        }
    }

    private static DatabaseKind kind(SharedSessionContractImplementor session) {
        return session.getFactory().getJdbcServices().getDialect() instanceof PostgresDialect
                ? DatabaseKind.POSTGRESQL
                : DatabaseKind.SQLITE;
    }
}
