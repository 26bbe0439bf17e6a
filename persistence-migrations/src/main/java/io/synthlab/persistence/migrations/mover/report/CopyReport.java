package io.synthlab.persistence.migrations.mover.report;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a finished copy did.
 *
 * @param outcome whether anything was done
 * @param recognised which version of the original the source is of
 * @param options what might be changed on the way, as the command line writes it
 * @param tables all 19 tables, in load order
 * @param counts why rows went to quarantine
 * @param adjustments values that were changed so that their rows could arrive
 * @param surplus what moved beside the 19 tables
 * @param quarantineFile file with every row in quarantine and every value that was changed, if there are any
 * @param notes what is worth knowing about the source, for example empty surplus columns
 * @param duration how long it took, without what an earlier call did that this one went on from
 */
public record CopyReport(
        Outcome outcome,
        String recognised,
        String options,
        List<CopiedTable> tables,
        List<RuleCount> counts,
        List<AdjustmentCount> adjustments,
        List<SurplusReport> surplus,
        Optional<Path> quarantineFile,
        List<String> notes,
        Duration duration) {

    /** Whether anything was done. */
    public enum Outcome {
        /** Everything has arrived or is in quarantine. */
        FINISHED,
        /** That was so before; nothing was touched. */
        NOTHING_TO_DO
    }

    /** Copies the lists. */
    public CopyReport {
        tables = List.copyOf(tables);
        counts = List.copyOf(counts);
        adjustments = List.copyOf(adjustments);
        surplus = List.copyOf(surplus);
        notes = List.copyOf(notes);
    }

    /** Returns how many rows arrived. */
    public long rows() {
        return CopiedTable.sum(tables, CopiedTable::rows);
    }

    /** Returns how many bytes of values arrived, as the source keeps them. */
    public long bytes() {
        return CopiedTable.sum(tables, CopiedTable::bytes);
    }

    /** Returns how many rows are in quarantine. */
    public long quarantined() {
        return CopiedTable.sum(tables, CopiedTable::quarantined);
    }
}
