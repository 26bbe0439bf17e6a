package io.synthlab.persistence.migrations.mover.target;

import io.synthlab.persistence.migrations.catalog.Table;
import io.synthlab.persistence.migrations.catalog.Table.Type;
import io.synthlab.persistence.migrations.mover.screen.ArrivingRows;
import io.synthlab.persistence.migrations.mover.source.SourceCursor;
import io.synthlab.persistence.migrations.mover.source.SourceRow;
import io.synthlab.persistence.migrations.mover.source.StorageClass;
import io.synthlab.persistence.migrations.mover.work.Chunk;
import io.synthlab.persistence.migrations.mover.work.ProgressBoard;
import io.synthlab.persistence.migrations.mover.work.Workers;
import io.synthlab.persistence.migrations.query.Names;
import java.sql.SQLException;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Writes chunks on a connection of its own, each in one transaction with the note that it has arrived: a run that is cut off
 * has whole chunks only, and knows which.
 */
public final class ChunkLoader implements Workers.Worker<Chunk> {
    private final WorkerSessions sessions;
    private final ArrivingRows rows;
    private final ProgressBoard board;
    private final TargetSession session;

    /**
     * Connects.
     *
     * @param sessions connections to the target
     * @param rows rows that arrive; closed with this
     * @param board hears of rows that were sent
     */
    public ChunkLoader(WorkerSessions sessions, ArrivingRows rows, ProgressBoard board) {
        this.sessions = sessions;
        this.rows = rows;
        this.board = board;
        session = sessions.take();
    }

    @Override
    public void work(Chunk chunk) {
        Table table = chunk.table();
        ProgressBoard.Meter meter = board.meter(table.name());
        session.inTransaction(() -> {
            try {
                long filledKeys = load(chunk, meter);
                RunStore.arrived(
                        session, table.name(), chunk.first(), chunk.last(), meter.rows(), meter.bytes(), filledKeys);
            } catch (SQLException e) {
                throw CopyRefusal.of(e, chunk, rows);
            }
        });
        meter.end();
    }

    private long load(Chunk chunk, ProgressBoard.Meter meter) throws SQLException {
        Table table = chunk.table();
        List<Type> types = table.columns().stream().map(Table.Column::type).toList();
        String sql = "COPY " + Names.quoted(table.name()) + " (" + Names.quoted(table.columnNames())
                + ") FROM STDIN (FORMAT binary)";
        CopyIn copy = session.jdbc().unwrap(PGConnection.class).getCopyAPI().copyIn(sql);
        long filledKeys = 0;
        try (SourceCursor cursor = rows.of(chunk)) {
            BinaryCopyWriter writer = new BinaryCopyWriter(copy);
            while (cursor.next()) {
                write(cursor.row(), types, writer);
                filledKeys += cursor.row().keyFilled() ? 1 : 0;
                meter.row(cursor.row().size());
            }
            long taken = writer.end();
            if (taken != meter.rows()) {
                throw new IllegalStateException(
                        table.name() + ": sent " + meter.rows() + " rows, server took " + taken);
            }
            return filledKeys;
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    private static void write(SourceRow row, List<Type> types, BinaryCopyWriter writer) throws SQLException {
        writer.beginRow(types.size());
        for (int at = 0; at < types.size(); at++) {
            if (row.type(at) == StorageClass.NULL) {
                writer.nullValue();
            } else {
                write(row, at, types.get(at), writer);
            }
        }
    }

    private static void write(SourceRow row, int at, Type type, BinaryCopyWriter writer) throws SQLException {
        switch (type) {
            case TEXT -> writer.text(row.bytes(at));
            case JSON -> writer.json(row.bytes(at));
            case INTEGER -> writer.integer(Math.toIntExact(row.integer(at)));
            case REAL -> writer.real(row.type(at) == StorageClass.INTEGER ? row.integer(at) : row.real(at));
        }
    }

    @Override
    public void close() {
        try (rows) {
            sessions.give(session);
        }
    }
}
