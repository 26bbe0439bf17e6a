package io.synthlab.persistence.migrations.mover.target;

import io.synthlab.persistence.DatabaseKind;
import io.synthlab.persistence.error.DatabaseException;
import io.synthlab.persistence.internal.error.ErrorTranslator;
import io.synthlab.persistence.migrations.catalog.Table;
import io.synthlab.persistence.migrations.query.Names;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;
import org.postgresql.copy.PGCopyInputStream;

/** Walks over all rows of a table of the target in the order of their keys, one in memory at a time. */
public final class TargetCursor implements AutoCloseable {
    private static final int BUFFER_BYTES = 1 << 16;

    private final Table table;
    private final TargetRow row;
    private final CopyOut copy;
    private final DataInputStream in;

    private TargetCursor(Table table, CopyOut copy) throws IOException {
        this.table = table;
        this.copy = copy;
        row = new TargetRow(table.columns().size());
        in = new DataInputStream(new BufferedInputStream(new PGCopyInputStream(copy), BUFFER_BYTES));
        in.skipNBytes(BinaryCopyWriter.HEADER.length);
    }

    /** Opens a cursor before the first row, ordered by the bytes of some columns. */
    static TargetCursor open(Connection connection, Table table, List<String> order) {
        String by = order.stream()
                .map(column -> Names.quoted(column) + " COLLATE \"C\"")
                .collect(Collectors.joining(", "));
        String query = "SELECT " + Names.quoted(table.columnNames()) + " FROM " + Names.quoted(table.name())
                + " ORDER BY " + by;
        try {
            PGConnection driver = connection.unwrap(PGConnection.class);
            CopyOut copy = driver.getCopyAPI().copyOut("COPY (" + query + ") TO STDOUT (FORMAT binary)");
            return new TargetCursor(table, copy);
        } catch (SQLException e) {
            throw failed(e, table);
        } catch (IOException e) {
            throw failed(e, table);
        }
    }

    /**
     * Goes to the next row.
     *
     * @return whether there is one
     * @throws DatabaseException if the server does not send it
     */
    public boolean next() {
        try {
            int fields = in.readShort();
            if (fields == BinaryCopyWriter.END) {
                return false;
            }
            for (int at = 0; at < fields; at++) {
                int length = in.readInt();
                row.set(at, length == BinaryCopyWriter.NULL_LENGTH ? null : field(at, length));
            }
            return true;
        } catch (IOException e) {
            throw failed(e, table);
        }
    }

    private byte[] field(int column, int length) throws IOException {
        if (table.columns().get(column).type() == Table.Type.JSON) {
            in.skipNBytes(1); // version of jsonb
            return in.readNBytes(length - 1);
        }
        return in.readNBytes(length);
    }

    /** Returns the row the cursor stands on; the same object each time. */
    public TargetRow row() {
        return row;
    }

    @Override
    public void close() {
        try {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        } catch (SQLException e) {
            throw failed(e, table);
        }
    }

    private static DatabaseException failed(Exception e, Table table) {
        Throwable cause = e instanceof IOException && e.getCause() != null ? e.getCause() : e;
        return cause instanceof SQLException sql
                ? ErrorTranslator.translate(sql, DatabaseKind.POSTGRESQL, table.name(), null)
                : new DatabaseException(table.name(), null, "the target's answer broke off; run it again", e);
    }
}
