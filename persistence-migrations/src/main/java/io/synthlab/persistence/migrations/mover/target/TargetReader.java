package io.synthlab.persistence.migrations.mover.target;

import io.synthlab.persistence.PersistenceConfig;
import io.synthlab.persistence.migrations.catalog.Table;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads one unchanging state of the target; several readers can share one. Used by one thread. */
public final class TargetReader implements AutoCloseable {
    private final TargetSession session;

    private TargetReader(TargetSession session) {
        this.session = session;
    }

    /**
     * Opens a reader.
     *
     * @param config the target
     * @param snapshot state of another reader, which must be open still; {@code null} for the state of now
     * @return the reader, which the caller closes
     */
    public static TargetReader open(PersistenceConfig config, @Nullable String snapshot) {
        TargetSession session = TargetSession.open(config);
        try {
            session.jdbc().setAutoCommit(false);
            session.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
            if (snapshot != null) {
                session.execute("SET TRANSACTION SNAPSHOT '" + snapshot + "'");
            }
            return new TargetReader(session);
        } catch (SQLException e) {
            session.close();
            throw session.failed(e);
        }
    }

    /** Returns the name under which others can read the same state, as long as this is open. */
    public String snapshot() {
        return session.list("SELECT pg_export_snapshot()", row -> row.getString(1))
                .get(0);
    }

    /**
     * Reads all rows of a table.
     *
     * @param table which table
     * @param order columns whose bytes order them
     * @return a cursor before the first row, which the caller closes
     */
    public TargetCursor rows(Table table, List<String> order) {
        return TargetCursor.open(session.jdbc(), table, order);
    }

    @Override
    public void close() {
        session.close();
    }
}
