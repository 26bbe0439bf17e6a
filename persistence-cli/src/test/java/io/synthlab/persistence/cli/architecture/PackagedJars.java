package io.synthlab.persistence.cli.architecture;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** The jars a host puts on its path, and programs that run on them in a JVM of their own. */
final class PackagedJars {
    private static final Path LIB = Path.of("target", "lib").toAbsolutePath();
    private static final long DEADLINE_SECONDS = 120;

    private PackagedJars() {}

    /** Returns every jar of the runtime, as the build has just packaged it. */
    static List<Path> all() {
        try (Stream<Path> files = Files.list(LIB)) {
            List<Path> jars = files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
            assertTrue(jars.size() > 10, "the build has put the runtime jars into " + LIB);
            return jars;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the jars whose file names begin with one of the given texts; each must be there. */
    static List<Path> named(String... beginnings) {
        List<Path> chosen = new ArrayList<>();
        for (String beginning : beginnings) {
            List<Path> found = all().stream().filter(begins(beginning)).toList();
            assertTrue(!found.isEmpty(), "no jar begins with " + beginning);
            chosen.addAll(found);
        }
        return chosen;
    }

    /** Returns all jars but those whose file names begin with one of the given texts. */
    static List<Path> without(String... beginnings) {
        return all().stream()
                .filter(jar -> Arrays.stream(beginnings)
                        .noneMatch(beginning -> begins(beginning).test(jar)))
                .toList();
    }

    private static Predicate<Path> begins(String beginning) {
        return jar -> jar.getFileName().toString().startsWith(beginning);
    }

    /** Compiles sources of the test resources into a directory; on the module path if one of them is a descriptor. */
    static Path compile(Path directory, List<Path> jars, String... sources) throws IOException {
        return compile(directory, jars, List.of(), sources);
    }

    /** Compiles sources of the test resources together with some of these tests. */
    static Path compile(Path directory, List<Path> jars, List<Path> shared, String... sources) throws IOException {
        List<String> command =
                new ArrayList<>(List.of("-d", directory.resolve("classes").toString()));
        boolean module = Arrays.asList(sources).contains("module-info.java");
        command.addAll(List.of(module ? "--module-path" : "--class-path", path(jars)));
        for (String source : sources) {
            Path file = Files.createDirectories(directory.resolve("sources")).resolve(source);
            try (InputStream in = PackagedJars.class.getResourceAsStream(source + ".txt")) {
                Files.write(file, in.readAllBytes());
            }
            command.add(file.toString());
        }
        shared.forEach(file -> command.add(file.toString()));
        int result = ToolProvider.getSystemJavaCompiler().run(null, null, null, command.toArray(String[]::new));
        assertTrue(result == 0, "the host compiles");
        return directory.resolve("classes");
    }

    static String path(List<Path> parts) {
        return parts.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    static List<Path> plus(List<Path> jars, Path directory) {
        return Stream.concat(jars.stream(), Stream.of(directory)).toList();
    }

    /** Runs a JVM and returns what it printed. */
    static String java(List<String> arguments) throws Exception {
        Path out = Files.createTempFile("host", ".out");
        try {
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1"));
            command.addAll(arguments);
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(out.toFile())
                    .start();
            boolean ended = process.waitFor(DEADLINE_SECONDS, TimeUnit.SECONDS);
            process.destroyForcibly();
            String printed = Files.readString(out, StandardCharsets.UTF_8);
            assertTrue(ended, () -> "the program ended; it printed: " + printed);
            return printed;
        } finally {
            Files.delete(out);
        }
    }
}
