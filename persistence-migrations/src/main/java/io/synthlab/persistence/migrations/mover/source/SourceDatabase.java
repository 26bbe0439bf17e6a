package io.synthlab.persistence.migrations.mover.source;

import io.synthlab.persistence.DatabaseKind;
import io.synthlab.persistence.error.DatabaseException;
import io.synthlab.persistence.internal.error.ErrorTranslator;
import io.synthlab.persistence.migrations.catalog.Table;
import io.synthlab.persistence.migrations.mover.work.Chunk;
import io.synthlab.persistence.migrations.query.Names;
import io.synthlab.persistence.migrations.schema.OriginalVersion;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads one state of a source file. Used by one thread. */
public final class SourceDatabase implements AutoCloseable {
    private static final int SAMPLE = 500;
    private static final long MOST_ROWS = 50_000;

    private final Connection connection;
    /** Name under which the connection has the source. */
    private final String schema;

    private final boolean fillsKeys;
    /** The file does not change, and neither does what its tables are made of. */
    private final Map<String, List<String>> columns = new HashMap<>();

    private final Map<Table, List<String>> expressions = new HashMap<>();

    private SourceDatabase(Connection connection, String schema, boolean fillsKeys) {
        this.connection = connection;
        this.schema = schema;
        this.fillsKeys = fillsKeys;
    }

    /**
     * Opens a state.
     *
     * @param file the state
     * @param fillsKeys whether ids of {@code transcripts} and {@code synth_outcomes} that are NULL are generated
     * @return the database, which the caller closes
     * @throws DatabaseException if SQLite cannot open it
     */
    public static SourceDatabase open(SourceFile file, boolean fillsKeys) {
        try {
            return new SourceDatabase(file.connect(), "main", fillsKeys);
        } catch (SQLException e) {
            throw failed(e, null);
        }
    }

