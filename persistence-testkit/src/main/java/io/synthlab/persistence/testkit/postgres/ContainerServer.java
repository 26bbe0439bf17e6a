package io.synthlab.persistence.testkit.postgres;

import io.synthlab.persistence.DatabaseKind;
import io.synthlab.persistence.DatabaseUrl;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** Starts PostgreSQL in a container, where a Docker daemon answers. Testcontainers removes it after the JVM. */
final class ContainerServer {
    private static final Logger LOG = LoggerFactory.getLogger(ContainerServer.class);

    private ContainerServer() {}

    /** Starts a server, or returns nothing if there is no daemon or it cannot run the image. */
    @SuppressWarnings("resource") // lives as long as the server, whose close stops it
    static Optional<PostgresServer> start(int majorVersion) {
        if (!daemonAnswers()) {
            return Optional.empty();
        }
        String image = "postgres:" + majorVersion + "-alpine";
        PostgreSQLContainer container = new PostgreSQLContainer(image).withCommand(command());
        try {
            container.start();
        } catch (RuntimeException e) {
            LOG.warn("Docker answers but cannot run {}; going on without containers", image, e);
            container.stop();
            return Optional.empty();
        }
        return Optional.of(PostgresServer.running(url(container), "container " + image, container::stop, null));
    }

    private static String[] command() {
        EmbeddedOptions options = EmbeddedOptions.forTests();
        return new String[] {
            "postgres",
            "-c",
            "timezone=" + options.timeZone().getId(),
            "-c",
            "fsync=off",
            "-c",
            "synchronous_commit=off",
            "-c",
            "full_page_writes=off"
        };
    }

    private static DatabaseUrl url(PostgreSQLContainer container) {
        return new DatabaseUrl(
                DatabaseKind.POSTGRESQL, container.getJdbcUrl(), container.getUsername(), container.getPassword());
    }

    /** Asks Testcontainers only where a daemon can be: its own search takes long and logs an error. */
    private static boolean daemonAnswers() {
        return daemonExpected() && DockerClientFactory.instance().isDockerAvailable();
    }

    private static boolean daemonExpected() {
        Path home = Path.of(System.getProperty("user.home"));
        String runtime = System.getenv("XDG_RUNTIME_DIR");
        return System.getenv("DOCKER_HOST") != null
                || Stream.of(
                                Path.of("/var/run/docker.sock"),
                                Path.of(runtime == null ? "/run" : runtime, "docker.sock"),
                                home.resolve(".docker/run/docker.sock"),
                                home.resolve(".docker/desktop/docker.sock"),
                                home.resolve(".testcontainers.properties"))
                        .anyMatch(Files::exists);
    }
}
