package io.synthlab.persistence.cli;

import io.synthlab.persistence.JsonValue;
import io.synthlab.persistence.migrations.mover.report.AdjustmentCount;
import io.synthlab.persistence.migrations.mover.report.CopiedTable;
import io.synthlab.persistence.migrations.mover.report.CopyReport;
import io.synthlab.persistence.migrations.mover.report.Difference;
import io.synthlab.persistence.migrations.mover.report.MovePlan;
import io.synthlab.persistence.migrations.mover.report.MoveRefusedException;
import io.synthlab.persistence.migrations.mover.report.PlannedReason;
import io.synthlab.persistence.migrations.mover.report.RuleCount;
import io.synthlab.persistence.migrations.mover.report.SurplusReport;
import io.synthlab.persistence.migrations.mover.report.VerifiedTable;
import io.synthlab.persistence.migrations.mover.report.VerifyReport;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reports of the mover, for people and as JSON. */
public final class MoveReports {
    private static final int REPORT_VERSION = 1;
    private static final double MEGA = 1e6;

    private MoveReports() {}

    /**
     * Prints what a copy would do.
     *
     * @param plan the plan
     * @param out where to
     * @param json whether as JSON
     */
    public static void print(MovePlan plan, PrintWriter out, boolean json) {
        if (json) {
            out.println(json(plan));
            return;
        }
        out.printf(Locale.ROOT, "Source: %s, %.1f MB%n", plan.recognised(), plan.sourceBytes() / MEGA);
        out.println("Options: " + plan.options());
        out.printf(Locale.ROOT, "  %-24s %14s %14s %10s%n", "table", "rows to move", "quarantine", "MB");
        plan.tables().stream()
                .filter(table -> table.rows() + table.quarantined() > 0)
                .forEach(table -> out.printf(
                        Locale.ROOT,
                        "  %-24s %,14d %,14d %,10.1f%n",
                        table.table(),
                        table.rows(),
                        table.quarantined(),
                        table.bytes() / MEGA));
        for (PlannedReason reason : plan.reasons()) {
            print(reason.count(), "would go to quarantine", out);
            out.println("    for example " + String.join("; ", reason.samples()));
            out.println("    to do: " + reason.remedy());
        }
        print(plan.adjustments(), "would be", out);
        print(plan.surplus(), out);
        plan.notes().forEach(note -> out.println("Note: " + note));
        out.printf(
                Locale.ROOT,
                "Room: %.1f MB for the private copy, about %.1f MB in the target.%n",
                plan.sourceBytes() / MEGA,
                plan.targetBytes() / MEGA);
        out.printf(
                Locale.ROOT,
                "Would move %,d rows and put %,d into quarantine; looked for %.1f s, wrote nothing.%n",
                plan.rows(),
                plan.quarantined(),
                seconds(plan.duration()));
    }

    private static void print(RuleCount count, String verb, PrintWriter out) {
        String column = count.column().isEmpty() ? "" : "." + count.column();
        out.printf(
                Locale.ROOT,
                "Quarantine: %,d %s of %s%s %s: %s [%s]%n",
                count.rows(),
                count.rows() == 1 ? "row" : "rows",
                count.table(),
                column,
                verb,
                count.rule().description(),
                count.rule());
    }

    private static void print(List<AdjustmentCount> adjustments, String verb, PrintWriter out) {
        adjustments.forEach(each -> out.printf(
                Locale.ROOT,
                "Changed: %,d values of %s.%s %s changed (%s), the original bytes recorded%n",
                each.values(),
                each.table(),
                each.column(),
                verb,
                Words.word(each.adjustment()).replace('-', ' ')));
    }

    private static void print(List<SurplusReport> surplus, PrintWriter out) {
        surplus.forEach(each -> out.printf(
                Locale.ROOT,
                "Beside: %s, %,d rows, to synthlab_surplus%s%n",
                each.what(),
                each.rows(),
                each.literals().isEmpty() ? "" : "; as literals of SQLite: " + String.join(", ", each.literals())));
    }

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
        if (report.outcome() == CopyReport.Outcome.NOTHING_TO_DO) {
            out.printf(
                    Locale.ROOT,
                    "Nothing to do: %s. %,d rows, %,d in quarantine.%n",
                    report.recognised(),
                    report.rows(),
                    report.quarantined());
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
        report.counts().forEach(count -> print(count, "went to quarantine", out));
        print(report.adjustments(), "were", out);
        print(report.surplus(), out);
        report.quarantineFile().ifPresent(file -> out.println("Quarantine: written to " + file));
        out.println("Options: " + report.options());
        out.printf(
                Locale.ROOT,
                "Copied %,d rows of %d tables, %.1f MB, in %.1f s: %,.0f rows/s, %.1f MB/s%s.%n",
                report.rows(),
                report.tables().size(),
                report.bytes() / MEGA,
                seconds(report.duration()),
                report.rows() / seconds(report.duration()),
                report.bytes() / MEGA / seconds(report.duration()),
                quarantine(report.quarantined()));
    }

