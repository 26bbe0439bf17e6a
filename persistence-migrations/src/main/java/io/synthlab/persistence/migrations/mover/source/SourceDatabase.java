package io.synthlab.persistence.migrations.mover.source;

import io.synthlab.persistence.DatabaseKind;
import io.synthlab.persistence.error.DatabaseException;
import io.synthlab.persistence.internal.error.ErrorTranslator;
import io.synthlab.persistence.migrations.catalog.Table;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads one state of a source file. Used by one thread. */
public final class SourceDatabase implements AutoCloseable {
    private final Connection connection;

    private SourceDatabase(Connection connection) {
        this.connection = connection;
    }

    /**
     * Opens a state.
     *
     * @param file the state; outlives this object
     * @return the database, which the caller closes
     * @throws DatabaseException if SQLite cannot open it
     */
    public static SourceDatabase open(SourceFile file) {
        try {
            return new SourceDatabase(file.connect());
        } catch (SQLException e) {
            throw failed(e, null);
        }
    }

    /**
     * Reads the rows of a table in the order they were stored, or by another order.
     *
     * @param table which table
     * @param selection which rows, in which order
     * @return a cursor before the first row, which the caller closes
     * @throws DatabaseException if SQLite cannot read the table
     */
    public SourceCursor rows(Table table, Selection selection) {
        try {
            return new SourceCursor(this, table, prepare(selection.sql(table, isPresent(table))));
        } catch (SQLException e) {
            throw failed(e, table.name());
        }
    }

    /**
     * Counts the rows of a table.
     *
     * @param table which table
     * @return how many there are; 0 if the file does not have the table
     * @throws DatabaseException if SQLite cannot read the table
     */
    public long count(Table table) {
        return isPresent(table) ? number("SELECT count(*) FROM " + quoted(table.name())) : 0;
    }

    /** Returns whether the file has a table. */
    boolean isPresent(Table table) {
        return number("SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = ?", table.name()) > 0;
    }

    /** Returns the first column of the first row. */
    long number(String sql, String... parameters) {
        try (PreparedStatement statement = prepare(sql, parameters);
                ResultSet result = statement.executeQuery()) {
            return result.next() ? result.getLong(1) : 0;
        } catch (SQLException e) {
            throw failed(e, null);
        }
    }

    /** Returns the first column of all rows, as text. */
    List<String> texts(String sql, String... parameters) {
        List<String> texts = new ArrayList<>();
        try (PreparedStatement statement = prepare(sql, parameters);
                ResultSet result = statement.executeQuery()) {
            while (result.next()) {
                texts.add(result.getString(1));
            }
        } catch (SQLException e) {
            throw failed(e, null);
        }
        return texts;
    }

    PreparedStatement prepare(String sql, String... parameters) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int at = 0; at < parameters.length; at++) {
            statement.setString(at + 1, parameters[at]);
        }
        return statement;
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw failed(e, null);
        }
    }

    static DatabaseException failed(SQLException e, @Nullable String table) {
        return ErrorTranslator.translate(e, DatabaseKind.SQLITE, table, null);
    }

    /** Returns a name as SQL text. */
    public static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** Returns names as SQL text, with commas between them. */
    static String quoted(List<String> names) {
        return names.stream().map(SourceDatabase::quoted).collect(Collectors.joining(", "));
    }
}
