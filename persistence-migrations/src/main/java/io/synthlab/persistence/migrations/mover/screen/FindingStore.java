package io.synthlab.persistence.migrations.mover.screen;

import io.synthlab.persistence.DatabaseKind;
import io.synthlab.persistence.error.DatabaseException;
import io.synthlab.persistence.internal.error.ErrorTranslator;
import io.synthlab.persistence.migrations.catalog.SchemaCatalog;
import io.synthlab.persistence.migrations.catalog.Table;
import io.synthlab.persistence.migrations.mover.report.Adjustment;
import io.synthlab.persistence.migrations.mover.report.AdjustmentCount;
import io.synthlab.persistence.migrations.mover.report.Rule;
import io.synthlab.persistence.migrations.mover.report.RuleCount;
import io.synthlab.persistence.migrations.mover.screen.RecordedRow.Place;
import io.synthlab.persistence.migrations.mover.screen.RecordedRow.Reason;
import io.synthlab.persistence.migrations.mover.source.SourceFile;
import io.synthlab.persistence.migrations.query.Rows;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Everything that was found out about rows of the source, in a SQLite file beside it: there may be millions of them. Tables
 * are numbered as the catalogue orders them. Safe for use by several threads.
 */
public final class FindingStore implements AutoCloseable {
    private static final List<Table> TABLES = SchemaCatalog.tables();
    private static final List<String> DEFINITIONS = List.of(
            "PRAGMA synchronous = OFF",
            "CREATE TABLE IF NOT EXISTS synthlab_finding (number INTEGER PRIMARY KEY, t INTEGER, rid INTEGER, col TEXT,"
                    + " rule TEXT, parent_t INTEGER, parent_rid INTEGER)",
            "CREATE TABLE IF NOT EXISTS synthlab_quarantined (t INTEGER, rid INTEGER, PRIMARY KEY (t, rid))"
                    + " WITHOUT ROWID",
            "CREATE TABLE IF NOT EXISTS synthlab_adjusted (t INTEGER, rid INTEGER, col TEXT, action TEXT,"
                    + " PRIMARY KEY (t, rid, col)) WITHOUT ROWID",
            "CREATE TABLE IF NOT EXISTS synthlab_complete (done INTEGER)");

    private final Connection connection;

    private FindingStore(Connection connection) {
        this.connection = connection;
    }

