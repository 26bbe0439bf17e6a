package io.synthlab.persistence.testkit.postgres;

import io.synthlab.persistence.error.ConfigurationException;
import io.synthlab.persistence.internal.file.HeldFile;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The directory of an embedded server, locked while it is open.
 *
 * <p>It holds {@code server.lock}, by which a directory of ours is known; {@code data}, PostgreSQL's own;
 * {@code complete}, present once {@code data} was fully initialised; and {@code server.log} of the last run.
 */
final class ServerDirectory implements AutoCloseable {
    static final String LOCK = "server.lock";
    private static final int LOG_LINES_SHOWN = 5;
    /** A large checkpoint takes its time. */
    private static final Duration STOP_LIMIT = Duration.ofSeconds(60);

    private final Path root;
    private final boolean temporary;
    private final HeldFile lock;

    private ServerDirectory(Path root, boolean temporary, HeldFile lock) {
        this.root = root;
        this.temporary = temporary;
        this.lock = lock;
    }

    /** Creates a directory that {@link #close()} deletes; removes what killed JVMs left beside it. */
    static ServerDirectory temporary(Path place) throws IOException {
        TemporaryPlace.sweep(place);
        Path root = TemporaryPlace.newDirectory(place);
        return new ServerDirectory(root, true, lock(root));
    }

    /** Opens a directory whose JVM has ended; empty if it has not. {@link #close()} leaves it where it is. */
    static Optional<ServerDirectory> left(Path root) throws IOException {
        return HeldFile.tryHold(root.resolve(LOCK), StandardOpenOption.WRITE)
                .map(held -> new ServerDirectory(root, false, held));
    }

    /**
     * Opens a directory that stays.
     *
     * @throws ConfigurationException if it holds something else or is in use
     */
    static ServerDirectory kept(Path directory) throws IOException {
        Path root = directory.toAbsolutePath().normalize();
        requireOurs(root);
        Files.createDirectories(root);
        ServerDirectory opened = new ServerDirectory(root, false, lock(root));
        try {
            opened.requireNoServer();
            opened.discardHalfDone();
            return opened;
        } catch (IOException | RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    Path root() {
        return root;
    }

    Path data() {
        return root.resolve("data");
    }

    Path log() {
        return root.resolve("server.log");
    }

    /**
     * Returns which version has to run here.
     *
     * @throws ConfigurationException if the data was made by another version than the one wanted
     */
    OptionalInt majorVersion(OptionalInt wanted) throws IOException {
        Path file = data().resolve("PG_VERSION");
        if (!Files.exists(file)) {
            return wanted;
        }
        int found = Integer.parseInt(Files.readString(file).strip());
        if (wanted.isPresent() && wanted.getAsInt() != found) {
            throw new ConfigurationException(root + " holds data of PostgreSQL " + found + ", not of "
                    + wanted.getAsInt() + "; name another directory or version");
        }
        return OptionalInt.of(found);
    }

    /** Notes that the data is whole. */
    void markComplete() throws IOException {
        if (!Files.exists(complete())) {
            Files.createFile(complete());
        }
    }

    /** Returns the server that runs on this data, if one does. */
    Optional<ProcessHandle> server() {
        try (Stream<String> lines = Files.lines(data().resolve("postmaster.pid"))) {
            return lines.findFirst()
                    .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid.strip())))
                    .filter(ServerDirectory::isPostgres);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the process id of the server in " + root, e);
        }
    }

    /** Tells the server to stop, if one runs, and waits until it has. */
    void stopServer() throws IOException {
        ProcessHandle server = server().orElse(null);
        if (server != null) {
            server.destroy();
            awaitEnd(server);
        }
    }

    /** Kills the server and all its processes, and waits until they are gone. */
    void killServer() throws IOException {
        ProcessHandle server = server().orElseThrow(() -> new IOException("no server runs there"));
        List<ProcessHandle> all =
                Stream.concat(Stream.of(server), server.descendants()).toList();
        all.forEach(ProcessHandle::destroyForcibly);
        for (ProcessHandle process : all) {
            awaitEnd(process);
        }
    }

    /** Waits until a server that was told to stop has written everything and is gone. */
    static void awaitEnd(ProcessHandle server) throws IOException {
        try {
            server.onExit().get(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException(
                    "process " + server.pid() + " did not end within " + STOP_LIMIT.toSeconds() + " s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while process " + server.pid() + " was stopping");
        }
    }

    /** Returns the last lines of the server's log, for a message about a server that did not start. */
    String lastLog() {
        try {
            List<String> lines = Files.readAllLines(log());
            return String.join("\n", lines.subList(Math.max(0, lines.size() - LOG_LINES_SHOWN), lines.size()));
        } catch (IOException e) {
            return "(no log: " + e.getClass().getSimpleName() + ")";
        }
    }

    /** Unlocks the directory, and deletes it if it is temporary. */
    @Override
    public void close() throws IOException {
        lock.close();
        if (temporary) {
            delete();
        }
    }

    /** Deletes everything; no server may run. */
    void delete() throws IOException {
        delete(root);
    }

    private Path complete() {
        return root.resolve("complete");
    }

    private void requireNoServer() {
        server().ifPresent(process -> {
            throw new ConfigurationException("a PostgreSQL that an ended program left behind still runs in " + root
                    + "; stop process " + process.pid() + " and try again");
        });
    }

    private void discardHalfDone() throws IOException {
        if (!Files.exists(complete())) {
            delete(data());
        }
    }

    /** Process ids are used again; a process of another name is not the server. */
    private static boolean isPostgres(ProcessHandle process) {
        return process.isAlive()
                && process.info()
                        .command()
                        .map(command -> command.contains("postgres"))
                        .orElse(true);
    }

    private static void requireOurs(Path root) throws IOException {
        if (Files.exists(root) && !Files.isDirectory(root)) {
            throw new ConfigurationException(root + " is a file; name a directory for the data of PostgreSQL");
        }
        if (Files.isDirectory(root) && !Files.exists(root.resolve(LOCK)) && !isEmpty(root)) {
            throw new ConfigurationException(root + " is not empty and was not made by an embedded PostgreSQL of this"
                    + " library; name an empty or a new directory");
        }
    }

    private static boolean isEmpty(Path directory) throws IOException {
        try (Stream<Path> children = Files.list(directory)) {
            return children.findAny().isEmpty();
        }
    }

    private static HeldFile lock(Path root) throws IOException {
        return HeldFile.tryHold(root.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE)
                .orElseThrow(() -> new ConfigurationException(
                        "another server uses " + root + "; stop the program that runs it, or name another directory"));
    }

    private static void delete(Path tree) throws IOException {
        if (!Files.exists(tree)) {
            return;
        }
        Files.walkFileTree(tree, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure)
                    throws IOException {
                Files.deleteIfExists(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
