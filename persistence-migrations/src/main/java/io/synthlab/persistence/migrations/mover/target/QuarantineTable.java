package io.synthlab.persistence.migrations.mover.target;

import io.synthlab.persistence.JsonValue;
import io.synthlab.persistence.migrations.catalog.SchemaCatalog;
import io.synthlab.persistence.migrations.catalog.Table;
import io.synthlab.persistence.migrations.mover.report.Adjustment;
import io.synthlab.persistence.migrations.mover.report.Rule;
import io.synthlab.persistence.migrations.mover.screen.FindingStore;
import io.synthlab.persistence.migrations.mover.screen.RecordedRow;
import io.synthlab.persistence.migrations.mover.screen.RecordedRow.Cell;
import io.synthlab.persistence.migrations.mover.screen.RecordedRow.Place;
import io.synthlab.persistence.migrations.mover.screen.RecordedRow.Reason;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The table of rows that cannot arrive, or were changed to arrive, in a schema of its own. */
public final class QuarantineTable {
    /** Its schema. */
    public static final String SCHEMA = "synthlab_quarantine";
    /** Its name. */
    public static final String TABLE = SCHEMA + ".quarantined_row";

    private static final int BATCH = 500;
    private static final String INSERT = "INSERT INTO " + TABLE + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb)";

    private final TargetSession session;

    /**
     * Creates it.
     *
     * @param session connection of the run
     */
    public QuarantineTable(TargetSession session) {
        this.session = session;
    }

    /**
     * Writes it anew, in one transaction.
     *
     * @param rows what to write
     */
    public void write(Stream<RecordedRow> rows) {
        session.inTransaction(() -> {
            session.execute(
                    "CREATE SCHEMA IF NOT EXISTS " + SCHEMA,
                    "DROP TABLE IF EXISTS " + TABLE,
                    "CREATE TABLE " + TABLE
                            + " (number bigint PRIMARY KEY, disposition text NOT NULL, table_name text NOT"
                            + " NULL, source_rowid bigint NOT NULL, key text NOT NULL, column_name text, rule text, reason"
                            + " text NOT NULL, storage_class text, bytes text, entry jsonb NOT NULL)",
                    "COMMENT ON TABLE " + TABLE
                            + " IS 'Rows of the source that could not arrive, whole; entry holds every"
                            + " value with its storage class and its bytes in hex'");
            insert(rows);
        });
    }

    private void insert(Stream<RecordedRow> rows) throws SQLException {
        long number = 0;
        try (PreparedStatement insert = session.jdbc().prepareStatement(INSERT)) {
            for (Iterator<RecordedRow> each = rows.iterator(); each.hasNext(); ) {
                bind(insert, ++number, each.next());
                insert.addBatch();
                if (number % BATCH == 0) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
        }
    }

    private static void bind(PreparedStatement insert, long number, RecordedRow row) throws SQLException {
        Cell cell = row.cell();
        insert.setLong(1, number);
        insert.setString(2, row.disposition());
        insert.setString(3, row.table().name());
        insert.setLong(4, row.rowid());
        insert.setString(5, row.key());
        insert.setString(6, row.first().column());
        insert.setString(
                7, row.first().rule() == null ? null : row.first().rule().name());
        insert.setString(8, row.first().text());
        insert.setString(9, cell == null ? null : cell.storageClass());
        insert.setString(10, cell == null ? null : cell.hex());
        insert.setString(11, row.json());
    }

    /**
     * Counts rows that could not arrive.
     *
     * @param table their table
     * @return how many
     */
    public long count(String table) {
        return session.hasTable(TABLE)
                ? session.list(
                                "SELECT count(*) FROM " + TABLE
                                        + " WHERE table_name = ? AND disposition = 'quarantined'",
                                row -> row.getLong(1),
                                table)
                        .get(0)
                : 0;
    }

    /**
     * Takes over what it says, so that rows can be compared by it.
     *
     * @param store where to
     */
    public void restore(FindingStore store) {
        if (session.hasTable(TABLE)) {
            session.inTransaction(() -> {
                try (Statement statement = session.jdbc().createStatement()) {
                    statement.setFetchSize(BATCH);
                    ResultSet row = statement.executeQuery(
                            "SELECT disposition, table_name, source_rowid, column_name, entry->>'findings' FROM "
                                    + TABLE + " ORDER BY number");
                    while (row.next()) {
                        restore(store, row);
                    }
                }
            });
        }
        store.complete();
    }

    private static void restore(FindingStore store, ResultSet row) throws SQLException {
        Table table = SchemaCatalog.table(row.getString(2));
        if (!row.getString(1).equals("quarantined")) {
            Adjustment adjustment = Adjustment.valueOf(row.getString(1).toUpperCase(Locale.ROOT));
            store.adjust(table, row.getLong(3), row.getString(4), adjustment);
            return;
        }
        for (JsonValue finding : JsonValue.parse(row.getString(5)).items()) {
            store.add(
                    table,
                    row.getLong(3),
                    new Reason(
                            text(finding, "column"),
                            Rule.find(text(finding, "rule")),
                            parent(finding.get("depends_on"))));
        }
    }

    private static @Nullable Place parent(Optional<JsonValue> place) {
        return place.filter(found -> !found.isNull())
                .map(found -> new Place(
                        SchemaCatalog.table(String.valueOf(text(found, "table"))),
                        found.get("rowid")
                                .flatMap(JsonValue::asNumber)
                                .orElseThrow()
                                .longValueExact()))
                .orElse(null);
    }

    private static @Nullable String text(JsonValue object, String member) {
        return object.get(member).flatMap(JsonValue::asText).orElse(null);
    }

    /**
     * Compares it with what it should hold.
     *
     * @param rows what it should hold, in order
     * @param first takes the first differences in words
     * @param limit how many of them
     * @return how many entries are missing, surplus or different
     */
    public long differences(Stream<RecordedRow> rows, List<String> first, int limit) {
        QuarantineComparison comparison = new QuarantineComparison(first, limit);
        session.inTransaction(() -> {
            try (Statement statement = session.jdbc().createStatement()) {
                statement.setFetchSize(BATCH);
                comparison.compare(rows.iterator(), statement.executeQuery(entries()));
            }
        });
        return comparison.differences();
    }

    /** Returns the query of all entries; where there is no table, there are none. */
    private String entries() {
        return session.hasTable(TABLE)
                ? "SELECT table_name, source_rowid, disposition, entry FROM " + TABLE + " ORDER BY number"
                : "SELECT '', 0, '', '' WHERE false";
    }
}