    private static String quarantine(long rows) {
        return rows == 0 ? "" : String.format(Locale.ROOT, "; %,d ROWS IN QUARANTINE", rows);
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
        report.quarantine().forEach(difference -> out.println("Different: quarantine, " + difference));
        if (report.surplusDifferences() > 0) {
            out.printf(Locale.ROOT, "Different: %,d rows beside the tables%n", report.surplusDifferences());
        }
        String verdict = report.isEqual()
                ? "every value is equal"
                : String.format(Locale.ROOT, "%,d DIFFERENCES", report.differences());
        out.printf(
                Locale.ROOT,
                "Compared %,d rows of %d tables in %.1f s, %,.0f rows/s: %s%s.%n",
                report.rows(),
                report.tables().size(),
                seconds(report.duration()),
                report.rows() / seconds(report.duration()),
                verdict,
                quarantine(report.quarantined()));
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
        refusal.problems().forEach(problem -> err.println("Stands in the way: " + problem));
        if (refusal.further() > 0) {
            err.printf(Locale.ROOT, "Stands in the way: %,d more%n", refusal.further());
        }
    }

    private static double seconds(Duration duration) {
        return Math.max(1, duration.toMillis()) / 1e3;
    }

    /** Begins a report; its version changes when a member goes or changes its meaning. */
    private static Map<String, @Nullable Object> head(String command, Duration duration, String recognised) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("report_version", REPORT_VERSION);
        members.put("command", command);
        members.put("source", recognised);
        members.put("seconds", seconds(duration));
        return members;
    }

    /**
     * Returns a plan as JSON.
     *
     * @param plan the plan
     * @return the object
     */
    static JsonValue json(MovePlan plan) {
        Map<String, @Nullable Object> members = head("plan", plan.duration(), plan.recognised());
        members.put("options", plan.options());
        members.put("rows", plan.rows());
        members.put("quarantined", plan.quarantined());
        members.put("source_bytes", plan.sourceBytes());
        members.put("target_bytes_estimated", plan.targetBytes());
        members.put(
                "tables", plan.tables().stream().map(table -> json(table, 0)).toList());
        members.put("quarantine", plan.reasons().stream().map(MoveReports::json).toList());
        members.put(
                "changed", plan.adjustments().stream().map(MoveReports::json).toList());
        members.put("surplus", plan.surplus().stream().map(MoveReports::json).toList());
        members.put("notes", plan.notes());
        return JsonValue.of(members);
    }

    /**
     * Returns a report as JSON.
     *
     * @param report the report
     * @return the object
     */
    static JsonValue json(CopyReport report) {
        Map<String, @Nullable Object> members = head("copy", report.duration(), report.recognised());
        members.put("options", report.options());
        members.put("outcome", report.outcome().name().toLowerCase(Locale.ROOT));
        members.put("rows", report.rows());
        members.put("bytes", report.bytes());
        members.put("quarantined", report.quarantined());
        double seconds = seconds(report.duration());
        members.put(
                "tables",
                report.tables().stream().map(table -> json(table, seconds)).toList());
        members.put(
                "quarantine",
                report.counts().stream()
                        .map(count -> JsonValue.of(members(count)))
                        .toList());
        members.put(
                "changed", report.adjustments().stream().map(MoveReports::json).toList());
        members.put("surplus", report.surplus().stream().map(MoveReports::json).toList());
        members.put(
                "quarantine_file", report.quarantineFile().map(Path::toString).orElse(null));
        members.put("notes", report.notes());
        return JsonValue.of(members);
    }

    private static JsonValue json(PlannedReason reason) {
        Map<String, @Nullable Object> members = members(reason.count());
        members.put("samples", reason.samples());
        members.put("remedy", reason.remedy());
        return JsonValue.of(members);
    }

    private static Map<String, @Nullable Object> members(RuleCount count) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("table", count.table());
        members.put("column", count.column().isEmpty() ? null : count.column());
        members.put("rule", count.rule().name());
        members.put("reason", count.rule().description());
        members.put("rows", count.rows());
        return members;
    }

    private static JsonValue json(AdjustmentCount count) {
        return JsonValue.of(Map.of(
                "table",
                count.table(),
                "column",
                count.column(),
                "change",
                count.adjustment().name().toLowerCase(Locale.ROOT),
                "values",
                count.values()));
    }

    private static JsonValue json(SurplusReport surplus) {
        return JsonValue.of(Map.of(
                "table",
                surplus.table(),
                "columns",
                surplus.columns(),
                "rows",
                surplus.rows(),
                "bytes",
                surplus.bytes(),
                "literals",
                surplus.literals()));
    }

    private static JsonValue json(CopiedTable table, double seconds) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("table", table.table());
        members.put("rows", table.rows());
        members.put("bytes", table.bytes());
        if (seconds > 0) {
            members.put("rows_per_second", Math.round(table.rows() / seconds));
            members.put("filled_keys", table.filledKeys());
        }
        members.put("quarantined", table.quarantined());
        return JsonValue.of(members);
    }

    /**
     * Returns a report as JSON.
     *
     * @param report the report
     * @return the object
     */
    static JsonValue json(VerifyReport report) {
        Map<String, @Nullable Object> members = head("verify", report.duration(), report.recognised());
        members.put("equal", report.isEqual());
        members.put("rows", report.rows());
        members.put("quarantined", report.quarantined());
        members.put("differences", report.differences());
        members.put("quarantine_differences", report.quarantineDifferences());
        members.put("surplus_differences", report.surplusDifferences());
        members.put("tables", report.tables().stream().map(MoveReports::json).toList());
        members.put("quarantine", report.quarantine());
        members.put("surplus", report.surplus().stream().map(MoveReports::json).toList());
        members.put("notes", report.notes());
        return JsonValue.of(members);
    }

    private static JsonValue json(VerifiedTable table) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("table", table.table());
        members.put("source_rows", table.sourceRows());
        members.put("quarantined", table.quarantined());
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
