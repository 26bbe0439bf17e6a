package io.synthlab.persistence.internal.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.synthlab.persistence.RepositoryName;
import io.synthlab.persistence.error.ConfigurationException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
    private final Settings settings = new Settings();

    /** A class loader that finds the file with the given text, and nothing else. */
    private static ClassLoader withFile(@Nullable String text) {
        return new ClassLoader(null) {
            @Override
            public @Nullable InputStream getResourceAsStream(String name) {
                return text == null || !name.equals("synthlab-persistence.properties")
                        ? null
                        : new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
            }
        };
    }

    private static Properties properties(String... pairs) {
        Properties properties = new Properties();
        for (int at = 0; at < pairs.length; at += 2) {
            properties.setProperty(pairs[at], pairs[at + 1]);
        }
        return properties;
    }

    private static String warningsOf(Runnable action) {
        PrintStream before = System.err;
        ByteArrayOutputStream caught = new ByteArrayOutputStream();
        System.setErr(new PrintStream(caught, true, StandardCharsets.UTF_8));
        try {
            action.run();
        } finally {
            System.setErr(before);
        }
        return caught.toString(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @EnumSource(Setting.class)
    void everySourceSetsEverySettingAndTheLaterOneWins(Setting setting) {
        assertEquals(setting.defaultValue(), settings.get(setting));
        settings.readFile(withFile(setting.key() + "=of-file"));
        assertEquals("of-file", settings.get(setting));
        settings.readEnvironment(Map.of(setting.environmentName(), "of-environment"));
        assertEquals("of-environment", settings.get(setting));
        settings.readSystemProperties(properties(setting.key(), "of-properties"));
        assertEquals("of-properties", settings.get(setting));
        settings.put(setting.key().toUpperCase(Locale.ROOT), "of-builder", "the builder");
        assertEquals("of-builder", settings.get(setting));
        assertFalse(setting.meaning().isBlank());
    }

    @ParameterizedTest
    @EnumSource(RepositoryName.class)
    void everySourceSetsTheProviderOfEveryRepository(RepositoryName name) {
        String key = "synthlab.provider." + name.text();
        settings.readFile(withFile(key + "=of-file"));
        assertEquals(Map.of(name, "of-file"), settings.providers());
        settings.readEnvironment(Map.of("SYNTHLAB_PROVIDER_" + name.name(), " of-environment "));
        assertEquals(Map.of(name, "of-environment"), settings.providers());
        settings.readSystemProperties(properties(key, "of-properties"));
        assertEquals(Map.of(name, "of-properties"), settings.providers());
        settings.put(key, "of-builder", "the builder");
        assertEquals(Map.of(name, "of-builder"), settings.providers());
        settings.readEnvironment(Map.of("SYNTHLAB_PROVIDER_" + name.name(), ""));
        assertEquals(Map.of(name, "of-builder"), settings.providers());
    }

    @Test
    void aMissingFileIsNoError() {
        settings.readFile(withFile(null));
        assertEquals("10", settings.get(Setting.POOL_SIZE));
    }

    @Test
    void theFileIsInUtf8() {
        settings.readFile(withFile("synthlab.avatar-directory=saída/avatares\n# a comment\n"));
        assertEquals("saída/avatares", settings.get(Setting.AVATAR_DIRECTORY));
    }

    @Test
    void aBrokenFileIsAClearError() {
        ConfigurationException e = assertThrows(
                ConfigurationException.class, () -> settings.readFile(withFile("synthlab.pool-size=\\uzzzz")));
        assertEquals("synthlab-persistence.properties cannot be read; mend or remove it", e.getMessage());
        assertNotNull(e.getCause());
    }

    @ParameterizedTest
    @CsvSource({
        "synthlab.poolsize, synthlab.pool-size",
        "synthlab.pool_size, synthlab.pool-size",
        "synthlab.databse-url, synthlab.database-url",
        "synthlab.provider.synth, synthlab.provider.synths",
        "synthlab.provider.interview_guides, synthlab.provider.interview-guides",
        "synthlab.sqlite-timeout, synthlab.sqlite-busy-timeout"
    })
    void anUnknownKeyIsAnsweredWithTheNearest(String key, String nearest) {
        String expected = "unknown setting " + key + " in %s; did you mean " + nearest + "?";
        assertEquals(
                expected.formatted("synthlab-persistence.properties"),
                assertThrows(ConfigurationException.class, () -> settings.readFile(withFile(key + "=planted")))
                        .getMessage());
        assertEquals(
                expected.formatted("the builder"),
                assertThrows(ConfigurationException.class, () -> settings.put(key, "planted", "the builder"))
                        .getMessage());
    }

    @Test
    void nothingIsNearWhatMeansSomethingElse() {
        ConfigurationException e = assertThrows(
                ConfigurationException.class, () -> settings.put("spring.main.banner", "x", "the builder"));
        assertEquals("unknown setting spring.main.banner in the builder", e.getMessage());
        assertNull(Settings.nearest("zzzzzz", List.of("synths")));
        assertEquals("synths", Settings.nearest("Synth", List.of("experiments", "synths")));
    }

    @Test
    void environmentAndPropertiesWarnAboutUnknownNamesOfOurs() {
        String warnings = warningsOf(() -> {
            settings.readEnvironment(Map.of("SYNTHLAB_POOLSIZE", "planted"));
            settings.readSystemProperties(properties("synthlab.provider.synth", "planted"));
        });
        assertTrue(
                warnings.contains(
                        "unknown setting SYNTHLAB_POOLSIZE in the environment; did you mean SYNTHLAB_POOL_SIZE?"),
                warnings);
        assertTrue(
                warnings.contains("unknown setting synthlab.provider.synth in the system properties; did you mean"
                        + " synthlab.provider.synths?"),
                warnings);
        assertFalse(warnings.contains("planted"), warnings);
    }

    @Test
    void othersNamesAreNoneOfOurBusiness() {
        String warnings = warningsOf(() -> {
            settings.readEnvironment(Map.of("PATH", "x", "SYNTHLAB_TEST_POSTGRES_URL", "x", "POOL_SIZE", "x"));
            settings.readSystemProperties(properties("user.home", "x", "synthlab.test.postgres.binaries", "x"));
        });
        assertEquals("", warnings);
    }

    @Test
    void namesOfSettingsAreUnique() {
        long keys =
                List.of(Setting.values()).stream().map(Setting::key).distinct().count();
        long names = List.of(Setting.values()).stream()
                .map(Setting::environmentName)
                .distinct()
                .count();
        assertEquals(Setting.values().length, keys);
        assertEquals(Setting.values().length, names);
    }

    @ParameterizedTest
    @ValueSource(strings = {"synthlab.database-url.synths", "synthlab.db-path.synth-groups"})
    void aDatabaseForOneRepositoryIsRefusedWithTheReason(String key) {
        ConfigurationException e = assertThrows(
                ConfigurationException.class, () -> new Settings().put(key, "planted-secret", "the builder"));
        assertTrue(e.getMessage().startsWith(key + " would split one factory's tables over two databases"));
        assertFalse(e.getMessage().contains("planted-secret"));
        Properties properties = new Properties();
        properties.setProperty(key, "planted-secret");
        assertThrows(ConfigurationException.class, () -> new Settings().readSystemProperties(properties));
    }

    @ParameterizedTest
    @ValueSource(strings = {"DATABASE_URL_SYNTHS", "SYNTHLAB_DATABASE_URL_SYNTH_GROUPS", "SYNTHLAB_DB_PATH_RESEARCH"})
    void soItIsInTheEnvironmentWhereOtherUnknownNamesAreOnlyWarnedAbout(String name) {
        Map<String, String> environment = Map.of(name, "planted-secret");
        ConfigurationException e =
                assertThrows(ConfigurationException.class, () -> new Settings().readEnvironment(environment));
        assertTrue(e.getMessage().contains("open a second factory"));
        new Settings().readEnvironment(Map.of("DATABASE_URL_OTHERS", "x", "MY_DB_PATH_SYNTHS", "x"));
    }
}
