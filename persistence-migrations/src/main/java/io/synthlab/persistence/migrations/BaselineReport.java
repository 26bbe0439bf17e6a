package io.synthlab.persistence.migrations;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What taking over a file of the original did.
 *
 * @param outcome whether anything was done
 * @param recognised what the file was found to be, for people
 * @param addedTables tables that were missing and are there now
 * @param addedColumns columns that were missing and are there now, as {@code table.column}
 * @param repaired differences to version 15 that were repaired, one sentence each
 * @param tolerated differences to a fresh schema that stay as they are, one sentence each
 * @param backup the verified copy from before the first change; empty if nothing was done
 */
public record BaselineReport(
        Outcome outcome,
        String recognised,
        List<String> addedTables,
        List<String> addedColumns,
        List<String> repaired,
        List<String> tolerated,
        Optional<Path> backup) {

    /** Whether anything was done. */
    public enum Outcome {
        /** The file has a history from now on. */
        BASELINED,
        /** The file had a history already; nothing was touched. */
        NOTHING_TO_DO
    }

    /** Copies the lists and checks that every part is there. */
    public BaselineReport {
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(recognised, "recognised");
        addedTables = List.copyOf(addedTables);
        addedColumns = List.copyOf(addedColumns);
        repaired = List.copyOf(repaired);
        tolerated = List.copyOf(tolerated);
        Objects.requireNonNull(backup, "backup");
    }
}
