package io.synthlab.persistence.migrations.mover.target;

import io.synthlab.persistence.migrations.catalog.SchemaCatalog;
import io.synthlab.persistence.migrations.catalog.Table;
import io.synthlab.persistence.migrations.mover.json.InvalidJsonException;
import io.synthlab.persistence.migrations.mover.json.JsonCanonicalizer;
import io.synthlab.persistence.migrations.mover.screen.RecordedRow;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/** Compares the entries of the quarantine with what they should be; both come by table in load order and row number. */
final class QuarantineComparison {
    private final JsonCanonicalizer canonicalizer = JsonCanonicalizer.likePostgresql();
    private final List<String> first;
    private final int limit;

    private long differences;
    private boolean hasEntry;

    /**
     * Creates one.
     *
     * @param first takes the first differences in words
     * @param limit how many of them
     */
    QuarantineComparison(List<String> first, int limit) {
        this.first = first;
        this.limit = limit;
    }

    /** Returns how many entries are missing, surplus or different. */
    long differences() {
        return differences;
    }

    /**
     * Compares.
     *
     * @param rows what there should be
     * @param entries what there is: table, row number, disposition, entry
     */
    void compare(Iterator<RecordedRow> rows, ResultSet entries) throws SQLException {
        hasEntry = entries.next();
        while (rows.hasNext()) {
            RecordedRow row = rows.next();
            while (hasEntry && order(entries, row) < 0) {
                surplus(entries);
            }
            if (!hasEntry || order(entries, row) > 0) {
                note(words(row) + ", but not recorded in the target");
                continue;
            }
            if (!isEqual(entries, row)) {
                note(words(row) + ", but not recorded so in the target");
            }
            hasEntry = entries.next();
        }
        while (hasEntry) {
            surplus(entries);
        }
    }

    private void surplus(ResultSet entries) throws SQLException {
        note(entries.getString(1) + " (rowid " + entries.getLong(2) + "): " + entries.getString(3)
                + " in the target, but the source has no such row");
        hasEntry = entries.next();
    }

    private void note(String words) {
        if (differences++ < limit) {
            first.add(words);
        }
    }

    private static String words(RecordedRow row) {
        return row.table().name() + "[" + row.key() + "] (rowid " + row.rowid() + "): " + row.disposition() + " by "
                + row.first().text();
    }

    /** Returns whether the entry comes before a row (negative), is of it (0) or comes after it. */
    private static int order(ResultSet entry, RecordedRow row) throws SQLException {
        String table = entry.getString(1);
        return table.equals(row.table().name())
                ? Long.compare(entry.getLong(2), row.rowid())
                : Integer.compare(position(SchemaCatalog.table(table)), position(row.table()));
    }

    private static int position(Table table) {
        return SchemaCatalog.tables().indexOf(table);
    }

    private boolean isEqual(ResultSet entry, RecordedRow row) throws SQLException {
        try {
            return entry.getString(3).equals(row.disposition())
                    && Arrays.equals(
                            entry.getString(4).getBytes(StandardCharsets.UTF_8),
                            canonicalizer.canonicalize(row.json().getBytes(StandardCharsets.UTF_8)));
        } catch (InvalidJsonException e) {
            throw new IllegalStateException("an entry of the quarantine is no JSON", e);
        }
    }
}
