package io.synthlab.persistence.migrations.mover.source;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.sqlite.core.CoreStatement;
import org.sqlite.core.DB;
import org.sqlite.core.SafeStmtPtr;

/** Walks over rows of any table; values are as they are stored. One row is in memory at a time. */
public final class RawCursor implements AutoCloseable {
    private static final byte[] NOTHING = {};

    private final String table;
    private final PreparedStatement statement;
    private final ResultSet result;
    private final SafeStmtPtr handle;
    private final RawValue[] values;
    private long rowid;

    RawCursor(String table, int columns, PreparedStatement statement) throws SQLException {
        this.table = table;
        this.statement = statement;
        values = new RawValue[columns];
        result = statement.executeQuery();
        // The driver's own getters convert; storage class and bytes are only to be had one level below.
        handle = ((CoreStatement) statement).pointer;
    }

    /**
     * Goes to the next row.
     *
     * @return whether there is one
     * @throws io.synthlab.persistence.error.DatabaseException if SQLite cannot read it
     */
    public boolean next() {
        try {
            if (!result.next()) {
                return false;
            }
            handle.safeRunConsume(this::read);
            return true;
        } catch (SQLException e) {
            throw SourceDatabase.failed(e, table);
        }
    }

    private void read(DB database, long row) throws SQLException {
        rowid = database.column_long(row, 0);
        for (int at = 0; at < values.length; at++) {
            StorageClass type = StorageClass.of(database.column_type(row, at + 1));
            values[at] = switch (type) {
                case NULL -> RawValue.NULL;
                case INTEGER -> RawValue.ofInteger(database.column_long(row, at + 1));
                case REAL -> RawValue.ofReal(database.column_double(row, at + 1));
                case TEXT, BLOB -> {
                    byte[] bytes = database.column_blob(row, at + 1);
                    yield new RawValue(type, 0, bytes == null ? NOTHING : bytes);
                }
            };
        }
    }

    /** Returns the row number. */
    public long rowid() {
        return rowid;
    }

    /** Returns a value by its place in the query. */
    public RawValue value(int column) {
        return values[column];
    }

    @Override
    public void close() {
        try (statement;
                result) {
            // both are closed, whatever the first one says
        } catch (SQLException e) {
            throw SourceDatabase.failed(e, table);
        }
    }
}
