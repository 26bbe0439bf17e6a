package io.synthlab.persistence.jdbc.statement;

import io.synthlab.persistence.JsonValue;
import io.synthlab.persistence.error.DatabaseException;
import io.synthlab.persistence.internal.error.ErrorTranslator;
import io.synthlab.persistence.internal.query.ColumnArray;
import io.synthlab.persistence.internal.query.TextList;
import io.synthlab.persistence.internal.text.StorableText;
import io.synthlab.persistence.spi.DatabaseContext;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Runs statements on the connection of the calling thread's unit of work; failures come out translated.
 *
 * <p>Values are checked before they are written. A text among the parameters that no column can hold is therefore a key
 * that is looked for, and no row has it: the statement is not sent, because PostgreSQL would fail on it and SQLite's
 * driver would look for another text.
 */
public final class Statements {
    private static final int BATCH_ROWS = 500;

    private final DatabaseContext database;

    /**
     * Creates the runner.
     *
     * @param database the database
     */
    public Statements(DatabaseContext database) {
        this.database = database;
    }

    /**
     * Runs a statement that returns rows.
     *
     * @param <T> what a row becomes
     * @param target what it is about
     * @param sql statement
     * @param mapper makes a value of each row
     * @param parameters text, number, JSON, {@link TextList}, {@link ColumnArray} or {@code null} for each placeholder
     * @return the values, in order
     */
    public <T> List<T> list(Target target, String sql, RowMapper<T> mapper, @Nullable Object... parameters) {
        if (noRowHas(parameters)) {
            return List.of();
        }
        return run(target, sql, statement -> {
            bind(statement, parameters);
            List<T> values = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    values.add(mapper.map(rows));
                }
            }
            return values;
        });
    }

    /**
     * Runs a statement that returns at most one row.
     *
     * @param <T> what the row becomes
     * @param target what it is about
     * @param sql statement
     * @param mapper makes a value of the row
     * @param parameters text, number, JSON, {@link TextList}, {@link ColumnArray} or {@code null} for each placeholder
     * @return the value, empty if there is no row
     */
    public <T> Optional<T> find(Target target, String sql, RowMapper<T> mapper, @Nullable Object... parameters) {
        if (noRowHas(parameters)) {
            return Optional.empty();
        }
        return run(target, sql, statement -> {
            bind(statement, parameters);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(mapper.map(rows)) : Optional.empty();
            }
        });
    }

    /**
     * Runs a statement that counts.
     *
     * @param target what it is about
     * @param sql statement whose first column is a number
     * @param parameters text, number, JSON, {@link TextList}, {@link ColumnArray} or {@code null} for each placeholder
     * @return the number
     */
    public long count(Target target, String sql, @Nullable Object... parameters) {
        return find(target, sql, row -> row.getLong(1), parameters).orElse(0L);
    }

    /**
     * Runs a statement that changes rows.
     *
     * @param target what it is about
     * @param sql statement
     * @param parameters text, number, JSON, {@link TextList}, {@link ColumnArray} or {@code null} for each placeholder
     * @return how many rows were changed
     */
    public int update(Target target, String sql, @Nullable Object... parameters) {
        if (noRowHas(parameters)) {
            return 0;
        }
        return run(target, sql, statement -> {
            bind(statement, parameters);
            return statement.executeUpdate();
        });
    }

    /**
     * Runs one statement for many rows, in batches.
     *
     * @param target what it is about
     * @param sql statement
     * @param rows parameters of each row
     */
    public void batch(Target target, String sql, List<@Nullable Object[]> rows) {
        run(target, sql, statement -> {
            int waiting = 0;
            for (Object[] row : rows) {
                bind(statement, row);
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

    private <T> T run(Target target, String sql, Use<T> use) {
        try (PreparedStatement statement = database.unit().connection().prepareStatement(sql)) {
            return use.of(statement);
        } catch (SQLException e) {
            throw translate(e, target);
        }
    }

    private DatabaseException translate(SQLException e, Target target) {
        return ErrorTranslator.translate(e, database.kind(), target.table(), target.key());
    }

    private static boolean noRowHas(@Nullable Object[] parameters) {
        return Arrays.stream(parameters)
                .anyMatch(value -> value instanceof String text && StorableText.firstUnstorable(text) >= 0);
    }

    private void bind(PreparedStatement statement, @Nullable Object[] parameters) throws SQLException {
        for (int at = 0; at < parameters.length; at++) {
            Object value = parameters[at];
            if (value == null) {
                statement.setNull(at + 1, Types.NULL);
            } else if (value instanceof String text) {
                statement.setString(at + 1, text);
            } else if (value instanceof TextList texts) {
                texts.bind(statement, at + 1, database.kind());
            } else if (value instanceof ColumnArray column) {
                column.bind(statement, at + 1);
            } else if (value instanceof JsonValue json) {
                statement.setString(at + 1, json.text());
            } else if (value instanceof Integer number) {
                statement.setInt(at + 1, number);
            } else if (value instanceof Long number) {
                statement.setLong(at + 1, number);
            } else {
                statement.setObject(at + 1, value);
            }
        }
    }

    /**
     * Joins parameter lists.
     *
     * @param first first parameters
     * @param more parameters that follow
     * @return all of them
     */
    public static @Nullable Object[] parameters(List<?> first, @Nullable Object... more) {
        Object[] all = Arrays.copyOf(first.toArray(), first.size() + more.length);
        System.arraycopy(more, 0, all, first.size(), more.length);
        return all;
    }
}
