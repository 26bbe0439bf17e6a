package io.synthlab.persistence.migrations.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.synthlab.persistence.DatabaseKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class VersionScriptsTest {
    @Test
    void the_newest_version_is_the_one_this_build_works_with() {
        var names = VersionScripts.LIBRARY.names();
        assertEquals(
                VersionScripts.LIBRARY.newest(), names.get(names.size() - 1).version());
    }

    @Test
    void every_script_belongs_to_a_version() throws IOException, URISyntaxException {
        Path root = Path.of(Objects.requireNonNull(
                        VersionScripts.class.getResource("/io/synthlab/persistence/migrations/" + VersionScripts.LIST))
                .toURI());
        Set<String> expected = VersionScripts.LIBRARY.names().stream()
                .flatMap(name -> Stream.of(DatabaseKind.values())
                        .flatMap(kind -> Stream.of(name.script(kind), name.undoScript(kind))))
                .collect(Collectors.toSet());
        Set<String> found = Stream.of("sqlite", "postgresql")
                .flatMap(folder -> list(root.resolveSibling(folder)).map(file -> folder + "/" + file))
                .collect(Collectors.toSet());
        assertEquals(expected, found);
    }

    private static Stream<String> list(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
