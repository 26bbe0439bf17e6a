package io.synthlab.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.synthlab.persistence.error.ConfigurationException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlite.SQLiteDataSource;

class PersistenceConfigTest {
    private static PersistenceConfig.Builder sqlite() {
        return PersistenceConfig.builder().databaseUrl("sqlite:///x.db");
    }

    private static String refusal(PersistenceConfig.Builder builder) {
        return String.valueOf(
                assertThrows(ConfigurationException.class, builder::build).getMessage());
    }

    @Test
    void hasDefaults() {
        PersistenceConfig config = sqlite().build();
        assertEquals(Optional.empty(), config.defaultProvider());
        assertEquals(Map.of(), config.providers());
        assertEquals(SchemaAction.NONE, config.schemaAction());
        assertEquals(10, config.poolSize());
        assertEquals(Duration.ofSeconds(30), config.poolTimeout());
        assertEquals(4, config.sqliteReaders());
        assertEquals(Duration.ofSeconds(10), config.sqliteBusyTimeout());
        assertEquals(
                new PersistenceConfig.Tls(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
                config.tls());
        assertEquals(ZoneId.of("UTC"), config.naiveZone());
        assertEquals(Path.of("output/synths/avatar"), config.avatarDirectory());
        assertEquals(Optional.empty(), config.dataSource());
    }

    static Stream<Arguments> accepted() {
        return Stream.of(
                accepted("pool-size", "1", PersistenceConfig::poolSize, 1),
                accepted("pool-size", " 500 ", PersistenceConfig::poolSize, 500),
                accepted("pool-timeout", "250ms", PersistenceConfig::poolTimeout, Duration.ofMillis(250)),
                accepted("pool-timeout", "10m", PersistenceConfig::poolTimeout, Duration.ofMinutes(10)),
                accepted("sqlite-readers", "1", PersistenceConfig::sqliteReaders, 1),
                accepted("sqlite-readers", "64", PersistenceConfig::sqliteReaders, 64),
                accepted("sqlite-busy-timeout", "1s", PersistenceConfig::sqliteBusyTimeout, Duration.ofSeconds(1)),
                accepted("schema", " Migrate ", PersistenceConfig::schemaAction, SchemaAction.MIGRATE),
                accepted("schema", "check", PersistenceConfig::schemaAction, SchemaAction.CHECK),
                accepted("naive-zone", "-03:00", PersistenceConfig::naiveZone, ZoneId.of("-03:00")),
                accepted(
                        "naive-zone",
                        "America/Sao_Paulo",
                        PersistenceConfig::naiveZone,
                        ZoneId.of("America/Sao_Paulo")),
                accepted("avatar-directory", "/a b/ç", PersistenceConfig::avatarDirectory, Path.of("/a b/ç")),
                accepted("provider", " jpa ", PersistenceConfig::defaultProvider, Optional.of("jpa")),
                accepted("provider", "", PersistenceConfig::defaultProvider, Optional.empty()),
                accepted("provider.synths", "jpa", PersistenceConfig::providers, Map.of(RepositoryName.SYNTHS, "jpa")),
                accepted("tls-mode", "verify-full", config -> config.tls().mode(), Optional.of("verify-full")),
                accepted("tls-key", "k.pem", config -> config.tls().key(), Optional.of(Path.of("k.pem"))),
                accepted(
                        "tls-certificate",
                        "c.pem",
                        config -> config.tls().certificate(),
                        Optional.of(Path.of("c.pem"))),
                accepted(
                        "tls-root-certificate",
                        "r.pem",
                        config -> config.tls().rootCertificate(),
                        Optional.of(Path.of("r.pem"))));
    }

    private static Arguments accepted(String key, String value, Function<PersistenceConfig, ?> read, Object expected) {
        return Arguments.of("synthlab." + key, value, read, expected);
    }

    @ParameterizedTest(name = "{0} = {1}")
    @MethodSource("accepted")
    void readsValues(String key, String value, Function<PersistenceConfig, ?> read, Object expected) {
        assertEquals(expected, read.apply(sqlite().set(key, value).build()));
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource({
        "pool-size, 0, must be 1-500 but was \"0\"",
        "pool-size, 501, must be 1-500 but was \"501\"",
        "pool-size, ten, must be 1-500 but was \"ten\"",
        "pool-size, '', must be 1-500 but was \"\"",
        "pool-size, 99999999999, must be 1-500 but was \"99999999999\"",
        "sqlite-readers, 0, must be 1-64 but was \"0\"",
        "sqlite-readers, 65, must be 1-64 but was \"65\"",
        "pool-timeout, 249ms, 'must be 250ms-10m, written as 500ms, 10s or 2m but was \"249ms\"'",
        "pool-timeout, 11m, 'must be 250ms-10m, written as 500ms, 10s or 2m but was \"11m\"'",
        "pool-timeout, 30, 'must be 250ms-10m, written as 500ms, 10s or 2m but was \"30\"'",
        "sqlite-busy-timeout, -1s, 'must be 250ms-10m, written as 500ms, 10s or 2m but was \"-1s\"'",
        "sqlite-busy-timeout, 999999999999s, 'must be 250ms-10m, written as 500ms, 10s or 2m but was \"999999999999s\"'",
        "schema, drop, 'must be one of none, check, migrate but was \"drop\"'",
        "schema, '', 'must be one of none, check, migrate but was \"\"'",
        "naive-zone, Mars, 'must be a time zone such as UTC, -03:00 or America/Sao_Paulo but was \"Mars\"'",
        "naive-zone, '', 'must be a time zone such as UTC, -03:00 or America/Sao_Paulo but was \"\"'",
        "tls-mode, on, 'must be one of disable, allow, prefer, require, verify-ca, verify-full but was \"on\"'",
        "avatar-directory, '', must be a path but was \"\""
    })
    void refusesValuesByKeyAndRange(String key, String value, String rule) {
        assertEquals("synthlab." + key + " " + rule, refusal(sqlite().set("synthlab." + key, value)));
    }

    @Test
    void refusesPathsThePlatformDoesNotHave() {
        assertEquals(
                "synthlab.tls-key must be a path but was \"a\0b\"", refusal(sqlite().set("synthlab.tls-key", "a\0b")));
    }

    @Test
    void needsADatabase() {
        assertTrue(refusal(PersistenceConfig.builder()).startsWith("no database is configured; set DATABASE_URL"));
        assertTrue(refusal(PersistenceConfig.builder().databaseUrl(" ")).startsWith("no database is configured"));
    }

    @Test
    void urlWinsOverPath() {
        PersistenceConfig.Builder builder = PersistenceConfig.builder().set("synthlab.db-path", "/p/synthlab.db");
        assertEquals(
                Optional.of(DatabaseUrl.sqlite("/p/synthlab.db")),
                builder.build().databaseUrl());
        builder.databaseUrl("sqlite:///u.db");
        assertEquals(Optional.of(DatabaseUrl.sqlite("u.db")), builder.build().databaseUrl());
    }

    @ParameterizedTest
    @CsvSource({
        "postgresql://h/db, bob, s2, bob, s2",
        "postgresql://alice@h/db, bob, s2, alice, s2",
        "postgresql://alice:s1@h/db, bob, s2, alice, s1",
        "postgresql://h/db?password=s1, bob, s2, bob, s1",
        "postgresql://h/db, bob, '  ', bob, '  '",
        "postgresql://h/db, '', '', ,"
    })
    void credentialsFillWhatTheUrlLeavesOpen(
            String url, String user, String password, String asUser, String asPassword) {
        DatabaseUrl found = PersistenceConfig.builder()
                .databaseUrl(url)
                .credentials(user, password)
                .build()
                .databaseUrl()
                .orElseThrow();
        assertEquals(asUser, found.user());
        assertEquals(asPassword, found.password());
    }

    @Test
    void credentialsMeanNothingToSqlite() {
        assertNull(sqlite().credentials("bob", "s")
                .build()
                .databaseUrl()
                .orElseThrow()
                .user());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql://alice:planted@h/db",
                "postgresql://alice@h/db?password=planted",
                "postgresql://alice@h/db?sslpassword=planted",
                "postgresql://alice@h/db"
            })
    void secretsAreNeverShown(String url) {
        PersistenceConfig.Builder builder =
                PersistenceConfig.builder().databaseUrl(url).credentials("alice", "planted");
        PersistenceConfig config = builder.build();
        assertFalse(config.toString().contains("planted"), config::toString);
        assertTrue(config.toString().contains("jdbc:postgresql://h/db (user alice)"), config::toString);
        assertFalse(config.databaseUrl().toString().contains("planted"));
        assertFalse(refusal(builder.set("synthlab.pool-size", "0")).contains("planted"));
    }

    @Test
    void takesTheHostsDataSourceInsteadOfAUrl() {
        SQLiteDataSource source = new SQLiteDataSource();
        PersistenceConfig config =
                PersistenceConfig.builder().dataSource(source).build();
        assertSame(source, config.dataSource().orElseThrow());
        assertEquals(Optional.empty(), config.databaseUrl());
        assertTrue(config.toString().contains("own DataSource"));
    }

    @Test
    void takesTheHostsClock() {
        Clock clock = Clock.systemUTC();
        assertSame(clock, sqlite().clock(clock).build().clock());
    }

    @Test
    void aBuiltConfigurationDoesNotChangeWithItsBuilder() {
        PersistenceConfig.Builder builder = sqlite().provider(RepositoryName.SYNTHS, "jpa");
        PersistenceConfig config = builder.build();
        builder.provider(RepositoryName.SYNTHS, "legacy-jdbc").set("synthlab.pool-size", "3");
        assertEquals(Map.of(RepositoryName.SYNTHS, "jpa"), config.providers());
        assertEquals(10, config.poolSize());
    }

    @Test
    void refusesNothingAtItsEdges() {
        for (Runnable call : new Runnable[] {
            () -> sqlite().set("synthlab.provider", null),
            () -> sqlite().databaseUrl(null),
            () -> sqlite().provider((String) null),
            () -> sqlite().dataSource(null),
            () -> sqlite().clock(null)
        }) {
            assertThrows(NullPointerException.class, call::run);
        }
    }

    @Test
    void readsFileThenSystemPropertiesThenBuilder(@TempDir Path directory) throws Exception {
        Files.writeString(
                directory.resolve("synthlab-persistence.properties"),
                "synthlab.database-url=sqlite:///of-file.db\nsynthlab.pool-size=7\nsynthlab.sqlite-readers=7\n");
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {directory.toUri().toURL()}, before)) {
            thread.setContextClassLoader(loader);
            System.setProperty("synthlab.sqlite-readers", "8");
            System.setProperty("synthlab.naive-zone", "-03:00");
            PersistenceConfig config = PersistenceConfig.environment()
                    .databaseUrl("sqlite:///of-builder.db")
                    .set("synthlab.naive-zone", "-05:00")
                    .build();
            assertEquals(Optional.of(DatabaseUrl.sqlite("of-builder.db")), config.databaseUrl());
            assertEquals(7, config.poolSize());
            assertEquals(8, config.sqliteReaders());
            assertEquals(ZoneId.of("-05:00"), config.naiveZone());
            assertEquals(
                    8,
                    PersistenceConfig.environment()
                            .databaseUrl("sqlite:///x")
                            .build()
                            .sqliteReaders());
        } finally {
            System.clearProperty("synthlab.sqlite-readers");
            System.clearProperty("synthlab.naive-zone");
            thread.setContextClassLoader(before);
        }
    }
}
