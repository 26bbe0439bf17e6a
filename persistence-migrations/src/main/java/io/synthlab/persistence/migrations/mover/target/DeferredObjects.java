package io.synthlab.persistence.migrations.mover.target;

import io.synthlab.persistence.migrations.catalog.SchemaCatalog;
import io.synthlab.persistence.migrations.catalog.Table;
import io.synthlab.persistence.migrations.mover.work.ProgressBoard;
import io.synthlab.persistence.migrations.mover.work.Workers;
import io.synthlab.persistence.migrations.query.Names;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Keys, foreign keys, indexes and the upkeep of the target, which are put aside during the load: built afterwards keys and
 * indexes cost a third, and autovacuum would hold up each statement that builds one for a second. The target remembers each
 * from before it goes until it is back.
 *
 * <p>A key comes back in two steps: its index is built like any other, beside those of the same table, and then declared to be
 * the key, which takes no time. Declared at once it would lock the table while it is built. With the upkeep the planner gets to
 * know what has arrived, apart from JSON columns: comparing whole documents takes most of the time, no query has a use for
 * it, and autovacuum does it later anyway.
 */
public final class DeferredObjects {
    private static final String STORE = RunStore.SCHEMA + ".deferred";

    /** Keys of other kinds than B-trees cannot be declared of an index, and stay. Tables of others may refer to ours. */
    private static final String REMEMBER = """
            INSERT INTO %s
            WITH tables AS (
                SELECT t.oid, t.relname, format('%%I.%%I', n.nspname, t.relname) AS place, t.reloptions,
                       n.nspname = current_schema() AND t.relname = ANY (?) AS is_ours
                  FROM pg_class t JOIN pg_namespace n ON n.oid = t.relnamespace
                 WHERE t.relkind IN ('r', 'p')),
            ours AS (SELECT * FROM tables WHERE is_ours),
            keys AS (
                SELECT o.*, c.conname, c.conindid, i.relname AS index_name, c.condeferrable, c.condeferred,
                       CASE c.contype WHEN 'p' THEN 'PRIMARY KEY' ELSE 'UNIQUE' END AS means
                  FROM pg_constraint c JOIN ours o ON o.oid = c.conrelid
                  JOIN pg_class i ON i.oid = c.conindid JOIN pg_am m ON m.oid = i.relam
                 WHERE c.contype IN ('p', 'u') AND m.amname = 'btree'),
            aside AS (
                SELECT 'INDEX' AS kind, o.relname, place, i.relname AS name, pg_get_indexdef(x.indexrelid) AS definition
                  FROM pg_index x JOIN ours o ON o.oid = x.indrelid JOIN pg_class i ON i.oid = x.indexrelid
                 WHERE x.indexrelid IN (SELECT conindid FROM keys)
                    OR NOT EXISTS (SELECT 1 FROM pg_constraint k
                                    WHERE k.conindid = x.indexrelid AND k.contype IN ('p', 'u', 'x'))
                UNION ALL
                SELECT 'KEY', relname, place, conname,
                       format('ALTER TABLE %%s ADD CONSTRAINT %%I %%s USING INDEX %%I%%s%%s',
                              place, conname, means, index_name,
                              CASE WHEN condeferrable THEN ' DEFERRABLE' END,
                              CASE WHEN condeferred THEN ' INITIALLY DEFERRED' END)
                  FROM keys
                UNION ALL
                SELECT 'FOREIGN_KEY',
                       CASE WHEN is_ours THEN relname ELSE (SELECT o.relname FROM ours o WHERE o.oid = c.confrelid) END,
                       place, conname,
                       format('ALTER TABLE %%s ADD CONSTRAINT %%I %%s', place, conname, pg_get_constraintdef(c.oid))
                  FROM pg_constraint c JOIN tables t ON t.oid = c.conrelid
                 WHERE c.contype = 'f' AND c.conparentid = 0
                   AND (is_ours OR c.confrelid IN (SELECT oid FROM ours))
                UNION ALL
                SELECT 'UPKEEP', relname, place, 'autovacuum',
                       (SELECT format('ANALYZE %%s (%%s)', place,
                                      string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum))
                          FROM pg_attribute a
                         WHERE a.attrelid = o.oid AND a.attnum > 0 AND NOT a.attisdropped
                           AND a.atttypid NOT IN ('json'::regtype, 'jsonb'::regtype))
                       || coalesce(
                           (SELECT format('; ALTER TABLE %%s SET (autovacuum_enabled = %%L)', place, s.option_value)
                              FROM pg_options_to_table(reloptions) s WHERE s.option_name = 'autovacuum_enabled'),
                           format('; ALTER TABLE %%s RESET (autovacuum_enabled)', place))
                  FROM ours o
                 WHERE NOT EXISTS (SELECT 1 FROM %1$s d WHERE d.kind = 'UPKEEP' AND d.place = o.place))
            SELECT coalesce((SELECT max(number) FROM %1$s), 0) + row_number() OVER (ORDER BY kind, place, name),
                   kind, relname, place, name, definition
              FROM aside
            """.formatted(STORE);

