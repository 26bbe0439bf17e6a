package io.synthlab.persistence.migrations;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * How a file of the original is taken over.
 *
 * @param backupDirectory existing directory the backup goes to; empty for the directory of the file
 */
public record BaselineOptions(Optional<Path> backupDirectory) {

    /** Checks that every part is there. */
    public BaselineOptions {
        Objects.requireNonNull(backupDirectory, "backupDirectory");
    }

    /** Returns the defaults: the backup goes next to the file. */
    public static BaselineOptions defaults() {
        return new BaselineOptions(Optional.empty());
    }

    /**
     * Returns options that put the backup elsewhere.
     *
     * @param directory existing directory
     * @return the options
     */
    public BaselineOptions withBackupDirectory(Path directory) {
        return new BaselineOptions(Optional.of(directory));
    }
}
