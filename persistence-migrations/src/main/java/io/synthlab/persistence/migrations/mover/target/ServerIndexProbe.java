package io.synthlab.persistence.migrations.mover.target;

import io.synthlab.persistence.PersistenceConfig;
import io.synthlab.persistence.migrations.catalog.Table;
import io.synthlab.persistence.migrations.mover.screen.IndexProbe;
import io.synthlab.persistence.migrations.mover.source.SourceRow;
import io.synthlab.persistence.migrations.mover.source.StorageClass;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Asks the server whether an index takes a value, with a temporary table that is never committed: how well a value compresses
 * only the server knows. Safe for use by several threads, one after another.
 */
public final class ServerIndexProbe implements IndexProbe, AutoCloseable {
    /** "index row size … exceeds": program limit exceeded. */
    private static final String TOO_LARGE = "54000";

    private final PersistenceConfig config;
    private @Nullable TargetSession session;

    /**
     * Creates it; it connects when it is asked for the first time.
     *
     * @param config the target
     */
    public ServerIndexProbe(PersistenceConfig config) {
        this.config = config;
    }

    @Override
    public synchronized boolean takes(Table table, List<String> columns, SourceRow row) {
        TargetSession server = session == null ? TargetSession.open(config) : session;
        session = server;
        try {
            server.jdbc().setAutoCommit(false);
            return insert(server, table, columns, row);
        } catch (SQLException e) {
            if (TOO_LARGE.equals(e.getSQLState())) {
                return false;
            }
            throw server.failed(e);
        } finally {
            rollBack(server);
        }
    }

    private static boolean insert(TargetSession server, Table table, List<String> columns, SourceRow row)
            throws SQLException {
        String names =
                IntStream.range(0, columns.size()).mapToObj(at -> "c" + at).collect(Collectors.joining(", "));
        String definitions = IntStream.range(0, columns.size())
                .mapToObj(at -> "c" + at + " text COLLATE \"C\"")
                .collect(Collectors.joining(", "));
        server.execute(
                "CREATE TEMPORARY TABLE synthlab_probe (" + definitions + ") ON COMMIT DROP",
                "CREATE INDEX ON pg_temp.synthlab_probe (" + names + ")");
        String holes = columns.stream().map(column -> "?").collect(Collectors.joining(", "));
        try (PreparedStatement insert =
                server.jdbc().prepareStatement("INSERT INTO pg_temp.synthlab_probe VALUES (" + holes + ")")) {
            for (int at = 0; at < columns.size(); at++) {
                int column = table.columnNames().indexOf(columns.get(at));
                boolean text = row.type(column) == StorageClass.TEXT;
                // What is no text is short, and what cannot be sent has been found before.
                insert.setString(
                        at + 1, text ? new String(row.bytes(column), StandardCharsets.UTF_8).replace("\0", "?") : "");
            }
            insert.executeUpdate();
            return true;
        }
    }

    private static void rollBack(TargetSession server) {
        try {
            server.jdbc().rollback();
            server.jdbc().setAutoCommit(true);
        } catch (SQLException e) {
            throw server.failed(e);
        }
    }

    @Override
    public synchronized void close() {
        if (session != null) {
            session.close();
        }
    }
}
