package io.synthlab.persistence.internal.factory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.synthlab.persistence.error.ConfigurationException;
import io.synthlab.persistence.fixture.TestProvider;
import io.synthlab.persistence.spi.RepositoryProvider;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.ServiceConfigurationError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProviderRegistryTest {
    private static ProviderRegistry of(String... names) {
        return ProviderRegistry.of(
                Arrays.stream(names).<RepositoryProvider>map(TestProvider::new).toList());
    }

    @Test
    void findsWhatIsOnTheClassPathSortedByName() {
        assertEquals(List.of("other", "plain"), ProviderRegistry.discover().names());
    }

    @ParameterizedTest
    @CsvSource({"jpa, jpa", "legacy-jdbc, legacy-jdbc", "jpa legacy-jdbc, legacy-jdbc", "jpa extra, extra"})
    void choosesADefault(String names, String expected) {
        assertEquals(expected, of(names.split(" ")).defaultName());
    }

    @Test
    void refusesANameThatIsThereTwiceAndNamesBothClasses() {
        ConfigurationException e = assertThrows(
                ConfigurationException.class,
                () -> ProviderRegistry.of(List.of(new TestProvider.Plain(), new TestProvider("plain"))));
        assertEquals(
                "provider \"plain\" is on the class path twice: " + TestProvider.Plain.class.getName() + " and "
                        + TestProvider.class.getName() + "; remove one of them",
                e.getMessage());
    }

    @Test
    void namesWhatWasFoundWhenAskedForAnother() {
        ConfigurationException e =
                assertThrows(ConfigurationException.class, () -> of("jpa", "x").get("jap"));
        assertEquals(
                "no provider \"jap\". Found: [jpa, x]; add io.synthlab:persistence-legacy-jdbc or"
                        + " io.synthlab:persistence-jpa to the class path",
                e.getMessage());
    }

    @Test
    void saysWhatToAddWhenThereIsNone() {
        ConfigurationException e = assertThrows(ConfigurationException.class, () -> of());
        assertTrue(
                e.getMessage().startsWith("no implementation of the repositories was found; add io.synthlab:"),
                e::getMessage);
    }

    @Test
    void aProviderThatCannotBeLoadedIsAClearError(@TempDir Path directory) throws Exception {
        Path services = Files.createDirectories(directory.resolve("META-INF/services"));
        Files.writeString(services.resolve(RepositoryProvider.class.getName()), "no.such.Provider\n");
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {directory.toUri().toURL()}, before)) {
            thread.setContextClassLoader(loader);
            ConfigurationException e = assertThrows(ConfigurationException.class, ProviderRegistry::discover);
            assertEquals("a provider on the class path cannot be loaded; see the cause", e.getMessage());
            assertInstanceOf(ServiceConfigurationError.class, e.getCause());
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
