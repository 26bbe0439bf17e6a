package io.synthlab.persistence.migrations.mover.report;

import java.time.Duration;
import java.util.List;

/**
 * How source and target compare, value by value.
 *
 * @param recognised which version of the original the source is of
 * @param tables all 19 tables, in load order
 * @param quarantineDifferences entries of the quarantine that are missing, surplus or not as the row in the source
 * @param quarantine the first of these in words
 * @param surplus what moves beside the 19 tables
 * @param surplusDifferences rows of it that are missing, surplus or different
 * @param notes what is worth knowing about the source, for example empty surplus columns
 * @param duration how long it took
 */
public record VerifyReport(
        String recognised,
        List<VerifiedTable> tables,
        long quarantineDifferences,
        List<String> quarantine,
        List<SurplusReport> surplus,
        long surplusDifferences,
        List<String> notes,
        Duration duration) {
    /** Copies the lists. */
    public VerifyReport {
        tables = List.copyOf(tables);
        quarantine = List.copyOf(quarantine);
        surplus = List.copyOf(surplus);
        notes = List.copyOf(notes);
    }

    /** Returns whether every value of every row is equal on both sides or stands in quarantine as it is in the source. */
    public boolean isEqual() {
        return differences() == 0;
    }

    /** Returns how many differences there are in all tables, in quarantine and beside the tables. */
    public long differences() {
        return tables.stream().mapToLong(VerifiedTable::differences).sum() + quarantineDifferences + surplusDifferences;
    }

    /** Returns how many rows of the source were compared, without those in quarantine. */
    public long rows() {
        return tables.stream().mapToLong(VerifiedTable::sourceRows).sum();
    }

    /** Returns how many rows of the source stand in quarantine. */
    public long quarantined() {
        return tables.stream().mapToLong(VerifiedTable::quarantined).sum();
    }
}
