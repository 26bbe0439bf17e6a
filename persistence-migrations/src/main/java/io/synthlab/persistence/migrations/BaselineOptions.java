package io.synthlab.persistence.migrations;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * How a file of the original is taken over.
 *
 * @param backupDirectory existing directory the backup goes to; empty for the directory of the file
 * @param repair whether tables that differ from version 15 get its definitions
 */
public record BaselineOptions(Optional<Path> backupDirectory, boolean repair) {

    /** Checks that every part is there. */
    public BaselineOptions {
        Objects.requireNonNull(backupDirectory, "backupDirectory");
    }

    /** Returns the defaults: the backup goes next to the file, nothing is repaired. */
    public static BaselineOptions defaults() {
        return new BaselineOptions(Optional.empty(), false);
    }

    /**
     * Returns options that put the backup elsewhere.
     *
     * @param directory existing directory
     * @return the options
     */
    public BaselineOptions withBackupDirectory(Path directory) {
        return new BaselineOptions(Optional.of(directory), repair);
    }

    /**
     * Returns options by which tables that differ from version 15 get its definitions: types, NOT NULL, defaults, keys,
     * checks and indexes. Rows stay, and so do columns, tables and plain indexes of others.
     *
     * @return the options
     */
    public BaselineOptions repairing() {
        return new BaselineOptions(backupDirectory, true);
    }
}
