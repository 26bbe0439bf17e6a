package io.synthlab.persistence.migrations.mover.source;

import io.synthlab.persistence.error.DatabaseException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Directory of one run: the private copy of the source, and what was found out about its rows. It holds what people said:
 * it is deleted at the end, even by a JVM that is told to end, unless it is {@linkplain #keep() kept} for a run that goes on
 * later.
 */
public final class WorkPlace implements AutoCloseable {
    private final Path directory;
    /** A JVM that is told to end does not unwind its threads. */
    private final Thread atExit = new Thread(this::delete, "mover-work-place");

    private boolean kept;

    private WorkPlace(Path directory) {
        this.directory = directory;
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /**
     * Makes a new one.
     *
     * @param parent an existing directory
     * @return the place, which the caller closes
     * @throws DatabaseException if nothing can be written there
     */
    public static WorkPlace create(Path parent) {
        try {
            return new WorkPlace(Files.createTempDirectory(parent.toAbsolutePath(), "synthlab-mover-"));
        } catch (IOException e) {
            throw failed("cannot create a private copy in " + parent + "; name a directory that can be written", e);
        }
    }

    /**
     * Returns the one of a run that goes on.
     *
     * @param directory where it is
     * @return the place, kept until {@link #discard()}
     */
    public static WorkPlace reopen(Path directory) {
        WorkPlace place = new WorkPlace(directory);
        place.keep();
        return place;
    }

    /** Returns the directory. */
    public Path directory() {
        return directory;
    }

    /** Returns where the private copy is, if there is one. */
    Path copy() {
        return directory.resolve("source.db");
    }

    /** Returns where findings about rows are. */
    public Path findings() {
        return directory.resolve("findings.db");
    }

    /** Leaves it there on closing, and when the JVM ends. */
    public void keep() {
        kept = true;
        removeHook();
    }

    /** Deletes it, kept or not. */
    public void discard() {
        kept = false;
        removeHook();
        delete();
    }

    /** Deletes it, unless it is kept. */
    @Override
    public void close() {
        if (!kept && removeHook()) {
            delete();
        }
    }

    /** Returns whether the JVM goes on; when it ends, the hook deletes. */
    private boolean removeHook() {
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
            return true;
        } catch (IllegalStateException e) {
            return false;
        }
    }

    private void delete() {
        if (kept || Files.notExists(directory)) {
            return;
        }
        try (Stream<Path> files = Files.list(directory)) {
            for (Path each : files.toList()) {
                Files.deleteIfExists(each);
            }
            Files.delete(directory);
        } catch (IOException e) {
            throw failed("cannot delete the private copy in " + directory + "; delete it by hand", e);
        }
    }

    private static DatabaseException failed(String message, IOException cause) {
        return new DatabaseException(null, null, message, cause);
    }
}
