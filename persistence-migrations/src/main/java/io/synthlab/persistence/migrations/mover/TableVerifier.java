package io.synthlab.persistence.migrations.mover;

import io.synthlab.persistence.migrations.catalog.Table;
import io.synthlab.persistence.migrations.mover.report.Difference;
import io.synthlab.persistence.migrations.mover.report.Difference.Kind;
import io.synthlab.persistence.migrations.mover.report.VerifiedTable;
import io.synthlab.persistence.migrations.mover.source.KeyFill;
import io.synthlab.persistence.migrations.mover.source.SourceCursor;
import io.synthlab.persistence.migrations.mover.source.SourceRow;
import io.synthlab.persistence.migrations.mover.source.StorageClass;
import io.synthlab.persistence.migrations.mover.target.TargetCursor;
import io.synthlab.persistence.migrations.mover.target.TargetRow;
import io.synthlab.persistence.migrations.mover.work.ProgressBoard;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Merges the rows of one table from both sides by key and compares every value. Two rows are in memory at a time. */
final class TableVerifier {
    private final Table table;
    private final List<String> columns;
    private final int[] identity;
    private final ValueEquality equality;
    private final ProgressBoard.Meter meter;
    private final int limit;
    private final boolean showValues;
    private final List<Difference> first = new ArrayList<>();
    private final Map<Kind, Long> counts = new EnumMap<>(Kind.class);
    private long targetRows;

    TableVerifier(Table table, ProgressBoard.Meter meter, int limit, boolean showValues) {
        this.table = table;
        this.meter = meter;
        this.limit = limit;
        this.showValues = showValues;
        columns = table.columnNames();
        identity = KeyFill.identity(table).stream().mapToInt(columns::indexOf).toArray();
        equality = new ValueEquality(table);
    }

    /** Compares the rows of two cursors, both ordered by what identifies a row. */
    VerifiedTable verify(SourceCursor source, TargetCursor target, long quarantined) {
        boolean more = nextKeyed(source);
        boolean moreTarget = nextCounted(target);
        while (more || moreTarget) {
            int order = !more ? 1 : !moreTarget ? -1 : compareKeys(source.row(), target.row());
            if (order < 0) {
                add(source.row().key(), null, Kind.MISSING_IN_TARGET, null, null);
            } else if (order > 0) {
                add(key(target.row()), null, Kind.ADDITIONAL_IN_TARGET, null, null);
            } else {
                compareValues(source.row(), target.row());
            }
            more = order <= 0 ? nextKeyed(source) : more;
            moreTarget = order >= 0 ? nextCounted(target) : moreTarget;
        }
        return new VerifiedTable(
                table.name(),
                meter.rows(),
                quarantined,
                targetRows,
                count(Kind.MISSING_IN_TARGET),
                count(Kind.ADDITIONAL_IN_TARGET),
                count(Kind.DIFFERENT),
                first);
    }

    /** Goes to the next row whose key the target could hold; rows without one are missing there for certain. */
    private boolean nextKeyed(SourceCursor source) {
        while (source.next()) {
            meter.row(source.row().size());
            if (Arrays.stream(identity).allMatch(at -> source.row().type(at) == StorageClass.TEXT)) {
                return true;
            }
            add(source.row().key(), null, Kind.MISSING_IN_TARGET, null, null);
        }
        return false;
    }

    private boolean nextCounted(TargetCursor target) {
        boolean more = target.next();
        targetRows += more ? 1 : 0;
        return more;
    }

    private int compareKeys(SourceRow source, TargetRow target) {
        for (int at : identity) {
            int order = Arrays.compareUnsigned(source.bytes(at), target.bytes(at));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private void compareValues(SourceRow source, TargetRow target) {
        for (int at = 0; at < columns.size(); at++) {
            if (!equality.isEqual(source, target, at)) {
                add(source.key(), columns.get(at), Kind.DIFFERENT, shown(source, at), shown(target, at));
            }
        }
    }

    private void add(String key, @Nullable String column, Kind kind, @Nullable String source, @Nullable String target) {
        counts.merge(kind, 1L, Long::sum);
        if (first.size() < limit) {
            first.add(new Difference(table.name(), key, column, kind, source, target));
        }
    }

    private long count(Kind kind) {
        return counts.getOrDefault(kind, 0L);
    }

    private String key(TargetRow row) {
        return table.primaryKey().stream()
                .map(name -> name + "=" + text(row.bytes(columns.indexOf(name))))
                .collect(Collectors.joining(", "));
    }

    private @Nullable String shown(SourceRow row, int at) {
        if (!showValues) {
            return null;
        }
        return switch (row.type(at)) {
            case NULL -> "NULL";
            case INTEGER -> Long.toString(row.integer(at));
            case REAL -> Double.toString(row.real(at));
            case TEXT -> text(row.bytes(at));
            case BLOB -> "blob " + HexFormat.of().formatHex(row.bytes(at));
        };
    }

    private @Nullable String shown(TargetRow row, int at) {
        if (!showValues) {
            return null;
        }
        if (row.isNull(at)) {
            return "NULL";
        }
        return switch (table.columns().get(at).type()) {
            case INTEGER -> Integer.toString(row.integer(at));
            case REAL -> Double.toString(row.real(at));
            case TEXT, JSON -> text(row.bytes(at));
        };
    }

    private static String text(byte[] utf8) {
        return new String(utf8, StandardCharsets.UTF_8);
    }
}
