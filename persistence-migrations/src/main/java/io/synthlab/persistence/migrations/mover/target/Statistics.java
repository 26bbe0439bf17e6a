package io.synthlab.persistence.migrations.mover.target;

import io.synthlab.persistence.migrations.catalog.SchemaCatalog;
import io.synthlab.persistence.migrations.catalog.Table;
import io.synthlab.persistence.migrations.catalog.Table.Column;
import io.synthlab.persistence.migrations.catalog.Table.Type;
import io.synthlab.persistence.migrations.mover.work.Workers;
import io.synthlab.persistence.migrations.query.Names;
import java.util.List;

/** Lets the planner know what has arrived. */
public final class Statistics {
    private Statistics() {}

    /**
     * Gathers statistics of all tables, apart from JSON columns: comparing whole documents takes most of the time, no query
     * has a use for it, and autovacuum will do it anyway.
     *
     * @param sessions connections to work on
     * @param workers who works
     */
    public static void gather(WorkerSessions sessions, Workers workers) {
        workers.run(
                SchemaCatalog.tables(),
                sessions.worker((session, table) -> session.execute(
                        "ANALYZE " + Names.quoted(table.name()) + " (" + Names.quoted(compared(table)) + ")")));
    }

    private static List<String> compared(Table table) {
        return table.columns().stream()
                .filter(column -> column.type() != Type.JSON)
                .map(Column::name)
                .toList();
    }
}
