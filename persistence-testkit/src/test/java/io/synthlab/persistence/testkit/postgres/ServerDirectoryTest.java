package io.synthlab.persistence.testkit.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.synthlab.persistence.error.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerDirectoryTest {
    @Test
    void given_a_directory_with_something_else_when_opened_then_refused_and_untouched(@TempDir Path temp)
            throws IOException {
        Files.writeString(temp.resolve("thesis.txt"), "mine");
        String message = refused(temp);
        assertTrue(message.contains("is not empty and was not made by"), message);
        try (Stream<Path> children = Files.list(temp)) {
            assertEquals(List.of(temp.resolve("thesis.txt")), children.toList());
        }
    }

    @Test
    void given_a_file_when_opened_then_refused(@TempDir Path temp) throws IOException {
        Path file = Files.createFile(temp.resolve("file"));
        String message = refused(file);
        assertTrue(message.contains("is a file"), message);
    }

    @Test
    void given_a_server_left_behind_when_opened_then_its_process_is_named(@TempDir Path temp) throws Exception {
        Files.createFile(temp.resolve(ServerDirectory.LOCK));
        Process process = leaveServer(temp);
        String message = refused(temp);
        assertTrue(message.contains("stop process " + process.pid()), message);
        process.getOutputStream().close();
        process.waitFor();
        try (ServerDirectory opened = ServerDirectory.kept(temp)) {
            assertTrue(opened.server().isEmpty(), "a process id nobody has is no server");
        }
    }

    @Test
    void given_a_temporary_directory_when_closed_then_gone(@TempDir Path place) throws IOException {
        ServerDirectory directory = ServerDirectory.temporary(place);
        assertEquals(OptionalInt.of(18), directory.majorVersion(OptionalInt.of(18)));
        Files.createDirectories(directory.data().resolve("base/1"));
        directory.close();
        assertFalse(Files.exists(directory.root()));
    }

    @Test
    void given_what_a_killed_jvm_left_when_another_is_made_then_it_is_removed(@TempDir Path place) throws Exception {
        Path dead = TemporaryPlace.newDirectory(place);
        makeOld(Files.createFile(dead.resolve(ServerDirectory.LOCK)));
        Process process = leaveServer(dead);
        Path young = TemporaryPlace.newDirectory(place);
        Files.createFile(young.resolve(ServerDirectory.LOCK));
        try (ServerDirectory used = ServerDirectory.temporary(place)) {
            makeOld(used.root().resolve(ServerDirectory.LOCK));
            ServerDirectory.temporary(place).close();
            assertTrue(Files.isDirectory(used.root()), "in use");
        }
        assertTrue(process.waitFor(1, TimeUnit.MINUTES));
        assertFalse(Files.exists(dead));
        assertTrue(Files.isDirectory(young), "may be about to be locked");
    }

    /** Starts a process whose program is called like the server, and which ends with its standard input. */
    private static Process leaveServer(Path directory) throws IOException {
        Path program = Files.copy(Path.of("/bin/cat"), directory.resolve("postgres"));
        assertTrue(program.toFile().setExecutable(true));
        Process process = new ProcessBuilder(program.toString()).start();
        Files.createDirectory(directory.resolve("data"));
        Files.writeString(directory.resolve("data/postmaster.pid"), process.pid() + "\n/some/where\n");
        return process;
    }

    private static void makeOld(Path file) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofHours(1))));
    }

    private static String refused(Path directory) {
        return assertThrows(
                        ConfigurationException.class,
                        () -> ServerDirectory.kept(directory).close())
                .getMessage();
    }
}
