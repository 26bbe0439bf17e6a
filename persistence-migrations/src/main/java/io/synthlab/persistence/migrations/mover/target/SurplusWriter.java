package io.synthlab.persistence.migrations.mover.target;

import io.synthlab.persistence.migrations.mover.report.SurplusReport;
import io.synthlab.persistence.migrations.mover.source.RawCursor;
import io.synthlab.persistence.migrations.mover.source.SourceDatabase;
import io.synthlab.persistence.migrations.mover.source.SurplusTable;
import io.synthlab.persistence.migrations.mover.target.SurplusColumn.Kind;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what the 19 tables have no place for in tables of the same names in a schema of its own: surplus columns with the key
 * of their row, surplus tables whole.
 */
public final class SurplusWriter {
    /** Their schema. */
    public static final String SCHEMA = "synthlab_surplus";
    /** Begin of the name under which the run remembers that one has arrived. */
    static final String MARK = "surplus:";

    private static final int BATCH = 500;
    private static final int FETCHED = 500;

    private final TargetSession session;
    private final SourceDatabase source;

    /**
     * Creates it.
     *
     * @param session connection of the run
     * @param source state of the source
     */
    public SurplusWriter(TargetSession session, SourceDatabase source) {
        this.session = session;
        this.source = source;
    }

    /**
     * Writes a surplus table in one transaction, unless it has arrived.
     *
     * @param table which
     */
    public void write(SurplusTable table) {
        if (new RunStore(session).hasArrived(MARK + table.name())) {
            return;
        }
        List<Kind> kinds = kinds(source, table);
        session.inTransaction(() -> {
            String name = SCHEMA + "." + quoted(table.name());
            session.execute("CREATE SCHEMA IF NOT EXISTS " + SCHEMA, "DROP TABLE IF EXISTS " + name);
            session.execute("CREATE TABLE " + name + " (" + SurplusTable.ROWID + " bigint NOT NULL, "
                    + definitions(table.allColumns(), kinds) + ")");
            comment(name, table.allColumns(), kinds);
            long rows = insert(name, table, kinds);
            RunStore.arrived(session, MARK + table.name(), 0, 0, rows, 0, 0);
        });
    }

    /**
     * Finds out which type holds every value of each column.
     *
     * @param source state of the source
     * @param table which table
     * @return a report of it
     */
    public static SurplusReport report(SourceDatabase source, SurplusTable table) {
        long[] sums = new long[2];
        List<SurplusColumn> columns = look(source, table, sums);
        List<String> literals = IntStream.range(0, columns.size())
                .filter(at -> columns.get(at).kind() == Kind.LITERAL)
                .mapToObj(table.allColumns()::get)
                .toList();
        return new SurplusReport(
                table.name(), table.isColumns() ? table.columns() : List.of(), sums[0], sums[1], literals);
    }

    private static List<Kind> kinds(SourceDatabase source, SurplusTable table) {
        return look(source, table, new long[2]).stream()
                .map(SurplusColumn::kind)
                .toList();
    }

    private static List<SurplusColumn> look(SourceDatabase source, SurplusTable table, long[] sums) {
        List<SurplusColumn> columns = new ArrayList<>();
        table.allColumns().forEach(name -> columns.add(new SurplusColumn()));
        try (RawCursor cursor = source.rows(table)) {
            while (cursor.next()) {
                sums[0]++;
                for (int at = 0; at < columns.size(); at++) {
                    columns.get(at).see(cursor.value(at));
                    sums[1] += cursor.value(at).size();
                }
            }
        }
        return columns;
    }

    private static String definitions(List<String> columns, List<Kind> kinds) {
        return IntStream.range(0, columns.size())
                .mapToObj(at -> quoted(columns.get(at)) + " " + kinds.get(at).type())
                .collect(Collectors.joining(", "));
    }

    private void comment(String table, List<String> columns, List<Kind> kinds) {
        for (int at = 0; at < columns.size(); at++) {
            if (kinds.get(at) == Kind.LITERAL) {
                session.execute("COMMENT ON COLUMN " + table + "." + quoted(columns.get(at))
                        + " IS 'literals of SQLite: values of several kinds, or texts that PostgreSQL cannot store'");
            }
        }
    }

    private long insert(String name, SurplusTable table, List<Kind> kinds) throws SQLException {
        String holes = ", ?".repeat(kinds.size());
        long rows = 0;
        try (PreparedStatement insert =
                        session.jdbc().prepareStatement("INSERT INTO " + name + " VALUES (?" + holes + ")");
                RawCursor cursor = source.rows(table)) {
            while (cursor.next()) {
                insert.setLong(1, cursor.rowid());
                for (int at = 0; at < kinds.size(); at++) {
                    insert.setObject(at + 2, SurplusColumn.stored(kinds.get(at), cursor.value(at)));
                }
                insert.addBatch();
                if (++rows % BATCH == 0) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
        }
        return rows;
    }

    /**
     * Compares a surplus table with what arrived of it.
     *
     * @param table which
     * @return how many rows are missing, surplus or different; all of them if there is no such table
     */
    public long differences(SurplusTable table) {
        String name = SCHEMA + "." + quoted(table.name());
        List<Kind> kinds = kinds(source, table);
        if (!session.holds("SELECT to_regclass(?) IS NOT NULL", name)) {
            return report(source, table).rows();
        }
        long[] differences = new long[1];
        session.inTransaction(() -> {
            try (Statement statement = session.jdbc().createStatement();
                    RawCursor cursor = source.rows(table)) {
                statement.setFetchSize(FETCHED);
                ResultSet row = statement.executeQuery("SELECT " + SurplusTable.ROWID + ", "
                        + table.allColumns().stream().map(SurplusWriter::quoted).collect(Collectors.joining(", "))
                        + " FROM " + name + " ORDER BY 1");
                differences[0] = compare(cursor, row, kinds);
            }
        });
        return differences[0];
    }

    private static long compare(RawCursor source, ResultSet target, List<Kind> kinds) throws SQLException {
        long differences = 0;
        boolean more = source.next();
        boolean moreTarget = target.next();
        while (more || moreTarget) {
            int order = !more ? 1 : !moreTarget ? -1 : Long.compare(source.rowid(), target.getLong(1));
            differences += order == 0 && isEqual(source, target, kinds) ? 0 : 1;
            more = order <= 0 ? source.next() : more;
            moreTarget = order >= 0 ? target.next() : moreTarget;
        }
        return differences;
    }

    private static boolean isEqual(RawCursor source, ResultSet target, List<Kind> kinds) throws SQLException {
        for (int at = 0; at < kinds.size(); at++) {
            Object expected = SurplusColumn.stored(kinds.get(at), source.value(at));
            Object found = found(target, at + 2, kinds.get(at));
            boolean equal = expected instanceof byte[] bytes && found instanceof byte[] others
                    ? Arrays.equals(bytes, others)
                    : Objects.equals(expected, found);
            if (!equal) {
                return false;
            }
        }
        return true;
    }

    private static @Nullable Object found(ResultSet row, int column, Kind kind) throws SQLException {
        Object value = switch (kind) {
            case TEXT, LITERAL -> row.getString(column);
            case BIGINT -> row.getLong(column);
            case DOUBLE -> row.getDouble(column);
            case BYTEA -> row.getBytes(column);
        };
        return row.wasNull() ? null : value;
    }

    private static String quoted(String name) {
        return SourceDatabase.quoted(name);
    }
}
