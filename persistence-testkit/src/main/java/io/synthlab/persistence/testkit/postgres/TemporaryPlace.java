package io.synthlab.persistence.testkit.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where directories of temporary servers are made, and what killed JVMs left there. */
final class TemporaryPlace {
    private static final Logger LOG = LoggerFactory.getLogger(TemporaryPlace.class);
    private static final String PREFIX = "synthlab-postgres-";
    /** Linux keeps these files in memory; a copy of a database takes 15 ms there and 50 ms on a disk. */
    private static final Path MEMORY = Path.of("/dev/shm");

    private static final long MEMORY_NEEDED = 2L << 30;
    /** A directory this young may be about to be locked by the JVM that made it. */
    private static final Duration YOUNG = Duration.ofMinutes(1);

    private TemporaryPlace() {}

    /** Returns the directory in memory if it is asked for and roomy, and otherwise the one of the JVM. */
    static Path of(boolean inMemory) throws IOException {
        boolean roomy = inMemory
                && Files.isWritable(MEMORY)
                && Files.getFileStore(MEMORY).getUsableSpace() >= MEMORY_NEEDED;
        return roomy ? MEMORY : Path.of(System.getProperty("java.io.tmpdir"));
    }

    /** Makes a directory for a server. */
    static Path newDirectory(Path place) throws IOException {
        return Files.createTempDirectory(place, PREFIX);
    }

    /** Stops servers and deletes directories whose JVM was killed, so that neither piles up. */
    static void sweep(Path place) {
        for (Path directory : directories(place)) {
            if (!isYoung(directory)) {
                sweepOne(directory);
            }
        }
    }

    private static List<Path> directories(Path place) {
        try (Stream<Path> children = Files.list(place)) {
            return children.filter(child -> child.getFileName().toString().startsWith(PREFIX))
                    .toList();
        } catch (IOException e) {
            LOG.debug("cannot look for left servers in {}", place, e);
            return List.of();
        }
    }

    private static boolean isYoung(Path directory) {
        try {
            Instant made = Files.getLastModifiedTime(directory.resolve(ServerDirectory.LOCK))
                    .toInstant();
            return made.isAfter(Instant.now().minus(YOUNG));
        } catch (IOException e) { // no lock yet, or being deleted
            return true;
        }
    }

    private static void sweepOne(Path directory) {
        try (ServerDirectory left = ServerDirectory.left(directory).orElse(null)) {
            if (left != null) {
                left.stopServer();
                left.delete();
                LOG.info("Removed what a killed JVM left in {}", directory);
            }
        } catch (IOException e) {
            LOG.debug("cannot remove what a killed JVM left in {}", directory, e);
        }
    }
}
