package io.synthlab.persistence.cli.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.synthlab.persistence.PersistenceConfig;
import io.synthlab.persistence.RepositoryFactory;
import io.synthlab.persistence.RepositoryName;
import io.synthlab.persistence.experiment.Experiment;
import io.synthlab.persistence.internal.config.Setting;
import io.synthlab.persistence.migrations.Schema;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadmeIT {
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();

    private static void sample(String url, PrintStream out) {
        // sample
        PersistenceConfig config = PersistenceConfig.environment()
                .databaseUrl(url) // or DATABASE_URL=postgresql://user:password@host/synthlab
                .build();
        Schema.of(config).migrate();
        try (RepositoryFactory repositories = RepositoryFactory.open(config)) {
            Experiment experiment = Experiment.of("One-tap checkout", "Fewer steps raise success");
            repositories.experiments().create(experiment);
            repositories.switches().use(RepositoryName.EXPERIMENTS, "jpa"); // no restart
            out.println(repositories
                    .experiments()
                    .findById(experiment.id())
                    .orElseThrow()
                    .name());
        }
        // end of sample
    }

    @Test
    void the_sample_runs(@TempDir Path directory) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        sample("sqlite:///" + directory.resolve("synthlab.db"), new PrintStream(out, true, StandardCharsets.UTF_8));
        assertEquals("One-tap checkout", out.toString(StandardCharsets.UTF_8).strip());
    }

    /** The formatter breaks lines differently, and the README prints to the console: nothing else may differ. */
    @Test
    void the_sample_is_the_one_of_the_readme() throws IOException {
        String source = Files.readString(
                ROOT.resolve("persistence-cli/src/test/java/io/synthlab/persistence/cli/docs/ReadmeIT.java"));
        String ran = source.substring(
                source.indexOf("// sample") + "// sample".length(), source.indexOf("// end of sample"));
        assertEquals(
                squeezed(ran.replace("databaseUrl(url)", "databaseUrl(\"sqlite:///synthlab.db\")")
                        .replace("out.println", "System.out.println")),
                squeezed(firstJava(readme())));
    }

    @Test
    void every_setting_is_in_the_table() throws IOException {
        String readme = readme();
        for (Setting setting : Setting.values()) {
            String row = "| `" + setting.key() + "` | `" + setting.environmentName() + "` | ";
            assertTrue(readme.contains(row), "README lacks a row that begins with " + row);
            if (!setting.defaultValue().isEmpty()) {
                assertTrue(readme.contains(row + "`" + setting.defaultValue() + "` |"), row + " has another default");
            }
        }
    }

    @Test
    void every_module_and_repository_is_named() throws IOException {
        String readme = readme();
        for (RepositoryName name : RepositoryName.values()) {
            assertTrue(readme.contains("`" + name.text() + "`"), name + " is missing");
        }
        List<String> modules = Files.readString(ROOT.resolve("pom.xml"))
                .lines()
                .filter(line -> line.contains("<module>"))
                .map(line -> line.replaceAll("</?module>", "").strip())
                .toList();
        modules.forEach(module -> assertTrue(readme.contains("| `" + module + "` |"), module + " is missing"));
    }

    /** Checks that a marked piece of a test is in the README as it ran. */
    static void requireSample(Class<?> test, String name) throws IOException {
        String source = Files.readString(
                ROOT.resolve("persistence-cli/src/test/java/" + test.getName().replace('.', '/') + ".java"));
        String begin = "// sample " + name + "\n";
        String ran =
                source.substring(source.indexOf(begin) + begin.length(), source.indexOf("// end of sample " + name));
        assertTrue(squeezed(readme()).contains(squeezed(ran)), "README lacks the sample " + name);
    }

    private static String readme() throws IOException {
        return Files.readString(ROOT.resolve("README.md"));
    }

    private static String firstJava(String markdown) {
        int begin = markdown.indexOf("```java") + "```java".length();
        return markdown.substring(begin, markdown.indexOf("```", begin));
    }

    private static String squeezed(String code) {
        return code.replaceAll("\\s+", "");
    }
}
