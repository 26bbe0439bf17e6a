package io.synthlab.persistence.migrations.mover.report;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Why some rows would go to quarantine.
 *
 * @param count which rule they break, and how many
 * @param samples keys of the first of them
 */
public record PlannedReason(RuleCount count, List<String> samples) {
    /** What to do about a rule, where something can be done without touching the source. */
    private static final Map<Rule, String> OPTIONS = Map.of(
            Rule.T1, "--on-nul=escape (not in keys and references)",
            Rule.J4, "--on-nul=escape",
            Rule.C1, "--on-orphan=drop-reference where the column may be null");

    /** Tables whose ids can be generated. */
    private static final Set<String> FILLED = Set.of("transcripts", "synth_outcomes");

    /** Copies the list. */
    public PlannedReason {
        samples = List.copyOf(samples);
    }

    /** Returns what can be done about it: an option of the copy, or to correct the rows. */
    public String remedy() {
        if (count.rule() == Rule.T5 && FILLED.contains(count.table())) {
            return "--fill-null-ids";
        }
        if (count.rule() == Rule.DEPENDS) {
            return "see the rows they refer to";
        }
        return OPTIONS.containsKey(count.rule())
                ? OPTIONS.get(count.rule()) + ", or correct the rows in the source"
                : "correct the rows in the source, or accept that they stand in quarantine";
    }
}