    /**
     * Opens a state together with what was found out about its rows.
     *
     * @param file the state
     * @param findings file of findings
     * @param fillsKeys whether ids of {@code transcripts} and {@code synth_outcomes} that are NULL are generated
     * @return the database, which the caller closes; statements can name tables of both
     * @throws DatabaseException if SQLite cannot open one of them
     */
    public static SourceDatabase openBeside(SourceFile file, Path findings, boolean fillsKeys) {
        try {
            return new SourceDatabase(file.connectBeside(findings), "src", fillsKeys);
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
            return new SourceCursor(this, table, prepare(selection.sql(table, expressions(table))));
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
        return isPresent(table) ? number("SELECT count(*) FROM " + Names.quoted(table.name())) : 0;
    }

    /** Returns whether the file has a table. */
    boolean isPresent(Table table) {
        return number(
                        "SELECT count(*) FROM " + schema + ".sqlite_master WHERE type = 'table' AND name = ?",
                        table.name())
                > 0;
    }

    /** Returns which version of the original the file is of. */
    OriginalVersion version() {
        try {
            return OriginalVersion.read(connection);
        } catch (SQLException e) {
            throw failed(e, null);
        }
    }

    /** Returns whether a table has no row numbers. */
    boolean isWithoutRowid(String table) {
        return number("SELECT wr FROM pragma_table_list WHERE schema = ? AND name = ?", schema, table) == 1;
    }

    /** Returns whether a table is made up by a module. */
    boolean isVirtual(String table) {
        return number(
                        "SELECT count(*) FROM pragma_table_list WHERE schema = ? AND name = ? AND type = 'virtual'",
                        schema,
                        table)
                == 1;
    }

    /**
     * Reads the rows of a surplus table.
     *
     * @param table which
     * @return a cursor before the first row, which the caller closes
     */
    public RawCursor rows(SurplusTable table) {
        return raw(table.name(), table.sql(), table.allColumns().size());
    }

    /**
     * Reads one row whole, whatever columns it has and however they are filled. Of each column there are three values: the
     * name of the storage class, the number of bytes, and the value, or NULL if it is longer than a limit.
     *
     * @param table its table
     * @param rowid its row number
     * @param limit bytes of a value at most
     * @return a cursor before the row, which the caller closes
     */
    public RawCursor row(Table table, long rowid, long limit) {
        List<String> columns = columns(table.name());
        String values = columns.stream()
                .map(Names::quoted)
                .map(name -> "typeof(%1$s), octet_length(%1$s), iif(octet_length(%1$s) > %2$d, NULL, %1$s)"
                        .formatted(name, limit))
                .collect(Collectors.joining(", "));
        String sql = "SELECT rowid, " + values + " FROM " + Names.quoted(table.name()) + " WHERE rowid = " + rowid;
        return raw(table.name(), sql, columns.size() * 3);
    }

    /**
     * Reads a piece of a long value.
     *
     * @param table its table
     * @param rowid its row number
     * @param column its column
     * @param from first byte, from 0
     * @param bytes how many at most
     * @return the piece in hex
     */
    public String piece(Table table, long rowid, String column, long from, int bytes) {
        return texts("SELECT lower(hex(substr(CAST(" + Names.quoted(column) + " AS BLOB), " + (from + 1) + ", " + bytes
                        + ")))" + " FROM " + Names.quoted(table.name()) + " WHERE rowid = " + rowid)
                .get(0);
    }

    private RawCursor raw(String table, String sql, int columns) {
        try {
            return new RawCursor(table, columns, prepare(sql));
        } catch (SQLException e) {
            throw failed(e, table);
        }
    }

    /**
     * Returns the expression for the bytes of all values of a row, which SQLite knows without reading them.
     *
     * @param table the table, which is present
     * @return the expression
     */
    public String sizeOf(Table table) {
        return columns(table.name()).stream()
                .map(column -> "coalesce(octet_length(" + Names.quoted(column) + "), 0)")
                .collect(Collectors.joining(" + "));
    }

    /**
     * Finds rows with more bytes than a limit.
     *
     * @param table the table
     * @param first first row number
     * @param last last row number
     * @param limit bytes of all values together
     * @return row numbers
     */
    public List<Long> largerThan(Table table, long first, long last, long limit) {
        return texts("SELECT rowid FROM " + Names.quoted(table.name()) + " WHERE rowid BETWEEN " + first + " AND "
                        + last + " AND " + sizeOf(table) + " > " + limit)
                .stream()
                .map(Long::valueOf)
                .toList();
    }

    /**
     * Divides the rows of a table.
     *
     * @param table the table
     * @param bytes about how many bytes the rows of each chunk have
     * @return chunks in the order of the rows; empty without rows
     */
    public List<Chunk> chunks(Table table, long bytes) {
        List<Chunk> chunks = new ArrayList<>();
        long total = count(table);
        if (total == 0) {
            return chunks;
        }
        String from = " FROM " + Names.quoted(table.name());
        long average = Math.max(
                1, number("SELECT avg(s) FROM (SELECT " + sizeOf(table) + " AS s" + from + " LIMIT " + SAMPLE + ")"));
        long rows = Math.max(1, Math.min(MOST_ROWS, bytes / average));
        long first = number("SELECT min(rowid)" + from);
        long last = number("SELECT max(rowid)" + from);
        for (long left = total; left > 0; left -= rows) {
            long next = left <= rows
                    ? 0
                    : number("SELECT rowid" + from + " WHERE rowid >= " + first + " ORDER BY rowid LIMIT 1 OFFSET "
                            + rows);
            chunks.add(new Chunk(table, first, left <= rows ? last : next - 1, Math.min(rows, left)));
            first = next;
        }
        return chunks;
    }

    /** Returns the names of the columns of a table, hidden ones included; empty if there is no such table. */
    public List<String> columns(String table) {
        return columns.computeIfAbsent(
                table,
                name -> List.copyOf(texts("SELECT name FROM pragma_table_xinfo(?, ?) ORDER BY cid", name, schema)));
    }

    /** Returns whether a unique index lets no two rows have the same values in some columns. */
    public boolean hasUniqueIndex(Table table, List<String> columns) {
        String key = String.join(",", columns);
        return number(
                        "SELECT count(*) FROM pragma_index_list(?1, ?2) i WHERE i.\"unique\" AND NOT i.partial AND"
                                + " (SELECT group_concat(name, ',') FROM (SELECT name FROM pragma_index_info(i.name, ?2)"
                                + " ORDER BY seqno)) = ?3",
                        table.name(),
                        schema,
                        key)
                > 0;
    }

    /** Returns whether ids that are NULL are generated. */
    boolean fillsKeys() {
        return fillsKeys;
    }

    /** Returns the expressions that read a table; a column that older files lack has its default. Empty without table. */
    private List<String> expressions(Table table) {
        return expressions.computeIfAbsent(table, wanted -> {
            List<String> found = columns(wanted.name());
            if (found.isEmpty()) {
                return List.of();
            }
            return wanted.columns().stream()
                    .map(column -> found.contains(column.name()) ? Names.quoted(column.name()) : byDefault(column))
                    .toList();
        });
    }

    private static String byDefault(Table.Column column) {
        return column.defaultValue() == null ? "NULL" : column.defaultValue();
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

    /** Runs a command that has no result. */
    void execute(String command) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(command);
        } catch (SQLException e) {
            throw failed(e, null);
        }
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
}
