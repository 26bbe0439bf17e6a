package io.synthlab.persistence.migrations.mover.source;

import io.synthlab.persistence.error.DatabaseException;
import io.synthlab.persistence.internal.file.HeldFile;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Directory of one run: the private copy of the source, and what was found out about its rows. It holds what people said:
 * it is deleted at the end, even by a JVM that is told to end, unless it is {@linkplain #keep() kept} for a run that goes on
 * later.
 */
public final class WorkPlace implements AutoCloseable {
    private static final String PREFIX = "synthlab-mover-";
    private static final String LOCK = "lock";
    private static final String KEPT = "kept";
    private static final Logger LOG = LoggerFactory.getLogger(WorkPlace.class);

    private final Path directory;
    private final @Nullable HeldFile lock;
    /** A JVM that is told to end does not unwind its threads. */
    private final Thread atExit = new Thread(this::delete, "mover-work-place");

    private boolean kept;

    private WorkPlace(Path directory, @Nullable HeldFile lock) {
        this.directory = directory;
        this.lock = lock;
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /**
     * Makes a new one, and removes what JVMs that were killed have left beside it and nobody can go on with.
     *
     * @param parent an existing directory
     * @return the place, which the caller closes
     * @throws DatabaseException if nothing can be written there
     */
    public static WorkPlace create(Path parent) {
        sweep(parent.toAbsolutePath());
        try {
            Path directory = Files.createTempDirectory(parent.toAbsolutePath(), PREFIX);
            HeldFile lock = HeldFile.tryHold(
                            directory.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE)
                    .orElseThrow();
            return new WorkPlace(directory, lock);
        } catch (IOException e) {
            throw failed("cannot create a private copy in " + parent + "; name a directory that can be written", e);
        }
    }

    private static void sweep(Path parent) {
        try (DirectoryStream<Path> places = Files.newDirectoryStream(parent, PREFIX + "*")) {
            for (Path place : places) {
                sweepOne(place);
            }
        } catch (IOException e) {
            LOG.debug("cannot look for left private copies in {}", parent, e);
        }
    }

    private static void sweepOne(Path place) {
        Path file = place.resolve(LOCK);
        if (Files.exists(place.resolve(KEPT)) || Files.notExists(file)) {
            return;
        }
        try (HeldFile left = HeldFile.tryHold(file, StandardOpenOption.WRITE).orElse(null)) {
            if (left != null) {
                delete(place);
                LOG.info("Removed the private copy that a killed move left in {}", place);
            }
        } catch (IOException e) {
            LOG.debug("cannot remove what a killed move left in {}", place, e);
        }
    }

    /**
     * Returns the one of a run that goes on.
     *
     * @param directory where it is
     * @return the place, kept until {@link #discard()}
     */
    public static WorkPlace reopen(Path directory) {
        WorkPlace place = new WorkPlace(directory, null);
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
        try {
            if (Files.notExists(directory.resolve(KEPT))) {
                Files.createFile(directory.resolve(KEPT));
            }
        } catch (IOException e) {
            throw failed("cannot write to " + directory, e);
        }
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
        unlock();
    }

    private void unlock() {
        if (lock == null) {
            return;
        }
        try {
            lock.close();
        } catch (IOException e) {
            LOG.debug("closing the lock of {} failed", directory, e);
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
        try {
            delete(directory);
        } catch (IOException e) {
            throw failed("cannot delete the private copy in " + directory + "; delete it by hand", e);
        }
    }

    private static void delete(Path place) throws IOException {
        try (Stream<Path> files = Files.list(place)) {
            for (Path each : files.toList()) {
                Files.deleteIfExists(each);
            }
        }
        Files.delete(place);
    }

    private static DatabaseException failed(String message, IOException cause) {
        return new DatabaseException(null, null, message, cause);
    }
}
