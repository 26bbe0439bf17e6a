package io.synthlab.persistence.migrations.schema;

import io.synthlab.persistence.DatabaseUrl;
import io.synthlab.persistence.PersistenceConfig;
import io.synthlab.persistence.error.SynthLabException;
import io.synthlab.persistence.migrations.RollbackOptions;
import io.synthlab.persistence.migrations.Schema;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Another process that migrates and rolls back when it is told to, one order a line, and says how it went. */
final class MigratingProcess implements AutoCloseable {
    private static final long DEADLINE_SECONDS = 120;
    private static final String NONE = "-";

    private final Process process;
    private final BufferedReader said;
    private final PrintStream orders;

    MigratingProcess() throws IOException {
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Dorg.slf4j.simpleLogger.defaultLogLevel=off",
                        "-cp",
                        System.getProperty("java.class.path"),
                        MigratingProcess.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        said = process.inputReader(StandardCharsets.UTF_8);
        orders = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
        expect("ready");
    }

    /** Tells it to bring a database to the newest version. */
    void migrate(PersistenceConfig config) {
        order("migrate", config);
    }

    /** Tells it to undo every version. */
    void rollBack(PersistenceConfig config) {
        order("rollback", config);
    }

    private void order(String verb, PersistenceConfig config) {
        DatabaseUrl url = config.databaseUrl().orElseThrow();
        String user = url.user() == null ? NONE : url.user();
        String password = url.password() == null ? NONE : url.password();
        orders.println(String.join("\t", verb, url.jdbcUrl(), user, password));
    }

    /** Waits until it has begun with an order. */
    void awaitBegin() throws IOException {
        expect("begun");
    }

    /** Returns how many versions the order took it; waits for the end. */
    int versions() throws IOException {
        String line = said.readLine();
        if (line == null || !line.startsWith("done ")) {
            throw new AssertionError("the other process says: " + line);
        }
        return Integer.parseInt(line.substring("done ".length()));
    }

    private void expect(String word) throws IOException {
        String line = said.readLine();
        if (!word.equals(line)) {
            throw new IOException("the other process should have said " + word + ", not " + line);
        }
    }

    /**
     * Ends it from outside, in whatever it does.
     *
     * @return whether that was in the middle of an order
     */
    boolean kill() throws IOException {
        process.toHandle().destroyForcibly(); // the process itself would close what it had said
        awaitEnd();
        return said.readLine() == null;
    }

    private void awaitEnd() {
        try {
            if (!process.waitFor(DEADLINE_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("the other process did not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The end of its input lets it end, too, should this JVM die. */
    @Override
    public void close() {
        orders.close();
        awaitEnd();
    }

    /** The other process. */
    public static void main(String[] arguments) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        System.out.println("ready");
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String[] order = line.split("\t");
            PersistenceConfig.Builder config = PersistenceConfig.builder().databaseUrl(order[1]);
            if (!order[2].equals(NONE)) {
                config.credentials(order[2], order[3].equals(NONE) ? "" : order[3]);
            }
            System.out.println("begun");
            System.out.println(obey(order[0], Schema.of(config.build())));
        }
    }

    private static String obey(String verb, Schema schema) {
        try {
            return "done "
                    + (verb.equals("migrate")
                            ? schema.migrate().size()
                            : schema.rollback(RollbackOptions.to(RollbackOptions.NOTHING)
                                            .acceptingLoss())
                                    .versions()
                                    .size());
        } catch (SynthLabException e) {
            return "failed: " + e;
        }
    }
}
