package io.synthlab.persistence.migrations.mover.report;

import java.time.Duration;
import java.util.List;

/**
 * How source and target compare, value by value.
 *
 * @param tables all 19 tables, in load order
 * @param notes what is worth knowing about the source, for example empty surplus columns
 * @param duration how long it took
 */
public record VerifyReport(List<VerifiedTable> tables, List<String> notes, Duration duration) {
    /** Copies the lists. */
    public VerifyReport {
        tables = List.copyOf(tables);
        notes = List.copyOf(notes);
    }

    /** Returns whether every value of every row is equal on both sides. */
    public boolean isEqual() {
        return differences() == 0;
    }

    /** Returns how many differences there are in all tables. */
    public long differences() {
        return tables.stream().mapToLong(VerifiedTable::differences).sum();
    }

    /** Returns how many rows of the source were compared. */
    public long rows() {
        return tables.stream().mapToLong(VerifiedTable::sourceRows).sum();
    }
}