    /**
     * Opens the store of a state, or makes it.
     *
     * @param file the state
     * @param findings where the store is
     * @return the store, which the caller closes
     */
    public static FindingStore open(SourceFile file, Path findings) {
        try {
            FindingStore store = new FindingStore(file.connectBeside(findings));
            for (String sql : DEFINITIONS) {
                store.execute(sql);
            }
            store.connection.setAutoCommit(false);
            return store;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** Returns the number of a table. */
    public static int number(Table table) {
        return TABLES.indexOf(table);
    }

    /** Returns whether everything was looked at before this store was opened, or since. */
    public boolean isComplete() {
        return count("SELECT count(*) FROM synthlab_complete") > 0;
    }

    /** Forgets what a look that was cut off has left. */
    void clear() {
        for (String table : List.of("finding", "quarantined", "adjusted", "complete")) {
            execute("DELETE FROM synthlab_" + table);
        }
    }

    /** Makes everything last. */
    public void complete() {
        execute("DELETE FROM synthlab_adjusted WHERE (t, rid) IN (SELECT t, rid FROM synthlab_quarantined)");
        execute("CREATE INDEX IF NOT EXISTS synthlab_finding_row ON synthlab_finding (t, rid)");
        execute("INSERT INTO synthlab_complete VALUES (1)");
        try {
            connection.commit();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /**
     * Takes note of why a row does not arrive.
     *
     * @param table table of the row
     * @param rowid its row number
     * @param reason why
     */
    public synchronized void add(Table table, long rowid, Reason reason) {
        Place parent = reason.parent();
        execute(
                "INSERT INTO synthlab_finding (t, rid, col, rule, parent_t, parent_rid) VALUES (?, ?, ?, ?, ?, ?)",
                number(table),
                rowid,
                reason.column(),
                Objects.requireNonNull(reason.rule()).name(),
                parent == null ? null : number(parent.table()),
                parent == null ? null : parent.rowid());
        execute("INSERT OR IGNORE INTO synthlab_quarantined VALUES (?, ?)", number(table), rowid);
    }

    /**
     * Takes note of a value that is changed so that its row can arrive.
     *
     * @param table table of the row
     * @param rowid its row number
     * @param column the column
     * @param adjustment what is changed
     */
    public synchronized void adjust(Table table, long rowid, String column, Adjustment adjustment) {
        execute(
                "INSERT OR IGNORE INTO synthlab_adjusted VALUES (?, ?, ?, ?)",
                number(table),
                rowid,
                column,
                adjustment.name());
    }

    /** Sends rows of new findings to quarantine, and returns how many went. */
    int quarantineFound(Table table) {
        return execute("INSERT OR IGNORE INTO synthlab_quarantined SELECT t, rid FROM synthlab_finding WHERE t = "
                + number(table));
    }

    /** Returns the number of a table if some of its rows go to quarantine, else {@code null}. */
    public synchronized @Nullable Integer quarantine(Table table) {
        return quarantined(table) == 0 ? null : number(table);
    }

    /** Returns how many rows of a table go to quarantine. */
    public synchronized long quarantined(Table table) {
        return count("SELECT count(*) FROM synthlab_quarantined WHERE t = " + number(table));
    }

    /** Returns how many rows go to quarantine. */
    public synchronized long quarantined() {
        return count("SELECT count(*) FROM synthlab_quarantined");
    }

    /** Returns how many rows of a stretch go to quarantine. */
    public synchronized long quarantined(Table table, long first, long last) {
        return count("SELECT count(*) FROM synthlab_quarantined WHERE t = " + number(table) + " AND rid BETWEEN "
                + first + " AND " + last);
    }

    /** Returns how many values of a table are to be changed. */
    synchronized long adjustedRows(Table table) {
        return count("SELECT count(*) FROM synthlab_adjusted WHERE t = " + number(table));
    }

    /** Returns what is to be changed in rows of a stretch of a table, by row number. */
    public synchronized Map<Long, List<AdjustedCell>> adjusted(Table table, long first, long last) {
        Map<Long, List<AdjustedCell>> adjusted = new HashMap<>();
        String sql = "SELECT rid, col, action FROM synthlab_adjusted WHERE t = " + number(table) + " AND rid BETWEEN "
                + first + " AND " + last;
        list(
                sql,
                row -> adjusted.computeIfAbsent(row.getLong(1), rowid -> new ArrayList<>())
                        .add(AdjustedCell.of(table, row.getString(2), Adjustment.valueOf(row.getString(3)))));
        return adjusted;
    }

    /**
     * Returns which rows of a table are to be recorded beside the target: those in quarantine and those that were changed.
     *
     * @param table the table
     * @param after row number before the first
     * @param limit how many at most
     * @return row numbers in order
     */
    List<Long> recorded(Table table, long after, int limit) {
        String rows = " WHERE t = " + number(table) + " AND rid > " + after;
        return list(
                "SELECT rid FROM (SELECT rid FROM synthlab_quarantined" + rows
                        + " UNION SELECT rid FROM synthlab_adjusted" + rows + ") ORDER BY rid LIMIT " + limit,
                row -> row.getLong(1));
    }

    /** Returns why a row does not arrive, in the order in which it was found. */
    List<Reason> reasons(Table table, long rowid) {
        return list(
                "SELECT col, rule, parent_t, parent_rid FROM synthlab_finding WHERE t = " + number(table)
                        + " AND rid = " + rowid + " ORDER BY number",
                row -> {
                    int parent = row.getInt(3);
                    Place place = row.wasNull() ? null : new Place(TABLES.get(parent), row.getLong(4));
                    return new Reason(row.getString(1), Rule.valueOf(row.getString(2)), place);
                });
    }

    /** Adds up findings by table, column and rule; a row may count for several. */
    public List<RuleCount> counts() {
        return list(
                "SELECT t, coalesce(col, ''), rule, count(DISTINCT rid) FROM synthlab_finding"
                        + " GROUP BY 1, 2, 3 ORDER BY 1, 2, 3",
                row -> new RuleCount(
                        TABLES.get(row.getInt(1)).name(),
                        row.getString(2),
                        Rule.valueOf(row.getString(3)),
                        row.getLong(4)));
    }

    /** Adds up changes by table, column and kind. */
    public List<AdjustmentCount> adjustments() {
        return list(
                "SELECT t, col, action, count(*) FROM synthlab_adjusted GROUP BY 1, 2, 3 ORDER BY 1, 2, 3",
                row -> new AdjustmentCount(
                        TABLES.get(row.getInt(1)).name(),
                        row.getString(2),
                        Adjustment.valueOf(row.getString(3)),
                        row.getLong(4)));
    }

    /** Returns the first row numbers of a kind of finding. */
    public List<Long> samples(RuleCount count, int limit) {
        return list(
                "SELECT DISTINCT rid FROM synthlab_finding WHERE t = "
                        + TABLES.indexOf(SchemaCatalog.table(count.table()))
                        + " AND coalesce(col, '') = '" + count.column() + "' AND rule = '" + count.rule()
                        + "' ORDER BY rid LIMIT " + limit,
                row -> row.getLong(1));
    }

    /** Reads rows of a query over the store and the source. */
    synchronized <T> List<T> list(String sql, Rows.Reader<T> reader) {
        try {
            return Rows.list(connection, sql, reader);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    synchronized int execute(String sql, @Nullable Object... parameters) {
        try (PreparedStatement statement = Rows.prepare(connection, sql, parameters)) {
            statement.execute();
            return statement.getUpdateCount();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private long count(String sql) {
        return list(sql, row -> row.getLong(1)).get(0);
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static DatabaseException failed(SQLException e) {
        return ErrorTranslator.translate(e, DatabaseKind.SQLITE, null, null);
    }
}
