package io.synthlab.persistence.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.synthlab.persistence.error.ConfigurationException;
import io.synthlab.persistence.internal.schema.SchemaMigrators;
import io.synthlab.persistence.spi.SchemaMigrator;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaMigratorsTest {
    private static final ClassLoader OURS = SchemaMigratorsTest.class.getClassLoader();

    @Test
    void given_one_migrator_when_searched_then_found() {
        assertInstanceOf(SmallestMigrator.class, SchemaMigrators.only(OURS));
    }

    @Test
    void given_none_when_searched_then_the_error_names_the_artifact() {
        String message = assertThrows(
                        ConfigurationException.class, () -> SchemaMigrators.only(ClassLoader.getPlatformClassLoader()))
                .getMessage();
        assertTrue(message.contains("add io.synthlab:persistence-migrations"), message);
    }

    @Test
    void given_two_when_searched_then_the_error_names_both(@TempDir Path temp) throws IOException {
        Path services = Files.createDirectories(temp.resolve("META-INF/services"));
        Files.writeString(services.resolve(SchemaMigrator.class.getName()), SmallestMigrator.Second.class.getName());
        try (URLClassLoader loader = new URLClassLoader(new URL[] {temp.toUri().toURL()}, OURS)) {
            String message = assertThrows(ConfigurationException.class, () -> SchemaMigrators.only(loader))
                    .getMessage();
            assertEquals(
                    "more than one SchemaMigrator on the class path: " + SmallestMigrator.class.getName() + ", "
                            + SmallestMigrator.Second.class.getName() + "; keep one",
                    message);
        }
    }
}
