package io.synthlab.persistence.cli.limits;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A file system of a few megabytes. Only root can make one, on Linux. */
final class SmallDisk {
    private final Path place;

    private SmallDisk(Path place) {
        this.place = place;
    }

    /** Mounts one, or returns {@code null} where that is not allowed. */
    static @Nullable SmallDisk mount(Path place, int megabytes) throws IOException, InterruptedException {
        Files.createDirectories(place);
        boolean mounted =
                run(List.of("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", place.toString()));
        return mounted ? new SmallDisk(place) : null;
    }

    Path place() {
        return place;
    }

    /** Lets nobody write any more; nobody may have a file open for writing. */
    void makeReadOnly() throws IOException, InterruptedException {
        if (!run(List.of("mount", "-o", "remount,ro", place.toString()))) {
            throw new IOException("the disk cannot be made read-only");
        }
    }

    private static boolean run(List<String> command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false; // there is no such program
        }
    }

    void unmount() throws InterruptedException {
        run(List.of("umount", place.toString()));
    }
}
