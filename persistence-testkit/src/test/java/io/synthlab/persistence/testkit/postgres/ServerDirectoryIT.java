package io.synthlab.persistence.testkit.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Another JVM looks at the lock of a directory. */
class ServerDirectoryIT {
    @Test
    void given_a_server_in_use_when_its_jvm_makes_another_then_other_jvms_see_the_first_locked(@TempDir Path place)
            throws Exception {
        try (ServerDirectory used = ServerDirectory.temporary(place)) {
            assertEquals("locked", other(used.root()));
            makeOld(used.root().resolve(ServerDirectory.LOCK));
            ServerDirectory.temporary(place).close();
            assertEquals("locked", other(used.root()));
        }
    }

    /** By another process: in this one it would open and close the file, which gives up the lock. */
    private static void makeOld(Path lock) throws IOException, InterruptedException {
        Process touch = new ProcessBuilder("touch", "-d", "2001-01-01", lock.toString()).start();
        assertEquals(0, touch.waitFor());
    }

    private static String other(Path root) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ServerDirectoryIT.class.getName(),
                        root.resolve(ServerDirectory.LOCK).toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        process.waitFor();
        return said;
    }

    /** The other JVM. */
    public static void main(String[] arguments) throws IOException {
        try (FileChannel channel = FileChannel.open(Path.of(arguments[0]), StandardOpenOption.WRITE)) {
            System.out.println(channel.tryLock() == null ? "locked" : "free");
        }
    }
}