    /** What is put aside, in the order in which it comes back. */
    private enum Kind {
        INDEX,
        KEY,
        FOREIGN_KEY,
        UPKEEP
    }

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
        session.update(REMEMBER, (Object) tables);
        list().stream()
                .sorted(Comparator.comparing(Deferred::kind).reversed())
                .forEach(each -> session.execute(each.drop()));
    }

    /** Lists what is aside. */
    private List<Deferred> list() {
        return session.list(
                "SELECT number, kind, table_name, place, name, definition FROM " + STORE + " ORDER BY number",
                row -> new Deferred(
                        row.getInt(1),
                        Kind.valueOf(row.getString(2)),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6)));
    }

    /** Counts what is aside, by table. */
    public Map<String, Long> counts() {
        Map<String, Long> counts = new LinkedHashMap<>();
        list().forEach(each -> counts.merge(each.table(), 1L, Long::sum));
        return counts;
    }

    /**
     * Brings everything back.
     *
     * @param sessions connections to build on
     * @param workers who builds
     * @param board hears of each that is back
     */
    public void bringBack(WorkerSessions sessions, Workers workers, ProgressBoard board) {
        Map<Kind, List<Deferred>> aside = largestFirst();
        for (Kind kind : Kind.values()) {
            workers.run(aside.getOrDefault(kind, List.of()), sessions.worker((session, each) -> {
                bringBack(session, each);
                board.add(each.table(), 1, 0);
            }));
        }
    }

    private static void bringBack(TargetSession session, Deferred each) {
        session.inTransaction(() -> {
            session.execute(each.definition());
            session.update("DELETE FROM " + STORE + " WHERE number = ?", each.number());
        });
    }

    /** Lists what is aside, so that nobody is left alone with a large table at the end. */
    private Map<Kind, List<Deferred>> largestFirst() {
        Map<String, Long> sizes = new HashMap<>();
        list().forEach(each -> sizes.computeIfAbsent(
                each.place(),
                place -> session.list("SELECT pg_table_size(?::regclass)", row -> row.getLong(1), place)
                        .get(0)));
        return list().stream()
                .sorted(Comparator.comparing((Deferred each) -> sizes.get(each.place()), Comparator.reverseOrder()))
                .collect(Collectors.groupingBy(Deferred::kind));
    }

    /**
     * Something that is aside.
     *
     * @param number its number
     * @param kind what it is
     * @param table the one of the 19 tables that it belongs to, or refers to
     * @param place its table as statements name it
     * @param name its name
     * @param definition statement that makes it
     */
    private record Deferred(int number, Kind kind, String table, String place, String name, String definition) {
        /** Returns the statement that puts it aside; the index of a key goes with the key. */
        String drop() {
            return switch (kind) {
                case INDEX -> "DROP INDEX IF EXISTS " + Names.quoted(name);
                case KEY, FOREIGN_KEY -> "ALTER TABLE " + place + " DROP CONSTRAINT IF EXISTS " + Names.quoted(name);
                case UPKEEP -> "ALTER TABLE " + place + " SET (autovacuum_enabled = off)";
            };
        }
    }
}
