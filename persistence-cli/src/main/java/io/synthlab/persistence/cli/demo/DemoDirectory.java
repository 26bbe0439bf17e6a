package io.synthlab.persistence.cli.demo;

import io.synthlab.persistence.error.ConfigurationException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where the demo works: the directory its user wants to keep, or one that is gone at the end, however that comes. */
final class DemoDirectory implements AutoCloseable {
    private final Path root;
    private final boolean kept;
    private final Thread atExit = new Thread(this::delete, "demo-directory-delete");

    private DemoDirectory(Path root, boolean kept) {
        this.root = root;
        this.kept = kept;
        if (!kept) {
            Runtime.getRuntime().addShutdownHook(atExit);
        }
    }

    static DemoDirectory open(@Nullable Path keep) throws IOException {
        if (keep == null) {
            return new DemoDirectory(Files.createTempDirectory("synthlab-demo"), false);
        }
        if (Files.exists(keep) && !(Files.isDirectory(keep) && isEmpty(keep))) {
            throw new ConfigurationException("--keep must name an empty or a missing directory, but " + keep
                    + " is neither; choose another name or remove it");
        }
        return new DemoDirectory(Files.createDirectories(keep), true);
    }

    Path sample() {
        return root.resolve("legacy.db");
    }

    /** Returns the address of a server whose data lives as long as this directory. */
    String server() {
        return kept ? "embedded:" + root.resolve("postgresql") : "embedded";
    }

    @Override
    public void close() {
        if (kept) {
            return;
        }
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            return; // the JVM ends, and the hook deletes
        }
        delete();
    }

    private static boolean isEmpty(Path directory) throws IOException {
        try (Stream<Path> children = Files.list(directory)) {
            return children.findAny().isEmpty();
        }
    }

    /** What cannot be deleted is left to the system: it is a sample in the directory for temporary files. */
    private void delete() {
        try (Stream<Path> tree = Files.walk(root)) {
            List<Path> deepestFirst = tree.sorted(Comparator.reverseOrder()).toList();
            deepestFirst.stream().map(Path::toFile).forEach(File::delete);
        } catch (IOException e) {
            return;
        }
    }
}
