package io.synthlab.persistence.testkit.postgres;

import io.synthlab.persistence.DatabaseKind;
import io.synthlab.persistence.DatabaseUrl;
import io.synthlab.persistence.error.ConfigurationException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The PostgreSQL servers of this JVM's tests: one per version, started on first use, stopped with the JVM.
 *
 * <p>A server comes from the first of these that there is: the URL in environment variable
 * {@value #URL_VARIABLE} or system property {@value #URL_PROPERTY} (its user must be allowed to create databases, and
 * its version is what it is); a container, if a Docker daemon answers; binaries, see {@link EmbeddedServer}.
 */
public final class TestServers {
    /** System property with the URL of a running server; goes before the environment variable. */
    public static final String URL_PROPERTY = "synthlab.test.postgres.url";

    /** Environment variable with the URL of a running server. */
    public static final String URL_VARIABLE = "SYNTHLAB_TEST_POSTGRES_URL";

    private static final Logger LOG = LoggerFactory.getLogger(TestServers.class);
    private static final Map<Integer, PostgresServer> SERVERS = new ConcurrentHashMap<>();

    private TestServers() {}

    /**
     * Returns the shared server of a version.
     *
     * @param majorVersion wanted version, for example 18; a server named by URL may have another, which is logged and
     *     told by {@link PostgresServer#majorVersion()}
     * @return the server; closing it is not the caller's business
     * @throws ConfigurationException if there is no way to a server; the message says what to add
     */
    public static PostgresServer postgres(int majorVersion) {
        return SERVERS.computeIfAbsent(majorVersion, TestServers::provide);
    }

    private static PostgresServer provide(int majorVersion) {
        PostgresServer server = named().or(() -> ContainerServer.start(majorVersion))
                .orElseGet(() -> EmbeddedServer.start(EmbeddedOptions.forTests().withMajorVersion(majorVersion)));
        if (server.majorVersion() == majorVersion) {
            LOG.info("Tests use {}", server);
        } else {
            LOG.warn("Tests ask for PostgreSQL {} and use {}", majorVersion, server);
        }
        return server;
    }

    private static Optional<PostgresServer> named() {
        String property = System.getProperty(URL_PROPERTY);
        String text = property == null ? System.getenv(URL_VARIABLE) : property;
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        DatabaseUrl url = DatabaseUrl.parse(text);
        if (url.kind() != DatabaseKind.POSTGRESQL) {
            throw new ConfigurationException((property == null ? URL_VARIABLE : URL_PROPERTY)
                    + " must have the form postgresql://user:password@host:port/database");
        }
        PostgresServer server = PostgresServer.running(url, "named by URL", () -> {}, null);
        Runtime.getRuntime().addShutdownHook(new Thread(server::dropCreated, "test-databases-drop"));
        return Optional.of(server);
    }
}
