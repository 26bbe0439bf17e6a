package io.synthlab.persistence.cli.architecture;

import static io.synthlab.persistence.cli.architecture.PackagedJars.all;
import static io.synthlab.persistence.cli.architecture.PackagedJars.compile;
import static io.synthlab.persistence.cli.architecture.PackagedJars.java;
import static io.synthlab.persistence.cli.architecture.PackagedJars.path;
import static io.synthlab.persistence.cli.architecture.PackagedJars.plus;
import static io.synthlab.persistence.cli.architecture.PackagedJars.without;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.synthlab.persistence.DatabaseKind;
import io.synthlab.persistence.DatabaseUrl;
import io.synthlab.persistence.testkit.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first and the last phase of a migration: what a host needs, from the jars as they are packaged. */
class PhasesIT {
    private static final Path STUDY = Path.of("src/test/java/io/synthlab/persistence/cli/load/Study.java");
    private static final String[] LEGACY = {"persistence-legacy-jdbc", "sqlite-jdbc"};
    private static final List<String> WHOLE =
            List.of("found 17 and 17", "refused ConstraintViolationException", "refused SynthNotFoundException");

    @TempDir
    private Path directory;

    private Path classes() {
        return directory.resolve("loaded.txt");
    }

    private List<String> run(List<Path> jars, TestDatabase database, String... options) throws Exception {
        Path host = compile(directory, all(), List.of(STUDY.toAbsolutePath()), "WholeHost.java");
        DatabaseUrl url = database.url();
        List<String> command = new ArrayList<>(List.of("-Xlog:class+load:file=" + classes()));
        command.addAll(List.of(options));
        if (url.user() != null) {
            command.add("-Dsynthlab.database-user=" + url.user());
        }
        if (url.password() != null) {
            command.add("-Dsynthlab.database-password=" + url.password());
        }
        command.addAll(List.of("-cp", path(plus(jars, host)), "host.WholeHost", url.jdbcUrl()));
        return java(command)
                .lines()
                .filter(line -> line.matches("(migrated|found|refused|served|ERROR:) .*"))
                .toList();
    }

    private void requireNotLoaded(String... packages) throws IOException {
        List<String> lines = Files.readAllLines(classes());
        assertTrue(lines.stream().anyMatch(line -> line.contains("io.synthlab.persistence.")), "classes are listed");
        for (String name : packages) {
            assertEquals(
                    List.of(),
                    lines.stream().filter(line -> line.contains(" " + name)).toList());
        }
    }

    @Test
    void given_a_host_that_has_left_sqlite_when_its_old_jars_are_gone_then_all_works_on_postgresql() throws Exception {
        try (TestDatabase database = TestDatabase.empty(DatabaseKind.POSTGRESQL)) {
            List<String> said = run(without(LEGACY), database);
            assertEquals("served by [jpa], up true", said.get(said.size() - 1), said::toString);
            assertEquals("migrated 2", said.get(0), said::toString);
            assertEquals(WHOLE, said.subList(1, said.size() - 1));
            requireNotLoaded("org.sqlite.", "io.synthlab.persistence.jdbc.");
        }
    }

    @Test
    void given_the_old_jars_are_gone_when_a_switch_still_names_them_then_the_error_says_what_to_do() throws Exception {
        try (TestDatabase database = TestDatabase.migrated(DatabaseKind.POSTGRESQL)) {
            List<String> said = run(without(LEGACY), database, "-Dsynthlab.provider.synths=legacy-jdbc");
            assertEquals(
                    List.of(
                            "migrated 0",
                            "ERROR: no provider \"legacy-jdbc\". Found: [jpa]; add io.synthlab:persistence-legacy-jdbc or"
                                    + " io.synthlab:persistence-jpa to the class path"),
                    said);
        }
    }

    @Test
    void given_a_host_of_the_legacy_module_alone_when_it_runs_then_hibernate_is_never_loaded() throws Exception {
        try (TestDatabase database = TestDatabase.migrated(DatabaseKind.SQLITE)) {
            // Hibernate itself stays on the class path: nobody may reach for it.
            List<String> said = run(without("persistence-jpa", "persistence-model"), database);
            assertEquals(WHOLE, said.subList(1, said.size() - 1));
            assertEquals("served by [legacy-jdbc], up true", said.get(said.size() - 1));
            requireNotLoaded("org.hibernate.", "jakarta.persistence.", "net.bytebuddy.", "org.postgresql.core.");
        }
    }

    @Test
    void given_both_modules_when_only_the_legacy_one_is_switched_on_then_hibernate_is_not_loaded_either()
            throws Exception {
        try (TestDatabase database = TestDatabase.migrated(DatabaseKind.SQLITE)) {
            List<String> said = run(all(), database, "-Dsynthlab.provider=legacy-jdbc");
            assertEquals("served by [jpa, legacy-jdbc], up true", said.get(said.size() - 1), said::toString);
            requireNotLoaded("org.hibernate.internal.SessionFactoryImpl", "net.bytebuddy.");
        }
    }

    @Test
    void given_the_runtime_jars_then_micrometer_is_not_among_them() {
        assertEquals(
                List.of(),
                all().stream()
                        .filter(jar -> jar.getFileName().toString().startsWith("micrometer"))
                        .toList());
    }
}
