package io.synthlab.persistence.migrations.mover.report;

import java.time.Duration;
import java.util.List;

/**
 * What a finished copy did.
 *
 * @param tables all 19 tables, in load order
 * @param notes what is worth knowing about the source, for example empty surplus columns
 * @param duration how long it took, from the look at the target to the commit
 */
public record CopyReport(List<CopiedTable> tables, List<String> notes, Duration duration) {
    /** Copies the lists. */
    public CopyReport {
        tables = List.copyOf(tables);
        notes = List.copyOf(notes);
    }

    /** Returns how many rows were copied. */
    public long rows() {
        return tables.stream().mapToLong(CopiedTable::rows).sum();
    }

    /** Returns how many bytes of values were copied, as the source keeps them. */
    public long bytes() {
        return tables.stream().mapToLong(CopiedTable::bytes).sum();
    }
}
