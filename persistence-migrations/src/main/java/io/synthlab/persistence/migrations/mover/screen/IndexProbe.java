package io.synthlab.persistence.migrations.mover.screen;

import io.synthlab.persistence.migrations.catalog.Table;
import io.synthlab.persistence.migrations.mover.source.SourceRow;
import java.util.List;

/** Knows whether the target can index a value: it depends on how well the server can compress it. */
@FunctionalInterface
public interface IndexProbe {
    /**
     * Finds out.
     *
     * @param table the table
     * @param columns columns of one index
     * @param row a row whose values in these columns are long
     * @return whether the index can take it
     */
    boolean takes(Table table, List<String> columns, SourceRow row);
}
