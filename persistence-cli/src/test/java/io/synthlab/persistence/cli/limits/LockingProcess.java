package io.synthlab.persistence.cli.limits;

import io.synthlab.persistence.cli.Wait;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;

/** Another process that holds the write lock of a SQLite file until it is told to let go. */
final class LockingProcess implements AutoCloseable {
    private final Process process;
    private final BufferedReader said;

    LockingProcess(Path file) throws IOException {
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LockingProcess.class.getName(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        said = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        expect("locked");
    }

    private void expect(String word) throws IOException {
        String line = said.readLine();
        if (!word.equals(line)) {
            throw new IOException("the other process should have said " + word + ", not " + line);
        }
    }

    /** The other process. */
    public static void main(String[] arguments) throws SQLException, IOException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + arguments[0]);
                Statement statement = connection.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            System.out.println("locked");
            int end = System.in.read(); // the end of its input, should this JVM die, lets it go, too
            statement.execute("COMMIT");
            System.out.println(end < 0 ? "alone" : "free");
        }
    }

    /** Lets go of the lock; the other process has closed the file and ended when this returns. */
    void release() throws IOException {
        try (OutputStream in = process.getOutputStream()) {
            in.write('\n');
        }
        expect("free");
        awaitEnd();
    }

    private void awaitEnd() {
        try {
            if (!process.waitFor(Wait.DEADLINE_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("the other process did not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            process.destroyForcibly();
            awaitEnd();
        }
    }
}
