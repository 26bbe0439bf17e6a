package io.synthlab.persistence.migrations.mover.target;

import io.synthlab.persistence.migrations.mover.report.SurplusReport;
import io.synthlab.persistence.migrations.mover.source.RawCursor;
import io.synthlab.persistence.migrations.mover.source.SourceDatabase;
import io.synthlab.persistence.migrations.mover.source.SurplusTable;
import io.synthlab.persistence.migrations.mover.target.SurplusColumn.Kind;
import io.synthlab.persistence.migrations.query.Names;
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
     * A surplus table after a look at all of its values.
     *
     * @param table which table
     * @param kinds how each column is kept
     * @param report what there is to tell
     */
    public record Look(SurplusTable table, List<Kind> kinds, SurplusReport report) {}

    /**
     * Finds out which type holds every value of each column.
     *
     * @param source state of the source
     * @param table which table
     * @return what was seen
     */
    public static Look look(SourceDatabase source, SurplusTable table) {
        List<SurplusColumn> columns = new ArrayList<>();
        table.allColumns().forEach(name -> columns.add(new SurplusColumn()));
        long rows = 0;
        long bytes = 0;
        try (RawCursor cursor = source.rows(table)) {
            while (cursor.next()) {
                rows++;
                for (int at = 0; at < columns.size(); at++) {
                    columns.get(at).see(cursor.value(at));
                    bytes += cursor.value(at).size();
                }
            }
        }
        List<Kind> kinds = columns.stream().map(SurplusColumn::kind).toList();
        List<String> literals = IntStream.range(0, kinds.size())
                .filter(at -> kinds.get(at) == Kind.LITERAL)
                .mapToObj(table.allColumns()::get)
                .toList();
        List<String> surplus = table.isColumns() ? table.columns() : List.of();
        return new Look(table, kinds, new SurplusReport(table.name(), surplus, rows, bytes, literals));
    }

    /**
     * Writes a surplus table in one transaction, unless it has arrived.
     *
     * @param look what was seen of it
     */
    public void write(Look look) {
        SurplusTable table = look.table();
        if (new RunStore(session).hasArrived(MARK + table.name())) {
            return;
        }
        session.inTransaction(() -> {
            String name = SCHEMA + "." + Names.quoted(table.name());
            session.execute("CREATE SCHEMA IF NOT EXISTS " + SCHEMA, "DROP TABLE IF EXISTS " + name);
            session.execute("CREATE TABLE " + name + " (" + SurplusTable.ROWID + " bigint NOT NULL, "
                    + definitions(table.allColumns(), look.kinds()) + ")");
            look.report().literals().forEach(column -> comment(name, column));
            long rows = insert(name, table, look.kinds());
            RunStore.arrived(session, MARK + table.name(), 0, 0, rows, 0, 0);
        });
    }

    private static String definitions(List<String> columns, List<Kind> kinds) {
        return IntStream.range(0, columns.size())
                .mapToObj(at ->
                        Names.quoted(columns.get(at)) + " " + kinds.get(at).type())
                .collect(Collectors.joining(", "));
    }

    private void comment(String table, String column) {
        session.execute("COMMENT ON COLUMN " + table + "." + Names.quoted(column)
                + " IS 'literals of SQLite: values of several kinds, or texts that PostgreSQL cannot store'");
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
     * @param look what was seen of it
     * @return how many rows are missing, surplus or different; all of them if there is no such table
     */
    public long differences(Look look) {
        SurplusTable table = look.table();
        List<Kind> kinds = look.kinds();
        String name = SCHEMA + "." + Names.quoted(table.name());
        if (!session.hasTable(name)) {
            return look.report().rows();
        }
        long[] differences = new long[1];
        session.inTransaction(() -> {
            try (Statement statement = session.jdbc().createStatement();
                    RawCursor cursor = source.rows(table)) {
                statement.setFetchSize(FETCHED);
                ResultSet row = statement.executeQuery("SELECT " + SurplusTable.ROWID + ", "
                        + table.allColumns().stream().map(Names::quoted).collect(Collectors.joining(", "))
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
}
