package io.synthlab.persistence.migrations.mover.target;

import io.synthlab.persistence.internal.schema.UnfinishedMove;
import io.synthlab.persistence.migrations.catalog.SchemaCatalog;
import io.synthlab.persistence.migrations.catalog.Table;
import io.synthlab.persistence.migrations.mover.report.CopiedTable;
import io.synthlab.persistence.migrations.mover.report.MoveRefusedException;
import io.synthlab.persistence.migrations.mover.report.Problem;
import io.synthlab.persistence.migrations.mover.report.Rule;
import io.synthlab.persistence.migrations.mover.work.Chunk;
import io.synthlab.persistence.migrations.query.Names;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** What the target remembers of a move, in a schema of its own, so that a run that is cut off can go on. */
public final class RunStore {
    /** Schema of the memory. */
    static final String SCHEMA = "synthlab_move";
    /** Key of the lock that keeps two movers apart: "synthmov" in ASCII. */
    private static final long LOCK = 0x73796e74686d6f76L;
    /** Key of the lock that each connection of a mover shares, "synthmow". */
    private static final long WORKER_LOCK = LOCK + 1;

    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final String LOCK_TIMEOUT = "30s";

    /** Row every initialisation makes (data dictionary, section 8), as long as nobody has changed it. */
    private static final String UNTOUCHED_DEFAULT_GROUP = "id = 'grp_00000001' AND name = 'Default'"
            + " AND description = 'Grupo padrão para synths sem grupo específico'";

    private static final String TABLES =
            Names.quoted(SchemaCatalog.tables().stream().map(Table::name).toList());

    private final TargetSession session;

    /**
     * Creates the store; nothing is read yet.
     *
     * @param session connection that holds the lock of the run
     */
    public RunStore(TargetSession session) {
        this.session = session;
    }

