package io.synthlab.persistence.cli;

import io.synthlab.persistence.JsonValue;
import io.synthlab.persistence.migrations.mover.report.CopiedTable;
import io.synthlab.persistence.migrations.mover.report.CopyReport;
import io.synthlab.persistence.migrations.mover.report.Difference;
import io.synthlab.persistence.migrations.mover.report.MoveRefusedException;
import io.synthlab.persistence.migrations.mover.report.VerifiedTable;
import io.synthlab.persistence.migrations.mover.report.VerifyReport;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reports of the mover, for people and as JSON. */
public final class MoveReports {
    private MoveReports() {}

    /**
     * Prints what was copied.
     *
     * @param report the report
     * @param out where to
     * @param json whether as JSON
     */
    public static void print(CopyReport report, PrintWriter out, boolean json) {
        if (json) {
            out.println(json(report));
            return;
        }
        report.notes().forEach(note -> out.println("Note: " + note));
        report.tables().stream()
                .filter(table -> table.filledKeys() > 0)
                .forEach(table -> out.printf(
                        Locale.ROOT,
                        "Note: %,d rows of %s got the key they lacked.%n",
                        table.filledKeys(),
                        table.table()));
        out.printf(
                Locale.ROOT,
                "Copied %,d rows of %d tables, %.1f MB, in %.1f s: %,.0f rows/s, %.1f MB/s.%n",
                report.rows(),
                report.tables().size(),
                report.bytes() / 1e6,
                seconds(report.duration()),
                report.rows() / seconds(report.duration()),
                report.bytes() / 1e6 / seconds(report.duration()));
    }

    /**
     * Prints how both sides compare.
     *
     * @param report the report
     * @param out where to
     * @param json whether as JSON
     * @return whether they are equal
     */
    public static boolean print(VerifyReport report, PrintWriter out, boolean json) {
        if (json) {
            out.println(json(report));
            return report.isEqual();
        }
        report.notes().forEach(note -> out.println("Note: " + note));
        for (VerifiedTable table : report.tables()) {
            table.first().forEach(difference -> out.println("Different: " + difference));
            long further = table.differences() - table.first().size();
            if (further > 0) {
                out.printf(Locale.ROOT, "Different: %s, %,d more differences%n", table.table(), further);
            }
        }
        String verdict = report.isEqual()
                ? "every value is equal"
                : String.format(Locale.ROOT, "%,d DIFFERENCES", report.differences());
        out.printf(
                Locale.ROOT,
                "Compared %,d rows of %d tables in %.1f s, %,.0f rows/s: %s.%n",
                report.rows(),
                report.tables().size(),
                seconds(report.duration()),
                report.rows() / seconds(report.duration()),
                verdict);
        return report.isEqual();
    }

    /**
     * Prints why a move was refused, one line per problem. A single problem is left to the message of the error.
     *
     * @param refusal the refusal
     * @param err where to
     */
    static void print(MoveRefusedException refusal, PrintWriter err) {
        if (refusal.problems().size() + refusal.further() == 1) {
            return;
        }
        refusal.problems().forEach(problem -> err.println("Does not fit: " + problem));
        if (refusal.further() > 0) {
            err.printf(Locale.ROOT, "Does not fit: %,d more%n", refusal.further());
        }
    }

    private static double seconds(Duration duration) {
        return Math.max(1, duration.toMillis()) / 1e3;
    }

    private static JsonValue json(CopyReport report) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("rows", report.rows());
        members.put("bytes", report.bytes());
        members.put("seconds", seconds(report.duration()));
        members.put("tables", report.tables().stream().map(MoveReports::json).toList());
        members.put("notes", report.notes());
        return JsonValue.of(members);
    }

    private static JsonValue json(CopiedTable table) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("table", table.table());
        members.put("rows", table.rows());
        members.put("bytes", table.bytes());
        members.put("filled_keys", table.filledKeys());
        return JsonValue.of(members);
    }

    private static JsonValue json(VerifyReport report) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("equal", report.isEqual());
        members.put("rows", report.rows());
        members.put("differences", report.differences());
        members.put("seconds", seconds(report.duration()));
        members.put("tables", report.tables().stream().map(MoveReports::json).toList());
        members.put("notes", report.notes());
        return JsonValue.of(members);
    }

    private static JsonValue json(VerifiedTable table) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("table", table.table());
        members.put("source_rows", table.sourceRows());
        members.put("target_rows", table.targetRows());
        members.put("missing", table.missing());
        members.put("additional", table.additional());
        members.put("different", table.different());
        members.put("first", table.first().stream().map(MoveReports::json).toList());
        return JsonValue.of(members);
    }

    private static JsonValue json(Difference difference) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("key", difference.key());
        members.put("column", difference.column());
        members.put("kind", difference.kind().name().toLowerCase(Locale.ROOT));
        if (difference.source() != null || difference.target() != null) {
            members.put("source", difference.source());
            members.put("target", difference.target());
        }
        return JsonValue.of(members);
    }
}
