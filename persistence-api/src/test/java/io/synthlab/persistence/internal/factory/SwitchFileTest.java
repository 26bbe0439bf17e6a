package io.synthlab.persistence.internal.factory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.synthlab.persistence.RepositoryName;
import io.synthlab.persistence.error.ConfigurationException;
import io.synthlab.persistence.internal.factory.SwitchFile.Content;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SwitchFileTest {
    @TempDir
    private Path directory;

    private Path path;
    private SwitchFile file;

    @BeforeEach
    void name() {
        path = directory.resolve("switches.properties");
        file = new SwitchFile(path);
    }

    private void write(String text) throws IOException {
        Files.writeString(path, text);
    }

    private Set<String> names() throws IOException {
        try (Stream<Path> all = Files.list(directory)) {
            return all.map(each -> each.getFileName().toString()).collect(Collectors.toSet());
        }
    }

    @Test
    void saysWhatItsLinesSay() {
        Content content = SwitchFile.parse("""
                # who serves whom
                synthlab.provider = legacy-jdbc
                synthlab.provider.synths=jpa
                  synthlab.provider.synth-groups: compare:legacy-jdbc,jpa
                """);
        assertEquals(
                new Content(
                        "legacy-jdbc",
                        Map.of(RepositoryName.SYNTHS, "jpa", RepositoryName.SYNTH_GROUPS, "compare:legacy-jdbc,jpa")),
                content);
        assertEquals(Content.NONE, SwitchFile.parse("# nothing yet\n\n"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            synthlab.provider.synth=jpa    | it holds the unknown key synthlab.provider.synth; did you mean synthlab.provider.synths?
            synthlab.naive-zone=UTC        | it holds the unknown key synthlab.naive-zone; only switches may stand there
            jpa                            | it holds the unknown key jpa; only switches may stand there
            synthlab.provider.synths=      | it names no provider for synthlab.provider.synths
            synthlab.provider=\\u12         | it is no properties file
            """)
    void refusesWhatIsNoSwitch(String text, String message) {
        ConfigurationException e = assertThrows(ConfigurationException.class, () -> SwitchFile.parse(text));
        assertEquals(message, e.getMessage());
    }

    @Test
    void aMissingFileIsNoFileAndABrokenOneIsAnError() throws IOException {
        assertNull(file.read());
        Files.write(path, new byte[] {(byte) 0xff, (byte) 0xfe});
        assertEquals(
                "it is not in UTF-8",
                assertThrows(IOException.class, file::read).getMessage());
        write("#".repeat(70_000));
        assertEquals(
                "it is larger than 65536 bytes",
                assertThrows(IOException.class, file::read).getMessage());
    }

    @Test
    void aChangeKeepsCommentsOrderAndOtherLines() throws IOException {
        write("# fleet A\nsynthlab.provider.synths=legacy-jdbc\n\n! cautious\nsynthlab.provider.research = jpa\n");
        String text = file.change(content ->
                content.with(RepositoryName.SYNTHS, "jpa").with(RepositoryName.PRFAQS, "compare:legacy-jdbc,jpa"));
        assertEquals(
                "# fleet A\nsynthlab.provider.synths=jpa\n\n! cautious\nsynthlab.provider.research=jpa\n"
                        + "synthlab.provider.prfaqs=compare:legacy-jdbc,jpa\n",
                text);
        assertEquals(text, Files.readString(path));
    }

    @Test
    void oneStateForAllReplacesTheSingleLines() throws IOException {
        write("synthlab.provider.synths=legacy-jdbc\n# keep\nsynthlab.provider=legacy-jdbc\n");
        assertEquals("# keep\nsynthlab.provider=jpa\n", file.change(content -> new Content("jpa", Map.of())));
    }

    @Test
    void anOddlyWrittenFileIsWrittenAnew() throws IOException {
        write("synthlab.provider.synths=\\\n   legacy-jdbc\nsynthlab.provider.re\\u0073earch=jpa\n");
        String text = file.change(content -> content.with(RepositoryName.SYNTHS, "jpa"));
        assertEquals(
                new Content(null, Map.of(RepositoryName.SYNTHS, "jpa", RepositoryName.RESEARCH, "jpa")),
                SwitchFile.parse(text));
    }

    @Test
    void aNewFileIsMadeAndNothingElseIsLeft() throws IOException {
        file.change(content -> content.with(RepositoryName.SYNTHS, "jpa"));
        assertEquals("synthlab.provider.synths=jpa\n", Files.readString(path));
        assertEquals(Set.of("switches.properties", "switches.properties.lock"), names());
    }

    @Test
    void whatIsNotUnderstoodIsNotOverwritten() throws IOException {
        write("synthlab.provider.nonsense=jpa\n");
        assertThrows(
                ConfigurationException.class, () -> file.change(content -> content.with(RepositoryName.SYNTHS, "jpa")));
        assertEquals("synthlab.provider.nonsense=jpa\n", Files.readString(path));
        assertEquals(Set.of("switches.properties", "switches.properties.lock"), names());
    }

    @Test
    void aLinkStaysALinkAndPermissionsStayAsTheyAre() throws IOException {
        Path real = Files.createDirectory(directory.resolve("..data-1")).resolve("switches.properties");
        Files.writeString(real, "synthlab.provider=legacy-jdbc\n");
        assumeTrue(Files.getFileStore(real).supportsFileAttributeView("posix"), "no POSIX file system");
        Files.setPosixFilePermissions(real, PosixFilePermissions.fromString("rw-r--r--"));
        Files.createSymbolicLink(path, real);
        file.change(content -> content.with(RepositoryName.SYNTHS, "jpa"));
        assertTrue(Files.isSymbolicLink(path));
        assertEquals(
                List.of("synthlab.provider=legacy-jdbc", "synthlab.provider.synths=jpa"), Files.readAllLines(real));
        assertEquals("rw-r--r--", PosixFilePermissions.toString(Files.getPosixFilePermissions(real)));
    }
}