    /**
     * Keeps other movers out until the session ends, and waits for what a mover that was killed has still running.
     *
     * @throws MoveRefusedException if another mover is at work
     */
    public void lock() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!session.holds("SELECT pg_try_advisory_lock(" + LOCK + ")")) {
            if (System.nanoTime() > deadline) {
                throw new MoveRefusedException(
                        Problem.ofDatabase(Rule.TARGET, "another move to this target is running"),
                        "wait until it has ended");
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        session.execute(
                "SET lock_timeout = '" + LOCK_TIMEOUT + "'",
                "SELECT pg_advisory_lock(" + WORKER_LOCK + ")",
                "SELECT pg_advisory_unlock(" + WORKER_LOCK + ")");
    }

    /** Marks a connection as one of a mover: the next mover waits until it has ended. */
    static void join(TargetSession worker) {
        worker.execute("SELECT pg_advisory_lock_shared(" + WORKER_LOCK + ")");
    }

    /**
     * Finds the run into the current schema.
     *
     * @return the run, if there was one
     * @throws MoveRefusedException if there was one into another schema of this database
     */
    public Optional<MoveRun> find() {
        if (!session.hasTable(SCHEMA + ".run")) {
            return Optional.empty();
        }
        Optional<MoveRun> run =
                session
                        .list("SELECT * FROM " + SCHEMA + ".run WHERE target_schema = current_schema()", RunStore::run)
                        .stream()
                        .findFirst();
        if (run.isEmpty() && session.holds("SELECT EXISTS (SELECT 1 FROM " + SCHEMA + ".run)")) {
            throw new MoveRefusedException(
                    Problem.ofDatabase(Rule.TARGET, "a move into another schema of this database was made"),
                    "use a database of its own");
        }
        return run;
    }

    private static MoveRun run(ResultSet row) throws SQLException {
        Timestamp finished = row.getTimestamp("finished_at");
        return new MoveRun(
                row.getString("id"),
                finished != null,
                row.getString("source"),
                row.getString("fingerprint"),
                row.getString("options"),
                row.getLong("chunk_bytes"),
                Path.of(row.getString("place")),
                row.getTimestamp("started_at").toInstant(),
                finished == null ? null : finished.toInstant());
    }

    /**
     * Finds out early whether {@link #begin} would be refused.
     *
     * @throws MoveRefusedException if there are rows
     */
    public void requireEmpty() {
        List<Problem> problems = SchemaCatalog.tables().stream()
                .filter(table -> session.holds("SELECT EXISTS (SELECT 1 FROM " + Names.quoted(table.name())
                        + (table.name().equals("synth_groups") ? " WHERE NOT (" + UNTOUCHED_DEFAULT_GROUP + ")" : "")
                        + ")"))
                .map(table -> Problem.ofTable(table.name(), null, Rule.TARGET, "the target has rows in this table"))
                .toList();
        if (!problems.isEmpty()) {
            throw new MoveRefusedException(
                    problems, 0, "name an empty database, or remove these rows if nobody needs them", null);
        }
    }

    /**
     * Begins a run: takes an untouched default group away, which the source's replaces, and puts keys, foreign
     * keys and indexes aside. All of it in one transaction.
     *
     * @param run the run
     * @throws MoveRefusedException if there are rows
     */
    public void begin(MoveRun run) {
        session.inTransaction(() -> {
            session.execute(
                    "LOCK TABLE " + TABLES + " IN ACCESS EXCLUSIVE MODE",
                    "DELETE FROM synth_groups WHERE " + UNTOUCHED_DEFAULT_GROUP);
            requireEmpty();
            create();
            insert(run);
            new DeferredObjects(session).putAside();
        });
    }

    /**
     * Begins a run anew: what it has loaded goes, keys and indexes stay aside.
     *
     * @param run the run, under a new name
     */
    public void beginAgain(MoveRun run) {
        session.inTransaction(() -> {
            session.execute(
                    "TRUNCATE " + TABLES,
                    "DELETE FROM " + SCHEMA + ".run",
                    "DELETE FROM " + SCHEMA + ".chunk",
                    "DROP SCHEMA IF EXISTS " + QuarantineTable.SCHEMA + " CASCADE",
                    "DROP SCHEMA IF EXISTS " + SurplusWriter.SCHEMA + " CASCADE");
            insert(run);
            new DeferredObjects(session).putAside();
        });
    }

    private void create() {
        session.execute(
                "CREATE SCHEMA IF NOT EXISTS " + SCHEMA,
                "CREATE TABLE IF NOT EXISTS " + SCHEMA
                        + ".run (id text PRIMARY KEY, target_schema text NOT NULL, source"
                        + " text NOT NULL, fingerprint text NOT NULL, options text NOT NULL, chunk_bytes bigint NOT NULL, place text NOT NULL,"
                        + " started_at timestamptz NOT NULL, finished_at timestamptz)",
                "CREATE TABLE IF NOT EXISTS " + SCHEMA
                        + ".chunk (table_name text NOT NULL, first_rowid bigint NOT NULL,"
                        + " last_rowid bigint NOT NULL, row_count bigint NOT NULL, byte_count bigint NOT NULL, filled_keys"
                        + " bigint NOT NULL, PRIMARY KEY (table_name, first_rowid))",
                "CREATE TABLE IF NOT EXISTS " + UnfinishedMove.TABLE + " ()",
                "CREATE TABLE IF NOT EXISTS " + SCHEMA + ".deferred (number integer PRIMARY KEY, kind text NOT NULL,"
                        + " table_name text NOT NULL, place text NOT NULL, name text NOT NULL, definition text NOT NULL)");
    }

    private void insert(MoveRun run) {
        session.update(
                "INSERT INTO " + SCHEMA + ".run VALUES (?, current_schema(), ?, ?, ?, ?, ?, ?)",
                run.id(),
                run.source(),
                run.fingerprint(),
                run.options(),
                run.chunkBytes(),
                run.place().toString(),
                Timestamp.from(run.startedAt()));
    }

    /**
     * Lists the chunks that have arrived.
     *
     * @param chunks all chunks
     * @return those that are done
     * @throws MoveRefusedException if the run was divided otherwise
     */
    public Set<Chunk> done(List<Chunk> chunks) {
        Set<Chunk> done = new HashSet<>();
        session.list(
                "SELECT table_name, first_rowid, last_rowid FROM " + SCHEMA + ".chunk",
                row -> done.add(find(chunks, row.getString(1), row.getLong(2), row.getLong(3))));
        done.remove(null);
        return done;
    }

    private static @Nullable Chunk find(List<Chunk> chunks, String table, long first, long last) {
        if (table.startsWith(SurplusWriter.MARK)) {
            return null;
        }
        return chunks.stream()
                .filter(chunk -> chunk.table().name().equals(table) && chunk.first() == first && chunk.last() == last)
                .findFirst()
                .orElseThrow(() -> new MoveRefusedException(
                        Problem.ofDatabase(Rule.TARGET, "the run was begun by another version of this library"),
                        "begin anew with --restart"));
    }

    /** Takes note of a chunk; part of the transaction that writes its rows. */
    static void arrived(
            TargetSession worker, String table, long first, long last, long rows, long bytes, long filledKeys) {
        worker.update(
                "INSERT INTO " + SCHEMA + ".chunk VALUES (?, ?, ?, ?, ?, ?)",
                table,
                first,
                last,
                rows,
                bytes,
                filledKeys);
    }

    /** Returns whether a surplus table has arrived. */
    boolean hasArrived(String mark) {
        return session.holds("SELECT EXISTS (SELECT 1 FROM " + SCHEMA + ".chunk WHERE table_name = ?)", mark);
    }

    /** Adds up what has arrived of each of the 19 tables. */
    public List<CopiedTable> arrived() {
        Map<String, CopiedTable> sums = new HashMap<>();
        session.list(
                        "SELECT table_name, sum(row_count), sum(byte_count), sum(filled_keys) FROM " + SCHEMA
                                + ".chunk GROUP BY table_name",
                        row -> new CopiedTable(row.getString(1), row.getLong(2), row.getLong(3), row.getLong(4), 0))
                .forEach(table -> sums.put(table.table(), table));
        return SchemaCatalog.tables().stream()
                .map(table -> sums.getOrDefault(table.name(), new CopiedTable(table.name(), 0, 0, 0, 0)))
                .toList();
    }

    /**
     * Ends the run.
     *
     * @param now when
     */
    public void finish(Instant now) {
        session.inTransaction(() -> {
            session.update("UPDATE " + SCHEMA + ".run SET finished_at = ?", Timestamp.from(now));
            session.execute("DROP TABLE " + UnfinishedMove.TABLE);
        });
    }
}
