package io.synthlab.persistence.migrations.mover.target;

import io.synthlab.persistence.PersistenceConfig;
import io.synthlab.persistence.migrations.catalog.SchemaCatalog;
import io.synthlab.persistence.migrations.catalog.Table;
import io.synthlab.persistence.migrations.mover.work.ProgressBoard;
import io.synthlab.persistence.migrations.mover.work.Workers;
import io.synthlab.persistence.migrations.query.Names;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Keys, foreign keys and indexes of the target, which are put aside during the load: built afterwards they cost a third. The
 * target remembers each from before it goes until it is back.
 */
public final class DeferredObjects {
    private static final String STORE = RunStore.SCHEMA + ".deferred";
    private static final String FOREIGN_KEY = "foreign key";
    private static final String INDEX = "index";

    /** Foreign keys have the highest numbers: they need the keys they refer to. */
    private static final String REMEMBER = """
            INSERT INTO %s
            SELECT coalesce((SELECT max(number) FROM %1$s), 0)
                       + row_number() OVER (ORDER BY array_position(ARRAY['key', 'index', 'foreign key'], kind), table_name, name),
                   kind, table_name, name, definition
              FROM (SELECT CASE c.contype WHEN 'f' THEN 'foreign key' ELSE 'key' END AS kind, t.relname AS table_name,
                           c.conname AS name,
                           format('ALTER TABLE %%I.%%I ADD CONSTRAINT %%I %%s', n.nspname, t.relname, c.conname,
                                  pg_get_constraintdef(c.oid)) AS definition
                      FROM pg_constraint c JOIN pg_class t ON t.oid = c.conrelid JOIN pg_namespace n ON n.oid = t.relnamespace
                     WHERE c.contype IN ('f', 'p', 'u') AND n.nspname = current_schema() AND t.relname = ANY (?)
                    UNION ALL
                    SELECT 'index', t.relname, i.relname, pg_get_indexdef(x.indexrelid)
                      FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid JOIN pg_class t ON t.oid = x.indrelid
                      JOIN pg_namespace n ON n.oid = t.relnamespace
                     WHERE NOT EXISTS (SELECT 1 FROM pg_constraint k WHERE k.conindid = x.indexrelid)
                       AND n.nspname = current_schema() AND t.relname = ANY (?)) o
            """.formatted(STORE);

    private final TargetSession session;

    /**
     * Creates it.
     *
     * @param session connection of the run
     */
    public DeferredObjects(TargetSession session) {
        this.session = session;
    }

    /** Remembers and drops them; part of a transaction. */
    void putAside() {
        String[] tables = SchemaCatalog.tables().stream().map(Table::name).toArray(String[]::new);
        session.update(REMEMBER, tables, tables);
        List<Deferred> aside = new ArrayList<>(list());
        Collections.reverse(aside); // foreign keys go before the keys they refer to
        for (Deferred each : aside) {
            session.execute(
                    each.isIndex()
                            ? "DROP INDEX IF EXISTS " + Names.quoted(each.name())
                            : "ALTER TABLE " + Names.quoted(each.table()) + " DROP CONSTRAINT IF EXISTS "
                                    + Names.quoted(each.name()));
        }
    }

    /** Lists what is aside, foreign keys last. */
    public List<Deferred> list() {
        return session.list(
                "SELECT number, kind, table_name, name, definition FROM " + STORE + " ORDER BY number",
                row -> new Deferred(
                        row.getInt(1), row.getString(2), row.getString(3), row.getString(4), row.getString(5)));
    }

    /**
     * Brings everything back, foreign keys last.
     *
     * @param config the target
     * @param workers who builds
     * @param board hears of each that is back
     */
    public void bringBack(PersistenceConfig config, Workers workers, ProgressBoard board) {
        workers.run(
                largestFirst().stream().filter(each -> !each.isForeignKey()).toList(),
                () -> new Builder(config, board));
        workers.run(largestFirst(), () -> new Builder(config, board));
    }

    /** Lists what is aside, so that nobody is left alone with a large table at the end. */
    private List<Deferred> largestFirst() {
        Map<String, Long> sizes = new HashMap<>();
        list().forEach(each -> sizes.computeIfAbsent(
                each.table(),
                table -> session.list("SELECT pg_table_size(?::regclass)", row -> row.getLong(1), table)
                        .get(0)));
        return list().stream()
                .sorted(Comparator.comparing((Deferred each) -> sizes.get(each.table()), Comparator.reverseOrder()))
                .toList();
    }

    /**
     * Lets the planner know what has arrived.
     *
     * @param config the target
     * @param workers who looks
     */
    public static void analyze(PersistenceConfig config, Workers workers) {
        workers.run(SchemaCatalog.tables(), () -> new Analyzer(config));
    }

    /** Looks at tables on a connection of its own. */
    private static final class Analyzer implements Workers.Worker<Table> {
        private final TargetSession session;

        Analyzer(PersistenceConfig config) {
            session = TargetSession.open(config);
        }

        @Override
        public void work(Table table) {
            session.execute("ANALYZE " + Names.quoted(table.name()));
        }

        @Override
        public void close() {
            session.close();
        }
    }

    /**
     * Something that is aside.
     *
     * @param number its number
     * @param kind key, index or foreign key
     * @param table its table
     * @param name its name
     * @param definition statement that makes it
     */
    public record Deferred(int number, String kind, String table, String name, String definition) {
        boolean isForeignKey() {
            return kind.equals(FOREIGN_KEY);
        }

        boolean isIndex() {
            return kind.equals(INDEX);
        }
    }

    /** Builds on a connection of its own. */
    private static final class Builder implements Workers.Worker<Deferred> {
        private final TargetSession session;
        private final ProgressBoard board;

        Builder(PersistenceConfig config, ProgressBoard board) {
            this.session = TargetSession.open(config);
            this.board = board;
            RunStore.join(session);
            session.execute("SET maintenance_work_mem = '128MB'", "SET max_parallel_maintenance_workers = 0");
        }

        @Override
        public void work(Deferred each) {
            session.inTransaction(() -> {
                session.execute(each.definition());
                session.update("DELETE FROM " + STORE + " WHERE number = ?", each.number());
            });
            board.add(each.table(), 1, 0);
        }

        @Override
        public void close() {
            session.close();
        }
    }
}
