package io.synthlab.persistence.migrations.mover.source;

import io.synthlab.persistence.migrations.catalog.Table;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sqlite.core.CoreStatement;
import org.sqlite.core.SafeStmtPtr;

/**
 * Walks over rows of the source, one in memory at a time.
 *
 * <p>Missing ids of {@code transcripts} and {@code synth_outcomes} are filled on the way, see {@link SourceRow#keyFilled}.
 */
public final class SourceCursor implements AutoCloseable {
    private final Table table;
    private final SourceRow row;
    private final PreparedStatement statement;
    private final ResultSet result;
    private final SafeStmtPtr handle;
    private final @Nullable KeyFill keyFill;
    private Consumer<SourceRow> change = row -> {};

    SourceCursor(SourceDatabase source, Table table, PreparedStatement statement) throws SQLException {
        this.table = table;
        this.statement = statement;
        row = new SourceRow(table);
        keyFill = KeyFill.of(source, table);
        result = statement.executeQuery();
        // The driver's own getters convert; storage class and bytes are only to be had one level below.
        handle = ((CoreStatement) statement).pointer;
    }

    /**
     * Changes each row on the way.
     *
     * @param wanted what to change
     * @return this cursor
     */
    public SourceCursor changing(Consumer<SourceRow> wanted) {
        change = wanted;
        return this;
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
            handle.safeRunConsume(row::read);
            if (keyFill != null) {
                keyFill.fill(row);
            }
            change.accept(row);
            return true;
        } catch (SQLException e) {
            throw SourceDatabase.failed(e, table.name());
        }
    }

    /** Returns the row the cursor stands on; the same object each time. */
    public SourceRow row() {
        return row;
    }

    @Override
    public void close() {
        try (statement;
                result) {
            if (keyFill != null) {
                keyFill.close();
            }
        } catch (SQLException e) {
            throw SourceDatabase.failed(e, table.name());
        }
    }
}
