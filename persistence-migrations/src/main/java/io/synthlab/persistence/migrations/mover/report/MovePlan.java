package io.synthlab.persistence.migrations.mover.report;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a copy would do.
 *
 * @param recognised which version of the original the source is of
 * @param options what might be changed on the way, as the command line writes it
 * @param sourceBytes bytes of the source file
 * @param tables all 19 tables, in load order: rows that would arrive, and those that would go to quarantine
 * @param counts why rows would go to quarantine
 * @param samples keys of the first rows of each of these counts, in the same order
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
        List<RuleCount> counts,
        List<List<String>> samples,
        List<AdjustmentCount> adjustments,
        List<SurplusReport> surplus,
        List<String> notes,
        Duration duration) {
    /** What an index and the headers of rows add to the bytes of values, as measured on the sample data. */
    private static final double OVERHEAD = 1.6;

    /** What to do about a rule, where something can be done without touching the source. */
    private static final Map<Rule, String> OPTIONS = Map.of(
            Rule.T1, "--on-nul=escape (not in keys and references)",
            Rule.J4, "--on-nul=escape",
            Rule.C1, "--on-orphan=drop-reference where the column may be null");

    /** Tables whose ids can be generated. */
    private static final Set<String> FILLED = Set.of("transcripts", "synth_outcomes");

    /** Copies the lists. */
    public MovePlan {
        tables = List.copyOf(tables);
        counts = List.copyOf(counts);
        samples = samples.stream().map(List::copyOf).toList();
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

    /**
     * Returns what can be done about a count.
     *
     * @param count one of the counts
     * @return an option of the copy, or to correct the rows
     */
    public static String remedy(RuleCount count) {
        if (count.rule() == Rule.T5 && FILLED.contains(count.table())) {
            return "--fill-null-ids";
        }
        return OPTIONS.containsKey(count.rule())
                ? OPTIONS.get(count.rule()) + ", or correct the rows in the source"
                : count.rule() == Rule.DEPENDS
                        ? "see the rows they refer to"
                        : "correct the rows in the source, or accept that they stand in quarantine";
    }
}
