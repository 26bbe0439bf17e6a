package io.synthlab.persistence.migrations.mover.target;

import io.synthlab.persistence.migrations.catalog.Table;
import io.synthlab.persistence.migrations.catalog.Table.Type;
import io.synthlab.persistence.migrations.mover.report.ProgressMeter;
import io.synthlab.persistence.migrations.mover.source.Selection;
import io.synthlab.persistence.migrations.mover.source.SourceCursor;
import io.synthlab.persistence.migrations.mover.source.SourceDatabase;
import io.synthlab.persistence.migrations.mover.source.SourceRow;
import io.synthlab.persistence.migrations.mover.source.StorageClass;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Streams screened rows of one table into the target, in the order they were stored. */
final class TableLoader {
    private final Table table;
    private final List<Type> types;
    private final ProgressMeter meter;
    private long filledKeys;

    TableLoader(Table table, ProgressMeter meter) {
        this.table = table;
        this.meter = meter;
        types = table.columns().stream().map(Table.Column::type).toList();
    }

    /** Returns how many rows got a generated key. */
    long filledKeys() {
        return filledKeys;
    }

    /** Loads all rows; on failure the server has dropped them all. */
    void load(SourceDatabase source, Connection target) throws SQLException {
        String columns = TargetCursor.quoted(table.columnNames());
        String sql = "COPY " + TargetCursor.quoted(table.name()) + " (" + columns + ") FROM STDIN (FORMAT binary)";
        CopyIn copy = target.unwrap(PGConnection.class).getCopyAPI().copyIn(sql);
        try (SourceCursor cursor = source.rows(table, Selection.all())) {
            BinaryCopyWriter writer = new BinaryCopyWriter(copy);
            while (cursor.next()) {
                write(cursor.row(), writer);
                meter.row(cursor.row().size());
            }
            long taken = writer.end();
            if (taken != meter.rows()) {
                throw new IllegalStateException(
                        table.name() + ": sent " + meter.rows() + " rows, server took " + taken);
            }
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    private void write(SourceRow row, BinaryCopyWriter writer) throws SQLException {
        writer.beginRow(types.size());
        for (int at = 0; at < types.size(); at++) {
            if (row.type(at) == StorageClass.NULL) {
                writer.nullValue();
            } else {
                write(row, at, writer);
            }
        }
        filledKeys += row.keyFilled() ? 1 : 0;
    }

    private void write(SourceRow row, int at, BinaryCopyWriter writer) throws SQLException {
        switch (types.get(at)) {
            case TEXT -> writer.text(row.bytes(at));
            case JSON -> writer.json(row.bytes(at));
            case INTEGER -> writer.integer(Math.toIntExact(row.integer(at)));
            case REAL -> writer.real(row.type(at) == StorageClass.INTEGER ? row.integer(at) : row.real(at));
        }
    }
}
