package io.synthlab.persistence.migrations.mover.report;

import java.time.Duration;
import java.util.List;

/**
 * What a copy would do.
 *
 * @param recognised which version of the original the source is of
 * @param options what might be changed on the way, as the command line writes it
 * @param sourceBytes bytes of the source file
 * @param tables all 19 tables, in load order: rows that would arrive, and those that would go to quarantine
 * @param reasons why rows would go to quarantine
 * @param adjustments values that would be changed so that their rows can arrive
 * @param surplus what moves beside the 19 tables
 * @param notes what is worth knowing
 * @param duration how long the look took
 */
public record MovePlan(
        String recognised,
        String options,
        long sourceBytes,
        List<CopiedTable> tables,
        List<PlannedReason> reasons,
        List<AdjustmentCount> adjustments,
        List<SurplusReport> surplus,
        List<String> notes,
        Duration duration) {
    /** What an index and the headers of rows add to the bytes of values, as measured on the sample data. */
    private static final double OVERHEAD = 1.6;

    /** Copies the lists. */
    public MovePlan {
        tables = List.copyOf(tables);
        reasons = List.copyOf(reasons);
        adjustments = List.copyOf(adjustments);
        surplus = List.copyOf(surplus);
        notes = List.copyOf(notes);
    }

    /** Returns how many rows would arrive. */
    public long rows() {
        return CopiedTable.sum(tables, CopiedTable::rows);
    }

    /** Returns how many bytes of values all rows have. */
    public long bytes() {
        return CopiedTable.sum(tables, CopiedTable::bytes);
    }

    /** Returns how many rows would go to quarantine. */
    public long quarantined() {
        return CopiedTable.sum(tables, CopiedTable::quarantined);
    }

    /** Returns about how many bytes the target needs, write-ahead log not counted. */
    public long targetBytes() {
        return (long) (OVERHEAD
                * (bytes() + surplus.stream().mapToLong(SurplusReport::bytes).sum()));
    }

    /** Returns how many rows would go to quarantine for each reason, as the report of a copy does. */
    public List<RuleCount> counts() {
        return reasons.stream().map(PlannedReason::count).toList();
    }
}
