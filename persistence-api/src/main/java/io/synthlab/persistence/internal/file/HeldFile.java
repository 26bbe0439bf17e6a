package io.synthlab.persistence.internal.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A lock file that is held until it is closed or the JVM ends, however it ends.
 *
 * <p>A file that this JVM holds is not even opened again: where locks are those of POSIX, closing any handle of a file gives up
 * the lock that another handle of the process has on it.
 */
public final class HeldFile implements AutoCloseable {
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private HeldFile(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Takes hold of a file.
     *
     * @param file the file
     * @param options how to open it; it must be for writing
     * @return the lock, which the caller closes; empty if this JVM or another process holds it
     * @throws IOException if it cannot be opened
     */
    public static Optional<HeldFile> tryHold(Path file, OpenOption... options) throws IOException {
        Path absolute = file.toAbsolutePath().normalize();
        if (!HELD.add(absolute)) {
            return Optional.empty();
        }
        @Nullable HeldFile held = null;
        try {
            held = open(absolute, options);
            return Optional.ofNullable(held);
        } finally {
            if (held == null) {
                HELD.remove(absolute);
            }
        }
    }

    private static @Nullable HeldFile open(Path file, OpenOption... options) throws IOException {
        FileChannel channel = FileChannel.open(file, options);
        boolean locked = false;
        try {
            locked = channel.tryLock() != null;
        } finally {
            if (!locked) {
                channel.close();
            }
        }
        return locked ? new HeldFile(file, channel) : null;
    }

    @Override
    public void close() throws IOException {
        try {
            channel.close();
        } finally {
            HELD.remove(file);
        }
    }
}
