package io.synthlab.persistence.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.synthlab.persistence.DatabaseUrl;
import io.synthlab.persistence.PersistenceConfig;
import io.synthlab.persistence.migrations.Schema;
import io.synthlab.persistence.migrations.mover.DataMover;
import io.synthlab.persistence.migrations.mover.MoveRequest;
import io.synthlab.persistence.migrations.mover.report.Progress;
import io.synthlab.persistence.testkit.postgres.EmbeddedOptions;
import io.synthlab.persistence.testkit.postgres.EmbeddedServer;
import io.synthlab.persistence.testkit.postgres.PostgresServer;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows move over TLS, to a server whose certificate is checked. */
class TlsMoveIT {
    private static final String PASSWORD = "changeit";

    @TempDir
    private Path directory;

    @Test
    void every_connection_is_encrypted_and_the_certificate_is_checked() throws Exception {
        Path source = directory.resolve("legacy.db");
        MoveFixture.createLegacy(source);
        try (PostgresServer server = EmbeddedServer.start(EmbeddedOptions.keptIn(directory.resolve("server")))) {
            Path certificate = certify("server");
            Path other = certify("other");
            useTls(server, "server");
            server.createDatabase("moved");
            DatabaseUrl url = server.url("moved");
            PersistenceConfig config = config(url, certificate);
            Schema.of(config).migrate();
            MoveRequest request = MoveRequest.of(DatabaseUrl.sqlite(source.toString()), config)
                    .withWorkDirectory(directory);
            Set<String> seen = ConcurrentHashMap.newKeySet();
            DataMover.copy(request, progress -> {
                if (progress.phase() == Progress.Phase.COPY) {
                    seen.addAll(sessions(server));
                }
            });
            assertEquals(Set.of("t"), seen);
            assertTrue(DataMover.verify(request, progress -> {}).isEqual());

            String untrusted = url.jdbcUrl() + "?user=" + url.user() + "&sslmode=verify-full&sslrootcert=" + other;
            Cli.Run refused = Cli.line("schema status --database", untrusted).endsWith(ExitCode.FAILED);
            assertTrue(refused.err().contains("certificate"), refused::err);
            String trusted = url.jdbcUrl() + "?user=" + url.user() + "&sslmode=verify-full&sslrootcert=" + certificate;
            Cli.line("data verify --from", MoveFixture.url(source), "--to", trusted)
                    .endsWith(ExitCode.DONE);
        }
    }

    private static PersistenceConfig config(DatabaseUrl url, Path certificate) {
        return PersistenceConfig.builder()
                .databaseUrl(url.jdbcUrl())
                .credentials(String.valueOf(url.user()), "")
                .set("synthlab.tls-mode", "verify-full")
                .set("synthlab.tls-root-certificate", certificate.toString())
                .build();
    }

    private void useTls(PostgresServer server, String name) throws SQLException {
        try (Connection connection = server.connect("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute("ALTER SYSTEM SET ssl_cert_file = '" + directory.resolve(name + ".crt") + "'");
            statement.execute("ALTER SYSTEM SET ssl_key_file = '" + directory.resolve(name + ".key") + "'");
            statement.execute("ALTER SYSTEM SET ssl = on");
            statement.execute("SELECT pg_reload_conf()");
        }
    }

    /** Whether sessions of the mover are encrypted. */
    private static Set<String> sessions(PostgresServer server) {
        Set<String> encrypted = ConcurrentHashMap.newKeySet();
        try (Connection connection = server.connect("postgres");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT s.ssl FROM pg_stat_ssl s JOIN pg_stat_activity a USING (pid) WHERE a.datname = 'moved'")) {
            while (rows.next()) {
                encrypted.add(rows.getString(1));
            }
            return encrypted;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Makes a key and a certificate that signs itself, for localhost, with the tool of the JDK. */
    private Path certify(String name) throws Exception {
        Path store = directory.resolve(name + ".p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        name,
                        "-keyalg",
                        "RSA",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "SAN=dns:localhost,ip:127.0.0.1",
                        "-validity",
                        "30",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        PASSWORD)
                .redirectErrorStream(true)
                .start();
        String printed = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(keytool.waitFor(1, TimeUnit.MINUTES) && keytool.exitValue() == 0, printed);
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        Path key = directory.resolve(name + ".key");
        Files.writeString(
                key,
                pem("PRIVATE KEY", keys.getKey(name, PASSWORD.toCharArray()).getEncoded()));
        // The server runs as another user if this one is root.
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path certificate = directory.resolve(name + ".crt");
        Files.writeString(
                certificate, pem("CERTIFICATE", keys.getCertificate(name).getEncoded()));
        return certificate;
    }

    private static String pem(String what, byte[] encoded) {
        return "-----BEGIN " + what + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded) + "\n-----END " + what
                + "-----\n";
    }
}
