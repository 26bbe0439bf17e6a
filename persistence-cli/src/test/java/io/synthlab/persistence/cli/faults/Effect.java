package io.synthlab.persistence.cli.faults;

import io.synthlab.persistence.error.ConstraintViolationException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a fault changes, on the way from a call to the database and back. Each method does nothing by default. */
interface Effect {
    /** Changes the text of a statement. */
    default String sql(String sql) {
        return sql;
    }

    /** Changes a text that is bound to a parameter. */
    default @Nullable String text(String text) {
        return text;
    }

    /** Changes a number that is bound to a parameter. */
    default double number(double number) {
        return number;
    }

    /** Changes what a repository method returns. */
    default @Nullable Object result(String method, @Nullable Object result) {
        return result;
    }

    /** Changes the error of a repository method; {@code null} swallows it. */
    default @Nullable RuntimeException error(ConstraintViolationException error) {
        return error;
    }

    /** Takes over the addition of a row to a batch; returns whether it did. */
    default boolean addBatch(Connection connection, PreparedStatement statement) throws SQLException {
        return false;
    }

    /** Changes every statement that matches a pattern. */
    static Effect sql(String pattern, String replacement) {
        Pattern compiled = Pattern.compile(pattern, Pattern.DOTALL);
        return new Effect() {
            @Override
            public String sql(String sql) {
                return compiled.matcher(sql).replaceAll(replacement);
            }
        };
    }

    /** Changes every text parameter. */
    static Effect text(UnaryOperator<@Nullable String> change) {
        return new Effect() {
            @Override
            public @Nullable String text(String text) {
                return change.apply(text);
            }
        };
    }

    /** Rounds every number. */
    static Effect rounded(double digits) {
        return new Effect() {
            @Override
            public double number(double number) {
                return Math.round(number * digits) / digits;
            }
        };
    }

    /** Changes what methods of one name return. */
    static Effect result(String method, UnaryOperator<@Nullable Object> change) {
        return new Effect() {
            @Override
            public @Nullable Object result(String called, @Nullable Object result) {
                return called.equals(method) ? change.apply(result) : result;
            }
        };
    }

    /** Changes every violation. */
    static Effect error(UnaryOperator<@Nullable ConstraintViolationException> change) {
        return new Effect() {
            @Override
            public @Nullable RuntimeException error(ConstraintViolationException error) {
                return change.apply(error);
            }
        };
    }

    /** Commits each row of a batch. */
    static Effect committingRows() {
        return new Effect() {
            @Override
            public boolean addBatch(Connection connection, PreparedStatement statement) throws SQLException {
                statement.executeUpdate();
                try (Statement control = connection.createStatement()) {
                    control.execute("COMMIT");
                    control.execute("BEGIN IMMEDIATE");
                }
                return true;
            }
        };
    }
}
